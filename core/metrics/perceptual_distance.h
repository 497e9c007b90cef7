// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "image/image.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// A trunk's convolutions and LPIPS' linear heads. Opaque outside core.
class PerceptualNetwork;

/// Files of LPIPS. Either may be any state dict; nothing in them is executed.
struct PerceptualFiles
{
    /// AlexNet or VGG-16 under torchvision's names (`features.0.weight`) or those of the package
    /// lpips (`net.slice1.0.weight`).
    std::string trunk;
    /// `lin0.model.1.weight` to `lin4...`; empty where the trunk's file holds them.
    std::string heads = {};
    bool operator==(const PerceptualFiles &) const = default;
};

/// What LPIPS was computed with.
struct PerceptualIdentity
{
    /// "LPIPS-alex", "LPIPS-vgg"; empty where it was not measured.
    std::string name;
    /// SHA-256 of the files; of the heads empty where they are in the trunk's.
    std::string trunkSha256;
    std::string headsSha256;
    bool operator==(const PerceptualIdentity &) const = default;
};

/// LPIPS (Zhang et al. 2018, "The unreasonable effectiveness of deep features", equation 1, with
/// learned linear heads): the distance of unit-length activations after five stages of a trunk,
/// weighted by channel and averaged over the places. Immutable: distances() may be called from
/// several threads at once.
class PerceptualDistance
{
public:
    /// Throws Error{BadInput} that names the file and a tensor it lacks or holds in another shape;
    /// Error{BadInput|Unsupported|Io} as readStateDictFile().
    explicit PerceptualDistance(const PerceptualFiles &files);
    ~PerceptualDistance();
    PerceptualDistance(const PerceptualDistance &) = delete;
    PerceptualDistance &operator=(const PerceptualDistance &) = delete;

    const PerceptualIdentity &identity() const { return m_identity; }

    /// One for each pair of pictures of the same size, in order; grey ones count as coloured.
    /// Absent where a picture is too small for the trunk: under 31 pixels for AlexNet, under 16
    /// for VGG-16. Each pair is computed by one thread, so that its value is the same to the bit
    /// for any number of `threads` (0 takes every core). Throws Cancelled.
    std::vector<std::optional<double>> distances(std::span<const Image> a, std::span<const Image> b,
                                                 int threads, const RunContext &context) const;

private:
    PerceptualIdentity m_identity;
    std::unique_ptr<const PerceptualNetwork> m_network;
};

using PerceptualDistancePtr = std::shared_ptr<const PerceptualDistance>;

} // namespace quantloupe
