// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

/// Timings of two ways to do the same, interleaved so that a noisy machine hurts both alike.
namespace bench {

struct Timing
{
    std::vector<double> milliseconds;

    double median() const
    {
        std::vector<double> sorted = milliseconds;
        std::sort(sorted.begin(), sorted.end());
        return sorted[sorted.size() / 2];
    }
    double least() const { return *std::min_element(milliseconds.begin(), milliseconds.end()); }
    double most() const { return *std::max_element(milliseconds.begin(), milliseconds.end()); }
};

template <typename Work> double millisecondsOf(const Work &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

struct Duel
{
    Timing ours;
    Timing reference;
};

/// Both once unmeasured, then `rounds` times in turn. `ours` and `reference` get the round.
template <typename Ours, typename Reference>
Duel duel(int rounds, const Ours &ours, const Reference &reference)
{
    Duel result;
    ours(0);
    reference(0);
    for (int round = 1; round <= rounds; ++round) {
        result.ours.milliseconds.push_back(millisecondsOf([&] { ours(round); }));
        result.reference.milliseconds.push_back(millisecondsOf([&] { reference(round); }));
    }
    return result;
}

inline void printHead(const char *subject, const char *ours, const char *reference)
{
    std::printf("\n%s\n%-44s %-26s %-26s %7s\n", subject, "milliseconds: median (least-most)", ours,
                reference, "ratio");
}

inline std::string cell(const Timing &timing)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.2f (%.2f-%.2f)", timing.median(), timing.least(),
                  timing.most());
    return text;
}

inline void printRow(const std::string &name, const Duel &duel)
{
    std::printf("%-44s %-26s %-26s %6.1fx\n", name.c_str(), cell(duel.ours).c_str(),
                cell(duel.reference).c_str(), duel.reference.median() / duel.ours.median());
    std::fflush(stdout);
}

} // namespace bench
