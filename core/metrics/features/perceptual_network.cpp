// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/features/perceptual_network.h"

#include "base/error.h"

#include <ATen/ATen.h>

#include <cstring>

namespace quantloupe {

namespace {

/// Keeps a place without any activation from dividing by zero.
constexpr double kLeastLength = 1e-10;

Trunk alexNet()
{
    return {"alex",
            31,
            {{{0, {{0, 3, 64, 11, 4, 2}}},
              {3, {{3, 64, 192, 5, 1, 2}}},
              {3, {{6, 192, 384}}},
              {0, {{8, 384, 256}}},
              {0, {{10, 256, 256}}}}}};
}

Trunk vgg16()
{
    return {"vgg",
            16,
            {{{0, {{0, 3, 64}, {2, 64, 64}}},
              {2, {{5, 64, 128}, {7, 128, 128}}},
              {2, {{10, 128, 256}, {12, 256, 256}, {14, 256, 256}}},
              {2, {{17, 256, 512}, {19, 512, 512}, {21, 512, 512}}},
              {2, {{24, 512, 512}, {26, 512, 512}, {28, 512, 512}}}}}};
}

const StoredTensor *find(const StateDictFile &contents, const std::vector<std::string> &names)
{
    for (const StateDict &network : contents.networks)
        for (const std::string &name : names)
            if (const StoredTensor *tensor = network.find(name))
                return tensor;
    return nullptr;
}

/// torchvision's name, that of the package lpips, and that of `features` alone.
std::vector<std::string> namesOf(int place, std::size_t stage, const std::string &what)
{
    const std::string number = std::to_string(place) + "." + what;
    return {"features." + number, "net.slice" + std::to_string(stage + 1) + "." + number, number};
}

const Trunk &trunkOf(const PerceptualNetwork::Source &source)
{
    const StoredTensor *first = find(source.contents, namesOf(0, 0, "weight"));
    for (const Trunk &trunk : perceptualTrunks()) {
        const TrunkConvolution &convolution = trunk.stages[0].convolutions[0];
        if (first &&
            first->shape == std::vector<std::int64_t>{convolution.outputs, 3, convolution.kernel,
                                                      convolution.kernel})
            return trunk;
    }
    throw Error(ErrorKind::BadInput,
                source.file + " is no trunk of LPIPS: it lacks the first convolution of AlexNet or "
                              "VGG-16, features.0.weight; give torchvision's weights.");
}

at::Tensor bound(const PerceptualNetwork::Source &source, const std::vector<std::string> &names,
                 const std::vector<std::int64_t> &shape)
{
    const StoredTensor *stored = find(source.contents, names);
    if (!stored)
        throw Error(ErrorKind::BadInput,
                    source.file + " lacks the tensor " + names.front() + " of LPIPS.");
    if (stored->shape != shape)
        throw Error(ErrorKind::BadInput, source.file + " holds the tensor " + stored->name +
                                             " in another shape than LPIPS.");
    const std::vector<float> values = stored->toFloat();
    at::Tensor tensor = at::empty(shape, at::kFloat);
    std::memcpy(tensor.data_ptr<float>(), values.data(), values.size() * sizeof(float));
    return tensor;
}

/// Brings values of -1..1 to those the trunks were trained with.
at::Tensor standardized(const at::Tensor &pictures)
{
    const auto perChannel = [](double red, double green, double blue) {
        return at::tensor({red, green, blue}, at::kFloat).view({1, 3, 1, 1});
    };
    return (pictures - perChannel(-0.030, -0.088, -0.188)) / perChannel(0.458, 0.448, 0.450);
}

at::Tensor ofUnitLength(const at::Tensor &activations)
{
    return activations / (activations.square().sum(1, true).sqrt() + kLeastLength);
}

} // namespace

const std::vector<Trunk> &perceptualTrunks()
{
    static const std::vector<Trunk> trunks = {alexNet(), vgg16()};
    return trunks;
}

PerceptualNetwork::PerceptualNetwork(const Source &trunk, const Source &heads)
    : m_trunk(trunkOf(trunk))
{
    for (std::size_t stage = 0; stage < m_trunk.stages.size(); ++stage) {
        const std::vector<TrunkConvolution> &all = m_trunk.stages[stage].convolutions;
        for (const TrunkConvolution &one : all) {
            m_weights.push_back(bound(trunk, namesOf(one.place, stage, "weight"),
                                      {one.outputs, one.inputs, one.kernel, one.kernel}));
            m_weights.push_back(bound(trunk, namesOf(one.place, stage, "bias"), {one.outputs}));
        }
        const std::string number = std::to_string(stage);
        m_heads.push_back(
            bound(heads, {"lin" + number + ".model.1.weight", "lins." + number + ".model.1.weight"},
                  {1, all.back().outputs, 1, 1}));
    }
}

double PerceptualNetwork::distance(const at::Tensor &pair) const
{
    at::Tensor x = standardized(pair);
    double sum = 0;
    std::size_t weight = 0;
    for (std::size_t stage = 0; stage < m_trunk.stages.size(); ++stage) {
        if (const std::int64_t pool = m_trunk.stages[stage].pool; pool > 0)
            x = at::max_pool2d(x, pool, 2);
        for (const TrunkConvolution &one : m_trunk.stages[stage].convolutions) {
            x = at::conv2d(x, m_weights[weight], m_weights[weight + 1], one.stride, one.padding)
                    .relu();
            weight += 2;
        }
        const at::Tensor units = ofUnitLength(x);
        const at::Tensor squares = (units[0] - units[1]).square().unsqueeze(0);
        sum += at::conv2d(squares, m_heads[stage]).mean(at::kDouble).item<double>();
    }
    return sum;
}

} // namespace quantloupe
