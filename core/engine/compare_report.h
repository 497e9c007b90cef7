// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/absence.h"
#include "data/sample_ref.h"
#include "data/sampling_plan.h"
#include "image/image.h"
#include "quant/calibrated_ranges.h"
#include "quant/correction_report.h"
#include "quant/quant_config.h"
#include "quant/size_report.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// Float and quantized picture of the same input. PSNR (dB) and SSIM are distances to the float
/// picture on 8 bits; absent where the pictures are identical (PSNR) or too small (SSIM).
struct SamplePair
{
    SampleRef sample;
    Image reference;
    Image quantized;
    std::optional<double> psnr;
    std::optional<double> ssim;
    /// Sums over the float outputs of this sample, for SQNR over any number of samples.
    double signalEnergy = 0;
    double errorEnergy = 0;
};

/// What a configuration does to one layer's weight.
struct LayerReport
{
    std::string name;
    LayerQuantSpec spec;
    /// dB; absent for a float weight, for one without error and for one with values that are not
    /// finite.
    std::optional<double> sqnr;
    bool hasNonFiniteWeights = false;
    double occupancy = 1;
    double entropy = 0;
    /// Share of the weights beyond the range; absent for methods without one (binary, ternary).
    std::optional<double> clipped;
    std::int64_t bytes = 0;
    /// The activation quantizer after calibration, where there is one.
    std::optional<ActivationRange> activation;
};

struct MeanQuality
{
    std::optional<double> psnr;
    std::optional<double> ssim;
    std::optional<double> sqnr;
    /// Why a value above is absent.
    Absence absence = Absence::None;
};

struct RunFacts
{
    double seconds = 0;
    double calibrationSeconds = 0;
    /// Samples the float network ran on for activation ranges; 0 where what it gave was known.
    int calibrationSamples = 0;
    int stepsRun = 0;
    int stepsSkipped = 0;
    int threads = 0;
    int microBatch = 0;
    std::string kernels = "torch";
};

struct CompareReport
{
    std::vector<SamplePair> pairs;
    MeanQuality mean;
    SizeReport size;
    std::vector<LayerReport> layers;
    RunFacts facts;
    /// The activation ranges in use; no layers where no activation is quantized.
    CalibratedRanges ranges;
    /// Empty where no correction is in effect.
    CorrectionReport corrections;
    std::vector<std::string> warnings;
};

/// Means over pairs; MeanQuality::absence says why a value is absent.
MeanQuality meanQuality(const std::vector<SamplePair> &pairs);

} // namespace quantloupe
