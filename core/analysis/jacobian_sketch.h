// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace quantloupe {

/// What the output does under small changes of the weights, from a few random probes.
///
/// With u random signs over the float outputs of some samples and g = gradient of <u, G(z)> by the
/// weights, the square of <g, dW> is on average the squared error that the change dW causes there,
/// to first order. The probes are divided among groups of samples and the groups add up, so that
/// each sample is differentiated by few probes only. Of any number of layers together the error is
/// that of the sum of their responses, which holds all cross terms.
class JacobianSketch
{
public:
    /// Weights of each layer, in its probes' rows; `signalEnergy` is the sum of squares of the
    /// float outputs.
    struct Parts;
    explicit JacobianSketch(std::unique_ptr<Parts> parts);
    ~JacobianSketch();
    JacobianSketch(const JacobianSketch &) = delete;
    JacobianSketch &operator=(const JacobianSketch &) = delete;

    int probes() const;
    std::size_t samples() const;
    std::size_t layers() const;
    std::size_t bytes() const;
    double signalEnergy() const;

    /// What a change of one layer's weight does to each probe. `change` has as many values as the
    /// weight, in its order.
    std::vector<double> response(std::size_t layer, std::span<const float> change) const;

private:
    std::unique_ptr<Parts> m_parts;
};

using JacobianSketchPtr = std::shared_ptr<const JacobianSketch>;

/// Predicted sum of squared errors of the outputs.
double predictedError(std::span<const double> response);
/// What two changes cause together beyond what each causes alone:
/// predictedError(a + b) - predictedError(a) - predictedError(b).
double crossTerm(std::span<const double> a, std::span<const double> b);
std::vector<double> sumOf(std::span<const double> a, std::span<const double> b);

} // namespace quantloupe
