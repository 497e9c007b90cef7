// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quantloupe {

using Shape = std::vector<std::int64_t>;

/// "128x4x4"; "scalar" for no dimension.
std::string toText(const Shape &shape);

enum class LayerKind { Convolution, TransposedConvolution, Linear, MatrixProduct, Embedding };

std::string_view name(LayerKind kind);
/// "ConvTranspose": the node that torch's exporter writes for a layer.
std::string_view onnxOperator(LayerKind kind);

/// What torch's exporter names a tensor after; both empty where that is not known.
struct TensorOrigin
{
    /// Path: "main.2".
    std::string module;
    /// "Relu".
    std::string onnxOperator;
};

/// One weight and the steps that use it. Shapes leave out the batch dimension.
struct LayerInfo
{
    std::string name;
    LayerKind kind = LayerKind::Linear;
    Shape weightShape;
    /// Axis of the output channels in weightShape; -1 where it could not be followed through the
    /// network's arithmetic on the weight: such a layer has one scale for the whole tensor.
    int outputAxis = 0;
    std::int64_t groups = 1;
    /// Weights plus bias.
    std::int64_t parameters = 0;
    std::int64_t weights = 0;
    /// Multiply-accumulates of one sample over all uses; a transposed convolution's inserted zeros
    /// are not counted.
    std::int64_t macs = 0;
    Shape inputShape;
    Shape outputShape;
    /// How often the weight is used in one pass; each use is an activation site.
    int uses = 1;
    /// False where the input is no activation (an embedding's indices).
    bool hasActivationSite = true;
    /// The layer reads one of the network's own inputs, at most reshaped.
    bool readsNetworkInput = false;
    /// Bytes of one weight as the file stores it.
    int storedBytesPerWeight = 4;
    /// Of the tensor that the layer reads at its first use.
    TensorOrigin inputOrigin = {};
};

enum class InputKind { Latent, Image, Label, OneHotLabel, Truncation, Constant };

std::string_view name(InputKind kind);

struct InputInfo
{
    std::string name;
    InputKind kind = InputKind::Latent;
    /// Without the batch dimension; empty for a number.
    Shape shape;
    /// Label inputs: the number of classes.
    std::int64_t classes = 0;
};

/// Something the file does not contain, guessed by us.
struct Assumption
{
    /// Stable identifier for --assume KEY=VALUE and for reports, for example "activation.final".
    std::string key;
    std::string value;
    /// Values the user can choose from; empty where any text of the described form is accepted.
    std::vector<std::string> choices;
    /// One sentence: what it means and why this value was taken.
    std::string reason;
    /// Given or confirmed by the user.
    bool confirmed = false;
};

struct UnquantizedOperation
{
    std::string operation;
    int count = 0;
};

struct WeightTotals
{
    std::int64_t parameters = 0;
    std::int64_t macs = 0;
    /// As float32.
    std::int64_t bytes = 0;
    /// As the file stores them.
    std::int64_t storedBytes = 0;
};

/// All that is known about an opened generator. A plain value; holds no tensor.
struct GeneratorInfo
{
    /// File name without folder, or "builtin:...".
    std::string name;
    std::string path;
    std::string sha256;
    /// "TorchScript", "pickle (zip)", "pickle (legacy)", "safetensors".
    std::string format;
    /// The reading in use, such as "sequential"; "TorchScript" where the file holds its code.
    std::string architecture;
    /// The TorchScript source a state dict was bound to; empty for TorchScript files.
    std::string architectureFile;
    /// Which network of the file is open, and all it holds, likeliest generator first.
    std::string network;
    std::vector<std::string> networks;
    std::vector<LayerInfo> layers;
    std::vector<InputInfo> inputs;
    /// channels, height, width of the picture.
    Shape output;
    std::vector<Assumption> assumptions;
    std::vector<UnquantizedOperation> unquantized;
    std::vector<std::string> warnings;
    WeightTotals totals;
    /// Batch norm or dropout was caught in training mode and can be switched.
    bool hasTrainingMode = false;
    /// 0, or the one batch size the network accepts (a trace bound to it).
    std::int64_t fixedBatch = 0;

    bool isImageToImage() const;
    const LayerInfo *layer(std::string_view name) const;
    const Assumption *assumption(std::string_view key) const;
};

} // namespace quantloupe
