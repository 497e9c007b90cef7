// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/corrections.h"
#include "quant/layer_pattern.h"

#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// One correction as the command line's options take it, behind "--": "bias-correction" for the
/// whole generator, "bias-correction=PATTERN" for layers, "bias-correction=except:PATTERN" to leave
/// some out. PATTERN as in LayerPattern.
struct CorrectionRule
{
    Correction correction = Correction::Bias;
    /// Empty for the whole generator.
    std::string layers;
};

std::string toText(const CorrectionRule &rule);
/// Throws Error{BadInput} for a correction that is not known, and for an empty text behind "=".
CorrectionRule parseCorrectionRule(const std::string &text);

/// Throws Error{BadInput} for a pattern that is broken or matches no layer; `choice` is then
/// unchanged.
void applyCorrectionRule(CorrectionChoice &choice, std::span<const LayerInfo> layers,
                         const CorrectionRule &rule);

/// The rules that make this choice out of none.
std::vector<CorrectionRule> correctionRules(const CorrectionChoice &choice);

} // namespace quantloupe
