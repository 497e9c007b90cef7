// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics_history.h"
#include "session/requests.h"

#include <QObject>

#include <functional>
#include <string>

namespace quantloupe {

class FileWriter;
class OutputJob;
class RunContext;
class Session;

/// Compares what a report shows, in the io lane's thread.
using ReportEngine = std::function<CompareReport(const CompareRequest &, const RunContext &)>;
ReportEngine reportEngine(Session &session);

/// What a report is made from, besides the document.
struct ReportSource
{
    ReportEngine engine;
    /// Generator, configuration, calibration and the samples that are shown.
    std::function<CompareRequest()> present;
    /// The lines that make the report again, with these numbers; null for none.
    std::function<std::string(const Measurement *, const QString &out)> command;
    /// How the window shows it, as JSON.
    std::function<std::string()> view;
};

/// Writes reports on the document's present configuration, with what was last measured of it.
class ReportController : public QObject
{
    Q_OBJECT

public:
    ReportController(ReportSource source, QuantDocument *document, MetricsHistory *history,
                     FileWriter *files, QObject *parent = nullptr);

    /// Of the present configuration; null where nothing was measured.
    const Measurement *measurement() const;
    /// A page, or tables, by the ending: .html, .md or .tex.
    void write(const QString &path);
    OutputJob *output() const { return m_output; }
    /// Throws Error{Unsupported} where no command can say it.
    std::string command(const QString &path) const;

Q_SIGNALS:
    /// Of what would be written.
    void changed();

private:
    /// A line of its own kind where there is no command.
    std::string commandOrReason(const QString &path) const;

    ReportSource m_source;
    QuantDocument *m_document;
    MetricsHistory *m_history;
    OutputJob *m_output;
};

} // namespace quantloupe
