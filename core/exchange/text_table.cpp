// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/text_table.h"

#include <algorithm>

namespace quantloupe {

namespace {

bool looksLikeNumber(const std::string &cell)
{
    return cell == "-" ||
           (!cell.empty() && cell.find_first_not_of("0123456789.-+eE") == std::string::npos);
}

/// A letter of `marks` stands as the text of the same place in `forms`.
std::string replaced(std::string_view text, std::string_view marks,
                     const std::vector<std::string_view> &forms)
{
    std::string result;
    for (const char letter : text) {
        const std::size_t at = marks.find(letter);
        if (at == std::string_view::npos)
            result += letter;
        else
            result += forms[at];
    }
    return result;
}

std::string joined(const std::vector<std::string> &cells, const char *between,
                   std::string (*escape)(std::string_view))
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += (i > 0 ? between : "") + escape(cells[i]);
    return line;
}

std::string cellOf(const char *tag, bool isNumber, const std::string &text)
{
    const std::string name = tag;
    return "<" + name + (isNumber ? " class=\"number\"" : "") + ">" + htmlText(text) + "</" + name +
           ">";
}

} // namespace

bool TextTable::isNumeric(std::size_t column) const
{
    return !rows.empty() && std::ranges::all_of(rows, [&](const std::vector<std::string> &row) {
        return looksLikeNumber(row.at(column));
    });
}

std::string markdownText(std::string_view text)
{
    return replaced(text, "\\|<*_`[\n", {"\\\\", "\\|", "&lt;", "\\*", "\\_", "\\`", "\\[", " "});
}

std::string latexText(std::string_view text)
{
    return replaced(text, "\\{}$&#_%~^<>|\n",
                    {"\\textbackslash{}", "\\{", "\\}", "\\$", "\\&", "\\#", "\\_", "\\%",
                     "\\textasciitilde{}", "\\textasciicircum{}", "\\textless{}", "\\textgreater{}",
                     "\\textbar{}", " "});
}

std::string htmlText(std::string_view text)
{
    return replaced(text, "&<>\"'", {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"});
}

std::string markdownTable(const TextTable &table)
{
    std::string text = "## " + markdownText(table.title) + "\n\n| " +
                       joined(table.header, " | ", markdownText) + " |\n|";
    for (std::size_t i = 0; i < table.header.size(); ++i)
        text += table.isNumeric(i) ? "---:|" : "---|";
    text += "\n";
    for (const std::vector<std::string> &row : table.rows)
        text += "| " + joined(row, " | ", markdownText) + " |\n";
    return text;
}

std::string latexTable(const TextTable &table)
{
    std::string columns;
    for (std::size_t i = 0; i < table.header.size(); ++i)
        columns += table.isNumeric(i) ? 'r' : 'l';
    std::string text = "\\begin{table}\n\\centering\n\\caption{" + latexText(table.title) +
                       "}\n\\begin{tabular}{" + columns + "}\n\\toprule\n" +
                       joined(table.header, " & ", latexText) + " \\\\\n\\midrule\n";
    for (const std::vector<std::string> &row : table.rows)
        text += joined(row, " & ", latexText) + " \\\\\n";
    return text + "\\bottomrule\n\\end{tabular}\n\\end{table}\n";
}

std::string htmlTable(const TextTable &table)
{
    std::string text = "<section>\n<h2>" + htmlText(table.title) +
                       "</h2>\n<div class=\"wide\"><table>\n<thead><tr>";
    for (std::size_t i = 0; i < table.header.size(); ++i)
        text += cellOf("th", table.isNumeric(i), table.header[i]);
    text += "</tr></thead>\n<tbody>\n";
    for (const std::vector<std::string> &row : table.rows) {
        text += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            text += cellOf("td", table.isNumeric(i), row[i]);
        text += "</tr>\n";
    }
    return text + "</tbody>\n</table></div>\n</section>\n";
}

} // namespace quantloupe
