// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/feature_stats.h"

#include <filesystem>

namespace quantloupe {

/// Whether a file holds statistics of features by its contents: pytorch-fid's `.npz`, or a
/// safetensors file that writeFeatureStats() wrote. False for anything else, missing files too.
/// Throws Error{Io} for a file that cannot be read.
bool isFeatureFile(const std::filesystem::path &path);

/// Reads either form. A `.npz` has arrays `mu` (D) and `sigma` (D x D) and tells neither n nor how
/// they were measured. Throws Error{BadInput|Unsupported|Io} that names the file if tensors are
/// missing, do not fit each other, or the covariance is not symmetric or has a negative variance.
FeatureStats readFeatureStats(const std::filesystem::path &path);

/// By the ending. `.npz`: mu and sigma as pytorch-fid reads them. `.safetensors`: `mean` and
/// `covariance` (float64), where there are any, and `features` (float32) where they were kept, with
/// the identity, n, and the preparation where it is known. Written atomically. Throws
/// Error{BadInput} for another ending and for one picture as `.npz`, which cannot say that there is
/// no covariance; Error{Io}.
void writeFeatureStats(const std::filesystem::path &path, const FeatureStats &stats);

/// Throws Error{BadInput} as writeFeatureStats() would for the name, before the work is done.
void requireFeatureFileName(const std::filesystem::path &path);

} // namespace quantloupe
