// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>
#include <torch/csrc/jit/api/module.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

/// Small networks, one for each thing that exported generators do. Free of Qt, so that the tests of
/// the command line can use them too.
namespace test_networks {

using torch::jit::Module;
using Values = std::vector<c10::IValue>;
using NamedTensors = std::vector<std::pair<std::string, at::Tensor>>;

/// Scripted: compiled from source, with its control flow. Traced: one recorded run.
enum class Form { Scripted, Traced };

struct TestNetwork
{
    std::string name;
    /// In evaluation mode.
    Module module;
    /// What forward() takes, for a batch; the same in each call.
    std::function<Values(std::int64_t batch)> inputs;
    /// 0, or the only batch size it accepts.
    std::int64_t fixedBatch = 0;
};

/// Normal values times `scale`: a pure function of the arguments.
at::Tensor numbers(at::IntArrayRef shape, std::uint64_t seed, double scale = 1);
/// Weight of a layer, scaled so that its output keeps about the size of its input.
at::Tensor weight(at::IntArrayRef shape, std::uint64_t seed);
/// Inputs function of a network that takes one tensor of this shape (without the batch).
std::function<Values(std::int64_t)> latents(std::vector<std::int64_t> shape);

/// A module with these parameters and buffers, without a method.
Module moduleWith(const NamedTensors &parameters, const NamedTensors &buffers = {});
/// The same with a forward().
Module scripted(const std::string &source, const NamedTensors &parameters,
                const NamedTensors &buffers = {});
using Forward = std::function<at::Tensor(const Module &, const Values &)>;
/// Records one run of `forward` as the module's forward().
void trace(Module &module, const Values &example, const Forward &forward);
/// A parameter or buffer by its path.
at::Tensor tensorOf(const Module &module, const std::string &path);

TestNetwork dcgan(Form form);
/// A DCGAN for 64x64 pictures; `width` features before the last layer (64 in the paper).
TestNetwork dcgan64(std::int64_t width);
/// "start", and "left" and "right", convolutions that both read what it gives.
TestNetwork twoReaders();
/// "first" to "last", with a batch norm after the second and the third, and nothing else between.
TestNetwork straight();
TestNetwork conditional();
TestNetwork lists();
TestNetwork inPlace(Form form);
/// Writes into a part of a tensor that is read again, which cannot be rewritten.
TestNetwork partialWrite();
TestNetwork sharedWeight(Form form);
TestNetwork grouped(Form form);
TestNetwork labelled(Form form);
TestNetwork imageToImage(Form form);
TestNetwork perceptron();
TestNetwork spectralNorm(Form form);
TestNetwork equalized();
/// StyleGAN2's modulated convolution: Traced is fused (groups = batch), Scripted is not.
TestNetwork modulated(Form form);

/// All of the above whose forward() is a pure function of its inputs, except dcgan64.
std::vector<TestNetwork> allNetworks();

/// Three channels: two of pictures, the last one noise alone. Draws noise twice.
TestNetwork noisy();
/// A batch norm with running statistics ("norm") caught in training mode.
TestNetwork trainingMode();
/// The same and a dropout.
TestNetwork dropout();
/// forward() of trainingMode() in evaluation mode, and with batch statistics.
at::Tensor trainingModeForward(const Module &module, const at::Tensor &z, bool batchStatistics);

} // namespace test_networks
