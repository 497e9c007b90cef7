// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/moved_norm.h"

#include "base/hash.h"

#include <ATen/ATen.h>

#include <cmath>
#include <span>

namespace quantloupe {

namespace {

std::uint64_t keyOf(const NormOverlay &overlay)
{
    std::uint64_t key = 4;
    for (const at::Tensor &tensor : {overlay.mean, overlay.variance})
        key = mixHash(key, std::as_bytes(std::span(tensor.data_ptr<float>(),
                                                   static_cast<std::size_t>(tensor.numel()))));
    return key == 0 ? 1 : key;
}

} // namespace

NormOverlay movedNorm(const Program &program, int norm, const ChannelStatistics &reference,
                      const ChannelStatistics &quantized)
{
    const NormSite &site = program.norms[static_cast<std::size_t>(norm)];
    NormOverlay overlay{norm, site.mean.clone(), site.variance.clone(), {}, 0};
    float *const mean = overlay.mean.data_ptr<float>();
    float *const variance = overlay.variance.data_ptr<float>();
    for (std::size_t c = 0; c < reference.channels(); ++c) {
        const double shift = quantized.mean(c) - reference.mean(c);
        const double before = reference.variance(c);
        const double after = quantized.variance(c);
        if (!std::isfinite(shift) || !std::isfinite(after - before))
            continue;
        mean[c] = static_cast<float>(mean[c] + shift);
        variance[c] = static_cast<float>(after >= before ? variance[c] + (after - before)
                                                         : variance[c] * (after / before));
    }
    overlay.key = keyOf(overlay);
    return overlay;
}

} // namespace quantloupe
