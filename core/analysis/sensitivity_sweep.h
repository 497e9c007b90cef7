// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/executor.h"
#include "engine/input_batch.h"
#include "metrics/paired_metrics.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quantloupe {

/// What a sweep compares, and on which inputs.
struct SweepInputs
{
    const Generator &generator;
    const SamplingPlan &plan;
    std::vector<BatchSamples> batches;
    /// Of PSNR, SSIM and SQNR, the one that is wanted; the energies of SQNR cost nothing.
    MetricKind metric = MetricKind::OutputSqnr;
    /// 0 runs every step of every network.
    std::size_t cacheBytes = 0;
};

/// The float network and variants of another one, the trunk, on the same inputs. A variant may
/// differ from the trunk in one layer and what lies behind it; what lies before comes from the
/// cache. The values are the same to the bit with any cache.
class SensitivitySweep
{
public:
    /// Runs the float network.
    SensitivitySweep(SweepInputs inputs, const RunContext &context);

    /// Runs the trunk; an empty one is the float network. `trunk` must live on.
    void start(const Overlay &trunk, const RunContext &context);
    /// One row of samples for each variant.
    std::vector<std::vector<PairedSample>> measure(std::size_t layer,
                                                   std::span<const Overlay> variants,
                                                   const RunContext &context);
    const ExecutionStats &stats() const { return m_stats; }

private:
    struct Batch
    {
        ProgramInputs inputs;
        at::Tensor reference;
        /// For PSNR and SSIM.
        std::vector<Image> pictures;
        /// Of the trunk's values.
        std::vector<std::uint64_t> keys;
    };

    at::Tensor run(const Batch &batch, const Overlay &overlay, const RunContext &context);
    /// Sets up the cache by what one batch of the trunk takes.
    void openCache(const Batch &batch, const Overlay &trunk, const RunContext &context);
    /// The trunk's values before `layer` are in the cache again.
    void warm(const Batch &batch, std::size_t layer, const RunContext &context);
    /// Variants leave values that nobody asks for again; the trunk's must outlive them.
    void refresh(const Batch &batch);
    void addSamples(const Batch &batch, std::size_t index, const at::Tensor &output,
                    std::vector<PairedSample> &samples) const;
    /// Not all batches of the trunk fit into the cache at once.
    bool warms() const { return m_batchBytes * m_inputs.batches.size() > m_inputs.cacheBytes; }
    PrefixCache *cache() { return m_cache ? &*m_cache : nullptr; }

    SweepInputs m_inputs;
    std::optional<PrefixCache> m_cache;
    std::vector<Batch> m_batches;
    const Overlay *m_trunk = nullptr;
    /// What one batch of the trunk takes in the cache.
    std::size_t m_batchBytes = 0;
    ExecutionStats m_stats;
};

} // namespace quantloupe
