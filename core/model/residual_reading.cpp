// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "model/module_items.h"
#include "model/reading.h"
#include "model/source_writer.h"

#include <algorithm>

namespace quantloupe {

namespace {

enum class Role { First, Down, ResidualFirst, ResidualSecond, UpTransposed, UpNearest, Last };

struct Placed
{
    ModuleItem item;
    Role role = Role::First;
    const ModuleItem *norm = nullptr;
};

[[noreturn]] void refuse(const std::string &reason)
{
    throw Error(ErrorKind::Unsupported, reason);
}

std::vector<ModuleItem> ofKind(const std::vector<ModuleItem> &items, bool norms)
{
    std::vector<ModuleItem> result;
    for (const ModuleItem &item : items) {
        if (item.kind == ItemKind::Linear)
            refuse("it holds the linear layer " + item.prefix +
                   ", which no residual image-to-image network has");
        if ((item.kind == ItemKind::Norm) == norms)
            result.push_back(item);
    }
    return result;
}

/// The role of a 3x3 convolution between the first and the last one.
Role roleOf(const ModuleItem &item, std::int64_t channels, bool secondOfBlock)
{
    const std::int64_t first = item.shape[0];
    const std::int64_t second = item.shape[1];
    if (first == channels && second == channels)
        return secondOfBlock ? Role::ResidualSecond : Role::ResidualFirst;
    if (second == channels && first == 2 * channels)
        return Role::Down;
    if (first == channels && 2 * second == channels)
        return Role::UpTransposed;
    if (second == channels && 2 * first == channels)
        return Role::UpNearest;
    refuse("the layer " + item.prefix + " (" + toText(item.shape) +
           ") continues no residual image-to-image network at " + std::to_string(channels) +
           " channels");
}

std::int64_t outChannels(const Placed &placed)
{
    return placed.item.shape[placed.role == Role::UpTransposed ? 1 : 0];
}

std::vector<Placed> place(const std::vector<ModuleItem> &convolutions)
{
    if (convolutions.size() < 4)
        refuse("it has too few convolutions for a residual image-to-image network");
    std::vector<Placed> network = {{convolutions.front(), Role::First}};
    if (convolutions.front().shape[1] > 4 || convolutions.back().shape[0] > 3)
        refuse("it does not lead from a picture to a picture");
    for (std::size_t i = 1; i + 1 < convolutions.size(); ++i) {
        const bool second = network.back().role == Role::ResidualFirst;
        const Role role = roleOf(convolutions[i], outChannels(network.back()), second);
        if (second && role != Role::ResidualSecond)
            refuse("the residual block of " + network.back().item.prefix + " has one convolution");
        network.push_back({convolutions[i], role});
    }
    if (network.back().role == Role::ResidualFirst ||
        convolutions.back().shape[1] != outChannels(network.back()))
        refuse("its last convolution does not continue the one before");
    network.push_back({convolutions.back(), Role::Last});
    const auto count = [&](auto... roles) {
        return std::count_if(network.begin(), network.end(),
                             [&](const Placed &p) { return ((p.role == roles) || ...); });
    };
    if (count(Role::Down) != count(Role::UpTransposed, Role::UpNearest))
        refuse("it scales down and up by different factors");
    return network;
}

void assignNorms(std::vector<Placed> &network, const std::vector<ModuleItem> &norms)
{
    if (norms.empty())
        return;
    if (norms.size() + 1 != network.size())
        refuse("it has " + std::to_string(norms.size()) + " normalizations for " +
               std::to_string(network.size()) + " convolutions");
    for (std::size_t i = 0; i < norms.size(); ++i) {
        if (norms[i].features() != outChannels(network[i]))
            refuse("the normalization " + norms[i].prefix + " does not fit " +
                   network[i].item.prefix);
        network[i].norm = &norms[i];
    }
}

class NetworkWriter
{
public:
    NetworkWriter(std::string padding, std::string final)
        : m_padding(std::move(padding)), m_final(std::move(final))
    {
    }

    std::string write(const std::vector<Placed> &network)
    {
        for (const Placed &placed : network)
            add(placed);
        return m_writer.source();
    }

private:
    void convolve(const Placed &placed, int stride, bool reflect)
    {
        const int pad = static_cast<int>(placed.item.kernel() - 1) / 2;
        if (reflect && pad > 0)
            m_writer.reflectionPad(pad);
        m_writer.convolution(placed.item, {stride, reflect ? 0 : pad, 0, 1});
    }

