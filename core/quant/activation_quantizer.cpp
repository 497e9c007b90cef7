// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/activation_range.h"
#include "quant/uniform_kernels.h"

#include <cstring>

namespace quantloupe {

void fakeQuantize(std::span<const float> in, std::span<float> out, const ActivationRange &range)
{
    if (range.bits != kFloatBits) {
        const CodeLimits limits{range.zeroPoint - range.quantMin, range.quantMax - range.zeroPoint};
        fakeQuantizeUniform(in, range.scale, limits, out);
    } else if (!in.empty()) {
        std::memmove(out.data(), in.data(), in.size_bytes());
    }
}

} // namespace quantloupe
