// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/correction_run.h"

#include "base/hash.h"
#include "engine/output_channels.h"

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
/// Relative to the root mean square of the channel.
constexpr double kLeastSkippedOffset = 2;

/// Where statistics are taken: all uses of a layer, or one norm.
struct Site
{
    std::vector<std::size_t> steps;
    /// The layer, or the one before the norm.
    std::size_t layer = 0;
    int norm = -1;
};

std::vector<Site> sitesOf(const CorrectionTask &task)
{
    const Program &program = task.generator.program;
    std::vector<Site> sites;
    const auto wants = [&](Correction correction, int layer) {
        return layer >= 0 && task.config.corrects(
                                 correction, program.layers[static_cast<std::size_t>(layer)].name);
    };
    for (std::size_t s = 0; s < program.steps.size(); ++s) {
        const Step &step = program.steps[s];
        const int before =
            step.norm < 0 ? -1 : program.norms[static_cast<std::size_t>(step.norm)].layer;
        if (wants(Correction::ReestimateNorm, before))
            sites.push_back({{s}, static_cast<std::size_t>(before), step.norm});
        if (!wants(Correction::Bias, step.layer))
            continue;
        const auto layer = static_cast<std::size_t>(step.layer);
        const auto known = std::ranges::find_if(
            sites, [&](const Site &site) { return site.norm < 0 && site.layer == layer; });
        if (known == sites.end())
            sites.push_back({{s}, layer, -1});
        else
            known->steps.push_back(s);
    }
    return sites;
}

/// Adds what one micro-batch shows of a step.
class SiteObserver
{
public:
    SiteObserver(const Program &program, std::size_t samples, std::size_t rows)
        : m_program(program),
          m_samples(static_cast<std::int64_t>(samples)),
          m_rows(static_cast<std::int64_t>(rows))
    {
    }

    void see(const Step &step, const at::Tensor &input, const at::Tensor &output,
             ChannelStatistics &statistics) const
    {
        if (step.kind == StepKind::Norm)
            return add(input, LayerKind::Convolution, input.size(1), statistics);
        const LayerKind kind = m_program.layers[static_cast<std::size_t>(step.layer)].kind;
        if (const std::int64_t channels = outputChannels(kind, output, m_rows))
            add(output, kind, channels, statistics);
    }

private:
    void add(const at::Tensor &values, LayerKind kind, std::int64_t channels,
             ChannelStatistics &statistics) const
    {
        if (values.numel() == 0)
            return;
        const at::Tensor view = byChannel(values.to(at::kFloat), kind, channels);
        // Rows beyond the samples fill a fixed batch up.
        const bool isDivided = view.size(0) % m_rows == 0;
        statistics.add(view, isDivided ? view.size(0) / m_rows * m_samples : view.size(0));
    }

    const Program &m_program;
    std::int64_t m_samples;
    std::int64_t m_rows;
};

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
    Computation(const CorrectionTask &task, StatisticsMemo &memo)
        : m_task(task),
          m_program(task.generator.program),
          m_memo(memo),
          m_executor(m_program, &m_prefix),
          m_overlay(task.overlay),
          m_corrections(m_program.layers.size())
    {
    }

    LayerCorrections execute(const RunContext &context)
    {
        const std::vector<Site> sites = sitesOf(m_task);
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
        return std::move(m_corrections);
    }

private:
    std::uint64_t keyOfSite(const Site &site, const std::vector<std::uint64_t> &keys) const
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
    std::vector<Statistics> statistics(std::span<const Site> sites, const Overlay &overlay,
                                       const RunContext &context)
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

    std::vector<ChannelStatistics> observe(std::span<const Site> sites,
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

    void correct(const Site &site, const ChannelStatistics &reference,
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

LayerCorrections computeCorrections(const CorrectionTask &task, StatisticsMemo &memo,
                                    const RunContext &context)
{
    return Computation(task, memo).execute(context);
}

} // namespace quantloupe
