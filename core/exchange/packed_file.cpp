// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/packed_file.h"

#include "base/error.h"
#include "exchange/packed_tensors.h"
#include "model/archive/mapped_file.h"
#include "model/archive/safetensors.h"
#include "quant/channel_view.h"
#include "quant/packed_tensor.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace quantloupe {

namespace {

using Metadata = std::map<std::string, std::string>;

Metadata metadataOf(const std::filesystem::path &path)
{
    const MappedFile file(path);
    Metadata metadata;
    if (isPackedGenerator(file.bytes(), path.string()))
        metadata = readSafetensorsMetadata(file.bytes(), path.string());
    if (!metadata.contains(kConfigurationKey))
        throw Error(ErrorKind::BadInput,
                    path.string() + " is no packed generator; `export --format safetensors` writes "
                                    "one.");
    return metadata;
}

class PackedReader
{
public:
    explicit PackedReader(const std::filesystem::path &path)
        : m_source(path.string()), m_tensors(readSafetensors(path))
    {
        const Metadata metadata = metadataOf(path);
        m_result.file = parseConfigFile(metadata.at(kConfigurationKey), m_source);
        readGroups(metadata.contains(kGroupsKey) ? metadata.at(kGroupsKey) : "{}");
    }

    PackedFile read()
    {
        for (const LayerInfo &layer : m_result.file.layers) {
            const LayerQuantSpec &spec = m_result.file.config.spec(layer.name);
            if (!spec.weight.isFloat())
                m_result.weights[layer.name] = unpacked(weightOf(layer, spec.weight));
            if (!spec.activation.isFloat()) {
                find(layer.name + kInputScale);
                find(layer.name + kInputZeroPoint);
            }
        }
        for (StoredTensor &tensor : m_tensors)
            if (!m_used.contains(tensor.name))
                m_result.floats.push_back(std::move(tensor));
        return std::move(m_result);
    }

private:
    void readGroups(const std::string &text)
    {
        const auto groups = nlohmann::json::parse(text, nullptr, false);
        for (LayerInfo &layer : m_result.file.layers)
            if (groups.is_object() && groups.contains(layer.name) &&
                groups.at(layer.name).is_number_integer())
                layer.groups = std::max<std::int64_t>(1, groups.at(layer.name).get<int>());
    }

    const StoredTensor *find(const std::string &name)
    {
        const auto found = std::ranges::find(m_tensors, name, &StoredTensor::name);
        if (found == m_tensors.end())
            return nullptr;
        m_used.insert(name);
        return &*found;
    }

    std::vector<std::byte> bytesOf(const std::string &name)
    {
        const StoredTensor *tensor = find(name);
        return tensor ? tensor->bytes : std::vector<std::byte>();
    }

    std::vector<float> numbersOf(const std::string &name)
    {
        const StoredTensor *tensor = find(name);
        return tensor ? tensor->toFloat() : std::vector<float>();
    }

    PackedTensor weightOf(const LayerInfo &layer, const WeightSpec &spec)
    {
        return {spec,
                usedLayout(layoutOf(layer), spec.granularity),
                bytesOf(layer.name + kCodes),
                numbersOf(layer.name + kScale),
                bytesOf(layer.name + kZeroPoint),
                numbersOf(layer.name + kLevels)};
    }

    std::string m_source;
    std::vector<StoredTensor> m_tensors;
    std::set<std::string> m_used;
    PackedFile m_result;
};

} // namespace

ChannelLayout layoutOf(const LayerInfo &layer)
{
    if (layer.outputAxis < 0)
        return tensorLayout(layer.weightShape);
    const bool isFolded = layer.kind == LayerKind::TransposedConvolution && layer.outputAxis == 1;
    return channelLayout(layer.weightShape, layer.outputAxis, isFolded ? layer.groups : 1);
}

bool isPackedFile(const std::filesystem::path &path)
{
    try {
        return isPackedGenerator(MappedFile(path).bytes(), path.string());
    } catch (const Error &) {
        return false;
    }
}

ConfigFile packedConfiguration(const std::filesystem::path &path)
{
    return parseConfigFile(metadataOf(path).at(kConfigurationKey), path.string());
}

PackedFile readPackedFile(const std::filesystem::path &path)
{
    return PackedReader(path).read();
}

} // namespace quantloupe
