// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/network_rewrite.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace quantloupe {

/// Activation ranges of layers whose inputs equalization scales: those calibrated on the network as
/// it was do not hold for them. Another observer looks at the same histograms. Thread-safe: locked
/// only to look up or insert.
class RescaledRanges
{
public:
    /// From the same calibration inputs on the rewritten float network. The layer's activation is
    /// quantized.
    ActivationRange get(const CorrectionTask &task, const NetworkRewrite &network,
                        std::size_t layer, const RunContext &context);

private:
    using Histograms = std::shared_ptr<const std::vector<ActivationHistogram>>;

    Histograms histograms(std::uint64_t key, const CorrectionTask &task,
                          const NetworkRewrite &network, const RunContext &context);

    std::mutex m_mutex;
    std::map<std::uint64_t, Histograms> m_histograms;
    std::map<std::uint64_t, ActivationRange> m_ranges;
};

} // namespace quantloupe
