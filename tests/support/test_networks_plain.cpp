// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_networks.h"

#include <ATen/ATen.h>

namespace test_networks {

namespace {

std::string formName(const std::string &name, Form form)
{
    return name + (form == Form::Scripted ? " scripted" : " traced");
}

TestNetwork made(const std::string &name, Form form, const std::string &source,
                 const NamedTensors &parameters, std::function<Values(std::int64_t)> inputs,
                 const Forward &forward)
{
    TestNetwork network{formName(name, form), moduleWith(parameters), std::move(inputs)};
    if (form == Form::Scripted)
        network.module.define(source);
    else
        trace(network.module, network.inputs(2), forward);
    network.module.eval();
    return network;
}

NamedTensors threeConvolutions()
{
    return {{"first", weight({16 * 36, 10}, 1)},
            {"second", weight({16, 16, 3, 3}, 2)},
            {"third", weight({3, 16, 3, 3}, 3)}};
}

} // namespace

TestNetwork conditional()
{
    const char *const source =
        "def forward(self, x: Tensor) -> Tensor:\n"
        "    x = torch.reshape(torch.matmul(x, torch.t(self.first)), [-1, 16, 6, 6])\n"
        "    if bool(torch.mean(x) > 0.0):\n"
        "        x = torch.relu(x)\n"
        "    else:\n"
        "        x = torch.leaky_relu(x, 0.1)\n"
        "    x = torch.upsample_nearest2d(x, None, [2.0, 2.0])\n"
        "    x = torch.conv2d(x, self.second, None, [1, 1], [1, 1])\n"
        "    count = int(torch.sum(x > 0.0)) % 3\n"
        "    for i in range(count):\n"
        "        x = x * 0.5\n"
        "    if x.size(0) > 1:\n"
        "        x = x + 0.25\n"
        "    return torch.tanh(torch.conv2d(x, self.third, None, [1, 1], [1, 1]))\n";
    return {"conditional", scripted(source, threeConvolutions()), latents({10})};
}

TestNetwork lists()
{
    NamedTensors parameters = {{"first", weight({18 * 64, 10}, 1)}};
    for (int i = 0; i < 3; ++i)
        parameters.emplace_back("branch" + std::to_string(i), weight({4, 6, 3, 3}, 5 + i));
    parameters.emplace_back("last", weight({3, 12, 3, 3}, 9));
    const char *const source =
        "def forward(self, x: Tensor) -> Tensor:\n"
        "    x = torch.reshape(torch.matmul(x, torch.t(self.first)), [-1, 18, 8, 8])\n"
        "    parts = torch.chunk(x, 3, 1)\n"
        "    kernels = [self.branch0, self.branch1, self.branch2]\n"
        "    results = [torch.relu(torch.conv2d(parts[0], kernels[0], None, [1, 1], [1, 1]))]\n"
        "    for i in range(1, 3):\n"
        "        y = torch.conv2d(parts[i], kernels[i], None, [1, 1], [1, 1])\n"
        "        results.append(torch.relu(y))\n"
        "    a, b = torch.split(torch.cat(results, 1), [5, 7], 1)\n"
        "    x = torch.cat([b, a], 1)\n"
        "    return torch.tanh(torch.conv2d(x, self.last, None, [1, 1], [1, 1]))\n";
    return {"lists", scripted(source, parameters), latents({10})};
}

TestNetwork inPlace(Form form)
{
    const char *const source =
        "def forward(self, x: Tensor) -> Tensor:\n"
        "    x = torch.reshape(torch.matmul(x, torch.t(self.first)), [-1, 16, 6, 6])\n"
        "    x.mul_(1.5)\n"
        "    y = torch.conv2d(x, self.second, None, [1, 1], [1, 1])\n"
        "    y.add_(x)\n"
        "    torch.relu_(y)\n"
        "    y = torch.upsample_nearest2d(y, None, [2.0, 2.0])\n"
        "    y = torch.conv2d(y, self.third, None, [1, 1], [1, 1])\n"
        "    y -= 0.125\n"
        "    return torch.tanh_(y)\n";
    const Forward forward = [](const Module &m, const Values &inputs) {
        at::Tensor x = at::matmul(inputs.at(0).toTensor(), tensorOf(m, "first").t());
        x = x.reshape({-1, 16, 6, 6});
        x.mul_(1.5);
        at::Tensor y = at::conv2d(x, tensorOf(m, "second"), {}, 1, 1);
        y.add_(x);
        y.relu_();
        y = at::upsample_nearest2d(y, c10::nullopt, at::ArrayRef<double>({2.0, 2.0}));
        y = at::conv2d(y, tensorOf(m, "third"), {}, 1, 1);
        y.sub_(0.125);
        return y.tanh_();
    };
    return made("in place", form, source, threeConvolutions(), latents({10}), forward);
}

TestNetwork partialWrite()
{
    const char *const source =
        "def forward(self, x: Tensor) -> Tensor:\n"
        "    x = torch.reshape(torch.matmul(x, torch.t(self.first)), [-1, 16, 6, 6])\n"
        "    x = torch.upsample_nearest2d(x, None, [2.0, 2.0])\n"
        "    y = torch.conv2d(x, self.second, None, [1, 1], [1, 1])\n"
        "    y[:, 0:4] = torch.relu(x[:, 4:8])\n"
        "    return torch.tanh(torch.conv2d(y, self.third, None, [1, 1], [1, 1]))\n";
    return {"partial write", scripted(source, threeConvolutions()), latents({10})};
}

TestNetwork sharedWeight(Form form)
{
    const char *const source =
        "def forward(self, x: Tensor) -> Tensor:\n"
        "    x = torch.reshape(torch.matmul(x, torch.t(self.first)), [-1, 16, 6, 6])\n"
        "    for i in range(2):\n"
        "        x = torch.relu(torch.conv2d(x, self.second, None, [1, 1], [1, 1]))\n"
        "    x = torch.upsample_nearest2d(x, None, [2.0, 2.0])\n"
        "    return torch.tanh(torch.conv2d(x, self.third, None, [1, 1], [1, 1]))\n";
    const Forward forward = [](const Module &m, const Values &inputs) {
        at::Tensor x = at::matmul(inputs.at(0).toTensor(), tensorOf(m, "first").t());
        x = x.reshape({-1, 16, 6, 6});
        for (int i = 0; i < 2; ++i)
            x = at::relu(at::conv2d(x, tensorOf(m, "second"), {}, 1, 1));
        x = at::upsample_nearest2d(x, c10::nullopt, at::ArrayRef<double>({2.0, 2.0}));
        return at::tanh(at::conv2d(x, tensorOf(m, "third"), {}, 1, 1));
    };
    return made("shared weight", form, source, threeConvolutions(), latents({10}), forward);
}

TestNetwork grouped(Form form)
{
    const NamedTensors parameters = {{"first", weight({8 * 36, 10}, 1)},
                                     {"plain", weight({12, 4, 3, 3}, 2)},
                                     {"plainBias", numbers({12}, 3, 0.1)},
                                     {"up", weight({12, 2, 4, 4}, 4)},
                                     {"last", weight({3, 8, 3, 3}, 5)}};
    const char *const source =
        "def forward(self, x: Tensor) -> Tensor:\n"
        "    x = torch.reshape(torch.matmul(x, torch.t(self.first)), [-1, 8, 6, 6])\n"
        "    x = torch.relu(torch.conv2d(x, self.plain, self.plainBias, [1, 1], [1, 1], [1, 1], "
        "2))\n"
        "    x = torch.conv_transpose2d(x, self.up, None, [2, 2], [1, 1], [0, 0], 4, [1, 1])\n"
        "    return torch.tanh(torch.conv2d(torch.relu(x), self.last, None, [1, 1], [1, 1]))\n";
    const Forward forward = [](const Module &m, const Values &inputs) {
        at::Tensor x = at::matmul(inputs.at(0).toTensor(), tensorOf(m, "first").t());
        x = x.reshape({-1, 8, 6, 6});
        x = at::conv2d(x, tensorOf(m, "plain"), tensorOf(m, "plainBias"), 1, 1, 1, 2);
        x = at::conv_transpose2d(at::relu(x), tensorOf(m, "up"), {}, 2, 1, 0, 4);
        return at::tanh(at::conv2d(at::relu(x), tensorOf(m, "last"), {}, 1, 1));
    };
    return made("grouped", form, source, parameters, latents({10}), forward);
}

TestNetwork labelled(Form form)
{
    const NamedTensors parameters = {{"classes", numbers({7, 6}, 1)},
                                     {"first", weight({6 * 64, 68}, 2)},
                                     {"firstBias", numbers({6 * 64}, 3, 0.1)},
                                     {"last", weight({3, 6, 3, 3}, 4)}};
    const char *const source =
        "def forward(self, z: Tensor, label: Tensor) -> Tensor:\n"
        "    x = torch.cat([z, torch.embedding(self.classes, label)], 1)\n"
        "    x = torch.relu(torch.addmm(self.firstBias, x, torch.t(self.first)))\n"
        "    x = torch.reshape(x, [-1, 6, 8, 8])\n"
        "    return torch.tanh(torch.conv2d(x, self.last, None, [1, 1], [1, 1]))\n";
    const Forward forward = [](const Module &m, const Values &inputs) {
        const at::Tensor code = at::embedding(tensorOf(m, "classes"), inputs.at(1).toTensor());
        at::Tensor x = at::cat({inputs.at(0).toTensor(), code}, 1);
        x = at::relu(at::linear(x, tensorOf(m, "first"), tensorOf(m, "firstBias")));
        x = x.reshape({-1, 6, 8, 8});
        return at::tanh(at::conv2d(x, tensorOf(m, "last"), {}, 1, 1));
    };
    const auto inputs = [](std::int64_t batch) {
        return Values{numbers({batch, 62}, 1000), at::arange(batch, at::kLong).remainder(7)};
    };
    return made("labelled", form, source, parameters, inputs, forward);
}

TestNetwork imageToImage(Form form)
{
    const NamedTensors parameters = {{"first", weight({6, 3, 3, 3}, 1)},
                                     {"block", weight({6, 6, 3, 3}, 2)},
                                     {"last", weight({3, 6, 3, 3}, 3)}};
    const char *const source =
        "def forward(self, x: Tensor) -> Tensor:\n"
        "    x = torch.conv2d(torch.reflection_pad2d(x, [1, 1, 1, 1]), self.first)\n"
        "    x = torch.relu(torch.instance_norm(x, None, None, None, None, True, 0.1, 1e-05, "
        "False))\n"
        "    x = torch.add(x, torch.conv2d(x, self.block, None, [1, 1], [1, 1]))\n"
        "    return torch.tanh(torch.conv2d(x, self.last, None, [1, 1], [1, 1]))\n";
    const Forward forward = [](const Module &m, const Values &inputs) {
        at::Tensor x = at::reflection_pad2d(inputs.at(0).toTensor(), {1, 1, 1, 1});
        x = at::conv2d(x, tensorOf(m, "first"));
        x = at::relu(at::instance_norm(x, {}, {}, {}, {}, true, 0.1, 1e-5, false));
        x = at::add(x, at::conv2d(x, tensorOf(m, "block"), {}, 1, 1));
        return at::tanh(at::conv2d(x, tensorOf(m, "last"), {}, 1, 1));
    };
    return made("image to image", form, source, parameters, latents({3, 128, 128}), forward);
}

TestNetwork perceptron()
{
    const NamedTensors parameters = {{"first", weight({32, 10}, 1)},
                                     {"second", weight({256, 32}, 2)},
                                     {"bias", numbers({256}, 3, 0.1)}};
    const char *const source =
        "def forward(self, x: Tensor) -> Tensor:\n"
        "    x = torch.relu(torch.matmul(x, torch.t(self.first)))\n"
        "    return torch.sigmoid(torch.addmm(self.bias, x, torch.t(self.second)))\n";
    return {"perceptron", scripted(source, parameters), latents({10})};
}

} // namespace test_networks
