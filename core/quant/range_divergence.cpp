// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/range_divergence.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace quantloupe {

namespace {

constexpr int kBins = ActivationHistogram::kBins;
constexpr int kCentre = kBins / 2;

double timesLog(double x)
{
    return x > 0 ? x * std::log(x) : 0;
}

BinSpan usedBins(const ActivationHistogram &seen)
{
    BinSpan used{0, kBins};
    while (used.size() > 0 && seen.inexact(used.begin) == 0)
        ++used.begin;
    while (used.size() > 0 && seen.inexact(used.end - 1) == 0)
        --used.end;
    // Zero is within every range.
    return {std::min(used.begin, kCentre), std::max(used.end, kCentre)};
}

/// Bins of one code, and what the divergence needs of them.
struct CodeGroup
{
    double kept = 0;
    double withOutliers = 0;
    int occupied = 0;

    /// sum(p log q) over its bins.
    double crossTerm() const
    {
        return withOutliers > 0 ? withOutliers * std::log(kept / occupied) : 0;
    }
};

} // namespace

std::vector<BinSpan> thresholdSpans(const ActivationHistogram &seen, const SiteCodes &codes)
{
    const BinSpan used = usedBins(seen);
    std::vector<BinSpan> spans = {used};
    for (int bins = std::max(kCentre - used.begin, used.end - kCentre) - 1; bins > 0; --bins) {
        const BinSpan span{std::max(used.begin, kCentre - bins),
                           std::min(used.end, kCentre + bins)};
        if (span.size() < codes.levels())
            break;
        spans.push_back(span);
    }
    return spans;
}

KeptRange keptBy(const ActivationHistogram &seen, BinSpan span)
{
    const KeptRange all = extremesOf(seen);
    return {std::max(all.lowest, seen.edge(span.begin)),
            std::min(all.highest, seen.edge(span.end))};
}

std::int32_t codeOfBin(const ActivationHistogram &seen, int index, float scale, CodeLimits limits)
{
    const double centre = (seen.edge(index) + seen.edge(index + 1)) / 2;
    const double code = std::nearbyint(centre / scale);
    return static_cast<std::int32_t>(
        std::clamp(code, -static_cast<double>(limits.below), static_cast<double>(limits.above)));
}

CodeLimits limitsOf(const SiteCodes &codes, const AffineRange &range)
{
    return {range.zeroPoint - codes.quantMin(), codes.quantMax() - range.zeroPoint};
}

RangeDivergence::RangeDivergence(const ActivationHistogram &seen, const SiteCodes &codes)
    : m_seen(seen), m_codes(codes), m_values(kBins + 1, 0), m_logs(kBins + 1, 0)
{
    for (int i = 0; i < kBins; ++i) {
        const auto values = static_cast<double>(seen.inexact(i));
        const auto at = static_cast<std::size_t>(i);
        m_values[at + 1] = m_values[at] + values;
        m_logs[at + 1] = m_logs[at] + timesLog(values);
    }
}

double RangeDivergence::within(BinSpan span, const std::vector<double> &sums) const
{
    return sums[static_cast<std::size_t>(span.end)] - sums[static_cast<std::size_t>(span.begin)];
}

double RangeDivergence::of(BinSpan span) const
{
    const double all = m_values.back();
    const double kept = within(span, m_values);
    if (kept == 0)
        return all == 0 ? 0 : INFINITY;
    const AffineRange range = rangeOn(m_codes, keptBy(m_seen, span));
    const CodeLimits limits = limitsOf(m_codes, range);
    const double below = m_values[static_cast<std::size_t>(span.begin)];
    const double above = all - m_values[static_cast<std::size_t>(span.end)];
    double ownTerm = within(span, m_logs);
    double crossTerms = 0;
    CodeGroup group;
    std::int32_t code = codeOfBin(m_seen, span.begin, range.scale, limits);
    for (int i = span.begin; i < span.end; ++i) {
        if (const std::int32_t next = codeOfBin(m_seen, i, range.scale, limits); next != code) {
            crossTerms += group.crossTerm();
            group = {};
            code = next;
        }
        const auto values = static_cast<double>(m_seen.inexact(i));
        const double outliers = (i == span.begin ? below : 0) + (i + 1 == span.end ? above : 0);
        if (outliers > 0)
            ownTerm += timesLog(values + outliers) - timesLog(values);
        group.kept += values;
        group.withOutliers += values + outliers;
        group.occupied += values + outliers > 0 ? 1 : 0;
    }
    crossTerms += group.crossTerm();
    return (ownTerm - crossTerms) / all + std::log(kept / all);
}

namespace reference {

double rangeDivergence(const ActivationHistogram &seen, const SiteCodes &codes, BinSpan span)
{
    const AffineRange range = rangeOn(codes, keptBy(seen, span));
    const CodeLimits limits = limitsOf(codes, range);
    std::vector<double> p(kBins, 0);
    std::map<std::int32_t, CodeGroup> groups;
    double all = 0;
    double inside = 0;
    for (int i = 0; i < kBins; ++i) {
        const auto values = static_cast<double>(seen.inexact(i));
        all += values;
        p[static_cast<std::size_t>(std::clamp(i, span.begin, span.end - 1))] += values;
        if (i < span.begin || i >= span.end)
            continue;
        groups[codeOfBin(seen, i, range.scale, limits)].kept += values;
        inside += values;
    }
    for (int i = span.begin; i < span.end; ++i)
        if (p[static_cast<std::size_t>(i)] > 0)
            ++groups[codeOfBin(seen, i, range.scale, limits)].occupied;
    double sum = 0;
    for (int i = span.begin; i < span.end; ++i) {
        const double own = p[static_cast<std::size_t>(i)] / all;
        const CodeGroup &group = groups[codeOfBin(seen, i, range.scale, limits)];
        if (own > 0)
            sum += own * std::log(own / (group.kept / group.occupied / inside));
    }
    return sum;
}

} // namespace reference

} // namespace quantloupe
