// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/correction_run.h"

#include "base/hash.h"
#include "engine/activation_key.h"
#include "engine/correction_notes.h"
#include "engine/moved_norm.h"
#include "engine/site_statistics.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace quantloupe {

namespace {

using Statistics = StatisticsMemo::Statistics;

/// Of the progress, where networks are rewritten and where weights are rounded.
constexpr double kRewritingShare = 0.1;
constexpr double kRoundingShare = 0.8;
/// Of values between the layers.
constexpr std::size_t kPrefixBytes = std::size_t{256} << 20;
/// Relative to the root mean square of the channel.
constexpr double kLeastSkippedOffset = 2;

std::uint64_t offsetKey(const at::Tensor &offset)
{
    const std::uint64_t key =
        mixHash(3, std::as_bytes(std::span(offset.data_ptr<float>(),
                                           static_cast<std::size_t>(offset.numel()))));
    return key == 0 ? 1 : key;
}

void applyOne(const LayerCorrection &correction, LayerOverlay &layer)
{
    if (correction.weight) {
        layer.weight = correction.weight->values;
        layer.weightKey = correction.weightKey;
    }
    if (correction.activation) {
        layer.activation = correction.activation;
        layer.activationKey = keyOf(*correction.activation);
    }
    layer.bias = correction.bias;
    layer.outputOffset = correction.outputOffset;
    layer.outputKey = correction.outputKey;
    layer.norms = correction.norms;
}

/// One computation, site by site.
class Computation
{
public:
    Computation(const CorrectionTask &task, CorrectionMemo &memo)
        : m_task(task),
          m_program(task.generator.program),
          m_memo(memo),
          m_statistics(task, memo.statistics, m_prefix),
          m_overlay(task.overlay),
          m_corrections(m_program.layers.size())
    {
    }

    LayerCorrections execute(const RunContext &context)
    {
        passOverFloatWeights();
        rewriteNetwork(context.sub(0, kRewritingShare));
        const std::vector<std::size_t> rounded = roundedLayers();
        const double begin = rounded.empty() ? 0 : kRewritingShare;
        const double share = rounded.empty() ? 0 : kRoundingShare;
        const auto count = static_cast<double>(rounded.size());
        for (std::size_t i = 0; i < rounded.size(); ++i) {
            const auto at = static_cast<double>(i);
            roundWeight(rounded[i],
                        context.sub(begin + share * at / count, begin + share * (at + 1) / count));
        }
        correctOutputs(context.sub(std::max(begin + share, kRewritingShare), 1));
        refuseWhereNothingMoved();
        return std::move(m_corrections);
    }

private:
    const LayerQuantSpec &spec(std::size_t layer) const
    {
        return m_task.config.spec(m_program.layers[layer].name);
    }

    void refuse(std::size_t layer, Correction correction, const std::string &note)
    {
        m_corrections[layer].idle.push_back(correction);
        if (!note.empty())
            m_corrections[layer].notes.push_back(note);
    }

    void passOverFloatWeights()
    {
        for (std::size_t i = 0; i < m_corrections.size(); ++i)
            for (const Correction each :
                 {Correction::FoldNorm, Correction::Equalize, Correction::AdaRound})
                if (spec(i).weight.isFloat() &&
                    m_task.config.corrects(each, m_program.layers[i].name))
                    refuse(i, each, {});
    }

    void rewriteNetwork(const RunContext &context)
    {
        RewritePlan plan = m_memo.rewrites.get(m_task);
        m_network = plan.network;
        for (const RewriteRefusal &refusal : plan.refusals)
            refuse(refusal.layer, refusal.correction, refusal.note);
        for (std::size_t i = 0; i < m_network->size(); ++i) {
            const LayerRewrite &rewrite = (*m_network)[i];
            if (rewrite.key == 0)
                continue;
            const auto share = [&](std::size_t layer) {
                return static_cast<double>(layer) / static_cast<double>(m_network->size());
            };
            context.advance(share(i));
            LayerCorrection &correction = m_corrections[i];
            correction.weight = m_memo.rewritten.get(m_task, *m_network, i);
            correction.weightKey = RewrittenWeights::keyOf(m_task, *m_network, i);
            correction.outputFactors = rewrite.factors.outputs;
            correction.bias = rewrite.bias;
            correction.norms = rewrite.norms;
            if (!rewrite.factors.inputs.empty() && m_overlay[i].activation)
                correction.activation =
                    m_memo.ranges.get(m_task, *m_network, i, context.sub(share(i), share(i + 1)));
            applyOne(correction, m_overlay[i]);
        }
    }

