// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/number_text.h"
#include "model/source_writer.h"
#include "model/template_readings.h"
#include "model/template_tensors.h"

#include <cmath>
#include <iomanip>
#include <sstream>

namespace quantloupe {

namespace {

constexpr std::int64_t kFirstSide = 4;

/// Functions that layers share, as the published code computes them. Modulation and demodulation
/// (Karras et al. 2020, equations 1 to 3) scale what enters and leaves the convolution, so that
/// its weight is the same for every sample.
const char *const kHelpers =
    "def normalized(self, x: Tensor) -> Tensor:\n"
    "    return x * torch.rsqrt(torch.mean(torch.square(x), [1], True) + 1e-08)\n"
    "\n"
    "def filtered(self, x: Tensor, taps: Tensor, channels: int) -> Tensor:\n"
    "    kernel = torch.flip(taps * 4.0, [0, 1])\n"
    "    kernel = torch.reshape(kernel, [1, 1, taps.size(0), taps.size(1)])\n"
    "    kernel = kernel.repeat([channels, 1, 1, 1])\n"
    "    return torch.conv2d(x, kernel, None, [1, 1], [0, 0], [1, 1], channels)\n"
    "\n"
    "def doubled(self, x: Tensor, taps: Tensor, channels: int, side: int) -> Tensor:\n"
    "    x = torch.reshape(x, [-1, channels, side, 1, side, 1])\n"
    "    x = torch.constant_pad_nd(x, [0, 1, 0, 0, 0, 1], 0.0)\n"
    "    x = torch.reshape(x, [-1, channels, 2 * side, 2 * side])\n"
    "    return self.filtered(torch.constant_pad_nd(x, [2, 1, 2, 1], 0.0), taps, channels)\n"
    "\n"
    "def modulated(self, x: Tensor, style: Tensor) -> Tensor:\n"
    "    return x * torch.reshape(style, [-1, x.size(1), 1, 1])\n"
    "\n"
    "def demodulation(self, weight: Tensor, style: Tensor) -> Tensor:\n"
    "    w = torch.reshape(style, [-1, 1, weight.size(1), 1, 1]) * torch.unsqueeze(weight, 0)\n"
    "    d = torch.rsqrt(torch.sum(torch.square(w), [2, 3, 4]) + 1e-08)\n"
    "    return torch.reshape(d, [-1, weight.size(0), 1, 1])\n"
    "\n";

std::string number(double value)
{
    std::ostringstream text;
    text << std::setprecision(17) << value;
    const std::string digits = text.str();
    return digits.find_first_of(".e") == std::string::npos ? digits + ".0" : digits;
}

std::string blockOf(std::int64_t side)
{
    return "synthesis.b" + std::to_string(side);
}

class StyleGan2Writer
{
public:
    StyleGan2Writer(TemplateTensors &tensors, Architecture &reading,
                    const AssumptionChoices &choices)
        : m_tensors(tensors), m_reading(reading)
    {
        m_noise = assume(reading, choices, "noise", "const", {"const", "random", "none"},
                         "Not in the file; const takes the noise that it holds.");
        m_clamp = assume(reading, choices, "conv.clamp", "256", {"256", "none"},
                         "Not in the file; 256 is what networks trained in half precision have.");
        m_rate = parsedNumber(assume(reading, choices, "mapping.rate", "0.01", {"0.01", "0.1", "1"},
                                     "Not in the file; the learning rate multiplier of the mapping "
                                     "layers, which scales their weights."));
    }

    void write()
    {
        addMapping();
        std::int64_t side = kFirstSide;
        addFirstBlock();
        addPicture(side);
        while (m_tensors.hasModule(blockOf(2 * side))) {
            side *= 2;
            addLayer(blockOf(side) + ".conv0", side, true);
            addLayer(blockOf(side) + ".conv1", side, false);
            addPicture(side);
        }
        m_body.line("x = picture");
        m_tensors.requireAllTaken();
        describe(side);
    }

private:
    /// The matrix of a linear layer: equalized learning rate multiplies the stored weight by
    /// rate / sqrt(inputs).
    std::string matrix(const std::string &prefix, std::int64_t inputs, double rate)
    {
        const std::string weight = m_tensors.take(prefix + ".weight", {-1, inputs});
        return "torch.t(" + weight + " * " + number(rate / std::sqrt(static_cast<double>(inputs))) +
               ")";
    }

