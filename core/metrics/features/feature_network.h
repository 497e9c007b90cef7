// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace quantloupe {

/// Pictures computed together.
inline constexpr std::int64_t kFeatureBatch = 4;

/// Pictures to vectors. Immutable: forward() may be called from several threads at once.
class FeatureNetwork
{
public:
    FeatureNetwork() = default;
    virtual ~FeatureNetwork() = default;
    FeatureNetwork(const FeatureNetwork &) = delete;
    FeatureNetwork &operator=(const FeatureNetwork &) = delete;

    /// float32 [kFeatureBatch, 3, side, side], channels last, to float32 [kFeatureBatch,
    /// dimension], contiguous. Call it with one LibTorch thread.
    virtual at::Tensor forward(const at::Tensor &pictures) const = 0;
};

} // namespace quantloupe
