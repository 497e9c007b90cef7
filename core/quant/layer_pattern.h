// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// Which layers of a network are meant:
/// - a glob with * ? [] over whole names, or `re:` and a regular expression (NameRegex);
/// - `kind:` and convolution (or conv), transposed, linear, matrix or embedding;
/// - height x width of a convolution's kernel, transposed or not: `3x3`;
/// - `position:first` or `position:last`, in execution order.
class LayerPattern
{
public:
    /// Throws Error{BadInput} for a broken regular expression or property.
    explicit LayerPattern(const std::string &text);

    /// Indices into `layers` (all layers of the network, in execution order), ascending.
    std::vector<std::size_t> matches(std::span<const LayerInfo> layers) const;
    /// The pattern means all layers at once: '*'.
    bool isStarOnly() const { return m_isStarOnly; }

    using Test = std::function<bool(std::span<const LayerInfo>, std::size_t)>;

private:
    Test m_test;
    bool m_isStarOnly = false;
};

/// The beginning of a glob that stands for `name` letter by letter.
std::string literalPattern(const std::string &name);

/// Height x width of the layer's kernel, "3x3"; empty where it is no convolution.
std::string kernelText(const LayerInfo &layer);

} // namespace quantloupe
