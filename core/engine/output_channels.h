// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/program.h"

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace quantloupe {

/// Output channels of a layer step's output; 0 where they cannot be told. `samples` is the size of
/// the micro-batch, which a modulated convolution holds as groups of one sample.
std::int64_t outputChannels(LayerKind kind, const at::Tensor &output, std::int64_t samples);

/// The same values as rows x channels x positions, contiguous. Axis 1 holds the channels of
/// convolutions (with the samples before them where those are groups), the last axis those of all
/// other layers.
at::Tensor byChannel(const at::Tensor &output, LayerKind kind, std::int64_t channels);

/// Multiplies each output channel by one value; the result has the output's shape.
at::Tensor withFactor(const at::Tensor &output, LayerKind kind, const at::Tensor &factor);

/// Adds one value to each output channel; the result has the output's shape.
at::Tensor withOffset(const at::Tensor &output, LayerKind kind, const at::Tensor &offset);

} // namespace quantloupe
