// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity.h"
#include "image/pixel_rect.h"
#include "session/metrics_request.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace quantloupe {

/// Latents of a repeat unless the user says otherwise.
inline constexpr std::size_t kSweepSamples = 64;
/// Probes of a Jacobian sketch where one is wanted.
inline constexpr int kSketchProbes = 32;

/// SQNR of the output, PSNR and SSIM: a sweep measures them itself.
bool isSwept(MetricKind metric);

/// Which layer harms the output, and how much.
struct SensitivityRequest
{
    GeneratorPtr generator;
    /// What all layers have before one of them is changed. Its corrections are left aside.
    QuantConfig base;
    SensitivityPlan cells;
    SamplingPlan plan;
    CalibrationPlan calibration;
    /// As CompareRequest::calibrationImages.
    std::shared_ptr<const std::vector<Image>> calibrationImages;
    /// As CompareRequest::ranges.
    std::shared_ptr<const CalibratedRanges> ranges = {};
    ExecutionPlan execution;
    /// SQNR of the output, PSNR and SSIM go through the prefix cache on the stream Sweep; all
    /// others are measured as Session::measure() does.
    MetricKind metric = MetricKind::OutputSqnr;
    /// Of metrics that compare with a reference.
    MetricsReference reference;
    ExtractorRequest extractor = {std::string(kBuiltinExtractor), kFidDimension, {}, {}};
    PerceptualFiles perceptual;
    bool allowSmallFid = false;
    /// What of each picture is compared; all of it without one. Metrics that a sweep measures
    /// itself, see isSwept().
    std::optional<PixelRect> region = {};
    /// These instead of `count` latents of the seed, for one repeat; metrics as for a region.
    std::optional<SampleSource> samples = {};
    /// Samples of one repeat.
    std::size_t count = kSweepSamples;
    std::uint64_t seed = 0;
    /// At most; each has latents of its own.
    int repeats = 1;
    /// Leave out repeats once all ranks are told apart. Looking after each repeat makes the
    /// intervals a little too sure of themselves.
    bool stopsWhenSettled = true;
    /// Notes tell what a reader of ranks must know (addValueNotes()). A search reads values alone.
    bool notesRanks = true;
    /// 0 for no Jacobian sketch, else its probes (see JacobianSketch). It predicts the SQNR of the
    /// output, and stands beside no other metric.
    int sketchProbes = 0;
    /// The most the sketch may take; fewer probes where it must be.
    std::size_t sketchBytes = std::size_t{1} << 30;
};

/// A cell that was measured before, by its key.
using KnownCells = std::function<std::optional<SensitivityCell>(const CellKey &)>;
/// Gets each cell as soon as it is there, measured or known.
using CellSink = std::function<void(const SensitivityCell &cell, bool isKnown)>;
/// Gets the sketch's values of all variants it can tell, before any cell is measured.
using PredictionSink = std::function<void(const std::vector<SensitivityMean> &predicted)>;

struct SensitivityHooks
{
    KnownCells known = {};
    CellSink cell = {};
    /// Gets what is known before anything is computed. It comes to `cell` again, in the sweep's
    /// order.
    std::function<void(const SensitivityCell &)> remembered = {};
    PredictionSink predicted = {};
};

} // namespace quantloupe
