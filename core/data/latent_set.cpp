// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/latent_set.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace quantloupe {

namespace {

using Color = std::array<double, 3>;

Color drawColor(RandomStream &stream)
{
    return {stream.uniform(), stream.uniform(), stream.uniform()};
}

/// An ellipse with stripes; coordinates in units of the picture.
struct Shape2d
{
    double x, y, radiusX, radiusY, angle, stripes;
    Color color;

    explicit Shape2d(RandomStream &stream)
        : x(stream.uniform()),
          y(stream.uniform()),
          radiusX(stream.uniform(0.08, 0.35)),
          radiusY(stream.uniform(0.08, 0.35)),
          angle(stream.uniform(0, 3.14159265)),
          stripes(stream.below(3) == 0 ? stream.uniform(20, 60) : 0),
          color(drawColor(stream))
    {
    }

    /// 1 inside, 0 outside, smooth over about a pixel.
    double cover(double px, double py, double pixel) const
    {
        const double dx = px - x;
        const double dy = py - y;
        const double u = (dx * std::cos(angle) + dy * std::sin(angle)) / radiusX;
        const double v = (dy * std::cos(angle) - dx * std::sin(angle)) / radiusY;
        const double distance = (std::sqrt(u * u + v * v) - 1) * std::min(radiusX, radiusY);
        const double inside = std::clamp(0.5 - distance / pixel, 0.0, 1.0);
        return stripes > 0 ? inside * (0.5 + 0.5 * std::sin(u * stripes)) : inside;
    }
};

} // namespace

std::vector<float> drawLatent(const SamplingPlan &plan, std::uint64_t seed, StreamRole role,
                              std::uint64_t index, std::size_t size)
{
    RandomStream stream(seed, role, index);
    std::vector<float> values(size);
    for (float &value : values)
        value = static_cast<float>(
            plan.distribution == Distribution::Normal ? stream.normal() : stream.uniform(-1, 1));
    return values;
}

std::int64_t drawLabel(const SamplingPlan &plan, std::uint64_t seed, StreamRole role,
                       std::uint64_t index, std::int64_t classes)
{
    if (plan.label)
        return *plan.label;
    // Another seed than the latent's, so that classes and latents are independent.
    RandomStream stream(seed ^ 0x6c6162656cULL, role, index);
    return classes > 0
               ? static_cast<std::int64_t>(stream.below(static_cast<std::uint64_t>(classes)))
               : 0;
}

Image drawPicture(std::uint64_t seed, StreamRole role, std::uint64_t index, int width, int height,
                  int channels)
{
    RandomStream stream(seed, role, index);
    const Color top = drawColor(stream);
    const Color bottom = drawColor(stream);
    std::vector<Shape2d> shapes;
    for (int i = 0; i < 7; ++i)
        shapes.emplace_back(stream);
    Image image(width, height, channels);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double px = (x + 0.5) / width;
            const double py = (y + 0.5) / height;
            Color color;
            for (std::size_t c = 0; c < 3; ++c)
                color[c] = top[c] + (bottom[c] - top[c]) * py;
            for (const Shape2d &shape : shapes) {
                const double cover = shape.cover(px, py, 1.5 / std::max(width, height));
                for (std::size_t c = 0; c < 3; ++c)
                    color[c] += (shape.color[c] - color[c]) * cover;
            }
            for (int c = 0; c < channels; ++c)
                image.at(x, y)[c] = static_cast<std::uint8_t>(
                    std::lround(color[static_cast<std::size_t>(c)] * 255));
        }
    return image;
}

} // namespace quantloupe
