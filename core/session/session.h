// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "session/extractor_request.h"
#include "session/inspect_request.h"
#include "session/metrics_request.h"
#include "session/requests.h"
#include "train/attribute_training.h"
#include "train/train_request.h"

#include <memory>

namespace quantloupe {

/// Each lane works on caches of its own; a lane's methods are called by one thread at a time.
/// Preview: the pictures on screen. Compute: what measures. Io: what writes files. Glance: single
/// pictures beside all of them.
enum class Lane { Preview, Compute, Io, Glance };

/// What a calibration tells beside the ranges. Shares of held-out samples cost the float network's
/// run on them.
enum class CalibrationParts { Ranges, RangesAndHeldOut };

/// The long-lived state behind the window and the command line: caches by lane, calibration
/// results, files already found harmless. Every method is synchronous, can be stopped through its
/// context, and throws Error or Cancelled.
class Session
{
public:
    Session();
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    /// Opens a file. A TorchScript file is tried in a child process first.
    GeneratorPtr open(const OpenRequest &request, const RunContext &context);

    /// Opens a feature network. A TorchScript file is tried in a child process first.
    FeatureExtractorPtr openExtractor(const ExtractorRequest &request, const RunContext &context);

    /// Float and quantized pictures of the same inputs. Pairs arrive at `sink` while it runs and
    /// are all in the report. Calibrates first where the configuration quantizes activations.
    CompareReport compare(const CompareRequest &request, Lane lane, const RunContext &context,
                          const PairSink &sink = {});

    /// The activation ranges compare() and all others would use; the request's source counts only
    /// for its pictures.
    CalibrationReport calibrate(const CompareRequest &request, const RunContext &context,
                                CalibrationParts parts = CalibrationParts::Ranges);

    /// Size of a configuration without running it.
    SizeReport size(const Generator &generator, const QuantConfig &config) const;

    /// Pictures of one configuration (an empty one is float), in order, by micro-batches.
    RunFacts sample(const SampleRequest &request, Lane lane, const RunContext &context,
                    const SampleSink &sink);

    /// A close look at one layer under its settings. The weight part
    /// arrives at `sink` before the rest is computed. Works on caches of its own and is called by
    /// one thread at a time. Throws Error{BadInput} for a layer or channel that is not there.
    LayerInspection inspectLayer(const InspectRequest &request, const RunContext &context,
                                 const InspectionSink &sink = {});

    /// Metrics of a configuration over many samples, which are generated, measured and dropped.
    /// What is known so far arrives at `sink` while it runs. Its state is kept on disk every few
    /// samples, so that it can be resumed after Cancelled or the end of the program. Throws
    /// Error{BadInput} for a FID of fewer than 2,048 samples without the user's yes and for
    /// references and extractors that cannot be used.
    MetricsReport measure(const MetricsRequest &request, Lane lane, const RunContext &context,
                          const MetricsSink &sink = {});
    /// How long measure() will take, from a few samples that are generated and measured now.
    MetricsEstimate estimate(const MetricsRequest &request, Lane lane, const RunContext &context);

    /// See trainGenerator().
    TrainReport train(const TrainRequest &request, const RunContext &context);

    /// See trainAttributes().
    AttributeTrainReport trainFeatures(const AttributeTrainRequest &request,
                                       const RunContext &context);

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace quantloupe