    std::string bias(const std::string &prefix)
    {
        return m_tensors.take(prefix + ".bias", {m_tensors.shape(prefix + ".weight").at(0)});
    }

    void addMapping()
    {
        const std::string first = "mapping.fc0.weight";
        m_latent = m_tensors.shape(first).at(1);
        m_body.line("x = self.normalized(x)");
        if (m_tensors.has("mapping.embed.weight")) {
            m_classes = m_tensors.shape("mapping.embed.weight").at(1);
            m_latent -= m_tensors.shape("mapping.embed.weight").at(0);
            const std::string weight = matrix("mapping.embed", m_classes, 1);
            m_body.line("y = torch.addmm(" + bias("mapping.embed") + ", label, " + weight + ")");
            m_body.line("x = torch.cat([x, self.normalized(y)], 1)");
        }
        std::int64_t features = m_tensors.shape(first).at(1);
        for (int layer = 0; m_tensors.hasModule("mapping.fc" + std::to_string(layer)); ++layer) {
            const std::string prefix = "mapping.fc" + std::to_string(layer);
            m_body.line("x = torch.matmul(x, " + matrix(prefix, features, m_rate) + ")");
            m_body.line("x = torch.leaky_relu(x + " + bias(prefix) + " * " + number(m_rate) +
                        ", 0.2) * 1.4142135623730951");
            features = m_tensors.shape(prefix + ".weight").at(0);
        }
        m_features = features;
        m_hasAverage = m_tensors.has("mapping.w_avg");
        if (m_hasAverage)
            m_body.line("x = torch.lerp(" + m_tensors.take("mapping.w_avg", {features}) +
                        ", x, truncation)");
        m_body.line("w = x");
    }

    void addFirstBlock()
    {
        const std::string constant = blockOf(kFirstSide) + ".const";
        m_channels = m_tensors.shape(constant).at(0);
        m_body.line("x = torch.unsqueeze(" +
                    m_tensors.take(constant, {m_channels, kFirstSide, kFirstSide}) +
                    ", 0).repeat([w.size(0), 1, 1, 1])");
        addLayer(blockOf(kFirstSide) + ".conv1", kFirstSide, false);
    }

    void addStyle(const std::string &prefix, const std::string &gain = {})
    {
        const std::string affine = prefix + ".affine";
        const std::string weight = matrix(affine, m_features, 1);
        m_tensors.take(affine + ".weight", {m_channels, m_features});
        m_body.line("style = torch.addmm(" + bias(affine) + ", w, " + weight + ")" + gain);
        m_body.line("x = self.modulated(x, style)");
    }

    /// What is added to the map before the bias; empty for nothing.
    std::string noise(const std::string &prefix, std::int64_t side)
    {
        if (!m_tensors.has(prefix + ".noise_strength"))
            return {};
        const std::string strength = m_tensors.take(prefix + ".noise_strength", {});
        const std::string constant = m_tensors.take(prefix + ".noise_const", {side, side});
        if (m_noise == "none")
            return {};
        const std::string size = std::to_string(side);
        return (m_noise == "const" ? constant
                                   : "torch.randn([w.size(0), 1, " + size + ", " + size + "])") +
               " * " + strength;
    }

