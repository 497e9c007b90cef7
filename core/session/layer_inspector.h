// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/input_batch.h"
#include "engine/overlay_builder.h"
#include "engine/weight_cache.h"
#include "session/correction_store.h"
#include "session/inspect_request.h"

#include <cstdint>
#include <vector>

namespace quantloupe {

/// What inspections keep between requests: the weights of the overlay and the one layer that is
/// looked at, with its codes.
struct InspectionCaches
{
    WeightCache weights{256ULL << 20};
    std::uint64_t program = 0;
    std::size_t layer = 0;
    /// As RewrittenLayer::key.
    std::uint64_t rewrite = 0;
    QuantizedTensor quantized;
};

/// One inspection, part by part.
class LayerInspector
{
public:
    /// Throws Error{BadInput} if the generator has no layer of this name.
    LayerInspector(const InspectRequest &request, InspectionCaches &caches);

    /// Of the generator's layers.
    std::size_t layer() const { return m_layer; }
    /// `rewritten` is what is quantized, the layer's own weight where it holds none.
    LayerInspection weight(const RewrittenLayer &rewritten, const RunContext &context);
    /// The settings of the layers up to this one; those behind it do not matter here, except to
    /// equalization.
    const QuantConfig &config() const { return m_config; }
    /// The layer or one before it has a quantized activation.
    bool needsCalibration() const;
    /// `ranges` are those of config(). Without `histograms` (one for each layer) the inputs of the
    /// request's samples are shown.
    void addActivation(LayerInspection &report, const std::vector<ActivationHistogram> *histograms,
                       const ActivationRanges &ranges, const RunContext &context);
    /// How the range does on held-out samples; `histograms` has one for each layer.
    void addHeldOut(LayerInspection &report,
                    const std::vector<ActivationHistogram> &histograms) const;
    void addFeatureMaps(LayerInspection &report, const CalibratedSites &sites,
                        const RunContext &context);

private:
    const QuantizedTensor &quantizedWeight(const at::Tensor &weight, std::uint64_t rewrite);
    ActivationHistogram sampledActivation(const RunContext &context) const;
    at::Tensor outputUnder(const Overlay &overlay, const RunContext &context) const;
    /// The layer's output as a folded norm or equalization scales it.
    at::Tensor rewritten(const at::Tensor &output, const LayerCorrections &corrections) const;

    const InspectRequest &m_request;
    const Generator &m_generator;
    InspectionCaches &m_caches;
    std::size_t m_layer = 0;
    QuantConfig m_config;
};

} // namespace quantloupe
