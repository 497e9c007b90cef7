// SPDX-License-Identifier: GPL-3.0-or-later
#include "template_networks.h"

#include "named_tensors.h"

#include <ATen/ATen.h>

namespace test_networks {

namespace {

at::Tensor reflected(const at::Tensor &x, std::int64_t size)
{
    return at::reflection_pad2d(x, {size, size, size, size});
}

at::Tensor instanceNormed(const at::Tensor &x)
{
    return at::instance_norm(x, {}, {}, {}, {}, true, 0.1, kEps, false);
}

at::Tensor enlarged(const at::Tensor &x)
{
    return at::upsample_nearest2d(x, c10::nullopt, at::ArrayRef<double>({2.0, 2.0}));
}

std::function<Values(std::int64_t)> latentsAndClasses(std::int64_t latent, std::int64_t classes)
{
    return [=](std::int64_t batch) {
        return Values{numbers({batch, latent}, 11), at::arange(batch) * 3 % classes};
    };
}

at::Tensor cycleGanForward(const Tensors &t, const at::Tensor &picture)
{
    at::Tensor x = at::relu(instanceNormed(t.conv(reflected(picture, 3), "model.1", 0)));
    x = at::relu(instanceNormed(t.conv(x, "model.4", 1, 2)));
    x = at::relu(instanceNormed(t.conv(x, "model.7", 1, 2)));
    for (int block = 10; block < 19; ++block) {
        const std::string prefix = "model." + std::to_string(block) + ".conv_block.";
        at::Tensor y = at::relu(instanceNormed(t.conv(reflected(x, 1), prefix + "1", 0)));
        x = x + instanceNormed(t.conv(reflected(y, 1), prefix + "5", 0));
    }
    x = at::relu(instanceNormed(t.up(x, "model.19", 2, 1, 1)));
    x = at::relu(instanceNormed(t.up(x, "model.22", 2, 1, 1)));
    return at::tanh(t.conv(reflected(x, 3), "model.26", 0));
}

} // namespace

TemplateNetwork cycleGanResnet9()
{
    Tensors t;
    std::vector<std::string> layers;
    const auto layer = [&](const std::string &prefix, at::IntArrayRef shape, std::int64_t bias) {
        t.layer(prefix, shape, bias);
        layers.push_back(prefix);
    };
    layer("model.1", {64, 3, 7, 7}, 64);
    layer("model.4", {128, 64, 3, 3}, 128);
    layer("model.7", {256, 128, 3, 3}, 256);
    for (int block = 10; block < 19; ++block)
        for (const char *part : {"1", "5"})
            layer("model." + std::to_string(block) + ".conv_block." + part, {256, 256, 3, 3}, 256);
    layer("model.19", {256, 128, 3, 3}, 128);
    layer("model.22", {128, 64, 3, 3}, 64);
    layer("model.26", {3, 64, 7, 7}, 3);
    return {"CycleGAN ResNet-9",
            t.list(),
            [t](const Values &values) { return cycleGanForward(t, values.at(0).toTensor()); },
            [](std::int64_t batch) {
                return Values{numbers({batch, 3, 64, 64}, 9).clamp(-1, 1)};
            },
            "CycleGAN ResNet-9",
            {3, 128, 128},
            layers};
}

TemplateNetwork diStyleGan()
{
    Tensors t;
    t.layer("project.0", {256, 512});
    t.norm("project.1", 256);
    t.layer("fc.0", {8192, 138});
    t.norm("fc.1", 8192);
    const std::vector<std::int64_t> widths = {256, 128, 64, 32};
    for (std::size_t i = 1; i < widths.size(); ++i) {
        const std::string prefix = "upsample" + std::to_string(i);
        t.layer(prefix + ".1", {2 * widths[i], widths[i - 1], 3, 3});
        t.norm(prefix + ".2", 2 * widths[i]);
    }
    t.layer("img.0", {3, 32, 3, 3});
    const auto forward = [t](const Values &values) {
        const at::Tensor classes = at::one_hot(values.at(1).toTensor(), 10).to(at::kFloat);
        at::Tensor x = t.linear(values.at(0).toTensor(), "project.0");
        x = at::glu(t.normed(x, "project.1"), 1);
        x = at::glu(t.normed(t.linear(at::cat({x, classes}, 1), "fc.0"), "fc.1"), 1);
        x = x.reshape({-1, 256, 4, 4});
        for (const std::string prefix : {"upsample1", "upsample2", "upsample3"})
            x = at::glu(t.normed(t.conv(enlarged(x), prefix + ".1", 1), prefix + ".2"), 1);
        return at::tanh(t.conv(x, "img.0", 1));
    };
    return {"DiStyleGAN",
            t.list(),
            forward,
            latentsAndClasses(512, 10),
            "DiStyleGAN",
            {3, 32, 32},
            {"project.0", "fc.0", "upsample1.1", "upsample2.1", "upsample3.1", "img.0"}};
}

namespace {

// torch.nn.utils.spectral_norm in evaluation mode: the stored vectors are used as they are.
at::Tensor folded(const Tensors &t, const std::string &prefix)
{
    const at::Tensor w = t[prefix + ".weight_orig"];
    const at::Tensor rows = w.reshape({w.size(0), -1});
    return w / at::dot(t[prefix + ".weight_u"], at::mv(rows, t[prefix + ".weight_v"]));
}

at::Tensor foldedConv(const Tensors &t, const at::Tensor &x, const std::string &prefix)
{
    const at::Tensor w = folded(t, prefix);
    return at::conv2d(x, w, t[prefix + ".bias"], 1, w.size(2) / 2);
}

at::Tensor conditioned(const Tensors &t, const at::Tensor &x, const std::string &prefix,
                       const at::Tensor &classes)
{
    const std::int64_t channels = x.size(1);
    const at::Tensor y = at::batch_norm(x, {}, {}, t[prefix + ".bn.running_mean"],
                                        t[prefix + ".bn.running_var"], false, 0.001, kEps, true);
    const std::vector<at::Tensor> style =
        at::embedding(t[prefix + ".embed.weight"], classes).chunk(2, 1);
    return at::relu(style[0].view({-1, channels, 1, 1}) * y + style[1].view({-1, channels, 1, 1}));
}

at::Tensor pooledAttention(const Tensors &t, const at::Tensor &x)
{
    const std::int64_t side = x.size(2);
    const auto pooled = [](const at::Tensor &map) { return at::max_pool2d(map, {2, 2}, {2, 2}); };
    const at::Tensor theta = foldedConv(t, x, "self_attn.snconv1x1_theta").flatten(2);
    const at::Tensor phi = pooled(foldedConv(t, x, "self_attn.snconv1x1_phi")).flatten(2);
    const at::Tensor scores = at::softmax(at::bmm(theta.permute({0, 2, 1}), phi), -1);
    const at::Tensor g = pooled(foldedConv(t, x, "self_attn.snconv1x1_g")).flatten(2);
    const at::Tensor y = at::bmm(g, scores.permute({0, 2, 1})).reshape({-1, g.size(1), side, side});
    return x + t["self_attn.sigma"] * foldedConv(t, y, "self_attn.snconv1x1_attn");
}

at::Tensor saganForward(const Tensors &t, const Values &values)
{
    const at::Tensor classes = values.at(1).toTensor();
    at::Tensor x = at::linear(values.at(0).toTensor(), folded(t, "snlinear0"), t["snlinear0.bias"])
                       .reshape({-1, 128, 4, 4});
    for (const std::string block : {"block1", "block2", "block3", "block4", "block5"}) {
        const at::Tensor around = foldedConv(t, enlarged(x), block + ".snconv2d0");
        at::Tensor y = enlarged(conditioned(t, x, block + ".cond_bn1", classes));
        y = conditioned(t, foldedConv(t, y, block + ".snconv2d1"), block + ".cond_bn2", classes);
        x = foldedConv(t, y, block + ".snconv2d2") + around;
        if (block == "block3")
            x = pooledAttention(t, x);
    }
    return at::tanh(foldedConv(t, at::relu(t.normed(x, "bn")), "snconv2d1"));
}

} // namespace

TemplateNetwork sagan()
{
    Tensors t;
    std::vector<std::string> layers;
    const auto layer = [&](const std::string &prefix, at::IntArrayRef shape) {
        t.spectral(prefix, shape);
        t.add(prefix + ".bias", {shape[0]});
        layers.push_back(prefix);
    };
    const auto conditionalNorm = [&](const std::string &prefix, std::int64_t channels) {
        t.statistics(prefix + ".bn", channels);
        t.add(prefix + ".embed.weight", {7, 2 * channels});
        layers.push_back(prefix + ".embed");
    };
    layer("snlinear0", {128 * 16, 20});
    const std::vector<std::int64_t> widths = {128, 128, 64, 32, 16, 8};
    for (std::size_t i = 1; i < widths.size(); ++i) {
        const std::string block = "block" + std::to_string(i);
        conditionalNorm(block + ".cond_bn1", widths[i - 1]);
        layer(block + ".snconv2d1", {widths[i], widths[i - 1], 3, 3});
        conditionalNorm(block + ".cond_bn2", widths[i]);
        layer(block + ".snconv2d2", {widths[i], widths[i], 3, 3});
        layer(block + ".snconv2d0", {widths[i], widths[i - 1], 1, 1});
    }
    layer("self_attn.snconv1x1_theta", {4, 32, 1, 1});
    layer("self_attn.snconv1x1_phi", {4, 32, 1, 1});
    layer("self_attn.snconv1x1_g", {16, 32, 1, 1});
    layer("self_attn.snconv1x1_attn", {32, 16, 1, 1});
    t.set("self_attn.sigma", at::full({1}, 0.7));
    t.norm("bn", 8);
    layer("snconv2d1", {3, 8, 3, 3});
    return {"SAGAN",
            t.list(),
            [t](const Values &values) { return saganForward(t, values); },
            latentsAndClasses(20, 7),
            "SAGAN",
            {3, 128, 128},
            layers};
}

namespace {

/// The module that stores "weight_bar" takes one step of power iteration in every pass.
at::Tensor iterated(const Tensors &t, const std::string &prefix)
{
    const at::Tensor w = t[prefix + ".weight_bar"];
    const at::Tensor rows = w.view({w.size(0), -1});
    const auto unit = [](const at::Tensor &x) { return x / (x.norm() + 1e-12); };
    const at::Tensor v = unit(at::mv(rows.t(), t[prefix + ".weight_u"]));
    const at::Tensor u = unit(at::mv(rows, v));
    return w / u.dot(rows.mv(v));
}

at::Tensor plainAttention(const Tensors &t, const at::Tensor &x, const std::string &prefix)
{
    const at::Tensor query = t.conv(x, prefix + ".query_conv", 0).flatten(2).permute({0, 2, 1});
    const at::Tensor key = t.conv(x, prefix + ".key_conv", 0).flatten(2);
    const at::Tensor scores = at::softmax(at::bmm(query, key), -1);
    const at::Tensor value = t.conv(x, prefix + ".value_conv", 0).flatten(2);
    const at::Tensor y = at::bmm(value, scores.permute({0, 2, 1})).view(x.sizes());
    return t[prefix + ".gamma"] * y + x;
}

} // namespace

TemplateNetwork saganWithoutClasses()
{
    Tensors t;
    const std::vector<std::int64_t> widths = {20, 64, 32, 16, 8};
    for (std::size_t i = 1; i < widths.size(); ++i) {
        const std::string prefix = "l" + std::to_string(i);
        t.spectralBar(prefix + ".0.module", {widths[i - 1], widths[i], 4, 4});
        t.add(prefix + ".0.module.bias", {widths[i]});
        t.norm(prefix + ".1", widths[i]);
    }
    t.layer("last.0", {8, 3, 4, 4}, 3);
    std::vector<std::string> layers = {"l1.0.module", "l2.0.module", "l3.0.module", "l4.0.module",
                                       "last.0"};
    for (const auto &[prefix, channels] :
         {std::pair<std::string, std::int64_t>("attn1", 16), {"attn2", 8}}) {
        t.set(prefix + ".gamma", at::full({1}, 0.6));
        t.layer(prefix + ".query_conv", {channels / 8, channels, 1, 1}, channels / 8);
        t.layer(prefix + ".key_conv", {channels / 8, channels, 1, 1}, channels / 8);
        t.layer(prefix + ".value_conv", {channels, channels, 1, 1}, channels);
        for (const char *part : {".query_conv", ".key_conv", ".value_conv"})
            layers.push_back(prefix + part);
    }
    const auto forward = [t](const Values &values) {
        at::Tensor x = values.at(0).toTensor();
        for (const std::string prefix : {"l1", "l2", "l3", "l4"}) {
            const int stride = prefix == "l1" ? 1 : 2;
            x = at::conv_transpose2d(x, iterated(t, prefix + ".0.module"),
                                     t[prefix + ".0.module.bias"], stride, stride - 1);
            x = at::relu(t.normed(x, prefix + ".1"));
            if (prefix == "l3" || prefix == "l4")
                x = plainAttention(t, x, prefix == "l3" ? "attn1" : "attn2");
        }
        return at::tanh(t.up(x, "last.0"));
    };
    return {"SAGAN without classes",
            t.list(),
            forward,
            latents({20, 1, 1}),
            "SAGAN",
            {3, 64, 64},
            layers};
}

} // namespace test_networks
