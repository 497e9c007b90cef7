// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/channel_blocks.h"
#include "quant/quantized_tensor.h"

#include <span>
#include <vector>

namespace quantloupe {

/// Whether channels that lie inside the rows of a weight (transposed convolutions) are quantized by
/// passes over the rows: one finds how far each channel reaches or how large it is on average, the
/// last one quantizes. Gathering the channels and scattering their codes would take longer than
/// the quantizing.
bool isQuantizedByRows(const QuantizedTensor &tensor);

/// All channels, in blocks whose part of a row is worth a loop.
std::vector<ChannelBlock> rowBlocks(const ChannelLayout &layout);

/// Codes, values, scales and zero points of the channels of `block`, bit for bit those of the
/// channels one by one; a non-finite weight counts as 0. `tensor` has its spec, its layout and its
/// sizes. Different blocks of one tensor may be quantized at the same time. False, with nothing
/// done that stays, for channels that have to be taken one by one.
bool quantizeRows(std::span<const float> weights, QuantizedTensor &tensor,
                  const ChannelBlock &block);

} // namespace quantloupe
