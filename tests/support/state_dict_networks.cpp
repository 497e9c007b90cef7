// SPDX-License-Identifier: GPL-3.0-or-later
#include "state_dict_networks.h"

#include "named_tensors.h"

#include <ATen/ATen.h>

#include <memory>

namespace test_networks {

namespace {

at::Tensor enlarged(const at::Tensor &x)
{
    return at::upsample_nearest2d(x, c10::nullopt, at::ArrayRef<double>({2.0, 2.0}));
}

at::Tensor instanceNormed(const at::Tensor &x)
{
    return at::instance_norm(x, {}, {}, {}, {}, true, 0.1, kEps, false);
}

/// Linear projection to 12x4x4, then two transposed convolutions. A norm behind the projection
/// comes with an activation.
StateDictNetwork projected(bool normed)
{
    Tensors t;
    t.layer("fc", {12 * 16, 10}, 12 * 16);
    if (normed)
        t.norm("bn0", 12);
    t.layer("t_conv1", {12, 8, 4, 4});
    t.norm("bn1", 8);
    t.layer("t_conv2", {8, 3, 4, 4}, 3);
    const auto forward = [t, normed](const at::Tensor &z) {
        at::Tensor x = t.linear(z, "fc").reshape({-1, 12, 4, 4});
        if (normed)
            x = at::relu(t.normed(x, "bn0"));
        x = at::relu(t.normed(t.up(x, "t_conv1"), "bn1"));
        return at::tanh(t.up(x, "t_conv2"));
    };
    return {normed ? "linear projection with norm" : "linear projection",
            t.list(),
            forward,
            {10},
            {3, 16, 16},
            "sequential"};
}

StateDictNetwork pointwiseProjection()
{
    Tensors t;
    t.layer("proj", {12 * 16, 10, 1, 1});
    t.layer("net.0", {12, 8, 4, 4});
    t.norm("net.1", 8);
    t.layer("net.3", {8, 1, 4, 4});
    const auto forward = [t](const at::Tensor &z) {
        at::Tensor x = t.conv(z, "proj", 0).reshape({-1, 12, 4, 4});
        x = at::relu(t.normed(t.up(x, "net.0"), "net.1"));
        return at::tanh(t.up(x, "net.3"));
    };
    return {"1x1 projection", t.list(), forward, {10, 1, 1}, {1, 16, 16}, "sequential"};
}

/// Kernel and stride alone, as courses teach it: 1 -> 3 -> 6 -> 13 -> 28.
StateDictNetwork unpadded()
{
    Tensors t;
    t.layer("gen.0.0", {10, 12, 3, 3}, 12);
    t.norm("gen.0.1", 12);
    t.layer("gen.1.0", {12, 8, 4, 4}, 8);
    t.norm("gen.1.1", 8);
    t.layer("gen.2.0", {8, 6, 3, 3}, 6);
    t.norm("gen.2.1", 6);
    t.layer("gen.3.0", {6, 1, 4, 4}, 1);
    const auto forward = [t](const at::Tensor &z) {
        at::Tensor x = at::relu(t.normed(t.up(z, "gen.0.0", 2, 0), "gen.0.1"));
        x = at::relu(t.normed(t.up(x, "gen.1.0", 1, 0), "gen.1.1"));
        x = at::relu(t.normed(t.up(x, "gen.2.0", 2, 0), "gen.2.1"));
        return at::tanh(t.up(x, "gen.3.0", 2, 0));
    };
    return {"unpadded", t.list(), forward, {10, 1, 1}, {1, 28, 28}, "sequential"};
}

/// PyTorch-GAN's "dcgan".
StateDictNetwork upsampling()
{
    Tensors t;
    t.layer("l1.0", {12 * 16, 10}, 12 * 16);
    t.norm("conv_blocks.0", 12);
    t.layer("conv_blocks.2", {12, 12, 3, 3}, 12);
    t.norm("conv_blocks.3", 12);
    t.layer("conv_blocks.6", {8, 12, 3, 3}, 8);
    t.norm("conv_blocks.7", 8);
    t.layer("conv_blocks.9", {3, 8, 3, 3}, 3);
    const auto forward = [t](const at::Tensor &z) {
        at::Tensor x = t.normed(t.linear(z, "l1.0").reshape({-1, 12, 4, 4}), "conv_blocks.0");
        x = t.normed(t.conv(enlarged(x), "conv_blocks.2", 1), "conv_blocks.3");
        x = at::leaky_relu(x, 0.2);
        x = t.normed(t.conv(enlarged(x), "conv_blocks.6", 1), "conv_blocks.7");
        return at::tanh(t.conv(at::leaky_relu(x, 0.2), "conv_blocks.9", 1));
    };
    return {"upsampling", t.list(), forward, {10}, {3, 16, 16}, "sequential"};
}

StateDictNetwork groupedDcgan()
{
    Tensors t;
    t.layer("up1", {10, 8, 4, 4});
    t.layer("mix", {12, 4, 3, 3}, 12);
    t.layer("up2", {12, 6, 4, 4});
    t.layer("up3", {6, 3, 4, 4});
    const auto forward = [t](const at::Tensor &z) {
        at::Tensor x = at::relu(t.up(z, "up1", 1, 0));
        x = at::relu(t.conv(x, "mix", 1, 1, 2));
        return at::tanh(t.up(at::relu(t.up(x, "up2")), "up3"));
    };
    return {"grouped", t.list(), forward, {10, 1, 1}, {3, 16, 16}, "sequential"};
}

StateDictNetwork perceptronDict()
{
    Tensors t;
    t.layer("model.0", {24, 10}, 24);
    t.layer("model.2", {32, 24}, 32);
    t.norm("model.3", 32);
    t.layer("model.5", {256, 32}, 256);
    const auto forward = [t](const at::Tensor &z) {
        at::Tensor x = at::relu(t.linear(z, "model.0"));
        x = at::relu(t.normed(t.linear(x, "model.2"), "model.3"));
        return at::tanh(t.linear(x, "model.5")).reshape({-1, 1, 16, 16});
    };
    return {"perceptron", t.list(), forward, {10}, {1, 16, 16}, "perceptron"};
}

} // namespace

StateDictNetwork transposedDcgan(const std::string &name, const std::vector<std::string> &layers,
                                 const std::vector<std::string> &norms, NormOrder order)
{
    const std::vector<std::int64_t> widths = {8, 12, 10, 3};
    Tensors t;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        t.layer(layers[i], {widths[i], widths[i + 1], 4, 4});
        if (order == NormOrder::BesideLayer && i < norms.size())
            t.norm(norms[i], widths[i + 1]);
    }
    for (std::size_t i = 0; order == NormOrder::Last && i < norms.size(); ++i)
        t.norm(norms[i], widths[i + 1]);
    const auto forward = [t, layers, norms](const at::Tensor &z) {
        at::Tensor x = at::relu(t.normed(t.up(z, layers[0], 1, 0), norms[0]));
        x = at::relu(t.normed(t.up(x, layers[1]), norms[1]));
        return at::tanh(t.up(x, layers[2]));
    };
    return {name, t.list(), forward, {8, 1, 1}, {3, 16, 16}, "sequential"};
}

