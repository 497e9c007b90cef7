// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quant_config.h"

#include <set>
#include <span>
#include <vector>

namespace quantloupe {

/// One `--set 'PATTERN=SPEC'`. PATTERN matches whole layer names: a glob with * ? [], or `re:` and
/// an ECMAScript regular expression.
struct SpecRule
{
    std::string pattern;
    SpecEdit edit;
};

/// Splits at the last '=' that a setting (w... or a...) follows, so that both the pattern and
/// percentile=<p> may hold '='. Throws Error{BadInput}, or Error{Unsupported} from parseSpec.
SpecRule parseSpecRule(std::string_view text);

/// The layers a rule is applied to, in execution order.
struct RuleTargets
{
    std::span<const std::string> layers;
    /// Those whose activation input is the network's own input (latent, label, image).
    const std::set<std::string, std::less<>> &readNetworkInput;
};

struct RuleOutcome
{
    std::string pattern;
    /// Number of layers whose name matches.
    int matches = 0;
    /// Layers whose activation a '*' left as it was, because it is the network's own input.
    std::vector<std::string> leftOut;
};

/// Applies the rules in order, later wins; a site a rule does not name keeps its setting. A pattern
/// of '*' only leaves out the activations of `readNetworkInput`; any other pattern sets them.
/// Throws Error{BadInput} for a pattern that matches no layer or is no regular expression; `config`
/// is then unchanged. One outcome per rule.
std::vector<RuleOutcome> applySpecRules(QuantConfig &config, const RuleTargets &targets,
                                        std::span<const SpecRule> rules);

} // namespace quantloupe
