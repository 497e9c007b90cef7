// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/frechet_distance.h"

#include "base/error.h"
#include "metrics/features/stats_tensors.h"
#include "metrics/features/tensor_threads.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>

namespace quantloupe {

namespace {

constexpr std::int64_t kProductRows = 256;

bool hasRows(const FeatureStats &stats)
{
    return stats.isShort() && stats.features.count == stats.n;
}

/// Views memory of `stats`, which is only read.
at::Tensor covarianceTensor(const FeatureStats &stats)
{
    return squareTensor(const_cast<std::vector<double> &>(stats.covariance), stats.dimension());
}

double sumOfRoots(const at::Tensor &eigenvalues)
{
    return eigenvalues.clamp_min(0).sqrt().sum().item<double>();
}

/// The lower triangle of left' right, a symmetric product; what is above is not all computed.
at::Tensor lowerProduct(const at::Tensor &left, const at::Tensor &right)
{
    const std::int64_t side = left.size(1);
    at::Tensor product = at::zeros({side, side}, left.options());
    for (std::int64_t first = 0; first < side; first += kProductRows) {
        const std::int64_t end = std::min(side, first + kProductRows);
        product.narrow(0, first, end - first)
            .narrow(1, 0, end)
            .copy_(at::mm(left.narrow(1, first, end - first).t(), right.narrow(1, 0, end)));
    }
    return product;
}

double trace(const FeatureStats &stats)
{
    if (stats.covariance.empty())
        return centredRows(stats).square().sum().item<double>();
    double sum = 0;
    for (std::size_t i = 0; i < stats.dimension(); ++i)
        sum += stats.covariance[i * (stats.dimension() + 1)];
    return sum;
}

double squaredDistance(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::transform_reduce(a.begin(), a.end(), b.begin(), 0.0, std::plus<>(),
                                 [](double x, double y) { return (x - y) * (x - y); });
}

/// The sum of the roots of the eigenvalues of A B, where `a` has its rows.
double gramTerm(const FeatureStats &a, const FeatureStats &b)
{
    const at::Tensor rows = centredRows(a);
    if (hasRows(b))
        return at::linalg_svdvals(at::mm(rows, centredRows(b).t())).sum().item<double>();
    return sumOfRoots(at::linalg_eigvalsh(at::mm(at::mm(rows, covarianceTensor(b)), rows.t())));
}

std::string reasonAgainst(const FeatureStats &stats)
{
    if (stats.n == 1)
        return "one picture has no covariance; give two or more of each set";
    if (stats.n == 0 && stats.covariance.empty())
        return "a set without pictures has no distance";
    const auto finite = [](double value) { return std::isfinite(value); };
    if (!std::all_of(stats.mean.begin(), stats.mean.end(), finite) ||
        !std::all_of(stats.covariance.begin(), stats.covariance.end(), finite))
        return "some features are not finite numbers";
    return {};
}

} // namespace

std::string_view name(FrechetForm form)
{
    return form == FrechetForm::Eigen ? "eigen" : "gram";
}

struct FrechetReference::Implementation
{
    std::shared_ptr<const FeatureStats> stats;
    std::mutex mutex;
    at::Tensor root;

    /// R with R R' = covariance.
    at::Tensor knownRoot()
    {
        const std::lock_guard lock(mutex);
        if (!root.defined()) {
            const auto [values, vectors] = at::linalg_eigh(covarianceTensor(*stats));
            root = vectors * values.clamp_min(0).sqrt();
        }
        return root;
    }

    double eigenTerm(const FeatureStats &other, const RunContext &context)
    {
        const at::Tensor factor = knownRoot();
        context.advance(0.5);
        const at::Tensor product = lowerProduct(factor, at::mm(covarianceTensor(other), factor));
        context.advance(0.7);
        return sumOfRoots(at::linalg_eigvalsh(product));
    }
};

FrechetReference::FrechetReference(std::shared_ptr<const FeatureStats> stats)
    : m_implementation(std::make_unique<Implementation>())
{
    m_implementation->stats = std::move(stats);
}

FrechetReference::~FrechetReference() = default;

const FeatureStats &FrechetReference::stats() const
{
    return *m_implementation->stats;
}

FrechetDistance FrechetReference::distanceTo(const FeatureStats &other,
                                             const RunContext &context) const
{
    const FeatureStats &own = stats();
    const std::string difference = differenceOf(other.identity, own.identity);
    if (!difference.empty())
        throw Error(ErrorKind::BadInput, "No distance: " + difference + ".");
    FrechetDistance result;
    result.reason = reasonAgainst(other);
    if (result.reason.empty())
        result.reason = reasonAgainst(own);
    if (!result.reason.empty())
        return result;
    context.advance(0);
    const at::NoGradGuard noGradients;
    const ThreadCount one(1);
    const bool gram = hasRows(own) || hasRows(other);
    result.form = gram ? FrechetForm::Gram : FrechetForm::Eigen;
    const double term = !gram            ? m_implementation->eigenTerm(other, context)
                        : hasRows(other) ? gramTerm(other, own)
                                         : gramTerm(own, other);
    result.meanTerm = squaredDistance(own.mean, other.mean);
    // A distance is never negative; rounding may be.
    result.value = std::max(0.0, result.meanTerm + trace(own) + trace(other) - 2 * term);
    context.advance(1);
    return result;
}

FrechetDistance frechetDistance(const FeatureStats &a, const FeatureStats &b,
                                const RunContext &context)
{
    // Borrowed for the call.
    const std::shared_ptr<const FeatureStats> borrowed(std::shared_ptr<void>(), &b);
    return FrechetReference(borrowed).distanceTo(a, context);
}

} // namespace quantloupe
