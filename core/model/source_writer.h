// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"

#include <string>

namespace quantloupe {

struct ModuleItem;

/// Geometry of one convolution, the same in both dimensions.
struct ConvolutionGeometry
{
    int stride = 1;
    int padding = 0;
    int outputPadding = 0;
    std::int64_t groups = 1;
};

/// Writes the body of a forward function on one running value `x`.
class SourceWriter
{
public:
    void linear(const ModuleItem &item);
    void convolution(const ModuleItem &item, const ConvolutionGeometry &geometry);
    /// The expression of the convolution of the value `value`.
    std::string convolved(const std::string &value, const ModuleItem &item,
                          const ConvolutionGeometry &geometry);
    void transposedConvolution(const ModuleItem &item, const ConvolutionGeometry &geometry);
    /// Batch norm where the item has running statistics, instance norm otherwise.
    void norm(const ModuleItem &item, double eps);
    /// Instance norm without parameters.
    void plainInstanceNorm(double eps);
    void view(const Shape &shape);
    /// relu, leaky_relu (slope 0.2), elu, tanh, sigmoid, none.
    void activation(const std::string &name);
    void nearestUpsample();
    void reflectionPad(int size);
    /// The network's second input is a class, whose row of the item joins the latent: "added",
    /// "multiplied", "after the latent", "before the latent". `spatial` for latents x 1 x 1.
    void joinLabel(const ModuleItem &item, const std::string &how, bool spatial);
    void line(const std::string &text) { m_body += "    " + text + "\n"; }

    /// `arguments` of forward after self.
    std::string source(const std::string &arguments = "x: Tensor") const;

private:
    /// The operand for the item's weight; writes what computes it where it is no stored tensor.
    /// `outputAxis`: 0, or 1 of a transposed convolution.
    std::string weightOf(const ModuleItem &item, int outputAxis);
    void spectralNorm(const ModuleItem &item, int outputAxis);

    std::string m_body;
};

} // namespace quantloupe
