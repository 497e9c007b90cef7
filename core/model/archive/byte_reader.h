// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/archive_error.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace quantloupe {

inline std::string_view textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

/// Reads little-endian numbers and runs of bytes in order. Everything it returns is a view of the
/// bytes given. Throws Error{BadInput} ("ends in the middle of `part`") instead of reading past
/// the end.
class ByteReader
{
public:
    ByteReader(std::span<const std::byte> bytes, std::string_view file, std::string_view part)
        : m_bytes(bytes), m_file(file), m_part(part)
    {
    }

    std::size_t position() const { return m_position; }
    std::size_t remaining() const { return m_bytes.size() - m_position; }
    std::string_view file() const { return m_file; }

    std::span<const std::byte> take(std::uint64_t count)
    {
        if (count > remaining())
            throwCutShort(m_file, m_part);
        const auto taken = m_bytes.subspan(m_position, static_cast<std::size_t>(count));
        m_position += taken.size();
        return taken;
    }

    std::string_view takeText(std::uint64_t count) { return textOf(take(count)); }

    /// Up to the next line end, which is consumed and left out.
    std::string_view takeLine()
    {
        const std::string_view rest = textOf(m_bytes.subspan(m_position));
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos)
            throwCutShort(m_file, m_part);
        m_position += end + 1;
        return rest.substr(0, end);
    }

    template <typename Number> Number little()
    {
        return static_cast<Number>(number(sizeof(Number)));
    }

private:
    std::uint64_t number(std::size_t width)
    {
        std::uint64_t value = 0;
        std::size_t shift = 0;
        for (const std::byte byte : take(width)) {
            value |= std::to_integer<std::uint64_t>(byte) << shift;
            shift += 8;
        }
        return value;
    }

    std::span<const std::byte> m_bytes;
    std::string_view m_file;
    std::string_view m_part;
    std::size_t m_position = 0;
};

} // namespace quantloupe