    void addLayer(const std::string &prefix, std::int64_t side, bool enlarges)
    {
        const std::string weight = m_tensors.take(prefix + ".weight", {-1, m_channels, 3, 3});
        const std::string filter = m_tensors.take(prefix + ".resample_filter", {4, 4});
        addStyle(prefix);
        m_channels = m_tensors.shape(prefix + ".weight")[0];
        if (enlarges) {
            // Twice the side and one more row and column, which the filter's border takes off.
            m_body.line("x = torch.conv_transpose2d(x, torch.transpose(" + weight +
                        ", 0, 1), None, [2, 2], [0, 0], [0, 0], 1, [1, 1])");
            m_body.line("x = self.filtered(torch.constant_pad_nd(x, [1, 1, 1, 1], 0.0), " + filter +
                        ", " + std::to_string(m_channels) + ")");
        } else {
            m_body.line("x = torch.conv2d(x, " + weight + ", None, [1, 1], [1, 1], [1, 1], 1)");
        }
        const std::string added = noise(prefix, side);
        const std::string demodulation = "self.demodulation(" + weight + ", style)";
        m_body.line(added.empty() ? "x = x * " + demodulation
                                  : "x = torch.addcmul(" + added + ", x, " + demodulation + ")");
        m_body.line("x = torch.leaky_relu(x + torch.reshape(" + bias(prefix) +
                    ", [1, -1, 1, 1]), 0.2) * 1.4142135623730951");
        addClamp("x");
    }

    void addClamp(const std::string &value)
    {
        if (m_clamp != "none")
            m_body.line(value + " = torch.clamp(" + value + ", -" + m_clamp + ", " + m_clamp + ")");
    }

    /// The picture of the block before, enlarged, and what this one adds to it.
    void addPicture(std::int64_t side)
    {
        const std::string prefix = blockOf(side) + ".torgb";
        const std::string weight = m_tensors.take(prefix + ".weight", {-1, m_channels, 1, 1});
        m_pictureChannels = m_tensors.shape(prefix + ".weight")[0];
        m_body.line("features = x");
        addStyle(prefix, " * " + number(1 / std::sqrt(static_cast<double>(m_channels))));
        m_body.line("y = torch.conv2d(x, " + weight + ", None, [1, 1], [0, 0], [1, 1], 1)");
        m_body.line("y = y + torch.reshape(" + bias(prefix) + ", [1, -1, 1, 1])");
        addClamp("y");
        m_body.line("x = features");
        const std::string filter = m_tensors.take(blockOf(side) + ".resample_filter", {4, 4});
        m_body.line(side == kFirstSide ? "picture = y"
                                       : "picture = self.doubled(picture, " + filter + ", " +
                                             std::to_string(m_pictureChannels) + ", " +
                                             std::to_string(side / 2) + ") + y");
    }

    void describe(std::int64_t side)
    {
        m_reading.name = "StyleGAN2-ADA";
        m_reading.inputShape = {m_latent};
        m_reading.outputRange = ValueRange{-1, 1};
        m_reading.summary =
            std::to_string(m_latent) + " -> " + toText(Shape{m_pictureChannels, side, side});
        std::string arguments = "x: Tensor";
        if (m_classes > 0) {
            m_reading.summary += ", " + std::to_string(m_classes) + " classes";
            arguments += ", label: Tensor";
        }
        if (m_hasAverage)
            arguments += ", truncation: float";
        m_reading.source = kHelpers + m_body.source(arguments);
    }

    TemplateTensors &m_tensors;
    Architecture &m_reading;
    SourceWriter m_body;
    std::string m_noise;
    std::string m_clamp;
    double m_rate = 0;
    std::int64_t m_latent = 0;
    std::int64_t m_classes = 0;
    std::int64_t m_features = 0;
    std::int64_t m_channels = 0;
    std::int64_t m_pictureChannels = 0;
    bool m_hasAverage = false;
};

} // namespace

std::optional<Architecture> styleGan2Reading(const StateDict &dict,
                                             const AssumptionChoices &choices)
{
    TemplateTensors tensors(dict, "StyleGAN2-ADA");
    if (!tensors.has("synthesis.b4.const") || !tensors.has("mapping.fc0.weight"))
        return std::nullopt;
    Architecture reading;
    StyleGan2Writer(tensors, reading, choices).write();
    return reading;
}

} // namespace quantloupe
