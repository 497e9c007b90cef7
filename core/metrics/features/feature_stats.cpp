// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/feature_stats.h"

#include "base/error.h"
#include "metrics/features/stats_tensors.h"
#include "metrics/features/tensor_threads.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr std::size_t kBlock = 256;
constexpr std::int64_t kTile = 128;

/// Adds deviations' x deviations on and right of the diagonal tiles.
void addOuterProducts(const at::Tensor &deviations, const at::Tensor &scatter, int threads,
                      const RunContext &context)
{
    const std::int64_t dimension = deviations.size(1);
    const auto tiles = static_cast<std::size_t>((dimension + kTile - 1) / kTile);
    parallelForTensors(tiles, threads, context, [&](std::size_t tile) {
        const std::int64_t first = static_cast<std::int64_t>(tile) * kTile;
        const std::int64_t rows = std::min(kTile, dimension - first);
        const std::int64_t columns = dimension - first;
        scatter.narrow(0, first, rows)
            .narrow(1, first, columns)
            .addmm_(deviations.narrow(1, first, rows).t(), deviations.narrow(1, first, columns));
    });
}

void mirrorUpper(std::vector<double> &square, std::size_t side)
{
    for (std::size_t row = 0; row < side; ++row)
        for (std::size_t column = 0; column < row; ++column)
            square[row * side + column] = square[column * side + row];
}

std::vector<double> meanOf(const std::vector<float> &rows, std::size_t dimension)
{
    std::vector<double> mean(dimension, 0);
    for (std::size_t i = 0; i < rows.size(); ++i)
        mean[i % dimension] += rows[i];
    const std::size_t count = rows.size() / dimension;
    for (double &value : mean)
        value /= static_cast<double>(std::max<std::size_t>(count, 1));
    return mean;
}

} // namespace

FeatureAccumulator::FeatureAccumulator(FeatureIdentity identity, KeepFeatures keep)
    : m_identity(std::move(identity)), m_keep(keep), m_mean(m_identity.dimension, 0)
{
}

void FeatureAccumulator::add(const Features &features, int threads, const RunContext &context)
{
    const std::size_t dimension = m_identity.dimension;
    if (features.dimension != dimension)
        throw Error(ErrorKind::Internal, "Features of another dimension cannot be added.");
    m_rows.insert(m_rows.end(), features.values.begin(), features.values.end());
    m_count += features.count;
    // From here on the covariance has full rank and is no larger than the features.
    if (m_count <= dimension)
        return;
    while (m_count - m_folded >= kBlock)
        fold(kBlock, threads, context);
    if (m_keep == KeepFeatures::WhereShort) {
        m_rows.erase(m_rows.begin(),
                     m_rows.begin() + static_cast<std::ptrdiff_t>(m_pendingFrom * dimension));
        m_pendingFrom = 0;
    }
}

/// Chan, Golub and LeVeque 1979, equations 2.1.
void FeatureAccumulator::fold(std::size_t rows, int threads, const RunContext &context)
{
    const std::size_t dimension = m_identity.dimension;
    m_scatter.resize(dimension * dimension, 0);
    const at::NoGradGuard noGradients;
    const at::Tensor block = rowTensor(m_rows.data() + m_pendingFrom * dimension, rows, dimension);
    const at::Tensor mean = block.mean(0);
    const at::Tensor known = vectorTensor(m_mean);
    const at::Tensor step = mean - known;
    const double before = static_cast<double>(m_folded);
    const double after = static_cast<double>(m_folded + rows);
    // The step of the mean is one more deviation, weighted by its root.
    const at::Tensor weighted =
        (step * std::sqrt(before * static_cast<double>(rows) / after)).unsqueeze(0);
    addOuterProducts(at::cat({block - mean, weighted}), squareTensor(m_scatter, dimension), threads,
                     context);
    known.add_(step, static_cast<double>(rows) / after);
    m_folded += rows;
    m_pendingFrom += rows;
}

FeatureStats FeatureAccumulator::finish(int threads, const RunContext &context)
{
    const std::size_t dimension = m_identity.dimension;
    FeatureStats stats{m_identity, m_count, {}, {}, {}};
    if (m_count > dimension) {
        if (m_count > m_folded)
            fold(m_count - m_folded, threads, context);
        mirrorUpper(m_scatter, dimension);
        for (double &value : m_scatter)
            value /= static_cast<double>(m_count - 1);
        stats.mean = std::move(m_mean);
        stats.covariance = std::move(m_scatter);
    } else {
        stats.mean = meanOf(m_rows, dimension);
    }
    if (m_keep == KeepFeatures::Always || m_count <= dimension)
        stats.features = {m_count, dimension, std::move(m_rows)};
    return stats;
}

FeatureStats featureStats(const Features &features, const FeatureIdentity &identity, int threads,
                          const RunContext &context)
{
    FeatureAccumulator accumulator(identity);
    accumulator.add(features, threads, context);
    return accumulator.finish(threads, context);
}

std::vector<double> covarianceOf(const FeatureStats &stats)
{
    if (!stats.covariance.empty())
        return stats.covariance;
    const at::NoGradGuard noGradients;
    const at::Tensor rows = centredRows(stats);
    std::vector<double> covariance(stats.dimension() * stats.dimension());
    squareTensor(covariance, stats.dimension()).copy_(at::mm(rows.t(), rows));
    return covariance;
}

} // namespace quantloupe
