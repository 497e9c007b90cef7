// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <algorithm>

namespace quantloupe::cli {

namespace {

std::string trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\n\r\f\v";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(kBlanks) - first + 1));
}

} // namespace

std::string joined(std::span<const std::string> words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::vector<std::string> splitAtCommas(std::span<const std::string> words)
{
    std::vector<std::string> parts;
    for (const std::string &word : words)
        for (std::size_t first = 0; first <= word.size();) {
            const std::size_t comma = std::min(word.find(',', first), word.size());
            const std::string part = trimmed(std::string_view(word).substr(first, comma - first));
            if (!part.empty())
                parts.push_back(part);
            first = comma + 1;
        }
    return parts;
}

std::string helpLine(std::string_view word, std::string_view text, std::size_t column)
{
    std::string line = "  " + std::string(word);
    line.resize(std::max(line.size() + 1, column), ' ');
    return line + std::string(text) + "\n";
}

} // namespace quantloupe::cli
