// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/attribute_classifier.h"

#include "base/random_stream.h"
#include "metrics/features/attribute_network.h"

#include <ATen/ATen.h>

#include <cmath>

namespace quantloupe {

namespace {

/// Kernels by He et al. 2015, "Delving Deep into Rectifiers"; biases 0.
at::Tensor drawn(const Shape &shape, RandomStream &random)
{
    at::Tensor tensor = at::zeros(shape, at::kFloat);
    if (shape.size() > 1) {
        const double inputs = static_cast<double>(tensor.numel() / shape.at(0));
        const double deviation = std::sqrt(2 / inputs);
        float *values = tensor.data_ptr<float>();
        for (std::int64_t i = 0; i < tensor.numel(); ++i)
            values[i] = static_cast<float>(deviation * random.normal());
    }
    return tensor.set_requires_grad(true);
}

} // namespace

AttributeClassifier::AttributeClassifier(std::int64_t answers, std::uint64_t seed)
{
    RandomStream random(seed, StreamRole::Initialization, 0);
    for (const AttributeTensor &tensor : attributeTensors())
        m_tensors.push_back({tensor.name, drawn(tensor.shape, random)});
    m_tensors.push_back({"answers.weight", drawn({answers, kAttributeFeatures}, random)});
    m_tensors.push_back({"answers.bias", drawn({answers}, random)});
}

at::Tensor AttributeClassifier::features(const at::Tensor &input) const
{
    std::vector<at::Tensor> weights;
    for (const NamedTensor &one : featureTensors())
        weights.push_back(one.tensor);
    return attributeFeatures(weights, input);
}

at::Tensor AttributeClassifier::forward(const NetworkInput &input, const Pass & /*pass*/) const
{
    return at::linear(features(input.values), m_tensors.end()[-2].tensor, m_tensors.back().tensor);
}

void AttributeClassifier::scaleFeatures(double factor)
{
    const at::NoGradGuard noGradients;
    // A ReLU lets a positive factor through, so that the layer before it can carry it.
    const std::size_t answers = m_tensors.size() - 2;
    m_tensors[answers - 2].tensor.mul_(factor);
    m_tensors[answers - 1].tensor.mul_(factor);
    m_tensors[answers].tensor.div_(factor);
}

std::vector<NamedTensor> AttributeClassifier::featureTensors() const
{
    return {m_tensors.begin(), m_tensors.end() - 2};
}

} // namespace quantloupe
