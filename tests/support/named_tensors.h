// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_networks.h"

#include <ATen/ATen.h>

#include <string>

namespace test_networks {

/// What PyTorch's normalizations add to a variance.
inline constexpr double kEps = 1e-5;

/// Tensors in the order they are registered, found by key.
class Tensors
{
public:
    void add(const std::string &key, at::IntArrayRef shape)
    {
        m_list.emplace_back(key, shape.size() > 1 ? weight(shape, m_list.size())
                                                  : numbers(shape, m_list.size(), 0.2));
    }
    void layer(const std::string &prefix, at::IntArrayRef shape, std::int64_t bias = 0)
    {
        add(prefix + ".weight", shape);
        if (bias > 0)
            add(prefix + ".bias", {bias});
    }
    void norm(const std::string &prefix, std::int64_t features)
    {
        for (const char *field : {".weight", ".bias", ".running_mean", ".running_var"})
            add(prefix + field, {features});
        m_list.back().second = m_list.back().second.square() + 0.5;
        m_list.emplace_back(prefix + ".num_batches_tracked", at::full({1}, 7.0));
    }
    /// Running statistics alone.
    void statistics(const std::string &prefix, std::int64_t features)
    {
        add(prefix + ".running_mean", {features});
        add(prefix + ".running_var", {features});
        m_list.back().second = m_list.back().second.square() + 0.5;
    }
    /// A weight as torch.nn.utils.spectral_norm stores it, with vectors that training left near
    /// the first singular ones.
    void spectral(const std::string &prefix, at::IntArrayRef shape)
    {
        addSingular(prefix + ".weight_orig", prefix, shape);
    }
    /// The same as modules store it that keep a "weight_bar".
    void spectralBar(const std::string &prefix, at::IntArrayRef shape)
    {
        addSingular(prefix + ".weight_bar", prefix, shape);
    }
    void set(const std::string &key, const at::Tensor &tensor) { m_list.emplace_back(key, tensor); }
    const NamedTensors &list() const { return m_list; }
    at::Tensor operator[](const std::string &key) const
    {
        for (const auto &[name, tensor] : m_list)
            if (name == key)
                return tensor;
        return {};
    }
    at::Tensor normed(const at::Tensor &x, const std::string &p) const
    {
        const Tensors &t = *this;
        return at::batch_norm(x, t[p + ".weight"], t[p + ".bias"], t[p + ".running_mean"],
                              t[p + ".running_var"], false, 0.1, kEps, true);
    }
    at::Tensor linear(const at::Tensor &x, const std::string &p) const
    {
        return at::linear(x, (*this)[p + ".weight"], (*this)[p + ".bias"]);
    }
    at::Tensor conv(const at::Tensor &x, const std::string &p, int padding, int stride = 1,
                    int groups = 1) const
    {
        return at::conv2d(x, (*this)[p + ".weight"], (*this)[p + ".bias"], stride, padding, 1,
                          groups);
    }
    at::Tensor up(const at::Tensor &x, const std::string &p, int stride = 2, int padding = 1,
                  int outputPadding = 0) const
    {
        return at::conv_transpose2d(x, (*this)[p + ".weight"], (*this)[p + ".bias"], stride,
                                    padding, outputPadding);
    }

private:
    void addSingular(const std::string &key, const std::string &prefix, at::IntArrayRef shape)
    {
        add(key, shape);
        // No layer of the file has a norm of 1 before it is divided by sigma.
        m_list.back().second = m_list.back().second * 3;
        const at::Tensor rows = m_list.back().second.reshape({shape[0], -1});
        at::Tensor u = numbers({shape[0]}, m_list.size(), 1);
        at::Tensor v;
        for (int step = 0; step < 30; ++step) {
            v = at::mv(rows.t(), u);
            v = v / v.norm();
            u = at::mv(rows, v);
            u = u / u.norm();
        }
        set(prefix + ".weight_u", u);
        set(prefix + ".weight_v", v);
    }

    NamedTensors m_list;
};

} // namespace test_networks
