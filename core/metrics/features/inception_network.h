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

private:
    struct Binder;
    at::Tensor branch(const InceptionBranch &branch, const at::Tensor &input) const;

    std::vector<InceptionBlock> m_blocks;
    std::map<std::string, FoldedConvolution> m_convolutions;
};

} // namespace quantloupe
