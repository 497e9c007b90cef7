// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file_io.h"
#include "base/number_text.h"
#include "exchange/report_document.h"
#include "exchange/svg_bars.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace quantloupe {

namespace {

constexpr std::size_t kMostPictures = 8;
constexpr double kDifferenceGain = 4;

constexpr std::uint64_t kMostPageBytes = 64 << 20;
constexpr const char *kViewStart = "<script type=\"application/json\" id=\"quantloupe-view\">";
constexpr const char *kViewEnd = "</script>";

constexpr const char *kStyle = R"(
:root { color-scheme: light dark; --ink: #1c2024; --soft: #5c6670; --paper: #ffffff;
  --panel: #f4f6f8; --line: #dde2e7; --bar: #2f6fb5; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ec; --soft: #9aa5b0; --paper: #15181c; --panel: #1e2329; --line: #333b44;
    --bar: #6aa6e8; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 2rem 1.25rem 4rem; background: var(--paper);
  color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 2.5rem 0 .75rem; }
p { margin: 0 0 .5rem; color: var(--soft); }
.cards { display: grid; gap: .75rem; margin-top: 1.5rem;
  grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); }
.card { background: var(--panel); border-radius: .5rem; padding: .75rem 1rem; }
.card b { display: block; font-size: 1.4rem; font-weight: 600; }
.card span { color: var(--soft); font-size: .85rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .75rem .35rem 0; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.pictures td, .pictures th { border: 0; padding: .2rem; text-align: center; font-size: .8rem; }
.pictures th { text-align: right; white-space: nowrap; }
.pictures img { display: block; width: 96px; height: auto; image-rendering: pixelated; }
svg { display: block; max-width: 45rem; width: 100%; font: 12px system-ui, sans-serif; }
svg text { fill: currentColor; }
.bar { fill: var(--bar); }
.track { fill: var(--panel); }
pre { background: var(--panel); border-radius: .5rem; overflow-x: auto; padding: 1rem; }
)";

std::string dataUri(const Image &image)
{
    const std::vector<std::uint8_t> png = encodePng(image);
    // Four letters for three bytes, and a zero at the end.
    std::string text(4 * ((png.size() + 2) / 3) + 1, '\0');
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()), png.data(),
                                     static_cast<int>(png.size()));
    text.resize(static_cast<std::size_t>(size));
    return "data:image/png;base64," + text;
}

std::string pictureCell(const Image &image, const std::string &words)
{
    return "<td><img alt=\"" + htmlText(words) + "\" src=\"" + dataUri(image) + "\" width=\"" +
           std::to_string(image.width) + "\" height=\"" + std::to_string(image.height) + "\"></td>";
}

std::string pictures(const CompareReport &report)
{
    const std::size_t count = std::min(report.pairs.size(), kMostPictures);
    if (count == 0)
        return {};
    std::array<std::string, 4> rows = {"<th>float</th>", "<th>quantized</th>",
                                       "<th>difference</th>", "<th>PSNR, dB</th>"};
    for (std::size_t i = 0; i < count; ++i) {
        const SamplePair &pair = report.pairs[i];
        const std::string sample = "sample " + std::to_string(pair.sample.index) + " of seed " +
                                   std::to_string(pair.sample.seed);
        rows[0] += pictureCell(pair.reference, sample + ", float");
        rows[1] += pictureCell(pair.quantized, sample + ", quantized");
        rows[2] += pictureCell(difference(pair.reference, pair.quantized,
                                          DifferenceKind::SignedLuminance, kDifferenceGain),
                               sample + ", difference");
        rows[3] += "<td>" + (pair.psnr ? fixedText(*pair.psnr, 1) : "same") + "</td>";
    }
    std::string text = "<section>\n<h2>Pictures</h2>\n<p>Difference of luminance, four times as "
                       "strong: blue is darker than float, red lighter.</p>\n"
                       "<div class=\"wide\"><table class=\"pictures\">\n";
    for (const std::string &row : rows)
        text += "<tr>" + row + "</tr>\n";
    return text + "</table></div>\n</section>\n";
}

