// SPDX-License-Identifier: GPL-3.0-or-later
#include "eager_inception.h"

#include "base/hash.h"

#include <ATen/ATen.h>

#include <cmath>

namespace test_networks {

namespace {

at::Tensor averaged(const at::Tensor &x)
{
    return at::avg_pool2d(x, 3, 1, 1, false, false);
}

at::Tensor halved(const at::Tensor &x)
{
    return at::max_pool2d(x, 3, 2);
}

at::Tensor spatialMean(const at::Tensor &x)
{
    return x.mean({2, 3});
}

} // namespace

EagerInception::EagerInception(const NamedTensors &given)
{
    for (const auto &[name, tensor] : given)
        m_tensors.emplace(name, tensor);
}

NamedTensors EagerInception::tensors() const
{
    return {m_tensors.begin(), m_tensors.end()};
}

at::Tensor EagerInception::tensor(const std::string &name, at::IntArrayRef shape, double scale,
                                  double shift)
{
    auto found = m_tensors.find(name);
    if (found == m_tensors.end())
        found = m_tensors.emplace(name, numbers(shape, quantloupe::mixHash(0, name), scale) + shift)
                    .first;
    return found->second;
}

at::Tensor EagerInception::conv(const std::string &name, const at::Tensor &x, const Kernel &kernel)
{
    const double inputs = static_cast<double>(x.size(1) * kernel.size[0] * kernel.size[1]);
    const at::Tensor weight =
        tensor(name + ".conv.weight", {kernel.outputs, x.size(1), kernel.size[0], kernel.size[1]},
               std::sqrt(2 / inputs), 0);
    const auto norm = [&](const char *part, double scale, double shift) {
        return tensor(name + ".bn." + part, {kernel.outputs}, scale, shift);
    };
    const at::Tensor y = at::conv2d(x, weight, {}, kernel.stride, kernel.padding);
    const at::Tensor gain = norm("weight", 0.05, 1);
    const at::Tensor bias = norm("bias", 0.1, 0);
    const at::Tensor mean = norm("running_mean", 0.1, 0);
    const at::Tensor variance = norm("running_var", 0.05, 1);
    return at::relu(at::batch_norm(y, gain, bias, mean, variance, false, 0, 1e-3, false));
}

at::Tensor EagerInception::point(const std::string &name, const at::Tensor &x, std::int64_t outputs)
{
    return conv(name, x, {outputs});
}

at::Tensor EagerInception::square(const std::string &name, const at::Tensor &x,
                                  std::int64_t outputs)
{
    return conv(name, x, {outputs, {3, 3}, 1, {1, 1}});
}

at::Tensor EagerInception::halving(const std::string &name, const at::Tensor &x,
                                   std::int64_t outputs)
{
    return conv(name, x, {outputs, {3, 3}, 2});
}

at::Tensor EagerInception::wide(const std::string &name, const at::Tensor &x, std::int64_t outputs,
                                std::int64_t length)
{
    return conv(name, x, {outputs, {1, length}, 1, {0, length / 2}});
}

at::Tensor EagerInception::tall(const std::string &name, const at::Tensor &x, std::int64_t outputs,
                                std::int64_t length)
{
    return conv(name, x, {outputs, {length, 1}, 1, {length / 2, 0}});
}

at::Tensor EagerInception::blockA(const std::string &name, const at::Tensor &x, std::int64_t pooled)
{
    const at::Tensor five =
        conv(name + ".branch5x5_2", point(name + ".branch5x5_1", x, 48), {64, {5, 5}, 1, {2, 2}});
    const at::Tensor three =
        square(name + ".branch3x3dbl_3",
               square(name + ".branch3x3dbl_2", point(name + ".branch3x3dbl_1", x, 64), 96), 96);
    return at::cat({point(name + ".branch1x1", x, 64), five, three,
                    point(name + ".branch_pool", averaged(x), pooled)},
                   1);
}

at::Tensor EagerInception::blockB(const std::string &name, const at::Tensor &x)
{
    const at::Tensor twice =
        halving(name + ".branch3x3dbl_3",
                square(name + ".branch3x3dbl_2", point(name + ".branch3x3dbl_1", x, 64), 96), 96);
    return at::cat({halving(name + ".branch3x3", x, 384), twice, halved(x)}, 1);
}

at::Tensor EagerInception::blockC(const std::string &name, const at::Tensor &x, std::int64_t inner)
{
    at::Tensor seven =
        wide(name + ".branch7x7_2", point(name + ".branch7x7_1", x, inner), inner, 7);
    seven = tall(name + ".branch7x7_3", seven, 192, 7);
    at::Tensor twice = point(name + ".branch7x7dbl_1", x, inner);
    twice = tall(name + ".branch7x7dbl_2", twice, inner, 7);
    twice = wide(name + ".branch7x7dbl_3", twice, inner, 7);
    twice = tall(name + ".branch7x7dbl_4", twice, inner, 7);
    twice = wide(name + ".branch7x7dbl_5", twice, 192, 7);
    return at::cat({point(name + ".branch1x1", x, 192), seven, twice,
                    point(name + ".branch_pool", averaged(x), 192)},
                   1);
}

at::Tensor EagerInception::blockD(const std::string &name, const at::Tensor &x)
{
    const at::Tensor three =
        halving(name + ".branch3x3_2", point(name + ".branch3x3_1", x, 192), 320);
    at::Tensor seven =
        wide(name + ".branch7x7x3_2", point(name + ".branch7x7x3_1", x, 192), 192, 7);
    seven = tall(name + ".branch7x7x3_3", seven, 192, 7);
    return at::cat({three, halving(name + ".branch7x7x3_4", seven, 192), halved(x)}, 1);
}

at::Tensor EagerInception::blockE(const std::string &name, const at::Tensor &x,
                                  const at::Tensor &pooled)
{
    const at::Tensor three = point(name + ".branch3x3_1", x, 384);
    const at::Tensor twice =
        square(name + ".branch3x3dbl_2", point(name + ".branch3x3dbl_1", x, 448), 384);
    return at::cat({point(name + ".branch1x1", x, 320), wide(name + ".branch3x3_2a", three, 384, 3),
                    tall(name + ".branch3x3_2b", three, 384, 3),
                    wide(name + ".branch3x3dbl_3a", twice, 384, 3),
                    tall(name + ".branch3x3dbl_3b", twice, 384, 3),
                    point(name + ".branch_pool", pooled, 192)},
                   1);
}

at::Tensor EagerInception::forward(const at::Tensor &pictures, int depth)
{
    at::Tensor x = halving("Conv2d_1a_3x3", pictures, 32);
    x = conv("Conv2d_2a_3x3", x, {32, {3, 3}});
    x = halved(square("Conv2d_2b_3x3", x, 64));
    if (depth == 64)
        return spatialMean(x);
    x = point("Conv2d_3b_1x1", x, 80);
    x = halved(conv("Conv2d_4a_3x3", x, {192, {3, 3}}));
    if (depth == 192)
        return spatialMean(x);
    x = blockA("Mixed_5d", blockA("Mixed_5c", blockA("Mixed_5b", x, 32), 64), 64);
    x = blockC("Mixed_6b", blockB("Mixed_6a", x), 128);
    x = blockC("Mixed_6e", blockC("Mixed_6d", blockC("Mixed_6c", x, 160), 160), 192);
    if (depth == 768)
        return spatialMean(x);
    x = blockD("Mixed_7a", x);
    x = blockE("Mixed_7b", x, averaged(x));
    return spatialMean(blockE("Mixed_7c", x, at::max_pool2d(x, 3, 1, 1)));
}

} // namespace test_networks
