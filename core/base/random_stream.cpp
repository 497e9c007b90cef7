// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random_stream.h"

#include "base/hash.h"

#include <cmath>
#include <numbers>

namespace quantloupe {

std::string_view name(StreamRole role)
{
    switch (role) {
    case StreamRole::Preview:
        return "preview";
    case StreamRole::Calibration:
        return "calibration";
    case StreamRole::Sweep:
        return "sweep";
    case StreamRole::Evaluation:
        return "evaluation";
    case StreamRole::Probe:
        return "probe";
    case StreamRole::Noise:
        return "noise";
    case StreamRole::Initialization:
        return "initialization";
    case StreamRole::Training:
        return "training";
    case StreamRole::Patches:
        return "patches";
    case StreamRole::Directions:
        return "directions";
    case StreamRole::Split:
        return "split";
    }
    return "unknown";
}

RandomStream::RandomStream(std::uint64_t seed, StreamRole role, std::uint64_t index)
    : m_state(mixHash(mixHash(mixHash(0, seed), name(role)), index))
{
}

std::uint64_t RandomStream::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t x = m_state;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

double RandomStream::uniform()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

double RandomStream::normal()
{
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spare;
    }
    // 1 - uniform() lies in (0, 1], so that the logarithm is finite.
    const double radius = std::sqrt(-2 * std::log(1 - uniform()));
    const double angle = 2 * std::numbers::pi * uniform();
    m_spare = radius * std::sin(angle);
    m_hasSpare = true;
    return radius * std::cos(angle);
}

} // namespace quantloupe
