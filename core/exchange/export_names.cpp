// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_names.h"

#include "base/error.h"

#include <map>

namespace quantloupe {

namespace {

using Owners = std::map<std::string, const ExportLayer *>;

[[noreturn]] void refuse(const std::string &name, const ExportLayer &one, const ExportLayer &other)
{
    if (&one == &other)
        throw Error(ErrorKind::BadInput, "The export would give the name '" + name +
                                             "' to the weight and to the input of " +
                                             one.info.name + "; name both in a map of ONNX names.");
    throw Error(ErrorKind::BadInput, "The export would give the name '" + name + "' to parts of " +
                                         one.info.name + " and " + other.info.name +
                                         "; name node, weight and input of both in a map of ONNX "
                                         "names.");
}

void own(Owners &owners, const std::string &name, const ExportLayer &layer)
{
    const auto [owner, isNew] = owners.emplace(name, &layer);
    if (!isNew)
        refuse(name, *owner->second, layer);
}

/// It was formed from the module's path; no other layer can be known to read it.
bool isUnknownInput(const ExportLayer &layer)
{
    return hasUnknownInput(layer.onnx, layer.info) &&
           layer.onnx.input == derivedOnnxNames(layer.info, GeneratorInfo()).input;
}

} // namespace

void requireOwnNames(std::span<const ExportLayer> layers)
{
    Owners nodes;
    Owners weights;
    for (const ExportLayer &layer : layers) {
        own(nodes, layer.onnx.node, layer);
        own(weights, layer.onnx.weight, layer);
    }
    Owners readers;
    for (const ExportLayer &layer : layers) {
        if (!layer.info.hasActivationSite)
            continue;
        if (const auto weight = weights.find(layer.onnx.input); weight != weights.end())
            refuse(layer.onnx.input, *weight->second, layer);
        const auto [reader, isFirst] = readers.emplace(layer.onnx.input, &layer);
        if (!isFirst && (isUnknownInput(layer) || isUnknownInput(*reader->second)))
            refuse(layer.onnx.input, *reader->second, layer);
    }
}

} // namespace quantloupe
