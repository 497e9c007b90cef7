// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/config_problem.h"

#include "analysis/target_choice.h"
#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace quantloupe {

namespace {

/// One setting for all of them, or one that is locked.
struct LayerGroup
{
    std::vector<const LayerInfo *> layers;
    bool isLocked = false;
};

std::vector<LayerGroup> groupsOf(std::span<const LayerInfo> layers, const LayerMarks &marks)
{
    std::vector<LayerGroup> groups;
    std::map<std::string, std::size_t> ties;
    for (const LayerInfo &layer : layers) {
        const std::string tie = marks.tie(layer.name);
        std::size_t index = groups.size();
        if (!tie.empty())
            index = ties.try_emplace(tie, index).first->second;
        if (index == groups.size())
            groups.emplace_back();
        groups[index].layers.push_back(&layer);
        groups[index].isLocked |= marks.isLocked(layer.name);
    }
    return groups;
}

/// The widest a method has, so that withBits() keeps to it where it can.
WeightSpec specOf(WeightMethod method, Granularity granularity)
{
    WeightSpec spec;
    spec.method = method;
    spec.bits = bitRange(method).most;
    spec.granularity = granularity;
    return canonical(spec);
}

std::int64_t costOf(const LayerInfo &layer, const SizeReport &size, SearchCost cost,
                    const WeightSpec &spec)
{
    if (cost == SearchCost::Bits)
        return layer.weights * spec.bits;
    const auto sized = std::ranges::find(size.layers, layer.name, &SizedLayer::name);
    if (sized == size.layers.end())
        throw Error(ErrorKind::Internal, "The layer " + layer.name + " has no size.");
    return cost == SearchCost::Bytes ? sized->bytes : std::llround(sized->bops);
}

QuantConfig withWeight(const QuantConfig &config, const std::string &layer, const WeightSpec &spec)
{
    QuantConfig changed = config;
    LayerQuantSpec setting = config.spec(layer);
    setting.weight = spec;
    changed.set(layer, setting);
    return changed;
}

void requireSupported(const TargetProfile &target, std::span<const LayerGroup> groups,
                      const QuantConfig &base)
{
    std::string layers;
    for (const LayerGroup &group : groups) {
        if (!group.isLocked)
            continue;
        for (const LayerInfo *layer : group.layers) {
            const WeightSpec &spec = base.spec(layer->name).weight;
            if (!supports(target, *layer, spec))
                layers += (layers.empty() ? "" : ", ") + layer->name + "=" + toText(spec);
        }
    }
    if (!layers.empty())
        throw Error(ErrorKind::BadInput, "The target " + target.name +
                                             " does not support the settings of locked layers: " +
                                             layers + "; give them others, or unlock them.");
}

/// "8", "8/16".
std::string listOf(const std::set<int> &bits)
{
    std::string text;
    for (const int each : bits)
        text += (text.empty() ? "" : "/") + std::to_string(each);
    return text;
}

/// The search leaves activations as they are, so that the base must have what the target takes. The
/// network's own input has no activation in front of it that could be quantized.
void requireActivation(const TargetProfile &target, const LayerInfo &layer,
                       const ActivationSpec &spec)
{
    if (supports(target, spec) || !layer.hasActivationSite)
        return;
    if (!spec.isFloat())
        throw Error(ErrorKind::BadInput, "The target " + target.name + " has no activations of " +
                                             std::to_string(spec.bits) + " bits, which " +
                                             layer.name + " has; give it others.");
    if (!layer.readsNetworkInput)
        throw Error(ErrorKind::BadInput,
                    "The target " + target.name + " computes with activations of " +
                        listOf(target.activationBits) + " bits, but that of " + layer.name +
                        " is float; quantize activations first (--set '*=a" +
                        std::to_string(*target.activationBits.begin()) +
                        "' on the command line), or choose another target.");
}

class ProblemBuilder
{
public:
    ProblemBuilder(ConfigProblem &result, const SearchRules &rules, const LayerErrors &errors,
                   const SizeFunction &size)
        : m_result(result), m_rules(rules), m_errors(errors), m_size(size)
    {
    }

    void add(const LayerGroup &group)
    {
        SearchGroup added;
        for (const LayerInfo *layer : group.layers)
            added.layers.push_back(layer->name);
        m_result.specs.emplace_back();
        if (group.isLocked) {
            // Its error is part of the base configuration's.
            addOption(group, m_result.base.spec(added.layers.front()).weight, 0, added);
            added.locked = 0;
        } else {
            for (const WeightSpec &spec : searchedSpecs(m_rules, *group.layers.front()))
                if (const std::optional<double> error = errorOf(group, spec))
                    addOption(group, spec, *error, added);
        }
        m_result.problem.groups.push_back(std::move(added));
    }

private:
    /// Absent where one of the layers may not have the setting, or it could not be measured.
    std::optional<double> errorOf(const LayerGroup &group, const WeightSpec &spec) const
    {
        double sum = 0;
        for (const LayerInfo *layer : group.layers) {
            const std::vector<WeightSpec> allowed = searchedSpecs(m_rules, *layer);
            const auto known = m_errors.find({layer->name, spec});
            const bool isKnown = spec.isFloat() || known != m_errors.end();
            if (!isKnown || std::ranges::find(allowed, spec) == allowed.end())
                return {};
            sum += spec.isFloat() ? 0 : known->second;
        }
        return sum;
    }

