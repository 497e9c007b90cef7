// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/kernel_distance.h"

#include "base/error.h"
#include "metrics/features/stats_tensors.h"
#include "metrics/features/tensor_threads.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace quantloupe {

namespace {

constexpr std::int64_t kBlock = 256;

enum class SetPair { Different, Same };

/// Sums of the kernel of each row of one set with all of the other.
struct KernelSums
{
    std::vector<double> rows;
    std::vector<double> columns;
};

void addTo(std::vector<double> &sums, std::int64_t first, const at::Tensor &values)
{
    const double *added = values.data_ptr<double>();
    for (std::int64_t i = 0; i < values.numel(); ++i)
        sums[static_cast<std::size_t>(first + i)] += added[i];
}

at::Tensor doubles(const at::Tensor &rows)
{
    return rows.to(at::kDouble);
}

/// Without the kernel of a row with itself where both sets are the same; only the blocks on and
/// right of the diagonal are computed then, and the column sums added to the row sums.
KernelSums kernelSums(const at::Tensor &a, const at::Tensor &b, SetPair pair, int threads,
                      const RunContext &context)
{
    const std::int64_t n = a.size(0);
    const std::int64_t m = b.size(0);
    const auto blocks = static_cast<std::size_t>((n + kBlock - 1) / kBlock);
    KernelSums sums{std::vector<double>(static_cast<std::size_t>(n), 0),
                    std::vector<double>(static_cast<std::size_t>(m), 0)};
    std::vector<std::vector<double>> columns(blocks,
                                             std::vector<double>(static_cast<std::size_t>(m), 0));
    parallelForTensors(blocks, threads, context, [&](std::size_t block) {
        const std::int64_t row = static_cast<std::int64_t>(block) * kBlock;
        const at::Tensor left = doubles(a.narrow(0, row, std::min(kBlock, n - row)));
        for (std::int64_t column = pair == SetPair::Same ? row : 0; column < m; column += kBlock) {
            context.checkCancelled();
            const at::Tensor right = doubles(b.narrow(0, column, std::min(kBlock, m - column)));
            at::Tensor kernel = at::mm(left, right.t()).div_(a.size(1)).add_(1).pow_(3);
            const bool diagonal = pair == SetPair::Same && column == row;
            if (diagonal)
                kernel.fill_diagonal_(0);
            addTo(sums.rows, row, kernel.sum(1));
            if (!diagonal)
                addTo(columns[block], column, kernel.sum(0));
        }
    });
    for (const std::vector<double> &part : columns)
        for (std::size_t i = 0; i < part.size(); ++i)
            (pair == SetPair::Same ? sums.rows : sums.columns)[i] += part[i];
    return sums;
}

double total(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// What is left of the sums when pictures are taken out.
struct Totals
{
    double a = 0;
    double b = 0;
    double between = 0;
    double n = 0;
    double m = 0;

    double estimate() const
    {
        return a / (n * (n - 1)) + b / (m * (m - 1)) - 2 * between / (n * m);
    }
};

/// Sum of squared deviations of the estimates from their mean, by (n - 1) / n.
double jackknifeVariance(const std::vector<double> &estimates)
{
    const double n = static_cast<double>(estimates.size());
    const double mean = total(estimates) / n;
    double squares = 0;
    for (const double estimate : estimates)
        squares += (estimate - mean) * (estimate - mean);
    return squares * (n - 1) / n;
}

/// All sums of two sets.
struct Discrepancy
{
    KernelSums a;
    KernelSums b;
    KernelSums between;

    Totals totals() const
    {
        return {total(a.rows), total(b.rows), total(between.rows),
                static_cast<double>(a.rows.size()), static_cast<double>(b.rows.size())};
    }
    /// Not a number where leaving one out leaves a single picture.
    double standardError() const
    {
        const Totals all = totals();
        std::vector<double> withoutA;
        for (std::size_t i = 0; i < a.rows.size(); ++i)
            withoutA.push_back(Totals{all.a - 2 * a.rows[i], all.b, all.between - between.rows[i],
                                      all.n - 1, all.m}
                                   .estimate());
        std::vector<double> withoutB;
        for (std::size_t i = 0; i < b.rows.size(); ++i)
            withoutB.push_back(Totals{all.a, all.b - 2 * b.rows[i],
                                      all.between - between.columns[i], all.n, all.m - 1}
                                   .estimate());
        return std::sqrt(jackknifeVariance(withoutA) + jackknifeVariance(withoutB));
    }
};

Discrepancy discrepancy(const at::Tensor &a, const at::Tensor &b, int threads,
                        const RunContext &context)
{
    return {kernelSums(a, a, SetPair::Same, threads, context.sub(0, 0.25)),
            kernelSums(b, b, SetPair::Same, threads, context.sub(0.25, 0.5)),
            kernelSums(a, b, SetPair::Different, threads, context.sub(0.5, 1))};
}

at::Tensor chosen(const at::Tensor &rows, const std::vector<std::size_t> &subset)
{
    std::vector<std::int64_t> indices;
    for (const std::size_t index : subset) {
        if (index >= static_cast<std::size_t>(rows.size(0)))
            throw Error(ErrorKind::BadInput,
                        "A subset names picture " + std::to_string(index) + ", but the set has " +
                            std::to_string(rows.size(0)) + "; give subsets made for these sets.");
        indices.push_back(static_cast<std::int64_t>(index));
    }
    if (indices.size() < 2)
        throw Error(ErrorKind::BadInput, "A subset has fewer than two pictures.");
    return rows.index_select(0, at::tensor(indices, at::kLong));
}

KidSubsets overSubsets(const at::Tensor &a, const at::Tensor &b,
                       const std::vector<KidSubset> &subsets, int threads,
                       const RunContext &context)
{
    std::vector<double> values(subsets.size());
    parallelForTensors(subsets.size(), threads, context, [&](std::size_t i) {
        values[i] = discrepancy(chosen(a, subsets[i].a), chosen(b, subsets[i].b), 1, RunContext())
                        .totals()
                        .estimate();
    });
    const double count = static_cast<double>(subsets.size());
    const double mean = total(values) / count;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return {subsets.size(), subsets.front().a.size(), mean, std::sqrt(squares / count)};
}

std::string reasonAgainst(const Features &features)
{
    if (features.count < 2)
        return "KID needs two pictures of each set or more";
    const auto finite = [](float value) { return std::isfinite(value); };
    if (!std::all_of(features.values.begin(), features.values.end(), finite))
        return "some features are not finite numbers";
    return {};
}

} // namespace

KernelDistance kernelDistance(const Features &a, const Features &b,
                              const std::vector<KidSubset> &subsets, int threads,
                              const RunContext &context)
{
    if (a.dimension != b.dimension)
        throw Error(ErrorKind::BadInput, "Features of " + std::to_string(a.dimension) + " and " +
                                             std::to_string(b.dimension) +
                                             " dimensions have no distance.");
    KernelDistance result;
    result.reason = reasonAgainst(a);
    if (result.reason.empty())
        result.reason = reasonAgainst(b);
    if (!result.reason.empty())
        return result;
    const at::NoGradGuard noGradients;
    const at::Tensor rowsA = rowView(a);
    const at::Tensor rowsB = rowView(b);
    const double share = subsets.empty() ? 1 : 0.7;
    const Discrepancy sums = discrepancy(rowsA, rowsB, threads, context.sub(0, share));
    result.value = sums.totals().estimate();
    if (a.count > 2 && b.count > 2)
        result.standardError = sums.standardError();
    if (!subsets.empty())
        result.subsets = overSubsets(rowsA, rowsB, subsets, threads, context.sub(share, 1));
    return result;
}

} // namespace quantloupe
