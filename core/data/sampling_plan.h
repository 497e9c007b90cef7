// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quantloupe {

enum class Distribution { Normal, Uniform };

std::string_view name(Distribution distribution);

struct ValueRange
{
    double low = -1;
    double high = 1;
    bool operator==(const ValueRange &) const = default;
};

/// "-1,1" and back. Throws Error{BadInput} unless it is two numbers with LO < HI.
std::string toText(ValueRange range);
ValueRange parseRange(std::string_view text);

/// How inputs of a generator are drawn and its output is read; part of every request and report.
struct SamplingPlan
{
    /// Normal is N(0, 1), Uniform U(-1, 1).
    Distribution distribution = Distribution::Normal;
    /// The values black and white stand for in the network's input and output pictures.
    ValueRange inputRange;
    ValueRange outputRange;
    /// One class for all samples, or uniform over the classes.
    std::optional<std::int64_t> label;
    double truncation = 1;
    bool operator==(const SamplingPlan &) const = default;
};

/// What a network that takes pictures is calibrated on; one that takes latents has drawn ones only.
enum class CalibrationInputs {
    Given, ///< Given pictures where there are any, else drawn inputs.
    Drawn, ///< Procedural pictures.
    Both   ///< Half given pictures where there are any, half drawn inputs.
};

/// "given", "drawn", "both".
std::string_view name(CalibrationInputs inputs);

/// Samples that a network which takes pictures is calibrated on at most: each is thousands of
/// values of every channel, and takes as long as hundreds of latents.
inline constexpr int kMostCalibrationPictures = 16;

/// Where activation ranges come from.
struct CalibrationPlan
{
    /// Samples asked for; of a network that takes pictures kMostCalibrationPictures are used.
    int count = 512;
    std::uint64_t seed = 0;
    CalibrationInputs inputs = CalibrationInputs::Given;
    bool operator==(const CalibrationPlan &) const = default;
};

} // namespace quantloupe
