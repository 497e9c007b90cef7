// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"

#include "base/number_text.h"

#include <algorithm>
#include <array>

namespace quantloupe::cli {

namespace {

bool looksLikeNumber(const std::string &cell)
{
    return cell.empty() || cell == "-" || (cell[0] >= '0' && cell[0] <= '9') ||
           (cell[0] == '-' && cell.size() > 1);
}

std::string scaled(double value, const char *unit)
{
    const std::array<const char *, 5> prefixes = {"", "k", "M", "G", "T"};
    std::size_t step = 0;
    while (value >= 999.5 && step + 1 < prefixes.size()) {
        value /= 1000;
        ++step;
    }
    const int digits = step == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    const std::string scale = prefixes[step] + std::string(unit);
    return fixedText(value, digits) + (scale.empty() ? "" : " " + scale);
}

void line(std::string &text, const std::string &label, const std::string &value)
{
    text += label + std::string(label.size() < 16 ? 16 - label.size() : 1, ' ') + value + "\n";
}

std::string inputsText(const GeneratorInfo &info)
{
    std::string text;
    for (const InputInfo &input : info.inputs) {
        text += (text.empty() ? "" : ", ") + input.name + " (" + std::string(name(input.kind));
        if (input.classes > 0)
            text += ", " + std::to_string(input.classes) + " classes";
        else if (!input.shape.empty())
            text += " " + toText(input.shape);
        text += ")";
    }
    return text;
}

} // namespace

std::string Table::text() const
{
    const std::size_t columns = m_rows.front().size();
    std::string text;
    std::vector<std::size_t> widths(columns, 0);
    std::vector<bool> right(columns, true);
    for (std::size_t r = 0; r < m_rows.size(); ++r)
        for (std::size_t c = 0; c < columns; ++c) {
            widths[c] = std::max(widths[c], m_rows[r][c].size());
            right[c] = right[c] && (r == 0 || looksLikeNumber(m_rows[r][c]));
        }
    for (const auto &row : m_rows) {
        std::string out;
        for (std::size_t c = 0; c < columns; ++c) {
            const std::string pad(widths[c] - row[c].size(), ' ');
            out += (c > 0 ? "  " : "") + (right[c] ? pad + row[c] : row[c] + pad);
        }
        out.erase(out.find_last_not_of(' ') + 1);
        text += out + "\n";
    }
    return text;
}

std::string byteText(std::int64_t bytes)
{
    return scaled(static_cast<double>(bytes), "B");
}

std::string countText(double count)
{
    return scaled(count, "");
}

std::string numberText(const std::optional<double> &value, int digits)
{
    return value ? fixedText(*value, digits) : "-";
}

std::string shortNumber(double value)
{
    return shortText(value, 4);
}

std::string percentText(const std::optional<double> &share, int digits)
{
    return share ? numberText(100 * *share, digits) + " %" : "-";
}

std::string inspectText(const GeneratorInfo &info)
{
    std::string text;
    line(text, "Generator",
         info.name + " (" + info.format +
             (info.architecture == info.format ? "" : ", " + info.architecture) + ")");
    if (info.networks.size() > 1) {
        std::string names;
        for (const std::string &network : info.networks)
            names += (names.empty() ? "" : ", ") + (network.empty() ? "(top level)" : network);
        line(text, "Network", info.network + " of " + names);
    }
    line(text, "SHA-256", info.sha256);
    line(text, "Inputs", inputsText(info));
    line(text, "Output", toText(info.output));
    line(text, "Parameters",
         countText(static_cast<double>(info.totals.parameters)) + " (" +
             byteText(info.totals.bytes) + " as float32)");
    line(text, "MACs", countText(static_cast<double>(info.totals.macs)) + " a sample");
    Table layers(
        {"layer", "kind", "weight", "axis", "groups", "parameters", "MACs", "input", "output"});
    for (const LayerInfo &layer : info.layers)
        layers.add({layer.name, std::string(name(layer.kind)), toText(layer.weightShape),
                    std::to_string(layer.outputAxis), std::to_string(layer.groups),
                    std::to_string(layer.parameters), countText(static_cast<double>(layer.macs)),
                    toText(layer.inputShape), toText(layer.outputShape)});
    text += "\n" + layers.text() + "\nNot quantized: ";
    std::string operations;
    for (const UnquantizedOperation &operation : info.unquantized)
        operations += (operations.empty() ? "" : ", ") + operation.operation + " x" +
                      std::to_string(operation.count);
    text += (operations.empty() ? "nothing" : operations) + "\n\nAssumed:\n";
    for (const Assumption &assumption : info.assumptions)
        text += "  " + assumption.key + "=" + assumption.value +
                (assumption.confirmed ? " (given)" : "") + "  " + assumption.reason + "\n";
    return text;
}

namespace {

/// "1.52 -> 0.97", in percent.
std::string roundingText(const std::optional<RoundingError> &rounding)
{
    constexpr double kPercent = 100;
    return rounding ? shortText(kPercent * rounding->nearest, 3) + " -> " +
                          shortText(kPercent * rounding->chosen, 3)
                    : "-";
}

/// ", each added to those before it: 12.01 dB, adaround 13.10 dB (+1.09)"; nothing for one.
std::string stepsText(const CorrectionReport &report)
{
    if (report.steps.size() < 2)
        return {};
    std::string text = "Output SQNR dB, each added to those before it: none " +
                       numberText(report.output.before, 2);
    std::optional<double> before = report.output.before;
    for (const CorrectionStep &step : report.steps) {
        text += ", " + std::string(name(step.correction)) + " " + numberText(step.sqnr, 2);
        if (before && step.sqnr)
            text += " (" + signedText(*step.sqnr - *before, 2) + ")";
        before = step.sqnr;
    }
    return text + "\n";
}

} // namespace

std::string correctionText(const CorrectionReport &report)
{
    Table layers({"layer", "corrections", "output SQNR dB without", "with all",
                  "error % of rounding, nearest -> adaround", "skipped channels"});
    const auto pair = [](const CorrectionGain &gain) {
        return std::array{numberText(gain.before, 2), numberText(gain.after, 2)};
    };
    for (const CorrectedLayer &layer : report.layers) {
        std::string names;
        for (const Correction each : layer.corrections)
            names += (names.empty() ? "" : ", ") + std::string(name(each));
        const auto [before, after] = pair(layer.gain);
        layers.add({layer.name, names.empty() ? "-" : names, before, after,
                    roundingText(layer.rounding),
                    layer.channels == 0 ? "-"
                                        : std::to_string(layer.skippedChannels) + " of " +
                                              std::to_string(layer.channels)});
    }
    const auto [before, after] = pair(report.output);
    layers.add({"(output)", "", before, after, "-", "-"});
    return "Corrections, judged on " + std::to_string(report.samples) + " samples:\n" +
           layers.text() + stepsText(report) + "\n";
}

std::string compareText(const CompareReport &report)
{
    Table layers({"layer", "weight", "activation", "SQNR dB", "occupancy", "entropy", "bytes"});
    for (const LayerReport &layer : report.layers)
        layers.add({layer.name, toText(layer.spec.weight), toText(layer.spec.activation),
                    numberText(layer.sqnr, 1),
                    layer.spec.weight.isFloat() ? "-" : fixedText(layer.occupancy, 3),
                    layer.spec.weight.isFloat() ? "-" : fixedText(layer.entropy, 2),
                    std::to_string(layer.bytes)});
    std::string text = layers.text() + "\n";
    if (!report.corrections.isEmpty())
        text += correctionText(report.corrections);
    line(text, "Size",
         byteText(report.size.bytes) + " of " + byteText(report.size.floatBytes) + ", " +
             fixedText(report.size.ratio, 2) + "x smaller, " +
             fixedText(report.size.averageBits, 2) + " bits average, " +
             fixedText(report.size.effectiveBits, 2) + " effective, " +
             countText(report.size.bops) + " BOPs");
    line(text, "To float",
         "PSNR " + numberText(report.mean.psnr, 2) + " dB, SSIM " +
             numberText(report.mean.ssim, 4) + ", SQNR " + numberText(report.mean.sqnr, 2) +
             " dB over " + std::to_string(report.pairs.size()) + " samples" +
             (report.mean.absence == Absence::None
                  ? ""
                  : " (" + std::string(reasonFor(report.mean.absence)) + ")"));
    return text;
}

} // namespace quantloupe::cli
