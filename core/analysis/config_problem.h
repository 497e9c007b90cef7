// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/allowed_bits.h"
#include "analysis/search_problem.h"
#include "analysis/target_profile.h"
#include "quant/layer_marks.h"
#include "quant/quant_config.h"
#include "quant/size_report.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quantloupe {

/// What a configuration costs: its file, the nominal bits of its weights, or its arithmetic.
enum class SearchCost { Bytes, Bits, Bops };

/// "bytes", "bits", "bops".
std::string_view name(SearchCost cost);

/// At most so many bytes of the whole model, bits a weight on average, or bit operations a sample.
struct SearchBudget
{
    SearchCost cost = SearchCost::Bytes;
    double amount = 0;
};

/// "bytes=1MB", "bits=4", "bops=2.5G"; units of powers of 1000, or of 1024 as MiB. Throws
/// Error{BadInput} that shows how it is written.
SearchBudget parseSearchBudget(std::string_view text);

/// What a search may choose for the weights of layers. Activations stay as the base configuration
/// has them.
struct SearchRules
{
    /// Of layers for which `allowedBits` says nothing; kFloatBits for float.
    std::vector<int> bits = {8, 6, 4, 3, 2, 1};
    /// Where one does not have a bit-width, another one follows as withBits() says.
    std::vector<WeightMethod> methods = {WeightMethod::Mse};
    Granularity granularity = Granularity::PerChannel;
    /// Locked layers keep the base configuration's setting, and so do those tied to them. Tied
    /// layers get one setting.
    LayerMarks marks;
    /// By layer.
    AllowedBits allowedBits;
    std::optional<TargetProfile> target;
};

/// The settings that a layer may get, in the order of bits and methods, each once. None for a
/// locked one.
std::vector<WeightSpec> searchedSpecs(const SearchRules &rules, const LayerInfo &layer);

/// The base configuration with float weights in all layers that are searched. Throws
/// Error{BadInput} where tied layers differ in their settings and one of them is locked, and where
/// the target does not support an activation or the weight of a locked layer, or any setting by the
/// chosen methods.
QuantConfig searchBase(std::span<const LayerInfo> layers, const QuantConfig &base,
                       const SearchRules &rules);

/// Energy of the output's error by that of the output, of each layer alone under a setting.
using LayerErrors = std::map<std::pair<std::string, WeightSpec>, double>;
/// Session::size() of the generator in question.
using SizeFunction = std::function<SizeReport(const QuantConfig &)>;

/// A search for a configuration as one for options of groups.
struct ConfigProblem
{
    SearchProblem problem;
    /// Of each group's options.
    std::vector<std::vector<WeightSpec>> specs;
    /// See searchBase().
    QuantConfig base;
    SearchCost cost = SearchCost::Bytes;
    /// What is not in the groups, in the unit of the options' costs.
    std::int64_t fixedCost = 0;
    std::int64_t weights = 0;
};

/// Settings without a known error are left out. Throws Error{BadInput} from validate() of the
/// problem.
ConfigProblem configProblem(std::span<const LayerInfo> layers, const QuantConfig &base,
                            const SearchRules &rules, SearchCost cost, const LayerErrors &errors,
                            const SizeFunction &size);

QuantConfig configOf(const ConfigProblem &problem, const SearchSolution &solution);
/// What the groups may cost within a budget; below 0 where the rest of the model exceeds it.
std::int64_t groupBudget(const ConfigProblem &problem, double amount);
/// The budget that a solution just keeps: bytes, average bits, bit operations.
double amountOf(const ConfigProblem &problem, std::int64_t cost);

} // namespace quantloupe
