// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/manifold_scores.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

double squaredDistance(const Features &a, std::size_t i, const Features &b, std::size_t j)
{
    double sum = 0;
    for (std::size_t d = 0; d < a.dimension; ++d) {
        const double difference = static_cast<double>(a.row(i)[d]) - b.row(j)[d];
        sum += difference * difference;
    }
    return sum;
}

std::vector<double> squaredRadii(const Features &set, std::size_t k)
{
    std::vector<double> radii;
    for (std::size_t i = 0; i < set.count; ++i) {
        std::vector<double> distances;
        for (std::size_t j = 0; j < set.count; ++j)
            if (j != i)
                distances.push_back(squaredDistance(set, i, set, j));
        std::ranges::sort(distances);
        radii.push_back(distances.at(k - 1));
    }
    return radii;
}

double mean(const std::vector<double> &values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

} // namespace

std::string reasonAgainstManifold(const Features &features)
{
    if (features.count <= kCoverageNeighbours)
        return "neighbours need " + std::to_string(kCoverageNeighbours + 1) +
               " pictures of each set or more";
    if (!std::ranges::all_of(features.values, [](float value) { return std::isfinite(value); }))
        return "some features are not finite numbers";
    return {};
}

ManifoldScores manifoldScoresPlainly(const Features &real, const Features &generated)
{
    const std::vector<double> recallOfReal = squaredRadii(real, kRecallNeighbours);
    const std::vector<double> coverageOfReal = squaredRadii(real, kCoverageNeighbours);
    const std::vector<double> recallOfGenerated = squaredRadii(generated, kRecallNeighbours);
    ManifoldScores scores;
    scores.precise.assign(generated.count, 0);
    scores.dense.assign(generated.count, 0);
    std::vector<double> recalled(real.count, 0);
    std::vector<double> covered(real.count, 0);
    for (std::size_t i = 0; i < real.count; ++i)
        for (std::size_t j = 0; j < generated.count; ++j) {
            const double distance = squaredDistance(real, i, generated, j);
            if (distance <= recallOfReal[i])
                scores.precise[j] = 1;
            if (distance <= recallOfGenerated[j])
                recalled[i] = 1;
            if (distance < coverageOfReal[i]) {
                scores.dense[j] += 1;
                covered[i] = 1;
            }
        }
    for (double &value : scores.dense)
        value /= static_cast<double>(kCoverageNeighbours);
    scores.precision = mean(scores.precise);
    scores.density = mean(scores.dense);
    scores.recall = mean(recalled);
    scores.coverage = mean(covered);
    return scores;
}

} // namespace quantloupe
