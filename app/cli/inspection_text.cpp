// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspection_text.h"

#include "tables.h"

#include <algorithm>
#include <numeric>

namespace quantloupe::cli {

namespace {

constexpr std::size_t kShownChannels = 10;
constexpr std::size_t kShownLevels = 16;

std::vector<std::string> row(const std::string &name, const WeightNumbers &numbers)
{
    return {name,
            std::to_string(numbers.weights),
            shortNumber(numbers.minimum),
            shortNumber(numbers.maximum),
            numberText(numbers.sqnr, 1),
            percentText(numbers.occupancy, 3),
            numberText(numbers.entropy, 2),
            percentText(numbers.clipped, 3)};
}

std::string weightText(const WeightInspection &weight)
{
    Table table({"weight " + toText(weight.spec), "weights", "minimum", "maximum", "SQNR dB",
                 "occupancy", "entropy", "clipped"});
    table.add(row("layer", weight.layer));
    if (weight.chosen)
        table.add(row("channel " + std::to_string(*weight.channel), *weight.chosen));
    std::string text = table.text();
    if (weight.layer.absence != Absence::None)
        text += "No SQNR: " + std::string(reasonFor(weight.layer.absence)) + ".\n";
    if (weight.isRewritten)
        text += "The weight is the one that the folded batch norm or equalization makes.\n";
    return text;
}

std::string levelsText(const WeightInspection &weight)
{
    if (weight.levelCount == 0)
        return {};
    const std::string unit =
        weight.axis == WeightAxis::Steps ? " in steps of each channel's own scale" : std::string();
    if (weight.levels.empty() || weight.levels.size() > kShownLevels)
        return "\n" + std::to_string(weight.levelCount) + " levels from " +
               shortNumber(weight.range->low) + " to " + shortNumber(weight.range->high) + unit +
               "\n";
    Table table({"level" + unit, "weights"});
    for (std::size_t i = 0; i < weight.levels.size(); ++i)
        table.add({shortNumber(weight.levels[i]), std::to_string(weight.levelCounts[i])});
    return "\n" + table.text();
}

std::string channelsText(const WeightInspection &weight)
{
    if (weight.errors.empty())
        return {};
    std::vector<std::size_t> order(weight.errors.size());
    std::iota(order.begin(), order.end(), 0);
    const auto error = [&](std::size_t channel) {
        return weight.errors[channel].relative.value_or(-1);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return error(a) > error(b); });
    order.resize(std::min(order.size(), kShownChannels));
    Table table({"output channel, worst first", "relative error", "SQNR dB"});
    for (const std::size_t channel : order)
        table.add({std::to_string(channel), percentText(weight.errors[channel].relative, 3),
                   numberText(weight.errors[channel].sqnr, 1)});
    return "\n" + table.text();
}

std::string activationText(const ActivationInspection &activation)
{
    if (activation.absence != Absence::None)
        return "\nInput: " + std::string(reasonFor(activation.absence)) + ".\n";
    std::string text = "\nInput of the float network on " + std::to_string(activation.samples) +
                       (activation.source == ActivationSource::Calibration ? " calibration" : "") +
                       " samples: " + shortNumber(activation.minimum) + " to " +
                       shortNumber(activation.maximum) + ", " + percentText(activation.zeros, 3) +
                       " exact zeros\n";
    if (activation.range)
        text += "Range of " + toText(activation.spec) + ": " +
                shortNumber(activation.range->lowest()) + " to " +
                shortNumber(activation.range->highest()) + ", " +
                percentText(activation.range->clipped, 3) + " clipped; " +
                percentText(activation.heldOutClipped, 3) + " of " +
                std::to_string(activation.heldOutSamples) +
                (activation.isHeldOutDrawn ? " held-out inputs, which are drawn and no pictures\n"
                                           : " held-out samples\n");
    return text;
}

} // namespace

std::string inspectionText(const LayerInspection &inspection)
{
    return inspection.layer + "\n\n" + weightText(inspection.weight) +
           levelsText(inspection.weight) + channelsText(inspection.weight) +
           activationText(inspection.activation);
}

} // namespace quantloupe::cli
