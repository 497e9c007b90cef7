// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/swd_row.h"

#include "base/error.h"
#include "metrics/swd_checks.h"
#include "session/distance_row.h"
#include "session/metrics_curve.h"

#include <functional>

namespace quantloupe {

namespace {

/// A set that SWD is not defined for, such as one colour throughout, is a reason.
Measured<SwdResult> attempt(const std::function<SwdResult()> &compute)
{
    try {
        Measured<SwdResult> result;
        result.value = compute();
        return result;
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::BadInput)
            throw;
        std::string reason = error.what();
        if (reason.ends_with('.'))
            reason.pop_back();
        return {{}, std::move(reason)};
    }
}

using Results = Distances<Measured<SwdResult>>;

Results histogramResults(const MetricsHistograms &all)
{
    Results results = {attempt([&] { return swd(all.floatSet, all.reference); }),
                       attempt([&] { return swd(all.quantized, all.reference); }),
                       {}};
    if (all.halves)
        results.floor = attempt([&] { return swd(all.halves->at(0), all.halves->at(1)); });
    return results;
}

Results sortedResults(const SwdRequest &request, const MetricsSets &sets, const RunContext &context)
{
    const auto exact = [&](const MeasuredSet &a, const MeasuredSet &b, double lo, double hi) {
        return attempt(
            [&] { return swd(a.pictures(), b.pictures(), request, context.sub(lo, hi)); });
    };
    const double share = sets.halves ? 0.33 : 0.5;
    Results results = {exact(sets.floatSet, sets.reference, 0, share),
                       exact(sets.quantized, sets.reference, share, 2 * share),
                       {}};
    if (sets.halves)
        results.floor = exact(sets.halves->at(0), sets.halves->at(1), 2 * share, 1);
    return results;
}

ImageStack firstOf(const ImageStack &stack, std::size_t count)
{
    const auto end = static_cast<std::ptrdiff_t>(count * stack.bytesOfOne());
    return {
        stack.side, stack.channels, count, {stack.pixels.begin(), stack.pixels.begin() + end}, {}};
}

/// What measurements of the first samples and reference pictures would give: pictures keep their
/// patches when more are added. Every other point, so that all cost a third of the whole.
std::vector<MetricPoint> sortedCurve(const SwdRequest &request, const MetricsSets &sets,
                                     const RunContext &context)
{
    const RunContext stoppable(context.stopToken());
    std::vector<MetricPoint> curve;
    const std::vector<std::size_t> points = pointsBefore(sets.quantized.size());
    for (std::size_t i = 0; i < points.size(); i += 2) {
        const ImageStack reference = firstOf(sets.reference.pictures(), points[i]);
        const auto valueOf = [&](const MeasuredSet &set) -> std::optional<double> {
            const Measured<SwdResult> result = attempt([&] {
                return swd(firstOf(set.pictures(), points[i]), reference, request, stoppable);
            });
            return result ? std::optional(result.value->value) : std::nullopt;
        };
        curve.push_back({points[i], valueOf(sets.floatSet), valueOf(sets.quantized)});
    }
    return curve;
}

Measured<double> valueOf(const Measured<SwdResult> &result)
{
    return result ? Measured<double>::of(result.value->value)
                  : Measured<double>::missing(result.reason);
}

/// Levels of every value there is.
std::vector<MetricLevel> levelsOf(const MetricRow &row, const Results &all, bool floorIsFloat)
{
    std::vector<MetricLevel> levels;
    const auto add = [&](const Measured<double> &value, const Measured<SwdResult> &result,
                         std::optional<double> MetricLevel::*member) {
        if (!value || !result)
            return;
        levels.resize(result.value->levels.size());
        for (std::size_t i = 0; i < levels.size(); ++i) {
            levels[i].resolution = result.value->levels[i].resolution;
            levels[i].*member = result.value->levels[i].value;
        }
    };
    add(row.floatValue, all.floatValue, &MetricLevel::floatValue);
    add(row.quantized, all.quantized, &MetricLevel::quantized);
    add(row.floor, floorIsFloat ? all.floatValue : all.floor, &MetricLevel::floor);
    return levels;
}

} // namespace

MetricRow swdRow(const MetricsPlan &plan, const MetricsSets &sets,
                 const MetricsHistograms *histograms, const std::string &obstacle,
                 const RunContext &context)
{
    const SwdStreamPlan &stream = plan.sets.stream;
    MetricRow row = distanceRow(MetricKind::SlicedWasserstein, swdName(stream.channels), sets);
    if (!obstacle.empty()) {
        setMissing(row, obstacle);
        return row;
    }
    row.form = histograms ? "histogram" : "sorted";
    const Results results =
        histograms ? histogramResults(*histograms) : sortedResults(stream.request, sets, context);
    setValues(row, sets,
              {valueOf(results.floatValue), valueOf(results.quantized), valueOf(results.floor)});
    row.levels = levelsOf(row, results, !sets.halves);
    if (!histograms && row.quantized)
        row.curve = sortedCurve(stream.request, sets, context);
    if (!isPublishedSetting({stream.side, stream.channels, row.n, {}, {}}, stream.request))
        row.mark = "not the published setting";
    row.deltaInterval = Measured<MetricInterval>::missing(
        "each resample would sort the patches of all samples again");
    return row;
}

} // namespace quantloupe
