// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_networks.h"

#include <map>

namespace test_networks {

/// The FID Inception as PyTorch runs it: contiguous, every convolution, norm and ReLU an operation
/// of its own. The measure of the fast one.
class EagerInception
{
public:
    /// Tensors that a run needs and that are not given are made up, from their names.
    explicit EagerInception(const NamedTensors &given = {});

    /// N x 3 x 299 x 299 to N x depth; 64, 192, 768 or 2048.
    at::Tensor forward(const at::Tensor &pictures, int depth);
    /// All that runs needed so far.
    NamedTensors tensors() const;

private:
    struct Kernel
    {
        std::int64_t outputs;
        std::vector<std::int64_t> size = {1, 1};
        std::int64_t stride = 1;
        std::vector<std::int64_t> padding = {0, 0};
    };

    at::Tensor tensor(const std::string &name, at::IntArrayRef shape, double scale, double shift);
    at::Tensor conv(const std::string &name, const at::Tensor &x, const Kernel &kernel);
    at::Tensor point(const std::string &name, const at::Tensor &x, std::int64_t outputs);
    at::Tensor square(const std::string &name, const at::Tensor &x, std::int64_t outputs);
    at::Tensor halving(const std::string &name, const at::Tensor &x, std::int64_t outputs);
    at::Tensor wide(const std::string &name, const at::Tensor &x, std::int64_t outputs,
                    std::int64_t length);
    at::Tensor tall(const std::string &name, const at::Tensor &x, std::int64_t outputs,
                    std::int64_t length);
    at::Tensor blockA(const std::string &name, const at::Tensor &x, std::int64_t pooled);
    at::Tensor blockB(const std::string &name, const at::Tensor &x);
    at::Tensor blockC(const std::string &name, const at::Tensor &x, std::int64_t inner);
    at::Tensor blockD(const std::string &name, const at::Tensor &x);
    at::Tensor blockE(const std::string &name, const at::Tensor &x, const at::Tensor &pooled);

    std::map<std::string, at::Tensor> m_tensors;
};

} // namespace test_networks
