// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/embedded_files.h"
#include "base/error.h"
#include "base/hash.h"
#include "metrics/feature_extractor.h"
#include "metrics/features/attribute_network.h"
#include "metrics/features/feature_network.h"
#include "model/archive/safetensors.h"
#include "model/archive/state_dict.h"

#include <ATen/ATen.h>

#include <cstring>

namespace quantloupe {

namespace {

at::Tensor bound(const StateDict &weights, const AttributeTensor &wanted, const std::string &file)
{
    const StoredTensor *stored = weights.find(wanted.name);
    if (!stored || stored->shape != wanted.shape)
        throw Error(ErrorKind::BadInput, file + " lacks the tensor " + wanted.name +
                                             " of the built-in feature network, or holds it in "
                                             "another shape.");
    const std::vector<float> values = stored->toFloat();
    at::Tensor tensor = at::empty(wanted.shape, at::kFloat);
    std::memcpy(tensor.data_ptr<float>(), values.data(), values.size() * sizeof(float));
    return tensor;
}

class AttributeNetwork : public FeatureNetwork
{
public:
    AttributeNetwork(const StateDict &weights, const std::string &file)
    {
        for (const AttributeTensor &wanted : attributeTensors())
            m_weights.push_back(bound(weights, wanted, file));
    }
    at::Tensor forward(const at::Tensor &pictures) const override
    {
        return attributeFeatures(m_weights, pictures);
    }

private:
    std::vector<at::Tensor> m_weights;
};

} // namespace

InputPreparation attributePreparation()
{
    constexpr float kScale = 2.0F / 255;
    return {InputResize::Clean, kAttributeSide, {kScale, kScale, kScale}, {-1, -1, -1}};
}

bool isAttributeFile(const std::string &file)
{
    if (detectFileKind(file) != FileKind::Safetensors)
        return false;
    const auto metadata = readSafetensorsMetadata(file);
    const auto network = metadata.find(kNetworkKey);
    return network != metadata.end() && network->second == kAttributeKind;
}

std::unique_ptr<FeatureExtractor> openAttributeExtractor(const std::string &file)
{
    const StateDictFile contents = readStateDictFile(file);
    auto network = std::make_unique<AttributeNetwork>(contents.networks.at(0), file);
    const InputPreparation preparation = attributePreparation();
    const std::string name =
        isEmbedded(file) ? file.substr(kEmbeddedPrefix.size()) : extractorName(file);
    FeatureIdentity identity{name, sha256OfFile(file),
                             std::string(quantloupe::name(preparation.resize)),
                             static_cast<std::size_t>(kAttributeFeatures)};
    return std::make_unique<FeatureExtractor>(std::move(identity), preparation, std::move(network));
}

} // namespace quantloupe
