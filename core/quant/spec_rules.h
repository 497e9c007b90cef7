// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/layer_pattern.h"
#include "quant/quant_config.h"

#include <span>
#include <vector>

namespace quantloupe {

/// One `--set 'PATTERN=SPEC'`; PATTERN as in LayerPattern.
struct SpecRule
{
    std::string pattern;
    SpecEdit edit;
};

/// Splits at the last '=' that a setting (w... or a...) follows, so that both the pattern and
/// percentile=<p> may hold '='. Throws Error{BadInput}, or Error{Unsupported} from parseSpec.
SpecRule parseSpecRule(std::string_view text);

/// A '*' means the network, not the data that is fed: it leaves the activation of a layer that
/// reads the network's own input (latent, label, image), or has no activation site, as it is. Any
/// other pattern sets it.
bool leavesOutActivation(const LayerPattern &pattern, const LayerInfo &layer);

struct RuleOutcome
{
    std::string pattern;
    /// Number of layers that match.
    int matches = 0;
    /// Layers whose activation a '*' left as it was.
    std::vector<std::string> leftOut;
};

/// Applies the rules to a network's layers (in execution order), later wins; a site a rule does
/// not name keeps its setting. Throws Error{BadInput} for a pattern that matches no layer or is
/// broken; `config` is then unchanged. One outcome per rule.
std::vector<RuleOutcome> applySpecRules(QuantConfig &config, std::span<const LayerInfo> layers,
                                        std::span<const SpecRule> rules);

/// What the user should know of the rules: a sentence for each activation that one left out.
std::vector<std::string> notesOn(std::span<const RuleOutcome> outcomes);

} // namespace quantloupe
