// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run_repeat.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

/// The settings of the pages as a run asks for them. Each takes its options; all throw
/// CannotRepeat for what the window cannot be set to, and Error{BadInput} for what is no value.
namespace quantloupe::run_repeat {

/// The one of this name; what has another one is no choice of the page.
template <typename Value>
Value named(std::span<const Value> all, const std::string &option, const std::string &wanted)
{
    const auto found =
        std::ranges::find_if(all, [&](const Value each) { return name(each) == wanted; });
    if (found == all.end())
        refuseOption(option);
    return *found;
}

/// Of --bits, the most first, each once: 1 to `most`, and float where that is a choice.
std::vector<int> takeBits(RunQuestion &question, const std::vector<int> &usual, int most,
                          bool hasFloat);

/// The reference and the features as far as `metrics` need any; the rest stays. `usualReference`
/// is that of a run that names none.
void takeMeasuring(RunQuestion &question, const std::vector<MetricKind> &metrics,
                   const std::string &usualReference, const GeneratorInfo &info,
                   MetricsSettings &measuring);

void takeMetrics(RunQuestion &question, const GeneratorInfo &info, MetricsSettings &measuring);
void takeSensitivity(RunQuestion &question, const GeneratorInfo &info, RunRepeat &repeat);
/// With its locks and ties.
void takeSearch(RunQuestion &question, const GeneratorInfo &info, RunRepeat &repeat);
/// `generator` is the path of the run's, `open` that of the window's.
void takeRecipe(RunQuestion &question, const GeneratorInfo &info, const std::string &generator,
                const std::string &open, RunRepeat &repeat);

} // namespace quantloupe::run_repeat
