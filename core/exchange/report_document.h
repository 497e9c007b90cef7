// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare_report.h"
#include "exchange/text_table.h"
#include "metrics/metrics_report.h"
#include "model/generator_info.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// What a report of a configuration shows.
struct ReportDocument
{
    GeneratorInfo generator;
    SamplingPlan plan;
    CalibrationPlan calibration;
    CompareReport compare;
    /// Absent where nothing was measured beyond the comparison.
    std::optional<MetricsReport> metrics;
    /// Of the pictures.
    std::uint64_t seed = 0;
    /// Quantloupe JSON, to open the report with.
    std::string configuration;
    /// The line that makes the report again.
    std::string command;
    /// How the window shows it, as JSON that only the window understands; may be empty.
    std::string view = {};
};

/// Totals, metrics (where there are any), layers, and what the numbers depend on, in this order.
std::vector<TextTable> reportTables(const ReportDocument &report);

/// The tables alone, for papers: Markdown, or LaTeX for the package booktabs.
std::string markdownReport(const ReportDocument &report);
std::string latexReport(const ReportDocument &report);

/// One page that needs nothing else: pictures as data, charts as SVG, the tables, the command and
/// the configuration, light or dark as the reader's system is. No script runs in it.
std::string htmlReport(const ReportDocument &report);

/// What stands around the configuration in such a page.
inline constexpr const char *kHtmlConfigurationStart =
    "<script type=\"application/json\" id=\"quantloupe-configuration\">";
inline constexpr const char *kHtmlConfigurationEnd = "</script>";

/// A page that a report may be, by its ending in any case.
bool isReportPage(const std::filesystem::path &path);

/// ReportDocument::view of such a page; empty where it has none. Throws Error{Io}.
std::string viewInReport(const std::filesystem::path &page);

} // namespace quantloupe
