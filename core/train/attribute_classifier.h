// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/trainable.h"

#include <cstdint>
#include <vector>

namespace quantloupe {

/// The built-in feature network (metrics/features/attribute_network.h) with a linear layer behind
/// it that answers all questions at once.
class AttributeClassifier : public Trainable
{
public:
    /// Weights are drawn from the stream (seed, Initialization, 0) by He's rule for ReLU.
    AttributeClassifier(std::int64_t answers, std::uint64_t seed);

    /// N x 3 x 64 x 64 in -1..1 to N x answers logits. Labels and `pass` change nothing.
    at::Tensor forward(const NetworkInput &input, const Pass &pass) const override;
    std::vector<NamedTensor> parameters() const override { return m_tensors; }
    std::vector<NamedTensor> buffers() const override { return {}; }

    /// N x 3 x 64 x 64 in -1..1 to N x kAttributeFeatures.
    at::Tensor features(const at::Tensor &input) const;
    /// Multiplies features() by `factor` > 0; the logits stay what they are but for rounding.
    void scaleFeatures(double factor);

    /// What the extractor needs: parameters() without the last layer.
    std::vector<NamedTensor> featureTensors() const;

private:
    std::vector<NamedTensor> m_tensors;
};

} // namespace quantloupe
