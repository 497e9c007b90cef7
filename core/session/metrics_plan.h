// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/metrics_request.h"
#include "session/pair_source.h"
#include "session/set_meter.h"

#include <cstddef>
#include <string>

namespace quantloupe {

/// What a request comes down to once generator and extractor are known.
struct MetricsPlan
{
    SetPlan sets;
    /// Why there is no SWD although it is asked for; empty where nothing is known against it.
    std::string swdObstacle;
    /// The same of what needs all features at once: KID and scores by neighbours.
    std::string keepObstacle;
    /// Whether the samples' features are kept for intervals of a Frechet distance.
    bool bootstrapsFrechet = false;
    PairNumbers numbers;
    /// Null where LPIPS is not measured.
    PerceptualDistancePtr perceptual;
    /// Samples generated, measured and dropped together: a multiple of the micro-batch.
    std::size_t partSize = 64;
    /// Of the reference's pictures.
    ImagePreparation preparation;
    /// Stands for all that parts of samples depend on.
    std::string key;

    std::vector<MetricKind> metrics;
    /// Of the generator, in the order of PairedSample::layers.
    std::vector<std::string> layers;

    bool wants(MetricKind kind) const;
    /// Parts of `count` samples.
    std::size_t partsOf(std::size_t count) const { return (count + partSize - 1) / partSize; }
};

bool isFloatReference(const MetricsRequest &request);
MetricInputs inputsOf(const MetricsRequest &request);
/// Stands for the contents of all given pictures.
std::string picturesKey(const MetricsRequest &request);
/// Some metric compares with the reference, not with the float picture of the same latent.
bool needsReference(const MetricsRequest &request);

/// The networks of a measurement, null where no metric uses them.
struct MetricNetworks
{
    FeatureExtractorPtr extractor;
    PerceptualDistancePtr perceptual;
};

/// Throws Error{BadInput} for a request without
/// metrics or samples, for a FID of few samples without the user's yes, for reference pictures
/// of a generator whose own are no squares, and for fewer given input pictures than samples or a
/// float reference beside them.
MetricsPlan planMetrics(const MetricsRequest &request, const MetricNetworks &networks, int threads);

/// Throws Error{BadInput} if a FID of so many samples or reference pictures (`what` in a sentence)
/// needs the user's yes and lacks it.
void requireEnoughForFid(const MetricsRequest &request, const MetricsPlan &plan, std::size_t count,
                         const std::string &what);

/// The part of a request that says how samples are generated.
CompareRequest generationOf(const MetricsRequest &request);

} // namespace quantloupe