std::vector<StateDictNetwork> sequentialNetworks()
{
    const auto beside = NormOrder::BesideLayer;
    return {
        transposedDcgan("PyTorch example", {"main.0", "main.3", "main.6"}, {"main.1", "main.4"},
                        beside),
        transposedDcgan("alternating names", {"deconv1", "deconv2", "deconv3"},
                        {"deconv1_bn", "deconv2_bn"}, beside),
        transposedDcgan("norms registered last", {"conv1", "conv2", "conv3"}, {"bn1", "bn2"},
                        NormOrder::Last),
        transposedDcgan("nested blocks", {"net.0.0", "net.1.0", "net.2"}, {"net.0.1", "net.1.1"},
                        beside),
        transposedDcgan("words", {"generator.in.up", "generator.mid.up", "generator.out.up"},
                        {"generator.in.norm", "generator.mid.norm"}, beside),
        projected(true),
        projected(false),
        pointwiseProjection(),
        unpadded(),
        upsampling(),
        groupedDcgan(),
        perceptronDict(),
    };
}

StateDictNetwork cycleGan()
{
    Tensors t;
    t.layer("model.1", {4, 3, 7, 7}, 4);
    t.layer("model.4", {8, 4, 3, 3}, 8);
    t.layer("model.7", {16, 8, 3, 3}, 16);
    for (const char *block : {"model.10", "model.11"}) {
        t.layer(std::string(block) + ".conv_block.1", {16, 16, 3, 3}, 16);
        t.layer(std::string(block) + ".conv_block.5", {16, 16, 3, 3}, 16);
    }
    t.layer("model.12", {16, 8, 3, 3}, 8);
    t.layer("model.15", {8, 4, 3, 3}, 4);
    t.layer("model.19", {3, 4, 7, 7}, 3);
    const auto forward = [t](const at::Tensor &picture) {
        const auto reflected = [](const at::Tensor &x, std::int64_t size) {
            return at::reflection_pad2d(x, {size, size, size, size});
        };
        at::Tensor x = at::relu(instanceNormed(t.conv(reflected(picture, 3), "model.1", 0)));
        x = at::relu(instanceNormed(t.conv(x, "model.4", 1, 2)));
        x = at::relu(instanceNormed(t.conv(x, "model.7", 1, 2)));
        for (const std::string block : {"model.10.conv_block.", "model.11.conv_block."}) {
            at::Tensor y = at::relu(instanceNormed(t.conv(reflected(x, 1), block + "1", 0)));
            x = instanceNormed(t.conv(reflected(y, 1), block + "5", 0)) + x;
        }
        x = at::relu(instanceNormed(t.up(x, "model.12", 2, 1, 1)));
        x = at::relu(instanceNormed(t.up(x, "model.15", 2, 1, 1)));
        return at::tanh(t.conv(reflected(x, 3), "model.19", 0));
    };
    return {"CycleGAN", t.list(), forward, {3, 128, 128}, {3, 128, 128}, "CycleGAN ResNet-2"};
}

} // namespace test_networks
