// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/feature_stats.h"

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <vector>

namespace quantloupe {

/// A float32 view of all rows, which must outlive it.
at::Tensor rowView(const Features &features);
/// Float32 rows as float64.
at::Tensor rowTensor(const float *rows, std::size_t count, std::size_t dimension);

/// Views of the vectors, which must outlive them.
at::Tensor vectorTensor(std::vector<double> &values);
at::Tensor squareTensor(std::vector<double> &values, std::size_t side);

/// The features less their mean, divided by sqrt(n - 1): X with X' X = covariance. Zeros for one
/// picture. Only where the features are kept.
at::Tensor centredRows(const FeatureStats &stats);

} // namespace quantloupe
