// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random_stream.h"
#include "data/image_stack.h"

#include <algorithm>
#include <cmath>

/// Made-up pictures for measures of whole sets.
namespace noise_stack {

struct Recipe
{
    int side = 16;
    int channels = 3;
    std::size_t count = 8;
    /// Added to every level; the sum is rounded and clamped to 0..255.
    double shift = 0;
    double noise = 0;
};

/// Smooth waves, different in each picture and channel, with normal noise on top.
inline quantloupe::ImageStack make(const Recipe &recipe, std::uint64_t seed)
{
    quantloupe::ImageStack stack;
    stack.side = recipe.side;
    stack.channels = recipe.channels;
    stack.count = recipe.count;
    stack.pixels.resize(recipe.count * stack.bytesOfOne());
    std::size_t at = 0;
    for (std::size_t picture = 0; picture < recipe.count; ++picture) {
        quantloupe::RandomStream random(seed, quantloupe::StreamRole::Probe, picture);
        const double fx = random.uniform(0.1, 0.8);
        const double fy = random.uniform(0.1, 0.8);
        for (int y = 0; y < recipe.side; ++y)
            for (int x = 0; x < recipe.side; ++x)
                for (int c = 0; c < recipe.channels; ++c) {
                    const double level = 128 + recipe.shift + 40 * std::sin(fx * x + c) +
                                         30 * std::cos(fy * y) + recipe.noise * random.normal();
                    stack.pixels[at++] =
                        static_cast<std::uint8_t>(std::lround(std::clamp(level, 0.0, 255.0)));
                }
    }
    return stack;
}

} // namespace noise_stack