    void addOption(const LayerGroup &group, const WeightSpec &spec, double error,
                   SearchGroup &added)
    {
        SearchOption option{spec.bits, spec.method, 0, error};
        for (const LayerInfo *layer : group.layers) {
            const SizeReport size = m_size(withWeight(m_result.base, layer->name, spec));
            option.cost += costOf(*layer, size, m_result.cost, spec);
        }
        added.options.push_back(option);
        m_result.specs.back().push_back(spec);
    }

    ConfigProblem &m_result;
    const SearchRules &m_rules;
    const LayerErrors &m_errors;
    const SizeFunction &m_size;
};

} // namespace

std::string_view name(SearchCost cost)
{
    switch (cost) {
    case SearchCost::Bytes:
        return "bytes";
    case SearchCost::Bits:
        return "bits";
    case SearchCost::Bops:
        return "bops";
    }
    return "";
}

std::vector<WeightSpec> searchedSpecs(const SearchRules &rules, const LayerInfo &layer)
{
    std::vector<WeightSpec> specs;
    if (rules.marks.isLocked(layer.name))
        return specs;
    std::vector<int> bits = rules.bits;
    if (const auto own = rules.allowedBits.find(layer.name); own != rules.allowedBits.end())
        bits.assign(own->second.rbegin(), own->second.rend());
    for (const int each : bits)
        for (const WeightMethod method : rules.methods) {
            const WeightSpec spec =
                each == kFloatBits ? WeightSpec{}
                                   : canonical(withBits(specOf(method, rules.granularity), each));
            const bool isNew = std::ranges::find(specs, spec) == specs.end();
            if (isNew && (!rules.target || supports(*rules.target, layer, spec)))
                specs.push_back(spec);
        }
    return specs;
}

QuantConfig searchBase(std::span<const LayerInfo> layers, const QuantConfig &base,
                       const SearchRules &rules)
{
    QuantConfig result = base;
    const std::vector<LayerGroup> groups = groupsOf(layers, rules.marks);
    if (rules.target)
        requireSupported(*rules.target, groups, base);
    for (const LayerGroup &group : groups) {
        const WeightSpec first = base.spec(group.layers.front()->name).weight;
        for (const LayerInfo *layer : group.layers) {
            const LayerQuantSpec spec = base.spec(layer->name);
            if (group.isLocked && spec.weight != first)
                throw Error(ErrorKind::BadInput, group.layers.front()->name + " and " +
                                                     layer->name +
                                                     " are tied and locked, but have two settings; "
                                                     "give them one, or untie them.");
            if (rules.target)
                requireActivation(*rules.target, *layer, spec.activation);
            if (group.isLocked)
                continue;
            requireTargetChoice(rules, *layer);
            result = withWeight(result, layer->name, {});
        }
    }
    return result;
}

ConfigProblem configProblem(std::span<const LayerInfo> layers, const QuantConfig &base,
                            const SearchRules &rules, SearchCost cost, const LayerErrors &errors,
                            const SizeFunction &size)
{
    ConfigProblem result;
    result.base = searchBase(layers, base, rules);
    result.cost = cost;
    const SizeReport whole = size(result.base);
    if (cost == SearchCost::Bytes) {
        result.fixedCost = whole.bytes;
        for (const SizedLayer &layer : whole.layers)
            result.fixedCost -= layer.bytes;
    }
    for (const LayerInfo &layer : layers)
        result.weights += layer.weights;
    ProblemBuilder builder(result, rules, errors, size);
    for (const LayerGroup &group : groupsOf(layers, rules.marks))
        builder.add(group);
    validate(result.problem);
    return result;
}

QuantConfig configOf(const ConfigProblem &problem, const SearchSolution &solution)
{
    QuantConfig config = problem.base;
    for (std::size_t i = 0; i < problem.problem.groups.size(); ++i)
        for (const std::string &layer : problem.problem.groups[i].layers)
            config = withWeight(config, layer, problem.specs[i].at(solution.choice.at(i)));
    return config;
}

std::int64_t groupBudget(const ConfigProblem &problem, double amount)
{
    const double total =
        problem.cost == SearchCost::Bits ? amount * static_cast<double>(problem.weights) : amount;
    constexpr double kMost = 9e18;
    // What rounding takes from an average times its count.
    constexpr double kRounding = 1 + 1e-15;
    return static_cast<std::int64_t>(std::floor(std::clamp(total * kRounding, 0.0, kMost))) -
           problem.fixedCost;
}

double amountOf(const ConfigProblem &problem, std::int64_t cost)
{
    const auto total = static_cast<double>(cost + problem.fixedCost);
    if (problem.cost != SearchCost::Bits)
        return total;
    return problem.weights > 0 ? total / static_cast<double>(problem.weights) : 0;
}

} // namespace quantloupe
