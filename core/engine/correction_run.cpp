// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/correction_run.h"

#include "base/hash.h"
#include "engine/correction_sites.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <unordered_map>

namespace quantloupe {

namespace {

using Statistics = StatisticsMemo::Statistics;

/// Values between the layers of all batches, so that each layer need not start from the inputs.
constexpr std::size_t kPrefixBytes = std::size_t{256} << 20;
/// Of the progress, where weights are rounded.
constexpr double kRoundingShare = 0.8;
/// Relative to the root mean square of the channel.
constexpr double kLeastSkippedOffset = 2;

template <typename Values> std::uint64_t keyOf(std::uint64_t start, const Values &tensors)
{
    std::uint64_t key = start;
    for (const at::Tensor &tensor : tensors)
        key = mixHash(key, std::as_bytes(std::span(tensor.template data_ptr<float>(),
                                                   static_cast<std::size_t>(tensor.numel()))));
    return key == 0 ? 1 : key;
}

/// One computation, site by site.
class Computation
{
public:
    Computation(const CorrectionTask &task, CorrectionMemo &memo)
        : m_task(task),
          m_program(task.generator.program),
          m_memo(memo.statistics),
          m_rounded(memo.weights),
          m_executor(m_program, &m_prefix),
          m_overlay(task.overlay),
          m_corrections(m_program.layers.size())
    {
    }

    LayerCorrections execute(const RunContext &context)
    {
        const std::vector<std::size_t> rounded = roundedLayers();
        const double share = rounded.empty() ? 0 : kRoundingShare;
        const auto count = static_cast<double>(rounded.size());
        for (std::size_t i = 0; i < rounded.size(); ++i) {
            const auto at = static_cast<double>(i);
            roundWeight(rounded[i], context.sub(share * at / count, share * (at + 1) / count));
        }
        correctOutputs(context.sub(share, 1));
        return std::move(m_corrections);
    }

private:
    std::vector<std::size_t> roundedLayers() const
    {
        std::vector<std::size_t> layers;
        for (std::size_t i = 0; i < m_program.layers.size(); ++i)
            if (const std::string &name = m_program.layers[i].name;
                m_task.config.corrects(Correction::AdaRound, name) &&
                !m_task.config.spec(name).weight.isFloat())
                layers.push_back(i);
        return layers;
    }

    void roundWeight(std::size_t layer, const RunContext &context)
    {
        LayerCorrection &correction = m_corrections[layer];
        correction.weight = m_rounded.get(m_task, layer, context);
        if (!correction.weight) {
            correction.notes.push_back(RoundedWeights::whyNot(m_task, layer));
            return;
        }
        correction.weightKey = RoundedWeights::keyOf(m_task, layer);
        m_overlay[layer].weight = correction.weight->values;
        m_overlay[layer].weightKey = correction.weightKey;
    }

    void correctOutputs(const RunContext &context)
    {
        context.describe("Correcting");
        const std::vector<CorrectionSite> sites = sitesOf(m_task);
        const auto share = [&](std::size_t done) {
            return static_cast<double>(done) / static_cast<double>(sites.size() + 1);
        };
        const std::vector<Statistics> reference = statistics(sites, {}, context.sub(0, share(1)));
        for (std::size_t i = 0; i < sites.size(); ++i) {
            const Statistics quantized = statistics(std::span(&sites[i], 1), m_overlay,
                                                    context.sub(share(i + 1), share(i + 2)))
                                             .front();
            // Nothing before this site is quantized.
            if (quantized != reference[i])
                correct(sites[i], *reference[i], *quantized);
        }
    }

    std::uint64_t keyOfSite(const CorrectionSite &site,
                            const std::vector<std::uint64_t> &keys) const
    {
        std::uint64_t key = site.norm < 0 ? 1 : 2;
        for (const std::size_t s : site.steps) {
            const Step &step = m_program.steps[s];
            const ValueId seen = site.norm < 0 ? step.outputs.front() : step.inputs.front();
            key = mixHash(key, keys[static_cast<std::size_t>(seen)]);
        }
        return key;
    }

    /// Of all the sites in one pass; those that are known are not looked at again.
    std::vector<Statistics> statistics(std::span<const CorrectionSite> sites,
                                       const Overlay &overlay, const RunContext &context)
    {
        const std::vector<std::uint64_t> keys = valueKeys(m_program, m_task.inputsKey, overlay);
        std::vector<Statistics> found;
        std::vector<std::size_t> missing;
        for (std::size_t i = 0; i < sites.size(); ++i) {
            found.push_back(m_memo.find(keyOfSite(sites[i], keys)));
            if (!found.back())
                missing.push_back(i);
        }
        if (missing.empty())
            return found;
        std::vector<ChannelStatistics> fresh = observe(sites, missing, overlay, context);
        for (std::size_t i = 0; i < missing.size(); ++i) {
            Statistics &result = found[missing[i]];
            result = std::make_shared<const ChannelStatistics>(std::move(fresh[i]));
            m_memo.insert(keyOfSite(sites[missing[i]], keys), result);
        }
        return found;
    }

