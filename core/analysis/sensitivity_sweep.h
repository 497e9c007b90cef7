// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/executor.h"
#include "engine/input_batch.h"
#include "image/pixel_rect.h"
#include "metrics/paired_metrics.h"

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
    /// Values that `batches` index; drawn without any.
    GivenInputs given = {};
    /// What of each picture is compared; all of it without one.
    std::optional<PixelRect> region = {};
};

/// The float network and variants of another one, the trunk, on the same inputs. A variant may
/// differ from the trunk in one layer and what lies behind it; what lies before comes from the
/// cache. The values are the same to the bit with any cache.
class SensitivitySweep
{
public:
    explicit SensitivitySweep(SweepInputs inputs);

    /// Runs the trunk, and the float network where it was not run yet. An empty trunk is the float
    /// network; `trunk` must live on.
    void start(const Overlay &trunk, const RunContext &context);
    /// One row of samples for each variant.
    std::vector<std::vector<PairedSample>>
    measure(std::size_t layer, std::span<const Overlay> variants, const RunContext &context);
    const ExecutionStats &stats() const { return m_stats; }

private:
    struct Batch
    {
        ProgramInputs inputs;
        at::Tensor reference;
        /// For PSNR and SSIM.
        std::vector<Image> pictures;
        /// Of the trunk's values, frozen.
        std::optional<PrefixCache> cache;
    };

    at::Tensor run(Batch &batch, const Overlay &overlay, const RunContext &context);
    /// Gives the batch a cache that holds what the trunk computes before `layer`, or everywhere.
    void fill(Batch &batch, std::optional<std::size_t> layer, const RunContext &context);
    /// What the first batch, the largest, takes tells whether all may be kept.
    void measureFirst(Batch &batch);
    void setReference(Batch &batch, const at::Tensor &output, std::size_t samples) const;
    void addSamples(const Batch &batch, std::size_t index, const at::Tensor &output,
                    std::vector<PairedSample> &samples) const;

    SweepInputs m_inputs;
    std::vector<Batch> m_batches;
    const Overlay *m_trunk = nullptr;
    /// The trunk's values of all batches are kept at once; otherwise those of one batch at a time,
    /// and only what a layer needs.
    bool m_keepsAll = true;
    ExecutionStats m_stats;
};

} // namespace quantloupe
