// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/adaround.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace test_networks {

using quantloupe::AdaRoundPlan;
using quantloupe::QuantizedTensor;

/// AdaRound as the paper writes it, one weight after the other, for symmetric scales of channels
/// and all inputs in every step.
class PlainRounding
{
public:
    /// Channels x weights, and samples x weights.
    PlainRounding(const at::Tensor &weights, const QuantizedTensor &nearest,
                  const at::Tensor &inputs)
        : m_channels(static_cast<std::size_t>(weights.size(0))),
          m_size(static_cast<std::size_t>(weights.size(1))),
          m_weights(weights.data_ptr<float>(), weights.data_ptr<float>() + weights.numel()),
          m_inputs(inputs.data_ptr<float>(), inputs.data_ptr<float>() + inputs.numel()),
          m_nearest(nearest),
          m_v(m_weights.size()),
          m_first(m_weights.size()),
          m_second(m_weights.size())
    {
        for (std::size_t i = 0; i < m_v.size(); ++i) {
            const double share = std::clamp(position(i) - std::floor(position(i)), 1e-4, 1 - 1e-4);
            m_v[i] = -std::log(1.2 / (share + 0.1) - 1);
        }
    }

    std::vector<std::int32_t> find(const AdaRoundPlan &plan)
    {
        double whole = 0;
        std::vector<double> before;
        for (std::size_t c = 0; c < m_channels; ++c) {
            before.push_back(error(c, [&](std::size_t i) { return nearestCode(i); }));
            whole += before.back();
        }
        double free = 0;
        for (std::size_t i = 0; i < m_v.size(); ++i)
            free += isFree(i);
        const int warmUp = static_cast<int>(plan.warmUp * plan.iterations);
        for (int step = 0; step < plan.iterations; ++step) {
            const double beta = plan.firstBeta + (plan.lastBeta - plan.firstBeta) *
                                                     (step - warmUp) / (plan.iterations - warmUp);
            const double weight = step < warmUp ? 0 : plan.regularization / free;
            const std::vector<double> slopes = gradient(whole, beta, weight);
            for (std::size_t i = 0; i < m_v.size(); ++i)
                move(i, slopes[i], step, plan.learningRate);
        }
        std::vector<std::int32_t> codes = m_nearest.codes;
        for (std::size_t c = 0; c < m_channels; ++c)
            if (error(c, [&](std::size_t i) { return chosenCode(i); }) < before[c])
                for (std::size_t i = c * m_size; i < (c + 1) * m_size; ++i)
                    codes[i] = static_cast<std::int32_t>(chosenCode(i));
        return codes;
    }

private:
    double scale(std::size_t i) const { return m_nearest.scale[i / m_size]; }
    double position(std::size_t i) const { return m_weights[i] / scale(i); }
    double nearestCode(std::size_t i) const { return m_nearest.codes[i]; }
    bool isFree(std::size_t i) const
    {
        const double below = std::floor(position(i));
        return below >= m_nearest.quantMin && below < m_nearest.quantMax;
    }
    double sigmoid(std::size_t i) const { return 1 / (1 + std::exp(-m_v[i])); }
    double share(std::size_t i) const { return std::clamp(1.2 * sigmoid(i) - 0.1, 0.0, 1.0); }
    double softCode(std::size_t i) const
    {
        return isFree(i) ? std::floor(position(i)) + share(i) : nearestCode(i);
    }
    double chosenCode(std::size_t i) const
    {
        return isFree(i) ? std::floor(position(i)) + (sigmoid(i) >= 0.5 ? 1 : 0) : nearestCode(i);
    }

    template <typename Code> std::vector<double> outputErrorsOf(std::size_t c, Code code) const
    {
        std::vector<double> errors;
        for (std::size_t n = 0; n < m_inputs.size() / m_size; ++n) {
            double sum = 0;
            for (std::size_t k = 0; k < m_size; ++k) {
                const std::size_t i = c * m_size + k;
                sum += (code(i) * scale(i) - m_weights[i]) * m_inputs[n * m_size + k];
            }
            errors.push_back(sum);
        }
        return errors;
    }
    template <typename Code> double error(std::size_t c, Code code) const
    {
        double sum = 0;
        for (const double each : outputErrorsOf(c, code))
            sum += each * each;
        return sum;
    }

    std::vector<double> gradient(double whole, double beta, double weight) const
    {
        std::vector<double> slopes(m_v.size());
        for (std::size_t c = 0; c < m_channels; ++c) {
            const auto errors = outputErrorsOf(c, [&](std::size_t i) { return softCode(i); });
            for (std::size_t k = 0; k < m_size; ++k) {
                const std::size_t i = c * m_size + k;
                const double stretched = 1.2 * sigmoid(i) - 0.1;
                if (!isFree(i) || stretched <= 0 || stretched >= 1)
                    continue;
                double slope = 0;
                for (std::size_t n = 0; n < errors.size(); ++n)
                    slope += 2 * errors[n] * m_inputs[n * m_size + k] * scale(i) / whole;
                const double distance = 2 * share(i) - 1;
                slope -= weight * 2 * beta * std::pow(std::abs(distance), beta - 1) *
                         (distance > 0 ? 1 : -1);
                slopes[i] = slope * 1.2 * sigmoid(i) * (1 - sigmoid(i));
            }
        }
        return slopes;
    }

    /// Adam (Kingma and Ba, arXiv 1412.6980, algorithm 1).
    void move(std::size_t i, double slope, int step, double rate)
    {
        m_first[i] = 0.9 * m_first[i] + 0.1 * slope;
        m_second[i] = 0.999 * m_second[i] + 0.001 * slope * slope;
        const double first = m_first[i] / (1 - std::pow(0.9, step + 1));
        const double second = m_second[i] / (1 - std::pow(0.999, step + 1));
        m_v[i] -= rate * first / (std::sqrt(second) + 1e-8);
    }

    std::size_t m_channels;
    std::size_t m_size;
    std::vector<double> m_weights;
    std::vector<double> m_inputs;
    const QuantizedTensor &m_nearest;
    std::vector<double> m_v;
    std::vector<double> m_first;
    std::vector<double> m_second;
};

} // namespace test_networks