    std::vector<ChannelStatistics> observe(std::span<const CorrectionSite> sites,
                                           const std::vector<std::size_t> &wanted,
                                           const Overlay &overlay, const RunContext &context)
    {
        std::vector<ChannelStatistics> result(wanted.size());
        std::vector<std::size_t> steps;
        std::unordered_map<const Step *, ChannelStatistics *> targets;
        for (std::size_t i = 0; i < wanted.size(); ++i)
            for (const std::size_t s : sites[wanted[i]].steps) {
                steps.push_back(s);
                targets[&m_program.steps[s]] = &result[i];
            }
        const auto count = static_cast<double>(m_task.batches.size());
        for (std::size_t b = 0; b < m_task.batches.size(); ++b) {
            context.advance(static_cast<double>(b) / count);
            const CalibrationBatch &batch = m_task.batches[b];
            const ProgramInputs inputs =
                inputBatch(m_task.generator, m_task.plan, batch.given, batch.samples);
            const SiteObserver observer(m_program, batch.samples.samples.size(),
                                        inputs.sampleKeys.size());
            m_executor.observeSteps(
                steps, inputs, overlay, context,
                [&](const Step &step, const at::Tensor &input, const at::Tensor &output) {
                    observer.see(step, input, output, *targets.at(&step));
                });
        }
        return result;
    }

    void correct(const CorrectionSite &site, const ChannelStatistics &reference,
                 const ChannelStatistics &quantized)
    {
        if (reference.count() == 0 || reference.channels() != quantized.channels())
            return;
        LayerCorrection &correction = m_corrections[site.layer];
        if (site.norm < 0)
            correctBias(reference, quantized, correction);
        else
            correction.norms.push_back(moved(site.norm, reference, quantized));
        LayerOverlay &layer = m_overlay[site.layer];
        layer.outputOffset = correction.outputOffset;
        layer.outputKey = correction.outputKey;
        layer.norms = correction.norms;
    }

    static void correctBias(const ChannelStatistics &reference, const ChannelStatistics &quantized,
                            LayerCorrection &correction)
    {
        const auto channels = static_cast<std::int64_t>(reference.channels());
        const at::Tensor offset = at::zeros({channels}, at::kFloat);
        correction.channels = static_cast<int>(channels);
        for (std::size_t c = 0; c < reference.channels(); ++c) {
            const double change = reference.mean(c) - quantized.mean(c);
            const double most = kLeastSkippedOffset * std::sqrt(reference.meanSquare(c));
            if (change == 0)
                continue;
            if (std::isfinite(change) && std::abs(change) < most)
                offset.data_ptr<float>()[c] = static_cast<float>(change);
            else
                ++correction.skippedChannels;
        }
        correction.outputOffset = offset;
        correction.outputKey = keyOf(3, std::array{offset});
    }

    NormOverlay moved(int norm, const ChannelStatistics &reference,
                      const ChannelStatistics &quantized) const
    {
        const NormSite &site = m_program.norms[static_cast<std::size_t>(norm)];
        NormOverlay overlay{norm, site.mean.clone(), site.variance.clone(), 0};
        float *const mean = overlay.mean.data_ptr<float>();
        float *const variance = overlay.variance.data_ptr<float>();
        for (std::size_t c = 0; c < reference.channels(); ++c) {
            const double shift = quantized.mean(c) - reference.mean(c);
            const double before = reference.variance(c);
            const double after = quantized.variance(c);
            if (!std::isfinite(shift) || !std::isfinite(after - before))
                continue;
            mean[c] = static_cast<float>(mean[c] + shift);
            variance[c] = static_cast<float>(after >= before ? variance[c] + (after - before)
                                                             : variance[c] * (after / before));
        }
        overlay.key = keyOf(4, std::array{overlay.mean, overlay.variance});
        return overlay;
    }

    const CorrectionTask &m_task;
    const Program &m_program;
    StatisticsMemo &m_memo;
    RoundedWeights &m_rounded;
    PrefixCache m_prefix{kPrefixBytes};
    Executor m_executor;
    /// With the corrections so far.
    Overlay m_overlay;
    LayerCorrections m_corrections;
};

} // namespace

void apply(const LayerCorrections &corrections, Overlay &overlay)
{
    for (std::size_t i = 0; i < corrections.size(); ++i) {
        if (corrections[i].weight) {
            overlay[i].weight = corrections[i].weight->values;
            overlay[i].weightKey = corrections[i].weightKey;
        }
        overlay[i].outputOffset = corrections[i].outputOffset;
        overlay[i].outputKey = corrections[i].outputKey;
        overlay[i].norms = corrections[i].norms;
    }
}

bool wantsCorrections(const QuantConfig &config)
{
    return std::ranges::any_of(config.layers(), [&](const auto &entry) {
        return std::ranges::any_of(
            corrections(), [&](Correction each) { return config.corrects(each, entry.first); });
    });
}

LayerCorrections computeCorrections(const CorrectionTask &task, CorrectionMemo &memo,
                                    const RunContext &context)
{
    return Computation(task, memo).execute(context);
}

} // namespace quantloupe