std::string card(const std::string &value, const std::string &label)
{
    return "<div class=\"card\"><b>" + htmlText(value) + "</b><span>" + htmlText(label) +
           "</span></div>\n";
}

std::string cards(const CompareReport &report)
{
    const auto number = [](const std::optional<double> &value, int decimals) {
        return value ? fixedText(*value, decimals) : std::string("-");
    };
    return "<div class=\"cards\">\n" +
           card(fixedText(report.size.ratio, 2) + "x", "smaller than float32") +
           card(fixedText(report.size.averageBits, 2), "bits a weight") +
           card(number(report.mean.psnr, 2) + " dB", "PSNR to float") +
           card(number(report.mean.ssim, 4), "SSIM to float") +
           card(number(report.mean.sqnr, 2) + " dB", "SQNR of the output") + "</div>\n";
}

std::string chart(const std::string &title, const std::vector<SvgBar> &bars)
{
    return "<section>\n<h2>" + htmlText(title) + "</h2>\n" + svgBars(title, bars) + "</section>\n";
}

std::string charts(const CompareReport &report)
{
    std::vector<SvgBar> quality;
    std::vector<SvgBar> bytes;
    for (const LayerReport &layer : report.layers) {
        const std::string setting = toText(layer.spec.weight);
        quality.push_back({layer.name, layer.sqnr,
                           (layer.sqnr ? fixedText(*layer.sqnr, 1) + " dB, " : "") + setting});
        bytes.push_back({layer.name, static_cast<double>(layer.bytes),
                         std::to_string(layer.bytes) + ", " + setting});
    }
    return chart("SQNR of the weights, dB", quality) + chart("Bytes of the layers", bytes);
}

/// "<" only stands inside of JSON's texts, where it can be written otherwise.
std::string embeddedJson(const std::string &json)
{
    std::string text;
    for (const char letter : json)
        text += letter == '<' ? std::string("\\u003c") : std::string(1, letter);
    return text;
}

} // namespace

std::string htmlReport(const ReportDocument &report)
{
    const std::string title = report.generator.name + ", quantized";
    std::string text = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, "
                       "initial-scale=1\">\n<title>" +
                       htmlText(title) + "</title>\n<style>" + kStyle +
                       "</style>\n</head>\n<body>\n<h1>" + htmlText(title) + "</h1>\n<p>" +
                       htmlText(std::to_string(report.compare.pairs.size()) + " samples of seed " +
                                std::to_string(report.seed)) +
                       "</p>\n" + cards(report.compare) + pictures(report.compare);
    const std::vector<TextTable> tables = reportTables(report);
    for (std::size_t i = 0; i + 2 < tables.size(); ++i)
        text += htmlTable(tables[i]);
    text += charts(report.compare);
    for (std::size_t i = tables.size() - 2; i < tables.size(); ++i)
        text += htmlTable(tables[i]);
    return text + "<section>\n<h2>Command</h2>\n<pre><code>" + htmlText(report.command) +
           "</code></pre>\n</section>\n" + kHtmlConfigurationStart +
           embeddedJson(report.configuration) + kHtmlConfigurationEnd + "\n" +
           (report.view.empty() ? "" : kViewStart + embeddedJson(report.view) + kViewEnd + "\n") +
           "</body>\n</html>\n";
}

bool isReportPage(const std::filesystem::path &path)
{
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return char(std::tolower(static_cast<unsigned char>(c)));
    });
    return ending == ".html";
}

std::string viewInReport(const std::filesystem::path &page)
{
    const std::string text = readTextFile(page, kMostPageBytes);
    const std::string_view start = kViewStart;
    const std::size_t begin = text.find(start);
    const std::size_t end = text.find(kViewEnd, begin);
    if (begin == std::string::npos || end == std::string::npos)
        return {};
    return text.substr(begin + start.size(), end - begin - start.size());
}

} // namespace quantloupe
