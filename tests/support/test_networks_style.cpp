// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_networks.h"

#include <ATen/ATen.h>

#include <cmath>

namespace test_networks {

namespace {

constexpr std::int64_t kTracedBatch = 4;
constexpr double kDropout = 0.25;

NamedTensors modulatedParameters()
{
    return {{"mapping", weight({12, 10}, 1)}, {"start", numbers({1, 6, 8, 8}, 2)},
            {"styleA", weight({6, 12}, 3)},   {"weightA", numbers({8, 6, 3, 3}, 4)},
            {"styleB", weight({8, 12}, 5)},   {"weightB", numbers({3, 8, 1, 1}, 6)}};
}

/// StyleGAN2-ADA's modulated_conv2d with fused_modconv: one sample is one group.
at::Tensor fusedModulation(const at::Tensor &x, const at::Tensor &kernel, const at::Tensor &style,
                           bool demodulate)
{
    const std::int64_t batch = x.size(0);
    at::Tensor w = kernel.unsqueeze(0) * style.reshape({batch, 1, -1, 1, 1});
    if (demodulate)
        w = w * (w.square().sum({2, 3, 4}) + 1e-8).rsqrt().reshape({batch, -1, 1, 1, 1});
    const at::Tensor rows = x.reshape({1, -1, x.size(2), x.size(3)});
    w = w.reshape({-1, kernel.size(1), kernel.size(2), kernel.size(3)});
    const at::Tensor y = at::conv2d(rows, w, {}, 1, kernel.size(2) / 2, 1, batch);
    return y.reshape({batch, -1, y.size(2), y.size(3)});
}

at::Tensor fusedForward(const Module &m, const Values &inputs)
{
    const at::Tensor z = inputs.at(0).toTensor();
    // The gains of equalized learning rate are constants of the trace.
    const at::Tensor w = at::leaky_relu(at::matmul(z, (tensorOf(m, "mapping") * 0.5).t()), 0.2);
    at::Tensor x = tensorOf(m, "start").repeat({z.size(0), 1, 1, 1});
    const at::Tensor styleA = at::addmm(at::ones({6}), w, tensorOf(m, "styleA").t());
    x = at::leaky_relu(fusedModulation(x, tensorOf(m, "weightA"), styleA, true), 0.2);
    const at::Tensor styleB = at::addmm(at::ones({8}), w, tensorOf(m, "styleB").t());
    return fusedModulation(x, tensorOf(m, "weightB") * 0.25, styleB, false);
}

const char *plainModulationSource()
{
    return "def forward(self, x: Tensor) -> Tensor:\n"
           "    w = torch.leaky_relu(torch.matmul(x, torch.t(self.mapping * 0.5)), 0.2)\n"
           "    styleA = torch.addmm(torch.ones([6]), w, torch.t(self.styleA))\n"
           "    y = self.start.repeat([x.size(0), 1, 1, 1])\n"
           "    scale = torch.unsqueeze(self.weightA, 0) * torch.reshape(styleA, [-1, 1, 6, 1, "
           "1])\n"
           "    d = torch.rsqrt(torch.sum(torch.square(scale), [2, 3, 4]) + 1e-08)\n"
           "    y = y * torch.reshape(styleA, [-1, 6, 1, 1])\n"
           "    y = torch.conv2d(y, self.weightA, None, [1, 1], [1, 1])\n"
           "    y = torch.leaky_relu(y * torch.reshape(d, [-1, 8, 1, 1]), 0.2)\n"
           "    styleB = torch.addmm(torch.ones([8]), w, torch.t(self.styleB))\n"
           "    y = y * torch.reshape(styleB, [-1, 8, 1, 1])\n"
           "    return torch.conv2d(y, self.weightB * 0.25)\n";
}

} // namespace

TestNetwork spectralNorm(Form form)
{
    const NamedTensors parameters = {{"first", weight({8 * 64, 10}, 1)},
                                     {"weight_orig", weight({3, 8, 3, 3}, 2)}};
    const NamedTensors buffers = {{"weight_u", numbers({3}, 3, 0.5)},
                                  {"weight_v", numbers({72}, 4, 0.1)}};
    const char *const source =
        "def forward(self, x: Tensor) -> Tensor:\n"
        "    x = torch.reshape(torch.matmul(x, torch.t(self.first)), [-1, 8, 8, 8])\n"
        "    rows = torch.reshape(self.weight_orig, [3, -1])\n"
        "    sigma = torch.dot(self.weight_u, torch.mv(rows, self.weight_v))\n"
        "    w = self.weight_orig / sigma\n"
        "    return torch.tanh(torch.conv2d(x, w, None, [1, 1], [1, 1]))\n";
    TestNetwork network{form == Form::Scripted ? "spectral norm scripted" : "spectral norm traced",
                        moduleWith(parameters, buffers), latents({10})};
    if (form == Form::Scripted)
        network.module.define(source);
    else
        trace(network.module, network.inputs(2), [](const Module &m, const Values &inputs) {
            at::Tensor x = at::matmul(inputs.at(0).toTensor(), tensorOf(m, "first").t());
            const at::Tensor kernel = tensorOf(m, "weight_orig");
            const at::Tensor sigma = at::dot(
                tensorOf(m, "weight_u"), at::mv(kernel.reshape({3, -1}), tensorOf(m, "weight_v")));
            return at::tanh(at::conv2d(x.reshape({-1, 8, 8, 8}), kernel / sigma, {}, 1, 1));
        });
    return network;
}

TestNetwork equalized()
{
    const NamedTensors parameters = {{"first", numbers({8 * 64, 10}, 1)},
                                     {"last", numbers({3, 8, 3, 3}, 2)}};
    const char *const source =
        "def forward(self, x: Tensor) -> Tensor:\n"
        "    x = torch.matmul(x, torch.t(self.first * 0.3125))\n"
        "    x = torch.leaky_relu(torch.reshape(x, [-1, 8, 8, 8]), 0.2)\n"
        "    return torch.conv2d(x, self.last * 0.125, None, [1, 1], [1, 1])\n";
    return {"equalized", scripted(source, parameters), latents({10})};
}

TestNetwork modulated(Form form)
{
    TestNetwork network{form == Form::Scripted ? "modulated" : "modulated fused",
                        moduleWith(modulatedParameters()), latents({10})};
    if (form == Form::Scripted) {
        network.module.define(plainModulationSource());
    } else {
        trace(network.module, network.inputs(kTracedBatch), fusedForward);
        network.fixedBatch = kTracedBatch;
    }
    return network;
}

TestNetwork noisy()
{
    const NamedTensors parameters = {{"first", weight({4 * 64, 10}, 1)},
                                     {"last", weight({2, 4, 3, 3}, 2)}};
    const char *const source =
        "def forward(self, x: Tensor) -> Tensor:\n"
        "    x = torch.reshape(torch.matmul(x, torch.t(self.first)), [-1, 4, 8, 8])\n"
        "    x = x + torch.randn([x.size(0), 1, 8, 8]) * 0.1\n"
        "    y = torch.conv2d(x, self.last, None, [1, 1], [1, 1])\n"
        "    return torch.cat([y, torch.randn([x.size(0), 1, 8, 8])], 1)\n";
    return {"noisy", scripted(source, parameters), latents({10})};
}

at::Tensor trainingModeForward(const Module &module, const at::Tensor &z, bool batchStatistics)
{
    const auto w = [&](const char *path) { return tensorOf(module, path); };
    at::Tensor x = at::matmul(z, w("first").t()).reshape({-1, 6, 8, 8});
    x = at::batch_norm(x, w("norm.weight"), w("norm.bias"),
                       batchStatistics ? at::Tensor() : w("norm.running_mean"),
                       batchStatistics ? at::Tensor() : w("norm.running_var"), batchStatistics, 0.1,
                       1e-5, true);
    return at::tanh(at::conv2d(at::relu(x), w("last"), {}, 1, 1));
}

namespace {

/// `dropout` 0 leaves it out.
TestNetwork caughtInTraining(const std::string &name, double dropout)
{
    Module module =
        moduleWith({{"first", weight({6 * 64, 10}, 1)}, {"last", weight({3, 6, 3, 3}, 2)}});
    Module norm("__torch__.BatchNorm");
    norm.register_parameter("weight", numbers({6}, 3, 0.2) + 1, false);
    norm.register_parameter("bias", numbers({6}, 4, 0.2), false);
    norm.register_buffer("running_mean", numbers({6}, 5, 0.2));
    norm.register_buffer("running_var", numbers({6}, 6, 0.2).square() + 0.5);
    module.register_module("norm", norm);
    TestNetwork network{name, module, latents({10})};
    trace(network.module, network.inputs(4), [dropout](const Module &m, const Values &inputs) {
        const auto w = [&](const char *path) { return tensorOf(m, path); };
        at::Tensor x = at::matmul(inputs.at(0).toTensor(), w("first").t()).reshape({-1, 6, 8, 8});
        x = at::batch_norm(x, w("norm.weight"), w("norm.bias"), w("norm.running_mean"),
                           w("norm.running_var"), true, 0.1, 1e-5, true);
        x = at::relu(x);
        if (dropout > 0)
            x = at::dropout(x, dropout, true);
        return at::tanh(at::conv2d(x, w("last"), {}, 1, 1));
    });
    return network;
}

} // namespace

TestNetwork trainingMode()
{
    return caughtInTraining("training mode", 0);
}

TestNetwork dropout()
{
    return caughtInTraining("dropout", kDropout);
}

} // namespace test_networks
