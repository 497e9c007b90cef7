// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/report_document.h"

#include "base/number_text.h"
#include "base/version.h"

namespace quantloupe {

namespace {

constexpr const char *kAbsent = "-";

std::string decimals(const std::optional<double> &number, int count)
{
    return number ? fixedText(*number, count) : kAbsent;
}

std::string figures(const std::optional<double> &number)
{
    return number ? shortText(*number, 4) : kAbsent;
}

TextTable totalsTable(const ReportDocument &report)
{
    const SizeReport &size = report.compare.size;
    const MeanQuality &mean = report.compare.mean;
    TextTable table{"Configuration", {"quantity", "value"}, {}};
    table.rows = {{"size, bytes", std::to_string(size.bytes)},
                  {"size as float32, bytes", std::to_string(size.floatBytes)},
                  {"ratio", fixedText(size.ratio, 2)},
                  {"average bits", fixedText(size.averageBits, 3)},
                  {"effective bits", fixedText(size.effectiveBits, 3)},
                  {"bit operations of a sample", shortText(size.bops, 4)},
                  {"PSNR to float, dB", decimals(mean.psnr, 2)},
                  {"SSIM to float", decimals(mean.ssim, 4)},
                  {"SQNR of the output, dB", decimals(mean.sqnr, 2)},
                  {"samples compared", std::to_string(report.compare.pairs.size())}};
    if (mean.absence != Absence::None)
        table.rows.push_back({"why a value is absent", std::string(reasonFor(mean.absence))});
    return table;
}

std::string intervalText(const MetricRow &row)
{
    const auto &interval = isPaired(row.kind) ? row.pairedInterval : row.deltaInterval;
    return interval ? shortText((*interval).low, 4) + " .. " + shortText((*interval).high, 4)
                    : kAbsent;
}

TextTable metricsTable(const MetricsReport &report)
{
    TextTable table{
        "Metrics",
        {"metric", "float", "quantized", "floor", "delta", "95 % interval", "n", "remark"},
        {}};
    for (const MetricRow &row : report.rows) {
        std::string label = row.layer.empty() ? row.name : row.name + " of " + row.layer;
        if (const std::string_view unit = unitOf(row.kind); !unit.empty())
            label += " [" + std::string(unit) + "]";
        table.rows.push_back({label, figures(row.floatValue.value), figures(row.quantized.value),
                              figures(row.floor.value), figures(row.delta.value), intervalText(row),
                              std::to_string(row.n),
                              row.quantized ? row.mark : row.quantized.reason});
    }
    return table;
}

TextTable layersTable(const ReportDocument &report)
{
    TextTable table{"Layers",
                    {"layer", "weight", "activation", "SQNR, dB", "levels used", "entropy, bits",
                     "range of the input", "bytes"},
                    {}};
    for (const LayerReport &layer : report.compare.layers) {
        const bool isFloat = layer.spec.weight.isFloat();
        table.rows.push_back({layer.name, toText(layer.spec.weight), toText(layer.spec.activation),
                              decimals(layer.sqnr, 2),
                              isFloat ? kAbsent : fixedText(layer.occupancy, 3),
                              isFloat ? kAbsent : fixedText(layer.entropy, 2),
                              layer.activation ? shortText(layer.activation->lowest(), 4) + " .. " +
                                                     shortText(layer.activation->highest(), 4)
                                               : kAbsent,
                              std::to_string(layer.bytes)});
    }
    return table;
}

void addMeasurement(const MetricsReport &metrics, TextTable &table)
{
    table.rows.push_back({"samples measured",
                          std::to_string(metrics.n) + " of seed " + std::to_string(metrics.seed)});
    if (metrics.reference.n > 0)
        table.rows.push_back({"reference", metrics.reference.name + ", " +
                                               std::to_string(metrics.reference.n) +
                                               " pictures, SHA-256 " + metrics.reference.sha256});
    if (metrics.features.isKnown())
        table.rows.push_back({"features", metrics.features.extractor + ", pipeline " +
                                              metrics.features.pipeline + ", SHA-256 " +
                                              metrics.features.sha256});
}

TextTable originTable(const ReportDocument &report)
{
    TextTable table{"What the numbers depend on", {"what", "value"}, {}};
    const GeneratorInfo &info = report.generator;
    table.rows = {{"generator", info.name},
                  {"SHA-256", info.sha256},
                  {"format", info.format},
                  {"architecture", info.architecture},
                  {"latents", planText(report.plan)},
                  {"seed", std::to_string(report.seed)},
                  {"calibration", std::to_string(report.calibration.count) + " samples of seed " +
                                      std::to_string(report.calibration.seed)},
                  {"kernels", report.compare.facts.kernels},
                  {"samples computed together", std::to_string(report.compare.facts.microBatch)},
                  {"threads", std::to_string(report.compare.facts.threads)},
                  {"program", "quantloupe " + std::string(kVersion)}};
    for (const Assumption &assumption : info.assumptions)
        table.rows.push_back({"assumed: " + assumption.key,
                              assumption.value + (assumption.confirmed ? " (given)" : "")});
    if (report.metrics)
        addMeasurement(*report.metrics, table);
    return table;
}

} // namespace

std::vector<TextTable> reportTables(const ReportDocument &report)
{
    std::vector<TextTable> tables = {totalsTable(report)};
    if (report.metrics)
        tables.push_back(metricsTable(*report.metrics));
    tables.push_back(layersTable(report));
    tables.push_back(originTable(report));
    return tables;
}

std::string markdownReport(const ReportDocument &report)
{
    std::string text = "# " + markdownText(report.generator.name) + ", quantized\n";
    for (const TextTable &table : reportTables(report))
        text += "\n" + markdownTable(table);
    return text + "\n## Command\n\n    " + report.command + "\n";
}

std::string latexReport(const ReportDocument &report)
{
    std::string text = "% Needs \\usepackage{booktabs}.\n";
    for (const TextTable &table : reportTables(report))
        text += "\n" + latexTable(table);
    return text;
}

} // namespace quantloupe
