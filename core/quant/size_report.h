// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quant_config.h"

#include <cstdint>
#include <span>
#include <vector>

namespace quantloupe {

/// One quantizable layer as the accounting sees it.
struct LayerSize
{
    std::string name;
    std::int64_t weightElements = 0;
    /// ChannelLayout::channelCount(): equally large output channels.
    std::int64_t channels = 1;
    /// Bytes an element takes in the file: 4 for float32, 2 for float16, ...
    int storedBytesPerElement = 4;
    /// Multiply-accumulates of one sample; inserted zeros of transposed convolutions not counted.
    std::int64_t macs = 0;
    /// False where bias correction adds one, of one element a channel.
    bool hasBias = true;
};

/// Biases, norm parameters, running statistics: everything else a model must ship. It stays
/// float32 in a quantized model.
struct OtherParameters
{
    std::int64_t elements = 0;
    int storedBytesPerElement = 4;
};

struct SizedLayer
{
    std::string name;
    /// Codes, scales, zero points and codebooks of this layer's weights, or the weights as float32,
    /// scale and zero point of its activation quantizer, and a bias that only correction gave it.
    std::int64_t bytes = 0;
    std::int64_t floatBytes = 0;
    double bops = 0;
};

/// Size and arithmetic of a configured model (MEASURING.md, Size). No element of an empty model is
/// NaN: ratios and averages without a denominator are 0.
struct SizeReport
{
    /// Everything: layers as configured and other parameters.
    std::int64_t bytes = 0;
    /// The same list at float32, and as the file stores it.
    std::int64_t floatBytes = 0;
    std::int64_t storedBytes = 0;
    /// floatBytes / bytes.
    double ratio = 0;
    /// Nominal bits of the weights (float 32, ternary 2, binary 1), weighted by element count.
    double averageBits = 0;
    /// Bytes of the quantizable layers, scales included, x 8 / their weights.
    double effectiveBits = 0;
    /// Sum of MACs x weight bits x activation bits, float counting 32, for one sample.
    double bops = 0;
    std::vector<SizedLayer> layers;
};

/// Bytes of one layer's weight: codes packed to ceil(elements x bits / 8), 4 per scale, and for an
/// asymmetric mapping ceil(bits / 8) per zero point; 8 per scale for Em (step and first level), 4
/// per level for KMeans; 4 per element when float.
std::int64_t activationBytes(const ActivationSpec &spec);
std::int64_t weightBytes(const LayerSize &layer, const WeightSpec &spec);

SizeReport sizeReport(std::span<const LayerSize> layers,
                      std::span<const OtherParameters> otherParameters, const QuantConfig &config);

} // namespace quantloupe
