// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/network_rewrite.h"
#include "engine/weight_memo.h"
#include "quant/correction_report.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace quantloupe {

/// The float network whose inputs of layers AdaRound looks at.
struct ObservedNetwork
{
    const NetworkRewrite &rewrite;
    /// Of its runs so far, which those for a later layer go on from; null to begin with the inputs
    /// for each. What is found is the same to the bit.
    PrefixCache *prefix = nullptr;
};

struct RoundedWeight
{
    /// Null where AdaRound leaves the layer alone.
    std::shared_ptr<const QuantizedWeight> weight;
    /// Empty where the layer puts out nothing, or nothing finite.
    std::optional<RoundingError> error;
};

/// The weights that AdaRound found, by layer, setting and calibration inputs, under a byte budget.
/// They are found on the inputs that a layer has in the float network (rewritten, where norms are
/// folded or layers equalized), so that an edit of another layer leaves them. Thread-safe.
class RoundedWeights
{
public:
    /// `layer` has a quantized weight, which is left alone where its method has no range
    /// (hasRange()), or its output does not follow from its weight as WeightGrams knows; then
    /// whyNot() says so.
    RoundedWeight get(const CorrectionTask &task, const ObservedNetwork &network, std::size_t layer,
                      const RunContext &context);
    /// What tells the found weight from others in cache keys; never 0.
    static std::uint64_t keyOf(const CorrectionTask &task, const NetworkRewrite &network,
                               std::size_t layer);
    /// A sentence that names the layer.
    static std::string whyNot(const CorrectionTask &task, std::size_t layer);

private:
    std::optional<RoundedWeight> find(std::uint64_t key) const;
    void insert(std::uint64_t key, const RoundedWeight &found);

    WeightMemo m_known;
    mutable std::mutex m_mutex;
    /// Of all weights that were ever found: few bytes each.
    std::map<std::uint64_t, RoundingError> m_errors;
};

} // namespace quantloupe
