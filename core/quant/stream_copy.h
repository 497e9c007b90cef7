// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace quantloupe {

/// A tensor of so many elements does not stay in a processor's own caches until it is read: writing
/// past them spares reading first what is overwritten.
inline constexpr std::int64_t kStreamedElements = std::int64_t{1} << 20;

/// Copies 4-byte values past the caches; finishStreaming() must follow before another thread reads
/// them.
template <typename Value> inline void streamCopy(const Value *from, std::size_t count, Value *to)
{
    static_assert(sizeof(Value) == 4);
#if defined(__SSE2__)
    constexpr std::size_t kVector = sizeof(__m128i) / sizeof(Value);
    const std::size_t misplaced =
        reinterpret_cast<std::uintptr_t>(to) % sizeof(__m128i) / sizeof(Value);
    const std::size_t head = std::min(count, (kVector - misplaced) % kVector);
    std::memcpy(to, from, head * sizeof(Value));
    std::size_t at = head;
    for (; at + kVector <= count; at += kVector)
        _mm_stream_si128(reinterpret_cast<__m128i *>(to + at),
                         _mm_loadu_si128(reinterpret_cast<const __m128i *>(from + at)));
    std::memcpy(to + at, from + at, (count - at) * sizeof(Value));
#else
    std::memcpy(to, from, count * sizeof(Value));
#endif
}

inline void finishStreaming()
{
#if defined(__SSE2__)
    _mm_sfence();
#endif
}

} // namespace quantloupe
