// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/compare_report.h"
#include "engine/input_batch.h"
#include "engine/overlay_builder.h"
#include "metrics/paired_metrics.h"
#include "session/lane_caches.h"
#include "session/requests.h"

#include <vector>

namespace quantloupe {

/// Which numbers of pairs are wanted; those of the output cost nothing.
struct PairNumbers
{
    bool psnr = false;
    bool ssim = false;
    bool layers = false;
};

/// Pictures of some samples; `broken` counts outputs with values that are not finite.
struct SampledPictures
{
    std::vector<Image> images;
    std::size_t broken = 0;
};

struct SampledPairs
{
    SampledPictures reference;
    SampledPictures quantized;
    std::vector<PairedSample> samples;
};

/// Float and quantized pictures of the evaluation stream, generated when they are asked for. The
/// same to the bit however the samples are divided into calls, as long as all calls but the last
/// are for multiples of the micro-batch.
class PairSource
{
public:
    /// From this index of the stream on are the samples of float references: no number of measured
    /// samples reaches it, so that the sets share no latent.
    static constexpr std::uint64_t kReferenceStart = std::uint64_t{1} << 40;

    /// The request's source is left aside but for its given pictures.
    PairSource(const CompareRequest &request, std::uint64_t seed, LaneCaches &caches,
               const CalibratedSites &sites, const RunContext &context);

    SampledPairs pairs(std::uint64_t first, std::size_t count, const PairNumbers &numbers,
                       const RunContext &context);
    SampledPictures reference(std::uint64_t first, std::size_t count, const RunContext &context);
    const RunFacts &facts() const { return m_facts; }

private:
    /// The outputs of one micro-batch, and those of its layers where they are wanted.
    struct Outputs;

    Outputs run(const ProgramInputs &inputs, const Overlay &overlay, bool layers,
                const RunContext &context);
    BatchSamples batch(std::uint64_t first, std::size_t count) const;
    void addPairs(const BatchSamples &batch, const PairNumbers &numbers, const RunContext &context,
                  SampledPairs &result);

    const CompareRequest &m_request;
    const Generator &m_generator;
    std::uint64_t m_seed;
    BuiltOverlay m_overlay;
    /// What both runs of one micro-batch share. The lane's would fill with values of samples that
    /// nothing asks for again.
    PrefixCache m_prefix{LaneCaches::kPrefixBytes};
    RunFacts m_facts;
};

} // namespace quantloupe
