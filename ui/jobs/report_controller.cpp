// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/report_controller.h"

#include "base/error.h"
#include "base/file_io.h"
#include "exchange/report_document.h"
#include "jobs/output_job.h"
#include "session/present_provenance.h"
#include "session/session.h"

#include <string_view>
#include <utility>

namespace quantloupe {

namespace {

/// Of the whole; the rest is the page's.
constexpr double kComparisonShare = 0.95;

std::string textOf(const ReportDocument &report, const std::filesystem::path &out)
{
    if (out.extension() == ".md")
        return markdownReport(report);
    return out.extension() == ".tex" ? latexReport(report) : htmlReport(report);
}

} // namespace

ReportEngine reportEngine(Session &session)
{
    return [&session](const CompareRequest &request, const RunContext &context) {
        return session.compare(request, Lane::Io, context);
    };
}

ReportController::ReportController(ReportSource source, QuantDocument *document,
                                   MetricsHistory *history, FileWriter *files, QObject *parent)
    : QObject(parent),
      m_source(std::move(source)),
      m_document(document),
      m_history(history),
      m_output(new OutputJob(files, this))
{
    for (const auto told : {&QuantDocument::opened, &QuantDocument::configChanged,
                            &QuantDocument::planChanged, &QuantDocument::inputPicturesChanged})
        connect(document, told, this, &ReportController::changed);
    connect(history, &MetricsHistory::changed, this, &ReportController::changed);
}

const Measurement *ReportController::measurement() const
{
    const int present = m_document->isEmpty() ? -1 : m_history->indexOfPresent();
    return present < 0 ? nullptr : &m_history->all().at(present);
}

std::string ReportController::command(const QString &path) const
{
    return m_source.command(measurement(), path);
}

std::string ReportController::commandOrReason(const QString &path) const
{
    try {
        return command(path);
    } catch (const Error &error) {
        return std::string("# ") + error.what();
    }
}

void ReportController::write(const QString &path)
{
    if (m_document->isEmpty())
        return;
    ReportDocument report;
    report.generator = m_document->info();
    report.generator.assumptions = m_document->assumptions();
    report.plan = m_document->plan();
    report.calibration = m_document->calibration();
    if (const Measurement *measured = measurement())
        report.metrics = measured->report;
    report.seed = m_document->seed();
    report.command = commandOrReason(path);
    ConfigFile file = m_document->toConfigFile();
    if (report.metrics)
        file.results = resultsOf(*report.metrics);
    const bool isCommand = !report.command.starts_with('#');
    file.provenance = presentProvenance(isCommand ? report.command : std::string(), file.original);
    report.configuration = toJson(file);
    report.view = m_source.view();
    CompareRequest request = m_source.present();
    // Seldom asked for, and large.
    request.execution.useCache = false;
    m_output->write(
        path, [engine = m_source.engine, request, report,
               out = std::filesystem::path(path.toStdString())](const RunContext &context) mutable {
            report.compare = engine(request, context.sub(0, kComparisonShare));
            const std::string text = textOf(report, out);
            context.advance(kComparisonShare);
            writeFileAtomically(out, std::string_view(text));
            return std::vector{out};
        });
}

} // namespace quantloupe
