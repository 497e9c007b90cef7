// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/jacobian_sketch.h"

#include "analysis/jacobian_build.h"
#include "base/error.h"

#include <ATen/ATen.h>

#include <numeric>

namespace quantloupe {

JacobianSketch::JacobianSketch(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

JacobianSketch::~JacobianSketch() = default;

int JacobianSketch::probes() const
{
    return m_parts->probes;
}

std::size_t JacobianSketch::samples() const
{
    return m_parts->samples;
}

std::size_t JacobianSketch::layers() const
{
    return m_parts->rows.size();
}

std::size_t JacobianSketch::bytes() const
{
    std::size_t bytes = 0;
    for (const at::Tensor &rows : m_parts->rows)
        bytes += rows.nbytes();
    return bytes;
}

double JacobianSketch::signalEnergy() const
{
    return m_parts->signalEnergy;
}

std::vector<double> JacobianSketch::response(std::size_t layer, std::span<const float> change) const
{
    const at::NoGradGuard noGradients;
    const at::Tensor &rows = m_parts->rows.at(layer);
    if (static_cast<std::int64_t>(change.size()) != rows.size(1))
        throw Error(ErrorKind::Internal, "A change must have one value for each weight.");
    const at::Tensor vector = at::empty({rows.size(1)}, at::kFloat);
    std::copy(change.begin(), change.end(), vector.data_ptr<float>());
    const at::Tensor products = rows.mv(vector);
    const float *values = products.data_ptr<float>();
    return {values, values + products.numel()};
}

double predictedError(std::span<const double> response)
{
    return std::inner_product(response.begin(), response.end(), response.begin(), 0.0);
}

double crossTerm(std::span<const double> a, std::span<const double> b)
{
    return 2 * std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

std::vector<double> sumOf(std::span<const double> a, std::span<const double> b)
{
    std::vector<double> sum(a.begin(), a.end());
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] += b[i];
    return sum;
}

} // namespace quantloupe
