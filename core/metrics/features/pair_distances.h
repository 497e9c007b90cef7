// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/feature_set.h"
#include "metrics/features/stats_tensors.h"
#include "metrics/features/tensor_threads.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace quantloupe {

/// Squared Euclidean distances between the rows of two sets, which must outlive it: all of them
/// nearly, by products of blocks, and any of them exactly.
class PairDistances
{
public:
    PairDistances(const Features &a, const Features &b)
        : m_a(a), m_b(b), m_squaresA(squares(a)), m_squaresB(squares(b))
    {
    }

    /// Calls each(i, j, near) for all pairs; those of one i by one thread and in the order of j.
    template <typename Each>
    void forEach(int threads, const RunContext &context, const Each &each) const;

    /// At most this far is a near distance from the exact one, and the exact one from the true one
    /// (Higham 2002, section 3.1, for sums of products).
    double slack(std::size_t i, std::size_t j) const
    {
        const double terms = static_cast<double>(m_a.dimension) + 4;
        return 4 * terms * std::numeric_limits<double>::epsilon() * (m_squaresA[i] + m_squaresB[j]);
    }

    /// The float64 sum of squared differences in the order of the features.
    double exact(std::size_t i, std::size_t j) const
    {
        const float *a = m_a.values.data() + i * m_a.dimension;
        const float *b = m_b.values.data() + j * m_b.dimension;
        double sum = 0;
        for (std::size_t d = 0; d < m_a.dimension; ++d) {
            const double difference = static_cast<double>(a[d]) - b[d];
            sum += difference * difference;
        }
        return sum;
    }

private:
    static constexpr std::size_t kRows = 256;
    static constexpr std::size_t kColumns = 1024;

    static std::vector<double> squares(const Features &set)
    {
        std::vector<double> sums(set.count, 0);
        for (std::size_t i = 0; i < set.count; ++i)
            for (const float value : set.row(i))
                sums[i] += static_cast<double>(value) * value;
        return sums;
    }
    static at::Tensor rows(const Features &set, std::size_t first, std::size_t count)
    {
        return rowTensor(set.values.data() + first * set.dimension, count, set.dimension);
    }

    const Features &m_a;
    const Features &m_b;
    std::vector<double> m_squaresA;
    std::vector<double> m_squaresB;
};

template <typename Each>
void PairDistances::forEach(int threads, const RunContext &context, const Each &each) const
{
    parallelForTensors((m_a.count + kRows - 1) / kRows, threads, context, [&](std::size_t block) {
        const std::size_t first = block * kRows;
        const std::size_t count = std::min(kRows, m_a.count - first);
        const at::Tensor left = rows(m_a, first, count);
        for (std::size_t column = 0; column < m_b.count; column += kColumns) {
            context.checkCancelled();
            const std::size_t width = std::min(kColumns, m_b.count - column);
            const at::Tensor products = at::mm(left, rows(m_b, column, width).t());
            const double *product = products.data_ptr<double>();
            for (std::size_t i = first; i < first + count; ++i)
                for (std::size_t j = column; j < column + width; ++j)
                    each(i, j, m_squaresA[i] + m_squaresB[j] - 2 * *product++);
        }
    });
}

} // namespace quantloupe
