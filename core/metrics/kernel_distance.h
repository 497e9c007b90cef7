// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "metrics/feature_set.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quantloupe {

/// Rows of A and of B that are compared together.
struct KidSubset
{
    std::vector<std::size_t> a;
    std::vector<std::size_t> b;
};

struct KidSubsets
{
    std::size_t count = 0;
    /// Of the first subset.
    std::size_t size = 0;
    double mean = 0;
    /// Population deviation between subsets, as the published code prints it.
    double deviation = 0;
};

struct KernelDistance
{
    /// Nothing where it cannot be computed; `reason` says why.
    std::optional<double> value;
    std::string reason;
    /// Of the value; nothing under three pictures of a set.
    std::optional<double> standardError;
    /// Where subsets were asked for.
    std::optional<KidSubsets> subsets;
};

/// Kernel Inception distance (Binkowski et al. 2018): the unbiased estimate of the squared maximum
/// mean discrepancy with kernel (x.y / dimension + 1)^3, over all pictures (a U-statistic), in
/// float64. It may be negative. The standard error is the jackknife's, leaving out each picture of
/// either set once (Arvesen 1969).
///
/// `subsets` may be empty. Each picture pair is computed by one thread, so that the result is the
/// same to the bit for any `threads` (0 takes every core). Fewer than two pictures of a set and
/// features that are not finite give a reason. Throws Error{BadInput} if the dimensions differ or a
/// subset names a row that there is not or has fewer than two; Cancelled.
KernelDistance kernelDistance(const Features &a, const Features &b,
                              const std::vector<KidSubset> &subsets, int threads,
                              const RunContext &context);

/// `count` subsets of `size` different pictures of each set, drawn by the seed. Throws
/// Error{BadInput} if a set has fewer than `size`, or `size` is under 2.
std::vector<KidSubset> drawKidSubsets(std::uint64_t seed, std::size_t count, std::size_t size,
                                      std::pair<std::size_t, std::size_t> pictures);

/// Fixed subsets from FILE.safetensors: `subset_fake` for A and `subset_real` for B, int32 or
/// int64, subsets x size. Throws Error{BadInput|Io} that names the file and the tensor.
std::vector<KidSubset> readKidSubsets(const std::string &file);

} // namespace quantloupe
