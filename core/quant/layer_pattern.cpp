// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/layer_pattern.h"

#include "base/error.h"
#include "quant/name_regex.h"

#include <fnmatch.h>

#include <algorithm>
#include <array>

namespace quantloupe {

namespace {

using Test = LayerPattern::Test;

constexpr std::string_view kRegexMark = "re:";
constexpr std::string_view kKindMark = "kind:";
constexpr std::string_view kPositionMark = "position:";

constexpr std::array<std::pair<std::string_view, LayerKind>, 6> kKinds = {{
    {"conv", LayerKind::Convolution},
    {"convolution", LayerKind::Convolution},
    {"transposed", LayerKind::TransposedConvolution},
    {"linear", LayerKind::Linear},
    {"matrix", LayerKind::MatrixProduct},
    {"embedding", LayerKind::Embedding},
}};

[[noreturn]] void refuse(const std::string &text, const std::string &what)
{
    throw Error(ErrorKind::BadInput, "The pattern '" + text + "' " + what);
}

Test regexTest(const std::string &text)
{
    return [regex = NameRegex(text.substr(kRegexMark.size()))](std::span<const LayerInfo> layers,
                                                               std::size_t i) {
        return regex.matches(layers[i].name);
    };
}

Test kindTest(const std::string &text)
{
    const std::string_view word = std::string_view(text).substr(kKindMark.size());
    for (const auto &[name, kind] : kKinds)
        if (name == word)
            return [kind = kind](std::span<const LayerInfo> layers, std::size_t i) {
                return layers[i].kind == kind;
            };
    refuse(text, "names no kind of layer; kinds are convolution, transposed, linear, matrix and "
                 "embedding.");
}

bool isKernel(const std::string &text)
{
    static const NameRegex form("[0-9]+x[0-9]+");
    return form.matches(text);
}

Test kernelTest(const std::string &size)
{
    return [size](std::span<const LayerInfo> layers, std::size_t i) {
        return kernelText(layers[i]) == size;
    };
}

Test positionTest(const std::string &text)
{
    const std::string_view word = std::string_view(text).substr(kPositionMark.size());
    if (word == "first")
        return [](std::span<const LayerInfo>, std::size_t i) { return i == 0; };
    if (word == "last")
        return
            [](std::span<const LayerInfo> layers, std::size_t i) { return i + 1 == layers.size(); };
    refuse(text, "names no position; positions are first and last.");
}

Test globTest(const std::string &text)
{
    return [text](std::span<const LayerInfo> layers, std::size_t i) {
        return ::fnmatch(text.c_str(), layers[i].name.c_str(), 0) == 0;
    };
}

Test testFor(const std::string &text)
{
    if (text.starts_with(kRegexMark))
        return regexTest(text);
    if (text.starts_with(kKindMark))
        return kindTest(text);
    if (isKernel(text))
        return kernelTest(text);
    if (text.starts_with(kPositionMark))
        return positionTest(text);
    return globTest(text);
}

} // namespace

LayerPattern::LayerPattern(const std::string &text)
    : m_test(testFor(text)),
      m_isStarOnly(!text.empty() && text.find_first_not_of('*') == std::string::npos)
{
}

std::string literalPattern(const std::string &name)
{
    const bool hasMark =
        std::ranges::any_of(std::array{kRegexMark, kKindMark, kPositionMark},
                            [&name](std::string_view mark) { return name.starts_with(mark); });
    std::string text = hasMark || isKernel(name) ? "\\" : "";
    for (const char letter : name) {
        if (std::string_view("*?[]\\").find(letter) != std::string_view::npos)
            text += '\\';
        text += letter;
    }
    return text;
}

std::vector<std::size_t> LayerPattern::matches(std::span<const LayerInfo> layers) const
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (m_test(layers, i))
            found.push_back(i);
    return found;
}

std::string kernelText(const LayerInfo &layer)
{
    const bool isConvolution =
        layer.kind == LayerKind::Convolution || layer.kind == LayerKind::TransposedConvolution;
    const Shape &shape = layer.weightShape;
    if (!isConvolution || shape.size() < 2)
        return {};
    return std::to_string(shape[shape.size() - 2]) + "x" + std::to_string(shape.back());
}

} // namespace quantloupe
