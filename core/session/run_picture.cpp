// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run_picture.h"

#include "session/comparison_picture.h"
#include "session/metrics_plan.h"
#include "session/sensitivity_measurement.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

namespace quantloupe {

namespace {

constexpr std::size_t kMostSamples = 4;
/// Three rows with gaps are 256 pixels high.
constexpr ComparisonLayout kLayout = {.columns = kMostSamples, .side = 80, .shrinks = true};

std::vector<Image> imagesOf(Session &session, const SampleRequest &request, Lane lane,
                            const RunContext &context)
{
    std::vector<Image> images;
    session.sample(request, lane, context, [&](std::vector<Sample> samples) {
        for (Sample &sample : samples)
            images.push_back(std::move(sample.image));
    });
    return images;
}

} // namespace

std::vector<std::byte> runPicture(const CompareReport &report)
{
    const std::vector<std::uint8_t> png =
        encodePng(comparisonPicture(std::span(&report, 1), kLayout));
    const std::span bytes = std::as_bytes(std::span(png));
    return {bytes.begin(), bytes.end()};
}

std::vector<std::byte> runPicture(Session &session, const SampleRequest &request, Lane lane,
                                  const RunContext &context)
{
    // What it belongs to has told that it is done.
    const RunContext silent(context.stopToken());
    SampleRequest reference = request;
    reference.config = {};
    std::vector<Image> asFloat = imagesOf(session, reference, lane, silent);
    std::vector<Image> quantized = imagesOf(session, request, lane, silent);
    CompareReport report;
    for (std::size_t i = 0; i < std::min(asFloat.size(), quantized.size()); ++i) {
        SamplePair &pair = report.pairs.emplace_back();
        pair.reference = std::move(asFloat[i]);
        pair.quantized = std::move(quantized[i]);
    }
    return runPicture(report);
}

SampleRequest pictureRequest(const MetricsRequest &request)
{
    SampleRequest picture = generationOf(request);
    picture.source.role = StreamRole::Preview;
    picture.source.samples = firstSamples(request.seed, std::min(request.count, kMostSamples));
    return picture;
}

SampleRequest pictureRequest(const ConfigSearchRequest &request, const ConfigSearchReport &report)
{
    MetricsRequest measured = measurementOf(request.sweep, report.best.config, 0);
    measured.seed = request.sweep.seed;
    measured.count = request.count;
    return pictureRequest(measured);
}

} // namespace quantloupe
