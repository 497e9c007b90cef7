// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/features/feature_network.h"
#include "metrics/features/folded_convolution.h"
#include "metrics/features/inception_graph.h"
#include "model/archive/state_dict.h"

#include <map>
#include <string>
#include <vector>

namespace quantloupe {

/// The stages of inceptionStages() up to a depth, batch norm folded into the kernels.
class InceptionNetwork : public FeatureNetwork
{
public:
    /// Throws Error{BadInput}, naming `file`, if there is no such depth or a tensor it needs is
    /// missing or has another shape.
    InceptionNetwork(const StateDict &weights, std::size_t depth, const std::string &file);

    at::Tensor forward(const at::Tensor &pictures) const override;

    /// Whether all weights in use are those of 2015, whatever file they come in; never of depth
    /// 2048, which only the whole published file is known by.
    bool hasWeightsOf2015() const { return m_hasWeightsOf2015; }

private:
    struct Binder;
    at::Tensor branch(const InceptionBranch &branch, const at::Tensor &input) const;

    std::vector<InceptionBlock> m_blocks;
    std::map<std::string, FoldedConvolution> m_convolutions;
    bool m_hasWeightsOf2015 = false;
};

} // namespace quantloupe
