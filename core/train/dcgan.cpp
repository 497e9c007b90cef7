// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/dcgan.h"

#include "base/error.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace quantloupe {

namespace {

constexpr double kDeviation = 0.02;
constexpr double kSlope = 0.2;
constexpr int kLargestEmbedding = 64;
constexpr const char *kHead =
    "def forward(self, x: Tensor, label: Tensor, training: bool, momentum: float) -> Tensor:\n";

void requirePossible(const DcganShape &shape)
{
    const bool fits = shape.side >= 8 && shape.side <= 1024 &&
                      std::has_single_bit(static_cast<unsigned>(shape.side));
    if (!fits)
        throw Error(ErrorKind::BadInput, "A DCGAN makes pictures whose side is a power of two from "
                                         "8 to 1024, not " +
                                             std::to_string(shape.side) + ".");
    if (shape.latent < 5 || shape.latent > 4096 || shape.width < 4 || shape.width > 512 ||
        (shape.channels != 1 && shape.channels != 3))
        throw Error(ErrorKind::BadInput, "A DCGAN takes 5 to 4096 latent values, a width of 4 to "
                                         "512 and pictures of 1 or 3 channels.");
}

/// How often the side doubles from 4 on.
int doublings(const DcganShape &shape)
{
    return std::countr_zero(static_cast<unsigned>(shape.side)) - 2;
}

std::string square(int value)
{
    return "[" + std::to_string(value) + ", " + std::to_string(value) + "]";
}

/// A Sequential called `main`, whose modules are numbered with their activations.
class Writer
{
public:
    explicit Writer(Upsampling upsampling = Upsampling::Free) : m_upsampling(upsampling) {}

    /// Appends the embedding of the class to the latent. Returns how many values that are.
    std::int64_t embedding(std::int64_t classes)
    {
        const std::int64_t width = std::min<std::int64_t>(classes, kLargestEmbedding);
        m_tensors.push_back({"embedding.weight", {classes, width}, 0, 1});
        m_tensors.back().withoutClasses = WithoutClasses::Drawn;
        line("torch.cat([x, torch.reshape(torch.embedding({embedding.weight}, label), [-1, " +
             std::to_string(width) + ", 1, 1])], 1)");
        return width;
    }

    /// Of the tensors of the module written last.
    void ofClasses(WithoutClasses start)
    {
        const std::string module = "main." + std::to_string(m_module - 1) + ".";
        for (InitialTensor &tensor : m_tensors)
            if (tensor.name.starts_with(module))
                tensor.withoutClasses = start;
    }

    /// The value of each picture's class, of one value for each class.
    void chooseClass()
    {
        line("torch.gather(torch.flatten(x, 1), 1, torch.reshape(label, [-1, 1]))");
    }

    void transposedConvolution(std::int64_t in, std::int64_t out, int stride, int padding)
    {
        const std::string key = add("weight", {in, out, 4, 4}, 0, kDeviation);
        m_tensors.back().isEven = stride == 2 && m_upsampling == Upsampling::Nearest;
        line("torch.conv_transpose2d(x, {" + key + "}, None, " + square(stride) + ", " +
             square(padding) + ", [0, 0], 1, [1, 1])");
        ++m_module;
    }

    void convolution(std::int64_t in, std::int64_t out, int stride, int padding)
    {
        const double fanIn = static_cast<double>(in) * 16;
        const double deviation = std::sqrt(2 / (1 + kSlope * kSlope) / fanIn);
        const std::string weight = add("weight", {out, in, 4, 4}, 0, deviation);
        const std::string bias = add("bias", {out}, 0, 0);
        line("torch.conv2d(x, {" + weight + "}, {" + bias + "}, " + square(stride) + ", " +
             square(padding) + ", [1, 1], 1)");
        ++m_module;
    }

    void batchNorm(std::int64_t features)
    {
        const std::string gain = add("weight", {features}, 1, kDeviation);
        const std::string bias = add("bias", {features}, 0, 0);
        const std::string mean = add("running_mean", {features}, 0, 0);
        const std::string variance = add("running_var", {features}, 1, 0);
        line("torch.batch_norm(x, {" + gain + "}, {" + bias + "}, {" + mean + "}, {" + variance +
             "}, training, momentum, 1e-05, False)");
        ++m_module;
    }

    void activation(const std::string &call)
    {
        line("torch." + call);
        ++m_module;
    }

    NetworkProgram program() const { return {kHead + m_body + "    return x\n", m_tensors}; }

private:
    std::string add(const std::string &leaf, Shape shape, double mean, double deviation)
    {
        const std::string key = "main." + std::to_string(m_module) + "." + leaf;
        m_tensors.push_back({key, std::move(shape), mean, deviation});
        return key;
    }
    void line(const std::string &expression) { m_body += "    x = " + expression + "\n"; }

    Upsampling m_upsampling;
    int m_module = 0;
    std::string m_body;
    std::vector<InitialTensor> m_tensors;
};

} // namespace

std::string_view name(Upsampling upsampling)
{
    return upsampling == Upsampling::Nearest ? "nearest" : "free";
}

Upsampling parseUpsampling(std::string_view text)
{
    for (const Upsampling upsampling : {Upsampling::Free, Upsampling::Nearest})
        if (text == name(upsampling))
            return upsampling;
    throw Error(ErrorKind::BadInput,
                "There is no upsampling '" + std::string(text) + "'; choose free or nearest.");
}

NetworkProgram dcganGenerator(const DcganShape &shape)
{
    requirePossible(shape);
    Writer writer(shape.upsampling);
    std::int64_t features = static_cast<std::int64_t>(shape.width) << (doublings(shape) - 1);
    const std::int64_t joined = shape.classes > 0 ? writer.embedding(shape.classes) : 0;
    writer.transposedConvolution(shape.latent + joined, features, 1, 0);
    if (joined > 0)
        writer.ofClasses(WithoutClasses::ZeroRows);
    for (; features > shape.width; features /= 2) {
        writer.batchNorm(features);
        writer.activation("relu(x)");
        writer.transposedConvolution(features, features / 2, 2, 1);
    }
    writer.batchNorm(features);
    writer.activation("relu(x)");
    writer.transposedConvolution(features, shape.channels, 2, 1);
    writer.activation("tanh(x)");
    return writer.program();
}

NetworkProgram dcganDiscriminator(const DcganShape &shape)
{
    requirePossible(shape);
    Writer writer;
    std::int64_t before = shape.channels;
    std::int64_t features = shape.width;
    for (int i = 0; i < doublings(shape); ++i, before = features, features *= 2) {
        writer.convolution(before, features, 2, 1);
        writer.activation("leaky_relu(x, 0.2)");
    }
    writer.convolution(before, std::max(1, shape.classes), 1, 0);
    if (shape.classes > 0) {
        writer.ofClasses(WithoutClasses::CopiedRow);
        writer.chooseClass();
    }
    return writer.program();
}

StatedAssumptions dcganAssumptions(const DcganShape &shape)
{
    const std::string side = std::to_string(shape.side);
    StatedAssumptions stated = {{"activation.hidden", "relu"},
                                {"activation.final", "tanh"},
                                {"norm.eps", "1e-05"},
                                {"output.range", "-1,1"},
                                {"input.shape", std::to_string(shape.latent) + "x1x1"},
                                {"latent.distribution", "normal"},
                                {"architecture.reading", " -> " + std::to_string(shape.channels) +
                                                             "x" + side + "x" + side}};
    if (shape.classes > 0)
        stated.emplace("label.joined", "after the latent");
    return stated;
}

} // namespace quantloupe
