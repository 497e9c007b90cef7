// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "metrics/feature_set.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace quantloupe {

/// Neighbours whose distance is the radius of a picture: of precision and recall (Kynkäänniemi et
/// al. 2019, "Improved precision and recall metric", k = 3), and of density and coverage (Naeem et
/// al. 2020, "Reliable fidelity and diversity metrics", k = 5).
inline constexpr std::size_t kRecallNeighbours = 3;
inline constexpr std::size_t kCoverageNeighbours = 5;

/// Shares of pictures that lie among those of the other set, by Euclidean distance of features.
/// A picture's ball reaches to its k-th nearest neighbour in its own set.
struct ManifoldScores
{
    /// Why there are none; empty where there are.
    std::string reason;
    /// Generated pictures in the closed ball of some real one.
    double precision = 0;
    /// Real pictures in the closed ball of some generated one.
    double recall = 0;
    /// Mean number of open balls of real pictures around a generated one, divided by k; may be
    /// above 1.
    double density = 0;
    /// Real pictures with a generated one in their open ball.
    double coverage = 0;
    /// What each generated picture adds to precision and density, which are their means.
    std::vector<double> precise = {};
    std::vector<double> dense = {};
};

/// A real set whose balls are known, to be compared with several generated ones. Distances are
/// those of float64 sums of squared differences in the order of the features, exactly: products of
/// blocks of the sets only tell which of them have to be looked at. Memory beyond the features is
/// about 2 MiB a thread and 40 bytes a picture. Results are the same to the bit for any number of
/// threads.
class ManifoldReference
{
public:
    /// `real` must outlive it. Throws Cancelled.
    ManifoldReference(const Features &real, int threads, const RunContext &context);

    /// Fewer than six pictures of a set and features that are not finite give a reason. Throws
    /// Error{BadInput} if the dimensions differ; Cancelled.
    ManifoldScores scores(const Features &generated, const RunContext &context) const;

private:
    const Features &m_real;
    int m_threads;
    std::string m_reason;
    /// Squared radii of each picture, for recall and for coverage.
    std::vector<std::array<double, 2>> m_radii;
};

/// The same from all distances one after the other, n^2 of them in memory: slow and obvious.
ManifoldScores manifoldScoresPlainly(const Features &real, const Features &generated);

/// Why a set cannot be scored; empty if it can.
std::string reasonAgainstManifold(const Features &features);

} // namespace quantloupe
