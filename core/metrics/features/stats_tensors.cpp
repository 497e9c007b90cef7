// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/features/stats_tensors.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

at::Tensor floatView(const float *rows, std::size_t count, std::size_t dimension)
{
    return at::from_blob(const_cast<float *>(rows),
                         {static_cast<std::int64_t>(count), static_cast<std::int64_t>(dimension)},
                         at::kFloat);
}

} // namespace

at::Tensor rowView(const Features &features)
{
    return floatView(features.values.data(), features.count, features.dimension);
}

at::Tensor rowTensor(const float *rows, std::size_t count, std::size_t dimension)
{
    return floatView(rows, count, dimension).to(at::kDouble);
}

at::Tensor vectorTensor(std::vector<double> &values)
{
    return at::from_blob(values.data(), {static_cast<std::int64_t>(values.size())}, at::kDouble);
}

at::Tensor squareTensor(std::vector<double> &values, std::size_t side)
{
    const auto size = static_cast<std::int64_t>(side);
    return at::from_blob(values.data(), {size, size}, at::kDouble);
}

at::Tensor centredRows(const FeatureStats &stats)
{
    std::vector<double> mean = stats.mean;
    const at::Tensor rows =
        rowTensor(stats.features.values.data(), stats.features.count, stats.dimension());
    const double pictures = static_cast<double>(std::max<std::size_t>(stats.features.count, 2));
    return (rows - vectorTensor(mean)) / std::sqrt(pictures - 1);
}

} // namespace quantloupe
