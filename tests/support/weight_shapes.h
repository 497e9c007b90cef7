// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random_stream.h"

#include <cfloat>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

/// Weights of many distributions.
namespace weight_shapes {

enum class Shape {
    Gaussian,
    Laplace,
    Uniform,
    HeavyTailed,
    Shifted,
    Tiny,
    Huge,
    TwoValued,
    FewValues,
    Outliers
};

inline constexpr Shape kAll[] = {
    Shape::Gaussian, Shape::Laplace, Shape::Uniform,   Shape::HeavyTailed, Shape::Shifted,
    Shape::Tiny,     Shape::Huge,    Shape::TwoValued, Shape::FewValues,   Shape::Outliers};

inline double draw(quantloupe::RandomStream &random, Shape shape)
{
    const double normal = random.normal();
    const double uniform = random.uniform(-1, 1);
    switch (shape) {
    case Shape::Gaussian:
        return 0.02 * normal;
    case Shape::Laplace:
        return std::copysign(std::log(1 - std::fabs(uniform)), uniform);
    case Shape::Uniform:
        return uniform;
    case Shape::HeavyTailed: // Student's t with one degree of freedom
        return std::tan(1.5707963 * uniform);
    case Shape::Shifted:
        return 3 + 0.1 * normal;
    case Shape::Tiny:
        return 1e-42 * normal;
    case Shape::Huge:
        return FLT_MAX * uniform;
    case Shape::TwoValued:
        return uniform < 0.5 ? -0.3 : 0.7;
    case Shape::FewValues:
        return std::round(3 * uniform);
    case Shape::Outliers:
        return uniform > 0.98 ? 30 * normal : normal;
    }
    return 0;
}

inline std::vector<float> weights(Shape shape, std::int64_t count, std::uint64_t seed = 0)
{
    quantloupe::RandomStream random(seed, quantloupe::StreamRole::Probe,
                                    static_cast<std::uint64_t>(shape));
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float &x : values)
        x = static_cast<float>(draw(random, shape));
    return values;
}

inline std::string nameOf(Shape shape, std::size_t count)
{
    return "shape " + std::to_string(static_cast<int>(shape)) + ", n=" + std::to_string(count);
}

} // namespace weight_shapes
