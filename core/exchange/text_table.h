// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// A table as text, and the forms papers and pages take it in.
struct TextTable
{
    std::string title;
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;

    /// Everything in it is a number or absent ("-"), so that it is set flush right.
    bool isNumeric(std::size_t column) const;
};

/// A pipe table under a heading of the second level.
std::string markdownTable(const TextTable &table);
/// A table environment with booktabs' rules.
std::string latexTable(const TextTable &table);
/// A section with a heading.
std::string htmlTable(const TextTable &table);

/// So that no letter of a name is taken for a mark.
std::string markdownText(std::string_view text);
std::string latexText(std::string_view text);
std::string htmlText(std::string_view text);

} // namespace quantloupe
