// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sensitivity_ranges.h"

#include "engine/overlay_builder.h"
#include "session/metrics_plan.h"
#include "session/sensitivity_measurement.h"

#include <set>

namespace quantloupe {

SensitivityRanges::SensitivityRanges(Session &session, const SensitivityRequest &request,
                                     std::span<const QuantConfig *const> configs,
                                     const RunContext &context)
    : m_info(info(*request.generator))
{
    std::map<std::string, std::set<ActivationSpec>> wanted;
    for (const QuantConfig *config : configs)
        for (const auto &[layer, spec] : config->layers())
            if (!spec.activation.isFloat())
                wanted[layer].insert(spec.activation);
    CompareRequest calibration = generationOf(measurementOf(request, {}, 0));
    // A calibration takes one setting of each layer; the float network runs for the first only.
    while (!wanted.empty()) {
        calibration.config = {};
        for (auto layer = wanted.begin(); layer != wanted.end();) {
            LayerQuantSpec spec;
            spec.activation = layer->second.extract(layer->second.begin()).value();
            calibration.config.set(layer->first, spec);
            layer = layer->second.empty() ? wanted.erase(layer) : std::next(layer);
        }
        for (const auto &[layer, found] : session.calibrate(calibration, context).ranges.layers)
            m_known.insert_or_assign({layer, found.spec}, found.range);
    }
}

ActivationRanges SensitivityRanges::of(const QuantConfig &config) const
{
    if (!quantizesActivations(config))
        return {};
    ActivationRanges ranges(m_info.layers.size());
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const std::string &layer = m_info.layers[i].name;
        const auto known = m_known.find({layer, config.spec(layer).activation});
        if (known != m_known.end())
            ranges[i] = known->second;
    }
    return ranges;
}

} // namespace quantloupe
