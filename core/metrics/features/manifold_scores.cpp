// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/manifold_scores.h"

#include "base/error.h"
#include "metrics/features/pair_distances.h"

#include <atomic>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace quantloupe {

namespace {

using Radii = std::array<double, 2>;

/// The smallest distances so far, ascending.
class Nearest
{
public:
    Nearest() { m_distances.fill(std::numeric_limits<double>::infinity()); }
    double farthest() const { return m_distances.back(); }
    void add(double distance)
    {
        if (distance >= farthest())
            return;
        m_distances.back() = distance;
        for (std::size_t i = m_distances.size() - 1; i > 0 && m_distances[i] < m_distances[i - 1];
             --i)
            std::swap(m_distances[i], m_distances[i - 1]);
    }
    Radii radii() const
    {
        return {m_distances[kRecallNeighbours - 1], m_distances[kCoverageNeighbours - 1]};
    }

private:
    std::array<double, kCoverageNeighbours> m_distances;
};

std::vector<Radii> radiiOf(const Features &set, int threads, const RunContext &context)
{
    const PairDistances distances(set, set);
    std::vector<Nearest> nearest(set.count);
    distances.forEach(threads, context, [&](std::size_t i, std::size_t j, double near) {
        if (i != j && near - distances.slack(i, j) < nearest[i].farthest())
            nearest[i].add(distances.exact(i, j));
    });
    std::vector<Radii> radii;
    for (const Nearest &each : nearest)
        radii.push_back(each.radii());
    return radii;
}

bool isBetween(double radius, double distance, double slack)
{
    return std::fabs(radius - distance) <= slack;
}

/// Which balls pictures lie in. Real pictures belong to one thread each, generated ones to all.
struct Marks
{
    Marks(std::size_t real, std::size_t generated)
        : recalled(real, 0), covered(real, 0), precise(generated), balls(generated)
    {
    }
    std::vector<std::uint8_t> recalled;
    std::vector<std::uint8_t> covered;
    std::vector<std::atomic<std::uint8_t>> precise;
    std::vector<std::atomic<std::uint32_t>> balls;
};

template <typename Values> double mean(const Values &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

ManifoldScores scoresOf(const Marks &marks)
{
    ManifoldScores scores;
    for (const auto &precise : marks.precise)
        scores.precise.push_back(precise);
    for (const auto &balls : marks.balls)
        scores.dense.push_back(static_cast<double>(balls) /
                               static_cast<double>(kCoverageNeighbours));
    scores.precision = mean(scores.precise);
    scores.density = mean(scores.dense);
    scores.recall = mean(marks.recalled);
    scores.coverage = mean(marks.covered);
    return scores;
}

} // namespace

ManifoldReference::ManifoldReference(const Features &real, int threads, const RunContext &context)
    : m_real(real), m_threads(threads), m_reason(reasonAgainstManifold(real))
{
    if (m_reason.empty())
        m_radii = radiiOf(real, threads, context);
}

ManifoldScores ManifoldReference::scores(const Features &generated, const RunContext &context) const
{
    if (generated.dimension != m_real.dimension)
        throw Error(ErrorKind::BadInput, "Features of " + std::to_string(m_real.dimension) +
                                             " and " + std::to_string(generated.dimension) +
                                             " dimensions have no neighbours.");
    ManifoldScores none;
    none.reason = m_reason.empty() ? reasonAgainstManifold(generated) : m_reason;
    if (!none.reason.empty())
        return none;
    const std::vector<Radii> generatedRadii = radiiOf(generated, m_threads, context.sub(0, 0.5));
    const PairDistances distances(m_real, generated);
    Marks marks(m_real.count, generated.count);
    const auto mark = [&](std::size_t i, std::size_t j, double near) {
        const auto [recallRadius, coverageRadius] = m_radii[i];
        const double slack = distances.slack(i, j);
        double distance = near;
        if (isBetween(recallRadius, near, slack) || isBetween(coverageRadius, near, slack) ||
            isBetween(generatedRadii[j][0], near, slack))
            distance = distances.exact(i, j);
        if (distance <= recallRadius)
            marks.precise[j].store(1, std::memory_order_relaxed);
        if (distance <= generatedRadii[j][0])
            marks.recalled[i] = 1;
        if (distance < coverageRadius) {
            marks.balls[j].fetch_add(1, std::memory_order_relaxed);
            marks.covered[i] = 1;
        }
    };
    distances.forEach(m_threads, context.sub(0.5, 1), mark);
    return scoresOf(marks);
}

} // namespace quantloupe
