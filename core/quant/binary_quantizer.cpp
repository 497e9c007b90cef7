// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/channel_quantizers.h"
#include "quant/uniform_kernels.h"

namespace quantloupe {

AffineRange quantizeBinaryChannel(const ChannelWeights &weights, ChannelCodes out)
{
    const double sum = sumOfMagnitudes(weights.values);
    const float scale =
        weights.finite > 0 ? static_cast<float>(sum / static_cast<double>(weights.finite)) : 1;
    for (std::size_t i = 0; i < weights.values.size(); ++i) {
        out.codes[i] = weights.values[i] >= 0 ? 1 : -1;
        out.values[i] = weights.values[i] >= 0 ? scale : -scale;
    }
    return {scale, 0};
}

} // namespace quantloupe
