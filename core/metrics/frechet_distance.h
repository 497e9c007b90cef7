// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "metrics/feature_stats.h"

#include <memory>
#include <optional>
#include <string>

namespace quantloupe {

enum class FrechetForm {
    Eigen, ///< From both covariances.
    Gram   ///< From the pictures of a set that has no more of them than dimensions.
};

/// "eigen", "gram".
std::string_view name(FrechetForm form);

struct FrechetDistance
{
    /// Nothing where it cannot be computed; `reason` says why.
    std::optional<double> value;
    std::string reason;
    /// The squared distance of the means, a part of the value.
    double meanTerm = 0;
    FrechetForm form = FrechetForm::Eigen;
};

/// One side of Frechet distances, which keeps the root of its covariance from the first distance
/// that needs it on. distanceTo() may be called from several threads at once.
///
/// The squared Frechet distance of two normal distributions (Dowson and Landau 1982; Heusel et al.
/// 2017): |m_a - m_b|^2 + tr A + tr B - 2 tr (A B)^1/2 with means m and covariances A, B. With any
/// R R' = B the last trace is the sum of the roots of the eigenvalues of R' A R (eigen form). With
/// n pictures and X' X = A, X being the n centred rows over sqrt(n - 1), it is that of X B X'
/// (Gram form), or, where both sets are given so, the sum of the singular values of X Y'. All in
/// float64 and on one thread: a second one gained the decompositions nothing (bench_metrics), and
/// roots of eigenvalues that are zero but for rounding would show the order of every sum.
class FrechetReference
{
public:
    explicit FrechetReference(std::shared_ptr<const FeatureStats> stats);
    ~FrechetReference();
    FrechetReference(const FrechetReference &) = delete;
    FrechetReference &operator=(const FrechetReference &) = delete;

    const FeatureStats &stats() const;
    /// A set of one picture and values that are not finite give a reason. Throws Error{BadInput} if
    /// the sets were measured differently (differenceOf()); Cancelled, between two steps of
    /// seconds.
    FrechetDistance distanceTo(const FeatureStats &other, const RunContext &context) const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

/// Without a root kept.
FrechetDistance frechetDistance(const FeatureStats &a, const FeatureStats &b,
                                const RunContext &context);

} // namespace quantloupe
