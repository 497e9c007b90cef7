// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "small_generators.h"

#include <QByteArray>

#include <filesystem>

namespace quantloupe::test {

/// Weights that no network is known for: begin.kernel and end.kernel.
inline void writeUnknownWeights(const std::filesystem::path &path)
{
    WeightFile weights(7);
    weights.addRandom("begin.kernel", {8, 16, 4, 4}, 0.3);
    weights.addRandom("end.kernel", {16, 3, 4, 4}, 0.3);
    weights.write(path);
}

/// A network of two transposed convolutions whose names fit no convention; `second` is the tensor
/// of the latter.
inline QByteArray architectureOf(const QByteArray &second)
{
    return R"json({
  "format": "quantloupe-architecture",
  "version": 1,
  "name": "two steps",
  "input": {"kind": "latent", "shape": [8, 1, 1]},
  "outputRange": [-1, 1],
  "source": [
    "def forward(self, x: Tensor) -> Tensor:",
    "    x = torch.conv_transpose2d(x, {begin.kernel}, None, [1, 1], [0, 0], [0, 0], 1, [1, 1])",
    "    x = torch.conv_transpose2d(torch.relu(x), {)json" +
           second + R"json(}, None, [2, 2], [1, 1])",
    "    return torch.tanh(x)"
  ]
})json";
}

} // namespace quantloupe::test
