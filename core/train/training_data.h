// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random_stream.h"
#include "data/image_stack.h"
#include "train/picture_labels.h"
#include "train/trainable.h"

#include <vector>

namespace quantloupe {

/// Latents and real pictures of a step with their classes, pure functions of (seed, step), so that
/// a training can go on at any step. The stack must outlive this object.
class TrainingData
{
public:
    struct Options
    {
        std::uint64_t seed = 0;
        int batch = 64;
        int latent = 100;
        /// Mirror every picture with probability 1/2.
        bool flip = false;
        /// Of the stack's pictures; none for networks without classes.
        PictureLabels labels = {};
    };
    TrainingData(const ImageStack &pictures, Options options, c10::Device device);

    /// batch x channels x side x side in -1..1. Each epoch takes every picture once, in an order
    /// of its own.
    NetworkInput pictures(std::int64_t step);
    /// batch x latent x 1 x 1, standard normal; classes uniform.
    NetworkInput latents(std::int64_t step) const;
    /// Batch `index` of latents that no step sees.
    NetworkInput latents(StreamRole role, std::int64_t index, int batch) const;

private:
    std::uint64_t positionOf(std::int64_t step, int i) const;
    std::size_t pictureAt(std::uint64_t position);

    const ImageStack &m_stack;
    Options m_options;
    c10::Device m_device;
    std::uint64_t m_epoch = ~0ULL;
    std::vector<std::uint32_t> m_order;
};

} // namespace quantloupe
