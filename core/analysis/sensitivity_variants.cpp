// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/sensitivity_variants.h"

#include "base/error.h"

#include <algorithm>
#include <utility>

namespace quantloupe {

namespace {

constexpr int kLeastActivationBits = 2;

bool hasActivation(const LayerInfo &layer)
{
    return layer.hasActivationSite && !layer.readsNetworkInput;
}

bool touchesWeight(SensitivitySite site)
{
    return site != SensitivitySite::Activations;
}

bool touchesActivation(SensitivitySite site, const LayerInfo &layer)
{
    return site != SensitivitySite::Weights && hasActivation(layer);
}

/// The layer's settings with those of one site taken from another.
LayerQuantSpec replaced(LayerQuantSpec spec, const LayerQuantSpec &by, SensitivitySite site)
{
    if (site != SensitivitySite::Activations)
        spec.weight = by.weight;
    if (site != SensitivitySite::Weights)
        spec.activation = by.activation;
    return spec;
}

/// In the order of the first ones.
template <typename Value> void removeDuplicates(std::vector<Value> &values)
{
    std::vector<Value> distinct;
    for (const Value &value : values)
        if (std::ranges::find(distinct, value) == distinct.end())
            distinct.push_back(value);
    values = std::move(distinct);
}

class Builder
{
public:
    Builder(const SensitivityPlan &plan, const QuantConfig &base, std::span<const LayerInfo> layers)
        : m_plan(plan), m_base(base), m_layers(layers)
    {
        m_base.setCorrections({});
        for (const std::string &name : plan.layers)
            if (std::ranges::none_of(layers,
                                     [&](const LayerInfo &layer) { return layer.name == name; }))
                throw Error(ErrorKind::BadInput, "The generator has no layer '" + name +
                                                     "'; `inspect` lists its layers.");
    }

    SensitivityVariants build()
    {
        if (wants(SensitivityMode::Alone))
            addAlone();
        if (wants(SensitivityMode::LeaveOneOut)) {
            if (m_base.isFloat())
                addLeftOutOfAll();
            else
                addLeftOutOfBase();
        }
        if (m_result.trunks.empty())
            throw Error(ErrorKind::BadInput,
                        "There is nothing to measure: none of these layers has such a site at "
                        "these bit-widths; choose other layers, sites or bits.");
        addNotes();
        return std::move(m_result);
    }

private:
    bool wants(SensitivityMode mode) const
    {
        return std::ranges::find(m_plan.modes, mode) != m_plan.modes.end();
    }

    bool isSwept(const LayerInfo &layer) const
    {
        return m_plan.layers.empty() ||
               std::ranges::find(m_plan.layers, layer.name) != m_plan.layers.end();
    }

    /// Float where the layer has no such site, or no quantizer of so few bits.
    LayerQuantSpec quantizer(const LayerInfo &layer, SensitivitySite site, int bits) const
    {
        LayerQuantSpec spec;
        if (touchesWeight(site))
            spec.weight = canonical(withBits(m_plan.weight, bits));
        if (touchesActivation(site, layer) && bits >= kLeastActivationBits)
            spec.activation = canonical(withBits(m_plan.activation, bits));
        return spec;
    }

    void add(SensitivityTrunk &trunk, std::size_t index, SensitivityVariant variant,
             const LayerQuantSpec &spec)
    {
        variant.layer = index;
        variant.config = trunk.config;
        variant.config.set(m_layers[index].name, spec);
        trunk.variants.push_back(std::move(variant));
    }

    void keep(SensitivityTrunk trunk)
    {
        if (!trunk.variants.empty())
            m_result.trunks.push_back(std::move(trunk));
    }

    void addAlone()
    {
        SensitivityTrunk trunk{m_base, {}};
        for (std::size_t i = m_layers.size(); i-- > 0;) {
            if (!isSwept(m_layers[i]))
                continue;
            for (const SensitivitySite site : m_plan.sites)
                for (const int bits : m_plan.bits) {
                    const LayerQuantSpec spec = quantizer(m_layers[i], site, bits);
                    if (!spec.isFloat())
                        add(trunk, i, {0, site, SensitivityMode::Alone, bits, spec, {}},
                            replaced(m_base.spec(m_layers[i].name), spec, site));
                }
        }
        keep(std::move(trunk));
    }

    void addLeftOut(SensitivityTrunk &trunk, SensitivitySite site, int bits)
    {
        for (std::size_t i = m_layers.size(); i-- > 0;) {
            const LayerQuantSpec &present = trunk.config.spec(m_layers[i].name);
            const LayerQuantSpec lacking = replaced({}, present, site);
            if (isSwept(m_layers[i]) && !lacking.isFloat())
                add(trunk, i, {0, site, SensitivityMode::LeaveOneOut, bits, lacking, {}},
                    replaced(present, {}, site));
        }
    }

    void addLeftOutOfAll()
    {
        for (const SensitivitySite site : m_plan.sites)
            for (const int bits : m_plan.bits) {
                SensitivityTrunk trunk;
                for (const LayerInfo &layer : m_layers)
                    trunk.config.set(layer.name, quantizer(layer, site, bits));
                addLeftOut(trunk, site, bits);
                keep(std::move(trunk));
            }
    }

    void addLeftOutOfBase()
    {
        SensitivityTrunk trunk{m_base, {}};
        for (const SensitivitySite site : m_plan.sites)
            addLeftOut(trunk, site, kBaseBits);
        std::ranges::stable_sort(trunk.variants, std::ranges::greater(),
                                 &SensitivityVariant::layer);
        keep(std::move(trunk));
    }

    void addNotes()
    {
        const bool activations = std::ranges::any_of(
            m_plan.sites, [](SensitivitySite site) { return site != SensitivitySite::Weights; });
        if (!activations)
            return;
        for (const LayerInfo &layer : m_layers)
            if (isSwept(layer) && !hasActivation(layer))
                m_result.notes.push_back(layer.hasActivationSite
                                             ? "The activation of " + layer.name +
                                                   " stays float: it is the network's own input."
                                             : "The input of " + layer.name +
                                                   " holds indices and stays as it is.");
        if (std::ranges::find(m_plan.bits, 1) != m_plan.bits.end())
            m_result.notes.push_back(
                "Activations have no quantizer of 1 bit and stay float there.");
    }

    const SensitivityPlan &m_plan;
    QuantConfig m_base;
    std::span<const LayerInfo> m_layers;
    SensitivityVariants m_result;
};

} // namespace

SensitivityPlan withoutDuplicates(SensitivityPlan plan)
{
    removeDuplicates(plan.bits);
    removeDuplicates(plan.sites);
    removeDuplicates(plan.modes);
    return plan;
}

SensitivityVariants sensitivityVariants(const SensitivityPlan &plan, const QuantConfig &base,
                                        std::span<const LayerInfo> layers)
{
    return Builder(plan, base, layers).build();
}

} // namespace quantloupe
