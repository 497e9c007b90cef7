// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace quantloupe {

/// What a random number is for. Streams of different roles never share a number, so calibration
/// latents are never those that are shown or measured.
enum class StreamRole {
    Preview,
    Calibration,
    Sweep,
    Evaluation,
    Probe,
    Noise,
    Initialization,
    Training,
    Patches,
    Directions,
    Split
};

std::string_view name(StreamRole role);

/// A deterministic stream of random numbers: a pure function of (seed, role, index), the same on
/// every machine and for every batch size. Generator: SplitMix64 (Steele, Lea, Flood 2014).
class RandomStream
{
public:
    RandomStream(std::uint64_t seed, StreamRole role, std::uint64_t index);
    std::uint64_t next();
    /// In [0, 1), 53 bits.
    double uniform();
    /// In [lo, hi).
    double uniform(double lo, double hi) { return lo + (hi - lo) * uniform(); }
    /// Standard normal, by Box-Muller on pairs.
    double normal();
    /// In 0..count-1; `count` > 0. The modulo bias is under count / 2^64.
    std::uint64_t below(std::uint64_t count) { return next() % count; }

private:
    std::uint64_t m_state;
    double m_spare = 0;
    bool m_hasSpare = false;
};

} // namespace quantloupe
