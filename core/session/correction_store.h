// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/overlay_builder.h"
#include "quant/correction_report.h"
#include "session/correction_gain.h"
#include "session/requests.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

namespace quantloupe {

/// The weight of a layer as folding and equalization have it before it is quantized.
struct RewrittenLayer
{
    /// Undefined where it is the layer's own.
    at::Tensor weight = {};
    /// Tells it from others of the layer; 0 where it is the layer's own.
    std::uint64_t key = 0;
};

/// The corrections of configurations, computed from generator, configuration and calibration inputs
/// whenever they are not known: any edit of an earlier layer changes most of them, and what
/// AdaRound finds is as large as the weights, so that none is kept in files. Thread-safe: locked
/// only to look up or insert.
class CorrectionStore
{
public:
    /// Empty where `config` corrects nothing. Throws Error{BadInput} where activation ranges were
    /// made from pictures that are not given.
    LayerCorrections corrections(const CompareRequest &request, const QuantConfig &config,
                                 const ActivationRanges &ranges, WeightCache &weights,
                                 const RunContext &context);
    /// Needs no calibration: weights and statistics of norms say all.
    RewrittenLayer rewrittenLayer(const CompareRequest &request, std::size_t layer);
    /// What those of the request's configuration bought.
    CorrectionReport report(const CompareRequest &request, const CalibratedSites &sites,
                            WeightCache &weights, const RunContext &context);

private:
    /// Of all corrections in effect but the last one.
    std::vector<CorrectionStage> stages(const CorrectionTask &task,
                                        const LayerCorrections &corrections,
                                        const RunContext &context);

    CorrectionMemo m_memo;
    std::mutex m_mutex;
    std::map<std::uint64_t, CorrectionReport> m_reports;
};

} // namespace quantloupe
