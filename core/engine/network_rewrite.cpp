// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network_rewrite.h"

#include "base/hash.h"
#include "engine/rewrite_plan.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <functional>
#include <span>
#include <utility>

namespace quantloupe {

namespace {

/// More are forgotten all at once.
constexpr std::size_t kMostNetworks = 64;
constexpr std::size_t kMostStructures = 8;
constexpr std::size_t kMostDecisions = 4096;

template <typename Map> void makeRoom(Map &map, std::size_t most)
{
    if (map.size() >= most)
        map.clear();
}

std::uint64_t keyOf(std::uint64_t start, const std::vector<double> &values)
{
    const std::uint64_t key =
        mixHash(mixHash(start, values.size()), std::as_bytes(std::span(values)));
    return key == 0 ? 1 : key;
}

/// Element by element; an empty one is all ones.
std::vector<double> product(std::vector<double> a, const std::vector<double> &b)
{
    if (a.empty())
        return b;
    if (!b.empty())
        std::ranges::transform(a, b, a.begin(), std::multiplies<>());
    return a;
}

at::Tensor floats(const std::vector<double> &values)
{
    return at::tensor(values, at::kDouble).to(at::kFloat);
}

/// What is left of a folded norm before which the layer's output is scaled once more.
NormOverlay leftOf(const NormFold &fold, const std::vector<double> &equalization)
{
    const std::vector<double> offsets = product(fold.offsets, equalization);
    NormOverlay overlay;
    overlay.norm = fold.norm;
    overlay.offset = floats(offsets);
    overlay.key = keyOf(9, offsets);
    return overlay;
}

LayerRewrite rewriteOf(const at::Tensor &bias, const NormFold *fold,
                       const ChannelFactors &equalization)
{
    LayerRewrite rewrite;
    rewrite.factors = {product(fold ? fold->factors : std::vector<double>(), equalization.outputs),
                       equalization.inputs};
    if (rewrite.factors.isEmpty())
        return rewrite;
    rewrite.key = keyOf(keyOf(8, rewrite.factors.outputs), rewrite.factors.inputs);
    if (bias.defined() && !rewrite.factors.outputs.empty())
        rewrite.bias =
            (bias.detach().to(at::kDouble) * at::tensor(rewrite.factors.outputs, at::kDouble))
                .to(at::kFloat);
    if (fold)
        rewrite.norms.push_back(leftOf(*fold, equalization.outputs));
    rewrite.isEqualized = !equalization.outputs.empty();
    return rewrite;
}

bool wantsRewrite(const QuantConfig &config)
{
    return std::ranges::any_of(config.layers(), [&](const auto &entry) {
        return config.corrects(Correction::FoldNorm, entry.first) ||
               config.corrects(Correction::Equalize, entry.first);
    });
}

} // namespace

at::Tensor rewrittenWeight(const Program &program, const NetworkRewrite &network, std::size_t layer)
{
    const WeightSite &site = program.layers[layer];
    return network[layer].key == 0 ? site.weight : scaledWeight(site, network[layer].factors);
}

Overlay overlayOf(const Program &program, const NetworkRewrite &network)
{
    Overlay overlay(network.size());
    for (std::size_t i = 0; i < network.size(); ++i)
        if (network[i].key != 0) {
            overlay[i].weight = rewrittenWeight(program, network, i);
            overlay[i].weightKey = network[i].key;
            overlay[i].bias = network[i].bias;
            overlay[i].norms = network[i].norms;
        }
    return overlay;
}

RewritePlan NetworkRewrites::get(const CorrectionTask &task)
{
    const Program &program = task.generator.program;
    if (!wantsRewrite(task.config))
        return {std::make_shared<const NetworkRewrite>(program.layers.size()), {}};
    const std::shared_ptr<const RewriteStructure> possible = structure(task.generator);
    RewritePlan plan;
    const SuffersFromFold suffering = [&](std::size_t layer, const NormFold &fold) {
        const std::string &name = program.layers[layer].name;
        return suffers(program, layer, fold, task.config.spec(name).weight);
    };
    const RewriteChoice choice = chooseRewrites(task, *possible, suffering, plan.refusals);
    plan.network = network(program, *possible, choice);
    return plan;
}

std::shared_ptr<const RewriteStructure> NetworkRewrites::structure(const Generator &generator)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_structures.find(generator.program.id); known != m_structures.end())
            return known->second;
    }
    auto fresh = std::make_shared<const RewriteStructure>(structureOf(generator));
    const std::lock_guard lock(m_mutex);
    makeRoom(m_structures, kMostStructures);
    m_structures[generator.program.id] = fresh;
    return fresh;
}

bool NetworkRewrites::suffers(const Program &program, std::size_t layer, const NormFold &fold,
                              const WeightSpec &spec)
{
    const std::uint64_t key = mixHash(mixHash(mixHash(10, program.id), layer), toText(spec));
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_suffering.find(key); known != m_suffering.end())
            return known->second;
    }
    const bool result = suffersFromFold(program.layers[layer], fold, spec);
    const std::lock_guard lock(m_mutex);
    makeRoom(m_suffering, kMostDecisions);
    m_suffering[key] = result;
    return result;
}

std::shared_ptr<const NetworkRewrite> NetworkRewrites::network(const Program &program,
                                                               const RewriteStructure &structure,
                                                               const RewriteChoice &choice)
{
    std::uint64_t key = mixHash(11, program.id);
    for (const bool isFolded : choice.isFolded)
        key = mixHash(key, isFolded ? 1U : 0U);
    for (const auto &[first, second] : choice.pairs)
        key = mixHash(mixHash(key, first), second);
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_networks.find(key); known != m_networks.end())
            return known->second;
    }
    const std::size_t count = program.layers.size();
    std::vector<std::vector<double>> folded(count);
    for (std::size_t i = 0; i < count; ++i)
        if (choice.isFolded[i])
            folded[i] = structure.folds[i].fold->factors;
    const std::vector<ChannelFactors> factors = equalize(program, choice.pairs, folded);
    NetworkRewrite rewrite;
    for (std::size_t i = 0; i < count; ++i)
        rewrite.push_back(rewriteOf(structure.biases[i],
                                    choice.isFolded[i] ? &*structure.folds[i].fold : nullptr,
                                    factors[i]));
    auto fresh = std::make_shared<const NetworkRewrite>(std::move(rewrite));
    const std::lock_guard lock(m_mutex);
    makeRoom(m_networks, kMostNetworks);
    m_networks[key] = fresh;
    return fresh;
}

} // namespace quantloupe
