// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <algorithm>

namespace quantloupe::cli {

std::string joined(std::span<const std::string> words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string helpLine(std::string_view word, std::string_view text, std::size_t column)
{
    std::string line = "  " + std::string(word);
    line.resize(std::max(line.size() + 1, column), ' ');
    return line + std::string(text) + "\n";
}

} // namespace quantloupe::cli
