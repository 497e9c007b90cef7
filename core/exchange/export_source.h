// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/config_file.h"
#include "exchange/onnx_names.h"
#include "exchange/sweep_overlay.h"
#include "model/archive/stored_tensor.h"
#include "quant/quantized_tensor.h"

#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// One layer as an exporter sees it.
struct ExportLayer
{
    LayerInfo info;
    LayerQuantSpec spec;
    OnnxNames onnx;
    /// What the spec makes of the weight: scales, zero points and codebook; codes only where
    /// ExportSource::hasCodes, never values. Without scales where the weight is float.
    QuantizedTensor weight;
    /// Of the weight, in dB; absent for a float weight and for one without error.
    std::optional<double> sqnr;
    /// Absent where the activation is float or was not calibrated.
    std::optional<ActivationRange> activation;
};

/// A configuration with all that exporters write about it.
struct ExportSource
{
    ConfigFile file;
    /// In execution order.
    std::vector<ExportLayer> layers;
    /// For the packed format, which alone needs them: codes in the layers, and every float tensor
    /// that is no quantized weight, in the order of the network.
    bool hasCodes = false;
    std::vector<StoredTensor> floats;
    /// Of this generator, for formats that show it; without one they show the weights' SQNR.
    std::optional<SweepOverlay> sweep;
};

} // namespace quantloupe