    std::vector<std::size_t> roundedLayers() const
    {
        std::vector<std::size_t> layers;
        for (std::size_t i = 0; i < m_program.layers.size(); ++i)
            if (m_task.config.corrects(Correction::AdaRound, m_program.layers[i].name) &&
                !spec(i).weight.isFloat())
                layers.push_back(i);
        return layers;
    }

    void roundWeight(std::size_t layer, const RunContext &context)
    {
        LayerCorrection &correction = m_corrections[layer];
        RoundedWeight found = m_memo.weights.get(m_task, {*m_network, &m_prefix}, layer, context);
        if (!found.weight) {
            refuse(layer, Correction::AdaRound, RoundedWeights::whyNot(m_task, layer));
            return;
        }
        correction.weight = std::move(found.weight);
        correction.rounding = found.error;
        correction.weightKey = RoundedWeights::keyOf(m_task, *m_network, layer);
        applyOne(correction, m_overlay[layer]);
    }

    /// Without the norms that are folded.
    std::vector<CorrectionSite> openSites()
    {
        std::vector<CorrectionSite> sites = sitesOf(m_task);
        std::erase_if(sites, [&](const CorrectionSite &site) {
            const std::vector<NormOverlay> &folded = (*m_network)[site.layer].norms;
            const bool isFolded =
                site.norm >= 0 && !folded.empty() && folded.front().norm == site.norm;
            if (isFolded)
                m_corrections[site.layer].notes.push_back(
                    foldedNormNote(m_program.layers[site.layer].name));
            return isFolded;
        });
        return sites;
    }

    void correctOutputs(const RunContext &context)
    {
        context.describe("Correcting");
        const std::vector<CorrectionSite> sites = openSites();
        const auto share = [&](std::size_t done) {
            return static_cast<double>(done) / static_cast<double>(sites.size() + 1);
        };
        const std::vector<Statistics> reference =
            m_statistics.of(sites, {}, context.sub(0, share(1)));
        for (std::size_t i = 0; i < sites.size(); ++i) {
            const Statistics quantized =
                m_statistics
                    .of(std::span(&sites[i], 1), m_overlay, context.sub(share(i + 1), share(i + 2)))
                    .front();
            // Nothing before this site is quantized.
            if (quantized != reference[i])
                correct(sites[i], *reference[i], *quantized);
        }
    }

    /// The layer wants it and has none of what it changes.
    void refuseWhereNothingMoved()
    {
        for (std::size_t i = 0; i < m_corrections.size(); ++i) {
            const std::string &name = m_program.layers[i].name;
            const LayerCorrection &found = m_corrections[i];
            if (m_task.config.corrects(Correction::ReestimateNorm, name) && found.movedNorms() == 0)
                refuse(i, Correction::ReestimateNorm,
                       missingNormNote(m_task, Correction::ReestimateNorm, i));
            if (m_task.config.corrects(Correction::Bias, name) && !found.outputOffset.defined())
                refuse(i, Correction::Bias, {});
        }
    }

    void correct(const CorrectionSite &site, const ChannelStatistics &reference,
                 const ChannelStatistics &quantized)
    {
        LayerCorrection &correction = m_corrections[site.layer];
        if (reference.count() == 0 || reference.channels() != quantized.channels()) {
            if (site.norm < 0)
                correction.notes.push_back(noChannelsNote(m_program.layers[site.layer].name));
            return;
        }
        if (site.norm >= 0)
            correction.norms.push_back(movedNorm(m_program, site.norm, reference, quantized));
        else if (correction.outputFactors.size() == reference.channels())
            correctBias(reference.times(correction.outputFactors), quantized, correction);
        else
            correctBias(reference, quantized, correction);
        applyOne(correction, m_overlay[site.layer]);
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
        correction.outputKey = offsetKey(offset);
    }

    const CorrectionTask &m_task;
    const Program &m_program;
    CorrectionMemo &m_memo;
    /// Of the float network and the quantized one.
    PrefixCache m_prefix{kPrefixBytes};
    SiteStatistics m_statistics;
    std::shared_ptr<const NetworkRewrite> m_network;
    /// With the corrections so far.
    Overlay m_overlay;
    LayerCorrections m_corrections;
};

} // namespace

int LayerCorrection::movedNorms() const
{
    return static_cast<int>(std::ranges::count_if(
        norms, [](const NormOverlay &norm) { return !norm.offset.defined(); }));
}

void apply(const LayerCorrections &corrections, Overlay &overlay)
{
    for (std::size_t i = 0; i < corrections.size(); ++i)
        applyOne(corrections[i], overlay[i]);
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