    void add(const Placed &placed)
    {
        const bool everywhere = m_padding == "reflect everywhere";
        const bool edges = everywhere || m_padding == "reflect in blocks and ends";
        switch (placed.role) {
        case Role::First:
            convolve(placed, 1, edges);
            break;
        case Role::Down:
            convolve(placed, 2, everywhere);
            break;
        case Role::ResidualFirst:
            m_writer.line("shortcut = x");
            convolve(placed, 1, edges);
            break;
        case Role::ResidualSecond:
            convolve(placed, 1, edges);
            break;
        case Role::UpTransposed:
            m_writer.transposedConvolution(placed.item, {2, 1, 1, 1});
            break;
        case Role::UpNearest:
            m_writer.nearestUpsample();
            convolve(placed, 1, everywhere);
            break;
        case Role::Last:
            convolve(placed, 1, edges);
            break;
        }
        finish(placed);
    }

    void finish(const Placed &placed)
    {
        if (placed.role == Role::Last) {
            m_writer.activation(m_final);
            return;
        }
        // Running statistics without a weight are those of an instance norm that never uses them.
        if (placed.norm && !placed.norm->weight.empty())
            m_writer.norm(*placed.norm, 1e-5);
        else
            m_writer.plainInstanceNorm(1e-5);
        if (placed.role == Role::ResidualSecond)
            m_writer.line("x = torch.add(x, shortcut)");
        else
            m_writer.activation("relu");
    }

    SourceWriter m_writer;
    std::string m_padding;
    std::string m_final;
};

/// CycleGAN's ResNet generator (Zhu et al. 2017, section 7.2): c7s1, two layers down, residual
/// blocks, two transposed convolutions up, c7s1; instance norm without parameters.
bool isCycleGan(const std::vector<Placed> &network)
{
    const auto count = [&](Role role) {
        return std::count_if(network.begin(), network.end(),
                             [&](const Placed &p) { return p.role == role; });
    };
    return network.front().item.kernel() == 7 && network.back().item.kernel() == 7 &&
           count(Role::Down) == 2 && count(Role::UpTransposed) == 2 &&
           std::none_of(network.begin(), network.end(),
                        [](const Placed &p) { return p.norm && !p.norm->weight.empty(); });
}

Architecture toArchitecture(const std::vector<Placed> &network, const AssumptionChoices &choices)
{
    Architecture reading;
    reading.name = "residual image-to-image";
    reading.inputKind = InputKind::Image;
    // Large enough to show what a style does, small enough for two cores.
    const std::int64_t channels = network.front().item.shape[1];
    reading.inputShape = {channels, 128, 128};
    const auto blocks = std::count_if(network.begin(), network.end(), [](const Placed &p) {
        return p.role == Role::ResidualSecond;
    });
    reading.summary = std::to_string(blocks) + " residual blocks of " +
                      std::to_string(outChannels(network[network.size() / 2])) + " channels";
    if (isCycleGan(network))
        reading.name = "CycleGAN ResNet-" + std::to_string(blocks);
    const bool nearest = std::any_of(network.begin(), network.end(),
                                     [](const Placed &p) { return p.role == Role::UpNearest; });
    const std::string padding = assume(
        reading, choices, "padding", nearest ? "reflect everywhere" : "reflect in blocks and ends",
        {"reflect in blocks and ends", "reflect everywhere", "zeros"},
        "Not in the file; the form published networks of this shape have.");
    const std::string final = assume(
        reading, choices, "activation.final", nearest ? "none" : "tanh",
        {"tanh", "sigmoid", "none"},
        "Not in the file; style transfer networks return plain values, CycleGAN's end with tanh.");
    if (nearest)
        reading.outputRange = ValueRange{0, 255};
    reading.source = NetworkWriter(padding, final).write(network);
    return reading;
}

} // namespace

std::vector<Architecture> residualReadings(const StateDict &dict, const AssumptionChoices &choices)
{
    std::vector<ModuleItem> items = moduleItems(dict);
    const std::vector<ModuleItem> norms = ofKind(items, true);
    std::vector<Placed> network;
    try {
        network = place(ofKind(items, false));
    } catch (const Error &) {
        network = place(ofKind(inNaturalOrder(items), false));
    }
    assignNorms(network, norms);
    return {toArchitecture(network, choices)};
}

} // namespace quantloupe
