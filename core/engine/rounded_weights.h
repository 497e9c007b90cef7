// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/correction_task.h"
#include "engine/weight_cache.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace quantloupe {

/// The weights that AdaRound found, by layer, setting and calibration inputs, under a byte budget.
/// They are found on the inputs that a layer has in the float network, so that an edit of another
/// layer leaves them. Thread-safe: locked only to look up or insert.
class RoundedWeights
{
public:
    /// `layer` has a quantized weight. Null where its levels are not equally far apart, or its
    /// output does not follow from its weight as WeightGrams knows; then whyNot() says so.
    std::shared_ptr<const QuantizedWeight> get(const CorrectionTask &task, std::size_t layer,
                                               const RunContext &context);
    /// What tells the found weight from others in cache keys; never 0.
    static std::uint64_t keyOf(const CorrectionTask &task, std::size_t layer);
    /// A sentence that names the layer.
    static std::string whyNot(const CorrectionTask &task, std::size_t layer);

private:
    void insert(std::uint64_t key, std::shared_ptr<const QuantizedWeight> weight);

    std::mutex m_mutex;
    std::size_t m_bytes = 0;
    std::map<std::uint64_t, std::shared_ptr<const QuantizedWeight>> m_known;
};

} // namespace quantloupe
