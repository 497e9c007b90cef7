// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/channel_quantizers.h"
#include "quant/uniform_kernels.h"

namespace quantloupe {

AffineRange quantizeBinaryChannel(const ChannelWeights &weights, ChannelCodes out)
{
    const double sum = sumOfMagnitudes(weights.values);
    const float scale =
        weights.finite > 0 ? static_cast<float>(sum / static_cast<double>(weights.finite)) : 1;
    binarize(weights.values, scale, out.codes, out.values);
    return {scale, 0};
}

} // namespace quantloupe
