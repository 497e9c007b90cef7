// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sensitivity_measurement.h"

#include "base/error.h"
#include "base/hash.h"
#include "session/sensitivity_batches.h"

#include <algorithm>

namespace quantloupe {

void requireMeasurable(const SensitivityRequest &request)
{
    if (request.metric == MetricKind::LayerSqnr)
        throw Error(ErrorKind::BadInput, "A sensitivity is of the output; choose the metric sqnr "
                                         "instead of layer-sqnr.");
    if (samplesPerRepeat(request) == 0 || request.repeats < 1)
        throw Error(ErrorKind::BadInput, "A sensitivity needs one sample and one repeat at least.");
    if (request.samples && request.repeats > 1)
        throw Error(ErrorKind::BadInput, "Named samples are the same in every repeat; leave the "
                                         "repeats out.");
    if ((request.samples || request.region) && !isSwept(request.metric))
        throw Error(ErrorKind::BadInput, "Named samples and regions of pictures are compared by "
                                         "sqnr, psnr or ssim; choose one of them.");
    if ((request.samples || request.region) && request.sketchProbes > 0)
        throw Error(ErrorKind::BadInput, "A sketch predicts whole pictures of random latents; "
                                         "leave it out for named samples and regions.");
    if (request.metric != MetricKind::OutputSqnr && request.sketchProbes > 0)
        throw Error(ErrorKind::BadInput, "A sketch predicts the SQNR of the output; choose the "
                                         "metric sqnr or leave the sketch out.");
    const Shape &output = info(*request.generator).output;
    const auto width = static_cast<int>(output.back());
    const auto height = static_cast<int>(output.at(output.size() - 2));
    if (request.region && !fitsInto(*request.region, width, height))
        throw Error(ErrorKind::BadInput, "The region " + toText(*request.region) +
                                             " does not lie within pictures of " +
                                             std::to_string(width) + "x" + std::to_string(height) +
                                             " pixels; choose another one.");
}

MetricsRequest measurementOf(const SensitivityRequest &request, const QuantConfig &config,
                             int repeat)
{
    MetricsRequest measurement;
    measurement.generator = request.generator;
    measurement.config = config;
    measurement.plan = request.plan;
    measurement.calibration = request.calibration;
    measurement.calibrationImages = request.calibrationImages;
    measurement.ranges = request.ranges;
    measurement.execution = request.execution;
    measurement.metrics = {request.metric};
    measurement.reference = request.reference;
    measurement.extractor = request.extractor;
    measurement.perceptual = request.perceptual;
    measurement.allowSmallFid = request.allowSmallFid;
    measurement.count = request.count;
    // A search is confirmed on samples that its sweep never saw.
    measurement.seed =
        mixHash(mixHash(request.seed, name(StreamRole::Sweep)), static_cast<std::uint64_t>(repeat));
    return measurement;
}

MetricRow sweptRow(const SensitivityRequest &request, const std::vector<PairedSample> &samples)
{
    return pairedRows({request.metric}, samples, {}, {.seed = request.seed}, RunContext()).front();
}

bool areExact(const std::vector<PairedSample> &samples)
{
    return std::ranges::all_of(samples, [](const PairedSample &sample) {
        return sample.output.isFinite() && sample.output.error == 0;
    });
}

void setValue(SensitivityCell &cell, const MetricRow &row)
{
    cell.value = row.quantized.value;
    cell.reason = row.quantized.reason;
    cell.isIdentical = row.isIdentical;
    cell.floatValue = row.floatValue.value;
    cell.interval = row.pairedInterval.value;
    cell.metricName = row.name;
    cell.mark = row.mark;
}

} // namespace quantloupe
