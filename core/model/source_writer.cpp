// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/source_writer.h"

#include "model/module_items.h"

#include <sstream>

namespace quantloupe {

namespace {

std::string operand(const std::string &key)
{
    return key.empty() ? "None" : "{" + key + "}";
}

std::string pair(int value)
{
    return "[" + std::to_string(value) + ", " + std::to_string(value) + "]";
}

std::string number(double value)
{
    std::ostringstream text;
    text << value;
    return text.str();
}

} // namespace

// Spectral and weight norm are part of the program, so that what is quantized is the weight that
// the layer uses and not the one that is stored.
void SourceWriter::spectralNorm(const ModuleItem &item, int outputAxis)
{
    const bool iterated = item.form == WeightForm::IteratedSpectralNorm;
    const int axis = iterated ? 0 : outputAxis;
    const std::string stored = operand(item.weight);
    line("rows = torch.reshape(" + (axis == 0 ? stored : "torch.transpose(" + stored + ", 0, 1)") +
         ", [" + std::to_string(item.shape.at(static_cast<std::size_t>(axis))) + ", -1])");
    if (iterated) {
        line("v = torch.mv(torch.t(rows), " + operand(item.u) + ")");
        line("v = torch.div(v, torch.add(torch.norm(v), 1e-12))");
        line("u = torch.mv(rows, v)");
        line("u = torch.div(u, torch.add(torch.norm(u), 1e-12))");
    }
    line("w = torch.div(" + stored + ", torch.dot(" + (iterated ? "u" : operand(item.u)) +
         ", torch.mv(rows, " + (iterated ? "v" : operand(item.v)) + ")))");
}

std::string SourceWriter::weightOf(const ModuleItem &item, int outputAxis)
{
    if (item.form == WeightForm::Plain)
        return operand(item.weight);
    if (item.form == WeightForm::WeightNorm)
        line("w = torch._weight_norm(" + operand(item.weight) + ", " + operand(item.magnitude) +
             ", 0)");
    else
        spectralNorm(item, outputAxis);
    return "w";
}

void SourceWriter::linear(const ModuleItem &item)
{
    const std::string weight = weightOf(item, 0);
    // torch.linear is no builtin; addmm and matmul are what it stands for.
    if (item.bias.empty())
        line("x = torch.matmul(x, torch.t(" + weight + "))");
    else
        line("x = torch.addmm(" + operand(item.bias) + ", x, torch.t(" + weight + "))");
}

std::string SourceWriter::convolved(const std::string &value, const ModuleItem &item,
                                    const ConvolutionGeometry &geometry)
{
    const std::string weight = weightOf(item, 0);
    return "torch.conv2d(" + value + ", " + weight + ", " + operand(item.bias) + ", " +
           pair(geometry.stride) + ", " + pair(geometry.padding) + ", [1, 1], " +
           std::to_string(geometry.groups) + ")";
}

void SourceWriter::convolution(const ModuleItem &item, const ConvolutionGeometry &geometry)
{
    line("x = " + convolved("x", item, geometry));
}

void SourceWriter::transposedConvolution(const ModuleItem &item,
                                         const ConvolutionGeometry &geometry)
{
    const std::string weight = weightOf(item, 1);
    line("x = torch.conv_transpose2d(x, " + weight + ", " + operand(item.bias) + ", " +
         pair(geometry.stride) + ", " + pair(geometry.padding) + ", " +
         pair(geometry.outputPadding) + ", " + std::to_string(geometry.groups) + ", [1, 1])");
}

void SourceWriter::norm(const ModuleItem &item, double eps)
{
    const bool batch = !item.runningMean.empty();
    line(std::string("x = torch.") + (batch ? "batch_norm" : "instance_norm") + "(x, " +
         operand(item.weight) + ", " + operand(item.bias) + ", " + operand(item.runningMean) +
         ", " + operand(item.runningVar) + ", " + (batch ? "False" : "True") + ", 0.1, " +
         number(eps) + ", False)");
}

void SourceWriter::plainInstanceNorm(double eps)
{
    norm(ModuleItem{}, eps);
}

void SourceWriter::view(const Shape &shape)
{
    std::string sizes = "-1";
    for (const std::int64_t size : shape)
        sizes += ", " + std::to_string(size);
    line("x = torch.reshape(x, [" + sizes + "])");
}

void SourceWriter::activation(const std::string &name)
{
    if (name == "leaky_relu")
        line("x = torch.leaky_relu(x, 0.2)");
    else if (name != "none")
        line("x = torch." + name + "(x)");
}

void SourceWriter::nearestUpsample()
{
    line("x = torch.upsample_nearest2d(x, None, [2.0, 2.0])");
}

void SourceWriter::reflectionPad(int size)
{
    const std::string one = std::to_string(size);
    line("x = torch.reflection_pad2d(x, [" + one + ", " + one + ", " + one + ", " + one + "])");
}

void SourceWriter::joinLabel(const ModuleItem &item, const std::string &how, bool spatial)
{
    const std::string width = std::to_string(item.shape.at(1));
    line("label = torch.reshape(torch.embedding(" + operand(item.weight) + ", label), [-1, " +
         width + (spatial ? ", 1, 1])" : "])"));
    if (how == "added")
        line("x = torch.add(x, label)");
    else if (how == "multiplied")
        line("x = torch.mul(x, label)");
    else if (how == "before the latent")
        line("x = torch.cat([label, x], 1)");
    else
        line("x = torch.cat([x, label], 1)");
}

std::string SourceWriter::source(const std::string &arguments) const
{
    return "def forward(self, " + arguments + ") -> Tensor:\n" + m_body + "    return x\n";
}

} // namespace quantloupe
