// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace quantloupe {

/// What mends a quantized network after its quantizers are chosen, without training, in the order
/// in which they are applied. sourceOf() says where each comes from.
enum class Correction {
    FoldNorm,       ///< Batch norms become part of the weight before them.
    Equalize,       ///< Ranges of the channels between two layers are made even.
    AdaRound,       ///< Each weight is rounded up or down so that the layer's output errs least.
    ReestimateNorm, ///< Running statistics of batch norms follow the quantized network.
    Bias            ///< The mean of every output channel is that of the float network.
};

/// Those this version can do, in the order of the help texts.
std::span<const Correction> corrections();
/// As on the command line and in configurations: "bias-correction".
std::string_view name(Correction correction);
/// Empty for another word.
std::optional<Correction> correctionNamed(std::string_view text);
/// As sourceOf(WeightMethod).
std::string_view sourceOf(Correction correction);

/// Which corrections are wanted where: for the whole generator, and for layers that differ from
/// that. What is wanted has an effect on quantized layers only. Equal choices compare equal,
/// however they came about.
class CorrectionChoice
{
public:
    using Layers = std::set<std::string, std::less<>>;

    bool isOn(Correction correction, std::string_view layer) const;
    bool isOnEverywhere(Correction correction) const;
    /// Layers whose choice is not the generator's.
    const Layers &exceptions(Correction correction) const;
    /// Nothing is on.
    bool isEmpty() const { return m_choices.empty(); }

    /// Every layer follows.
    void setEverywhere(Correction correction, bool on);
    void set(Correction correction, const std::string &layer, bool on);

    bool operator==(const CorrectionChoice &) const = default;

private:
    struct Choice
    {
        bool everywhere = false;
        Layers exceptions;
        bool operator==(const Choice &) const = default;
    };

    void store(Correction correction, Choice choice);

    /// Without those that are off everywhere.
    std::map<Correction, Choice> m_choices;
};

} // namespace quantloupe
