// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_networks.h"

#include <ATen/ATen.h>

namespace test_networks {

namespace {

/// One entry of a DCGAN's nn.Sequential.
Module leaf(const NamedTensors &parameters, const NamedTensors &buffers, const std::string &body)
{
    Module module("__torch__.Leaf");
    for (const auto &[name, tensor] : parameters)
        module.register_parameter(name, tensor, false);
    for (const auto &[name, tensor] : buffers)
        module.register_buffer(name, tensor);
    module.define("def forward(self, x: Tensor) -> Tensor:\n    return " + body + "\n");
    return module;
}

Module transposed(std::int64_t in, std::int64_t out, int stride, int padding, std::uint64_t seed)
{
    const std::string s = std::to_string(stride);
    const std::string p = std::to_string(padding);
    return leaf({{"weight", weight({in, out, 4, 4}, seed)}}, {},
                "torch.conv_transpose2d(x, self.weight, None, [" + s + ", " + s + "], [" + p +
                    ", " + p + "], [0, 0], 1, [1, 1])");
}

Module batchNorm(std::int64_t features, std::uint64_t seed)
{
    return leaf({{"weight", numbers({features}, seed, 0.2) + 1},
                 {"bias", numbers({features}, seed + 1, 0.2)}},
                {{"running_mean", numbers({features}, seed + 2, 0.2)},
                 {"running_var", numbers({features}, seed + 3, 0.2).square() + 0.5}},
                "torch.batch_norm(x, self.weight, self.bias, self.running_mean, "
                "self.running_var, False, 0.1, 1e-05, True)");
}

/// "main.0" and so on as in PyTorch's DCGAN example; `widths` are the features before each layer
/// and after the last one.
Module sequential(const std::vector<std::int64_t> &widths)
{
    Module main("__torch__.Sequential");
    std::string source = "def forward(self, x: Tensor) -> Tensor:\n";
    int index = 0;
    const auto add = [&](const Module &module) {
        main.register_module(std::to_string(index), module);
        source += "    x = getattr(self, '" + std::to_string(index) + "').forward(x)\n";
        ++index;
    };
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
        const bool isFirst = i == 0;
        const bool isLast = i + 2 == widths.size();
        add(transposed(widths[i], widths[i + 1], isFirst ? 1 : 2, isFirst ? 0 : 1, 10 * i));
        if (!isLast)
            add(batchNorm(widths[i + 1], 10 * i + 1));
        source += isLast ? "    x = torch.tanh(x)\n" : "    x = torch.relu(x)\n";
    }
    main.define(source + "    return x\n");
    Module network("__torch__.Generator");
    network.register_module("main", main);
    return network;
}

Module convolution(std::int64_t in, std::int64_t out, std::uint64_t seed)
{
    return leaf({{"weight", weight({out, in, 3, 3}, seed)}}, {},
                "torch.conv2d(x, self.weight, None, [1, 1], [1, 1])");
}

at::Tensor normed(const Module &module, const at::Tensor &x, const std::string &path)
{
    return at::batch_norm(x, tensorOf(module, path + ".weight"), tensorOf(module, path + ".bias"),
                          tensorOf(module, path + ".running_mean"),
                          tensorOf(module, path + ".running_var"), false, 0.1, 1e-5, true);
}

at::Tensor dcganForward(const Module &module, const Values &inputs)
{
    const auto w = [&](const char *path) { return tensorOf(module, path); };
    at::Tensor x = inputs.at(0).toTensor();
    x = at::conv_transpose2d(x, w("main.0.weight"), {}, 1, 0);
    x = at::relu(normed(module, x, "main.1"));
    x = at::conv_transpose2d(x, w("main.2.weight"), {}, 2, 1);
    x = at::relu(normed(module, x, "main.3"));
    return at::tanh(at::conv_transpose2d(x, w("main.4.weight"), {}, 2, 1));
}

} // namespace

TestNetwork dcgan(Form form)
{
    TestNetwork network{form == Form::Scripted ? "dcgan scripted" : "dcgan traced",
                        sequential({8, 12, 10, 3}), latents({8, 1, 1})};
    if (form == Form::Scripted)
        network.module.define("def forward(self, x: Tensor) -> Tensor:\n"
                              "    return self.main.forward(x)\n");
    else
        trace(network.module, network.inputs(2), dcganForward);
    network.module.eval();
    return network;
}

TestNetwork dcgan64(std::int64_t width)
{
    TestNetwork network{"dcgan 64", sequential({100, 8 * width, 4 * width, 2 * width, width, 3}),
                        latents({100, 1, 1})};
    network.module.define("def forward(self, x: Tensor) -> Tensor:\n"
                          "    return self.main.forward(x)\n");
    network.module.eval();
    return network;
}

TestNetwork twoReaders()
{
    Module network("__torch__.Readers");
    network.register_module("start", transposed(8, 6, 1, 0, 1));
    network.register_module("left", convolution(6, 3, 2));
    network.register_module("right", convolution(6, 3, 3));
    network.define("def forward(self, x: Tensor) -> Tensor:\n"
                   "    x = torch.relu(self.start.forward(x))\n"
                   "    x = torch.upsample_nearest2d(x, None, [2.0, 2.0])\n"
                   "    return torch.tanh(self.left.forward(x) + self.right.forward(x))\n");
    network.eval();
    return {"two readers", network, latents({8, 1, 1})};
}

TestNetwork straight()
{
    Module network("__torch__.Straight");
    network.register_module("first", transposed(8, 6, 1, 0, 1));
    network.register_module("second", convolution(6, 6, 2));
    network.register_module("norm1", batchNorm(6, 3));
    network.register_module("third", transposed(6, 4, 2, 1, 7));
    network.register_module("norm2", batchNorm(4, 8));
    network.register_module("last", convolution(4, 3, 12));
    network.define("def forward(self, x: Tensor) -> Tensor:\n"
                   "    x = self.norm1.forward(self.second.forward(self.first.forward(x)))\n"
                   "    x = self.norm2.forward(self.third.forward(x))\n"
                   "    return torch.tanh(self.last.forward(x))\n");
    network.eval();
    return {"straight", network, latents({8, 1, 1})};
}

} // namespace test_networks
