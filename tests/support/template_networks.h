// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_networks.h"

#include <functional>
#include <string>
#include <vector>

/// Networks of published code with random weights: the tensors their checkpoints hold, and what
/// the code computes from them, written here a second time.
namespace test_networks {

struct TemplateNetwork
{
    std::string name;
    NamedTensors tensors;
    std::function<at::Tensor(const Values &)> forward;
    /// What forward() takes, for a batch.
    std::function<Values(std::int64_t batch)> inputs;
    /// What the reading is called.
    std::string architecture;
    /// channels, height, width.
    std::vector<std::int64_t> picture;
    /// All layers that can be quantized.
    std::vector<std::string> layers;
};

/// junyanz/pytorch-CycleGAN-and-pix2pix, resnet_9blocks in full width.
TemplateNetwork cycleGanResnet9();
/// voletiv/self-attention-GAN-pytorch, of width 8, 7 classes.
TemplateNetwork sagan();
/// The last weight before a class: heykeetae/Self-Attention-GAN, without classes, of width 8.
TemplateNetwork saganWithoutClasses();
/// ThanosM97/gsoc2022-openvino, in full width.
TemplateNetwork diStyleGan();

enum class Modulation { Fused, Plain };
/// NVlabs/stylegan2-ada-pytorch of 32x32 pixels; 0 classes for none.
TemplateNetwork styleGan2(std::int64_t classes, Modulation modulation);

} // namespace test_networks
