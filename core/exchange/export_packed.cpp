// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_rules.h"
#include "exchange/packed_file.h"
#include "exchange/packed_tensors.h"
#include "model/archive/safetensors_writer.h"
#include "quant/packed_tensor.h"

#include <nlohmann/json.hpp>

#include <set>

namespace quantloupe {

namespace {

void addWeight(const ExportLayer &layer, std::vector<StoredTensor> &tensors)
{
    const PackedTensor weight = packed(layer.weight);
    const std::string &name = layer.info.name;
    const auto scales = weight.layout.scaleCount();
    tensors.push_back(
        byteTensor(name + kCodes, {static_cast<std::int64_t>(weight.codes.size())}, weight.codes));
    if (!weight.scale.empty())
        tensors.push_back(floatTensor(name + kScale, {scales}, weight.scale));
    if (!weight.zeroPoint.empty())
        tensors.push_back(byteTensor(name + kZeroPoint, {scales, bytesOfCode(weight.spec.bits)},
                                     weight.zeroPoint));
    if (!weight.levels.empty())
        tensors.push_back(
            floatTensor(name + kLevels, {scales, packedLevels(weight.spec)}, weight.levels));
}

void addActivation(const ExportLayer &layer, std::vector<StoredTensor> &tensors)
{
    const ActivationRange &range = *layer.activation;
    const float scale[] = {range.scale};
    tensors.push_back(floatTensor(layer.info.name + kInputScale, {1}, scale));
    std::vector<std::byte> bytes;
    for (std::int64_t byte = 0; byte < bytesOfCode(range.bits); ++byte)
        bytes.push_back(
            static_cast<std::byte>((range.zeroPoint - range.quantMin) >> (8 * byte) & 0xFF));
    const auto size = static_cast<std::int64_t>(bytes.size());
    tensors.push_back(byteTensor(layer.info.name + kInputZeroPoint, {size}, std::move(bytes)));
}

/// One tensor of a name: a parameter may be called as a part of a layer is.
void addFloats(const ExportSource &source, std::vector<StoredTensor> &tensors)
{
    std::set<std::string> names;
    for (const StoredTensor &tensor : tensors)
        names.insert(tensor.name);
    for (const StoredTensor &tensor : source.floats) {
        StoredTensor copy = tensor;
        while (!names.insert(copy.name).second)
            copy.name += "_";
        tensors.push_back(std::move(copy));
    }
}

std::string groupsText(const ExportSource &source)
{
    nlohmann::json groups = nlohmann::json::object();
    for (const ExportLayer &layer : source.layers)
        if (layer.info.kind == LayerKind::TransposedConvolution && layer.info.groups > 1)
            groups[layer.info.name] = layer.info.groups;
    return groups.dump();
}

} // namespace

ExportResult exportSafetensors(const ExportSource &source, const std::filesystem::path &out)
{
    LossList losses;
    std::vector<StoredTensor> tensors;
    for (const ExportLayer &layer : source.layers) {
        if (!layer.spec.weight.isFloat())
            addWeight(layer, tensors);
        if (layer.activation)
            addActivation(layer, tensors);
        else if (!layer.spec.activation.isFloat())
            losses.add(layer, activationText(layer) + ", which has no range",
                       "only in the configuration");
    }
    addFloats(source, tensors);
    const auto bytes = encodeSafetensors(tensors, {{kFormatKey, kPackedFormat},
                                                   {kConfigurationKey, toJson(source.file)},
                                                   {kGroupsKey, groupsText(source)}});
    return {{{out, {reinterpret_cast<const char *>(bytes.data()), bytes.size()}}}, losses.take()};
}

} // namespace quantloupe
