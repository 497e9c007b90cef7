// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace quantloupe {

/// What an ONNX file calls a layer: its node, the weight it reads and its input tensor.
struct OnnxNames
{
    std::string node;
    std::string weight;
    std::string input;
    /// Which of them the user did not tell: those are formed as torch's exporter does; see
    /// hasUnknownInput().
    struct Derived
    {
        bool node = false;
        bool weight = false;
        bool input = false;
        bool operator==(const Derived &) const = default;
    };
    Derived derived = {};
    bool operator==(const OnnxNames &) const = default;
};

/// By layer.
using OnnxNameMap = std::map<std::string, OnnxNames>;

/// Keys ("node", "weight", "input") and names of those that are derived, in this order.
std::vector<std::pair<std::string, std::string>> derivedOf(const OnnxNames &names);

/// "/main/main.3/ConvTranspose", "main.3.weight" and "/main/main.2/Relu_output_0". Where it is not
/// known what the input is named after (LayerInfo::inputOrigin): the network's input by the name
/// that it has here, or "/main/main.3/ConvTranspose_input".
OnnxNames derivedOnnxNames(const LayerInfo &layer, const GeneratorInfo &info);

/// The name of the input is none that torch's exporter is known to give.
bool hasUnknownInput(const OnnxNames &names, const LayerInfo &layer);

/// {"LAYER": {"node": ..., "weight": ..., "input": ...}}, any of the three; names that are not
/// given are derived. Throws Error{BadInput} for a layer the generator does not have, another key,
/// and one weight or node given to two layers.
OnnxNameMap readOnnxNames(const std::filesystem::path &path, const GeneratorInfo &info);

/// The names a configuration file holds ("onnx" of its layers), all three of a layer or none.
OnnxNameMap onnxNamesIn(const std::string &configuration);

} // namespace quantloupe
