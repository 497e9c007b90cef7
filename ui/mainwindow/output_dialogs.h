// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/requests.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <string>

class QAction;

namespace quantloupe {

class ExportController;
class ExportDialog;
class FileWriter;
class MetricsHistory;
class OutputDialog;
class QuantDocument;
class ReportController;
class ReportDialog;
class Session;
struct Measurement;

/// What the dialogs write about.
struct OutputParts
{
    Session *session = nullptr;
    QuantDocument *document = nullptr;
    MetricsHistory *history = nullptr;
    FileWriter *files = nullptr;
    /// Asked only while a generator is open.
    std::function<CompareRequest()> present;
    /// That holds the document's configuration; empty while there are changes beyond it.
    std::function<QString()> configurationFile;
    /// Where files about what is open are likely.
    std::function<QString()> folder;
};

/// The ways a configuration leaves the window as a file: Export and Report, each with its action,
/// and with its dialog once that was asked for.
class OutputDialogs : public QObject
{
    Q_OBJECT

public:
    OutputDialogs(OutputParts parts, QWidget *window);

    /// For the menu of files; enabled while a generator is open.
    QList<QAction *> actions() const { return {m_exportAction, m_reportAction}; }
    ExportController *exports() const { return m_exports; }
    ReportController *reports() const { return m_reports; }

Q_SIGNALS:
    /// One line or several, for a shell.
    void commandMade(const QString &lines);

private:
    void createControllers();
    void createActions();
    void connectSignals();
    void showExport();
    void showReport();
    void bring(OutputDialog *dialog) const;
    /// Connects a new one.
    void prepare(OutputDialog *dialog, const std::function<QString()> &lines);
    std::string exportLineFor(const QString &path) const;
    QString reportLinesFor(const Measurement *measurement, const QString &out) const;
    void openHelp(const QString &place);

    OutputParts m_parts;
    QWidget *m_window;
    QAction *m_exportAction = nullptr;
    QAction *m_reportAction = nullptr;
    ExportController *m_exports = nullptr;
    ReportController *m_reports = nullptr;
    ExportDialog *m_exportDialog = nullptr;
    ReportDialog *m_reportDialog = nullptr;
};

} // namespace quantloupe
