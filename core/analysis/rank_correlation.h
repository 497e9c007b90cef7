// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace quantloupe {

/// How well the order of one quantity tells that of another.
struct RankCorrelation
{
    /// Spearman's: -1 the opposite order, 1 the same one. Equal values share their mean rank.
    double rho = 0;
    /// One-sided: the share of all orders of the second quantity whose rho is as low or lower. Of
    /// up to 8 pairs all orders are counted, of more 100,000 random ones (the same in every run).
    double lowerTail = 1;
};

/// Absent for fewer than three pairs and where one quantity has the same value throughout. Both
/// have as many values. (Spearman 1904.)
std::optional<RankCorrelation> rankCorrelation(std::span<const double> a,
                                               std::span<const double> b);

} // namespace quantloupe
