// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/allowed_bits.h"

#include "base/error.h"
#include "quant/layer_pattern.h"
#include "quant/quant_config.h"

#include <charconv>
#include <sstream>

namespace quantloupe {

namespace {

/// 1 to 16, or "float".
int bitsOf(const std::string &word, const std::string &whole)
{
    if (word == "float")
        return kFloatBits;
    int bits = 0;
    const char *end = word.data() + word.size();
    const auto result = std::from_chars(word.data(), end, bits);
    if (result.ec != std::errc() || result.ptr != end || bits < 1 || bits > 16)
        throw Error(ErrorKind::BadInput, "'" + whole +
                                             "' allows no bits; write PATTERN=BITS, bit-widths "
                                             "from 1 to 16 or float with commas between them.");
    return bits;
}

} // namespace

void allowBits(std::span<const LayerInfo> layers, const std::string &text, AllowedBits &allowed)
{
    const std::size_t equals = text.rfind('=');
    std::set<int> bits;
    std::istringstream words(equals == std::string::npos ? std::string() : text.substr(equals + 1));
    for (std::string word; std::getline(words, word, ',');)
        bits.insert(bitsOf(word, text));
    if (bits.empty())
        bitsOf("", text);
    const std::string pattern = text.substr(0, equals);
    const std::vector<std::size_t> matches = LayerPattern(pattern).matches(layers);
    if (matches.empty())
        throw Error(ErrorKind::BadInput,
                    "'" + pattern + "' matches no layer; write the name of one, or a pattern.");
    for (const std::size_t layer : matches)
        allowed[layers[layer].name] = bits;
}

} // namespace quantloupe
