// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "model/self_attention.h"
#include "model/template_readings.h"
#include "model/template_tensors.h"

namespace quantloupe {

namespace {

constexpr double kEps = 1e-5;
constexpr std::int64_t kFirstSide = 4;

/// Writes the network from the projection of the latent to the picture.
class SaganWriter
{
public:
    SaganWriter(TemplateTensors &tensors, std::vector<SelfAttention> attentions)
        : m_tensors(tensors), m_attentions(std::move(attentions))
    {
    }

    Architecture write()
    {
        m_channels = m_tensors.shape("block1.cond_bn1.embed.weight").at(1) / 2;
        m_classes = m_tensors.shape("block1.cond_bn1.embed.weight").at(0);
        const ModuleItem projection =
            m_tensors.takeModule("snlinear0", {m_channels * kFirstSide * kFirstSide, -1});
        m_writer.linear(projection);
        m_writer.view({m_channels, kFirstSide, kFirstSide});
        for (int block = 1; m_tensors.hasModule("block" + std::to_string(block)); ++block) {
            addBlock("block" + std::to_string(block) + ".");
            addAttention(block);
        }
        addPicture();
        m_tensors.requireAllTaken();
        return described(projection.shape[1]);
    }

private:
    /// Depends on the class of each sample, so that it cannot be folded into a convolution.
    void addConditionalNorm(const std::string &prefix, std::int64_t channels)
    {
        m_writer.norm(m_tensors.takeModule(prefix + "bn", {channels}), kEps);
        const std::string style =
            m_tensors.take(prefix + "embed.weight", {m_classes, 2 * channels});
        const std::string count = std::to_string(channels);
        m_writer.line("style = torch.embedding(" + style + ", label)");
        m_writer.line("x = torch.add(torch.mul(torch.reshape(style[:, :" + count + "], [-1, " +
                      count + ", 1, 1]), x), torch.reshape(style[:, " + count + ":], [-1, " +
                      count + ", 1, 1]))");
        m_writer.activation("relu");
    }

    void addBlock(const std::string &prefix)
    {
        const ModuleItem first = m_tensors.takeModule(prefix + "snconv2d1", {-1, m_channels, 3, 3});
        const std::int64_t width = first.shape[0];
        m_writer.line("shortcut = torch.upsample_nearest2d(x, None, [2.0, 2.0])");
        addConditionalNorm(prefix + "cond_bn1.", m_channels);
        m_writer.nearestUpsample();
        m_writer.convolution(first, {1, 1, 0, 1});
        addConditionalNorm(prefix + "cond_bn2.", width);
        m_writer.convolution(m_tensors.takeModule(prefix + "snconv2d2", {width, width, 3, 3}),
                             {1, 1, 0, 1});
        const ModuleItem around =
            m_tensors.takeModule(prefix + "snconv2d0", {width, m_channels, 1, 1});
        m_writer.line("x = torch.add(x, " + m_writer.convolved("shortcut", around, {}) + ")");
        m_channels = width;
        m_side *= 2;
    }

    /// The file does not say where attention stands; its width does.
    void addAttention(int block)
    {
        const std::string next = "block" + std::to_string(block + 1);
        for (const SelfAttention &attention : m_attentions) {
            const bool lastOfWidth =
                !m_tensors.has(next + ".cond_bn2.embed.weight") ||
                m_tensors.shape(next + ".cond_bn2.embed.weight").at(1) != 2 * m_channels;
            if (attention.channels() != m_channels || !lastOfWidth)
                continue;
            writeSelfAttention(m_writer, attention, m_side);
            ++m_placed;
        }
    }

    void addPicture()
    {
        if (m_placed != m_attentions.size())
            throw Error(ErrorKind::Unsupported,
                        "no block of it has the channels of its self-attention");
        m_writer.norm(m_tensors.takeModule("bn", {m_channels}), kEps);
        m_writer.activation("relu");
        const ModuleItem last = m_tensors.takeModule("snconv2d1", {-1, m_channels, 3, 3});
        m_writer.convolution(last, {1, 1, 0, 1});
        m_writer.activation("tanh");
        m_channels = last.shape[0];
    }

    Architecture described(std::int64_t latent) const
    {
        Architecture reading;
        reading.name = "SAGAN";
        reading.inputShape = {latent};
        reading.outputRange = ValueRange{-1, 1};
        reading.summary = std::to_string(latent) + " -> " +
                          toText(Shape{m_channels, m_side, m_side}) + ", " +
                          std::to_string(m_classes) + " classes";
        reading.source = m_writer.source("x: Tensor, label: Tensor");
        return reading;
    }

    TemplateTensors &m_tensors;
    std::vector<SelfAttention> m_attentions;
    SourceWriter m_writer;
    std::int64_t m_channels = 0;
    std::int64_t m_classes = 0;
    std::int64_t m_side = kFirstSide;
    std::size_t m_placed = 0;
};

} // namespace

std::optional<Architecture> saganReading(const StateDict &dict)
{
    const bool isSagan = dict.find("block1.cond_bn1.embed.weight") &&
                         TemplateTensors(dict, {}).hasModule("snlinear0");
    if (!isSagan)
        return std::nullopt;
    StateDict rest = withoutValues(dict);
    const std::vector<SelfAttention> attentions = takeSelfAttention(rest);
    TemplateTensors tensors(rest, "SAGAN");
    return SaganWriter(tensors, attentions).write();
}

} // namespace quantloupe
