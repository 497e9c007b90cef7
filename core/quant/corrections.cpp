// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/corrections.h"

#include <algorithm>
#include <array>
#include <utility>

namespace quantloupe {

std::span<const Correction> corrections()
{
    static constexpr std::array kCorrections = {Correction::FoldNorm, Correction::Equalize,
                                                Correction::AdaRound, Correction::ReestimateNorm,
                                                Correction::Bias};
    return kCorrections;
}

std::string_view name(Correction correction)
{
    switch (correction) {
    case Correction::FoldNorm:
        return "fold-bn";
    case Correction::Equalize:
        return "equalize";
    case Correction::AdaRound:
        return "adaround";
    case Correction::ReestimateNorm:
        return "reestimate-bn";
    case Correction::Bias:
        return "bias-correction";
    }
    return {};
}

std::optional<Correction> correctionNamed(std::string_view text)
{
    const auto all = corrections();
    const auto found =
        std::ranges::find_if(all, [&](Correction each) { return name(each) == text; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

bool CorrectionChoice::isOn(Correction correction, std::string_view layer) const
{
    const auto found = m_choices.find(correction);
    return found != m_choices.end() &&
           found->second.everywhere != found->second.exceptions.contains(layer);
}

bool CorrectionChoice::isOnEverywhere(Correction correction) const
{
    const auto found = m_choices.find(correction);
    return found != m_choices.end() && found->second.everywhere;
}

const CorrectionChoice::Layers &CorrectionChoice::exceptions(Correction correction) const
{
    static const Layers kNone;
    const auto found = m_choices.find(correction);
    return found == m_choices.end() ? kNone : found->second.exceptions;
}

void CorrectionChoice::store(Correction correction, Choice choice)
{
    if (choice == Choice())
        m_choices.erase(correction);
    else
        m_choices.insert_or_assign(correction, std::move(choice));
}

void CorrectionChoice::setEverywhere(Correction correction, bool on)
{
    store(correction, {on, {}});
}

void CorrectionChoice::set(Correction correction, const std::string &layer, bool on)
{
    Choice choice{isOnEverywhere(correction), exceptions(correction)};
    if (on == choice.everywhere)
        choice.exceptions.erase(layer);
    else
        choice.exceptions.insert(layer);
    store(correction, std::move(choice));
}

} // namespace quantloupe
