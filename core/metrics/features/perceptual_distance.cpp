// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/perceptual_distance.h"

#include "base/error.h"
#include "base/hash.h"
#include "image/image_resize.h"
#include "metrics/features/perceptual_network.h"
#include "metrics/features/tensor_threads.h"

#include <ATen/ATen.h>

namespace quantloupe {

namespace {

constexpr double kHalfRange = 127.5;

/// 1 x 3 x height x width in -1..1.
at::Tensor inputOf(const Image &image)
{
    const Image rgb = toRgb(image);
    auto *pixels = const_cast<std::uint8_t *>(rgb.pixels.data());
    return at::from_blob(pixels, {1, rgb.height, rgb.width, 3}, at::kByte)
                   .permute({0, 3, 1, 2})
                   .to(at::kFloat)
                   .contiguous() /
               kHalfRange -
           1;
}

} // namespace

PerceptualDistance::PerceptualDistance(const PerceptualFiles &files)
{
    const StateDictFile trunk = readStateDictFile(files.trunk);
    const PerceptualNetwork::Source source{trunk, files.trunk};
    m_identity.trunkSha256 = sha256OfFile(files.trunk);
    if (files.heads.empty()) {
        m_network = std::make_unique<PerceptualNetwork>(source, source);
    } else {
        const StateDictFile heads = readStateDictFile(files.heads);
        m_network = std::make_unique<PerceptualNetwork>(
            source, PerceptualNetwork::Source{heads, files.heads});
        m_identity.headsSha256 = sha256OfFile(files.heads);
    }
    m_identity.name = "LPIPS-" + m_network->trunk().name;
}

PerceptualDistance::~PerceptualDistance() = default;

std::vector<std::optional<double>> PerceptualDistance::distances(std::span<const Image> a,
                                                                 std::span<const Image> b,
                                                                 int threads,
                                                                 const RunContext &context) const
{
    std::vector<std::optional<double>> values(a.size());
    parallelForTensors(a.size(), threads, context, [&](std::size_t i) {
        if (a[i].width != b[i].width || a[i].height != b[i].height)
            throw Error(ErrorKind::Internal, "LPIPS compares pictures of one size.");
        if (std::min(a[i].width, a[i].height) >= m_network->trunk().smallestSide)
            values[i] = m_network->distance(at::cat({inputOf(a[i]), inputOf(b[i])}));
    });
    return values;
}

} // namespace quantloupe
