// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/svg_bars.h"

#include "base/number_text.h"
#include "exchange/text_table.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

constexpr int kWidth = 720;
constexpr int kLabelWidth = 190;
constexpr int kBarWidth = 380;
constexpr int kRow = 24;
constexpr int kBarHeight = 14;

/// The end of a long path tells layers apart.
std::string shortened(const std::string &label)
{
    constexpr std::size_t kMost = 28;
    if (label.size() <= kMost)
        return label;
    std::size_t begin = label.size() - kMost + 1;
    // Not within a letter of several bytes.
    while (begin < label.size() && (static_cast<unsigned char>(label[begin]) & 0xC0) == 0x80)
        ++begin;
    return "\u2026" + label.substr(begin);
}

double largestOf(const std::vector<SvgBar> &bars)
{
    double largest = 0;
    for (const SvgBar &bar : bars)
        largest = std::max(largest, bar.value.value_or(0));
    return largest > 0 ? largest : 1;
}

std::string textAt(double x, int y, const char *anchor, const std::string &words)
{
    return "<text x=\"" + fixedText(x, 1) + "\" y=\"" + std::to_string(y) + "\" text-anchor=\"" +
           anchor + "\">" + htmlText(words) + "</text>";
}

std::string rectangle(const char *kind, double width, int y)
{
    return std::string("<rect class=\"") + kind + "\" x=\"" + std::to_string(kLabelWidth) +
           "\" y=\"" + std::to_string(y) + "\" width=\"" + fixedText(width, 1) + "\" height=\"" +
           std::to_string(kBarHeight) + "\" rx=\"2\"/>";
}

} // namespace

std::string svgBars(const std::string &title, const std::vector<SvgBar> &bars)
{
    const double largest = largestOf(bars);
    const int height = kRow * static_cast<int>(bars.size());
    std::string svg = "<svg viewBox=\"0 0 " + std::to_string(kWidth) + " " +
                      std::to_string(height) + "\" role=\"img\" aria-label=\"" + htmlText(title) +
                      "\">\n";
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const SvgBar &bar = bars[i];
        const int top = kRow * static_cast<int>(i) + (kRow - kBarHeight) / 2;
        const double width = kBarWidth * std::max(0.0, bar.value.value_or(0)) / largest;
        svg += "<g><title>" + htmlText(bar.label + ": " + bar.note) + "</title>";
        svg += textAt(kLabelWidth - 8, top + 11, "end", shortened(bar.label));
        svg += rectangle("track", kBarWidth, top);
        if (bar.value)
            svg += rectangle("bar", width, top);
        svg += textAt(kLabelWidth + kBarWidth + 8, top + 11, "start", bar.note) + "</g>\n";
    }
    return svg + "</svg>\n";
}

} // namespace quantloupe
