// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_networks.h"

#include <ATen/ATen.h>

#include <string>

/// Networks with batch norms behind every kind of layer.
namespace test_networks {

/// Source of the norm with these statistics and values: "1" reads gain1, offset1, mean1 and
/// variance1.
inline std::string normOf(const std::string &value, const std::string &number)
{
    return "torch.batch_norm(" + value + ", self.gain" + number + ", self.offset" + number +
           ", self.mean" + number + ", self.variance" + number + ", False, 0.1, 1e-05, False)";
}

inline void addNorm(NamedTensors &parameters, NamedTensors &buffers, const std::string &number,
                    std::int64_t features, std::uint64_t seed)
{
    at::Tensor gain = numbers({features}, seed, 0.4) + 1;
    // A channel that is off, and one that is turned over.
    gain[0] = 0;
    gain[1] = -gain[1];
    parameters.emplace_back("gain" + number, gain);
    parameters.emplace_back("offset" + number, numbers({features}, seed + 1, 0.3));
    buffers.emplace_back("mean" + number, numbers({features}, seed + 2, 0.3));
    buffers.emplace_back("variance" + number, numbers({features}, seed + 3, 0.5).square() + 0.3);
}

/// `body` turns x (8x6x6, from the layer "first" and its norm) into the picture; it may use "plain"
/// (8 -> 12 in 2 groups, with plainBias), "up" (transposed, 12 -> 8 in 4 groups, with upBias) and
/// "last" (8 -> 3, with lastBias), and the norms 1 (12 features) and 2 (8 features).
inline TestNetwork normed(const std::string &body)
{
    NamedTensors parameters = {
        {"first", weight({8 * 36, 10}, 1)},   {"plain", weight({12, 4, 3, 3}, 2)},
        {"plainBias", numbers({12}, 3, 0.2)}, {"up", weight({12, 2, 4, 4}, 4)},
        {"upBias", numbers({8}, 5, 0.2)},     {"last", weight({3, 8, 3, 3}, 6)},
        {"lastBias", numbers({3}, 7, 0.2)}};
    NamedTensors buffers;
    addNorm(parameters, buffers, "0", 8 * 36, 10);
    addNorm(parameters, buffers, "1", 12, 20);
    addNorm(parameters, buffers, "2", 8, 30);
    const std::string source = "def forward(self, x: Tensor) -> Tensor:\n"
                               "    x = torch.matmul(x, torch.t(self.first))\n"
                               "    x = " +
                               normOf("x", "0") +
                               "\n"
                               "    x = torch.reshape(torch.relu(x), [-1, 8, 6, 6])\n" +
                               body;
    return {"normed", scripted(source, parameters, buffers), latents({10})};
}

inline std::string plainLine()
{
    return "    x = torch.conv2d(x, self.plain, self.plainBias, [1, 1], [1, 1], [1, 1], 2)\n";
}

inline std::string upLine()
{
    return "    x = torch.conv_transpose2d(x, self.up, self.upBias, [2, 2], [1, 1], [0, 0], 4, [1, "
           "1])\n";
}

inline std::string lastLine()
{
    return "    return torch.tanh(torch.conv2d(x, self.last, self.lastBias, [1, 1], [1, 1]))\n";
}

/// Each layer but the last one with its norm, and what keeps scales between them.
inline TestNetwork normed()
{
    return normed(plainLine() + "    x = torch.leaky_relu(" + normOf("x", "1") + ", 0.2)\n" +
                  upLine() + "    x = torch.relu(" + normOf("x", "2") +
                  ")\n"
                  "    x = torch.upsample_nearest2d(x, None, [2.0, 2.0])\n" +
                  lastLine());
}

/// Linear layers "a" (10 -> 16), "b" (16 -> 12) and "last" (12 -> 192), each a sum of its bias
/// and a product, with `more` operands; norms behind the first two, and a picture of 3x8x8.
inline TestNetwork normedSums(const std::string &more = {})
{
    NamedTensors parameters = {
        {"a", weight({16, 10}, 1)},     {"aBias", numbers({16}, 2, 0.2)},
        {"b", weight({12, 16}, 3)},     {"bBias", numbers({12}, 4, 0.2)},
        {"last", weight({192, 12}, 5)}, {"lastBias", numbers({192}, 6, 0.2)}};
    NamedTensors buffers;
    addNorm(parameters, buffers, "0", 16, 10);
    addNorm(parameters, buffers, "1", 12, 20);
    const auto sum = [&](const std::string &name) {
        return "torch.addmm(self." + name + "Bias, x, torch.t(self." + name + ")" + more + ")";
    };
    const std::string source = "def forward(self, x: Tensor) -> Tensor:\n    x = " + sum("a") +
                               "\n    x = torch.relu(" + normOf("x", "0") +
                               ")\n    x = " + sum("b") + "\n    x = torch.leaky_relu(" +
                               normOf("x", "1") + ", 0.2)\n    x = " + sum("last") +
                               "\n    return torch.tanh(torch.reshape(x, [-1, 3, 8, 8]))\n";
    return {"normed sums", scripted(source, parameters, buffers), latents({10})};
}

} // namespace test_networks
