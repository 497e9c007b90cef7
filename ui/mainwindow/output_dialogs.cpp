// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/output_dialogs.h"

#include "base/error.h"
#include "jobs/export_controller.h"
#include "jobs/report_controller.h"
#include "mainwindow/compare_set_parts.h"
#include "mainwindow/copy_command.h"
#include "mainwindow/generator_lookup.h"
#include "mainwindow/help_opener.h"
#include "mainwindow/window_actions.h"
#include "models/core_words.h"
#include "views/export_dialog.h"
#include "views/report_dialog.h"

#include <QAction>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace quantloupe {

OutputDialogs::OutputDialogs(OutputParts parts, QWidget *window)
    : QObject(window), m_parts(std::move(parts)), m_window(window)
{
    createControllers();
    createActions();
    connectSignals();
}

void OutputDialogs::createControllers()
{
    m_exports = new ExportController(exportEngine(*m_parts.session), m_parts.document,
                                     m_parts.present, m_parts.files, this);
    m_exports->setCommand([this](const QString &path) { return exportLineFor(path); });
    ReportSource source;
    source.engine = reportEngine(*m_parts.session);
    source.present = m_parts.present;
    source.command = [this](const Measurement *measurement, const QString &out) {
        return reportLinesFor(measurement, out).toStdString();
    };
    source.view = [seed = seedPart(m_parts.document)] {
        const QJsonObject view{{seed.key, seed.save()}};
        return QJsonDocument(view).toJson(QJsonDocument::Compact).toStdString();
    };
    m_reports = new ReportController(std::move(source), m_parts.document, m_parts.history,
                                     m_parts.files, this);
}

void OutputDialogs::createActions()
{
    m_exportAction = new QAction(tr("&Export…"), this);
    m_exportAction->setObjectName("exportConfiguration");
    m_exportAction->setStatusTip(tr("The configuration in the formats of other programs"));
    m_reportAction = new QAction(tr("Repor&t…"), this);
    m_reportAction->setObjectName("writeReport");
    m_reportAction->setStatusTip(tr("Pictures and numbers of the configuration in one file"));
    for (QAction *action : actions()) {
        action->setEnabled(!m_parts.document->isEmpty());
        setUnavailableReason(action, tr("Open a generator first"));
    }
}

void OutputDialogs::connectSignals()
{
    connect(m_parts.document, &QuantDocument::opened, this, [this] {
        for (QAction *action : actions())
            action->setEnabled(!m_parts.document->isEmpty());
    });
    connect(m_exportAction, &QAction::triggered, this, &OutputDialogs::showExport);
    connect(m_reportAction, &QAction::triggered, this, &OutputDialogs::showReport);
}

void OutputDialogs::showExport()
{
    if (!m_exportDialog) {
        m_exportDialog = new ExportDialog(m_parts.document, m_exports, m_window);
        prepare(m_exportDialog,
                [this] { return QString::fromStdString(exportLineFor(m_exportDialog->path())); });
    }
    bring(m_exportDialog);
}

void OutputDialogs::showReport()
{
    if (!m_reportDialog) {
        m_reportDialog = new ReportDialog(m_parts.document, m_reports, m_window);
        prepare(m_reportDialog, [this] {
            return QString::fromStdString(m_reports->command(m_reportDialog->path()));
        });
    }
    bring(m_reportDialog);
}

void OutputDialogs::prepare(OutputDialog *dialog, const std::function<QString()> &lines)
{
    const auto propose = [this, dialog] {
        if (!m_parts.document->isEmpty())
            dialog->propose(m_parts.folder(), fileNameFor(m_parts.document->info()));
    };
    propose();
    connect(m_parts.document, &QuantDocument::opened, dialog, propose);
    connect(dialog, &OutputDialog::helpWanted, this, &OutputDialogs::openHelp);
    connect(dialog, &OutputDialog::commandWanted, this, [this, dialog, lines] {
        try {
            const QString made = lines();
            Q_EMIT commandMade(made);
            dialog->tell(MessageKind::Info, tr("Copied: %1").arg(made));
        } catch (const Error &error) {
            dialog->tell(MessageKind::Warning,
                         tr("There is no command to copy. %1").arg(coreText(error.what())));
        }
    });
}

void OutputDialogs::bring(OutputDialog *dialog) const
{
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

std::string OutputDialogs::exportLineFor(const QString &path) const
{
    ExportCommand command =
        exportedConfiguration(*m_parts.document, m_parts.present(), m_parts.configurationFile(),
                              name(m_exports->format()), path);
    if (const ShownSweep *sweep = m_exports->writtenSweep()) {
        command.sweep = ExportCommand::Sweep();
        if (sweep->run)
            command.sweep = {sweep->run->store.string(), sweep->run->run};
    }
    return shellLine(commandWords(command));
}

QString OutputDialogs::reportLinesFor(const Measurement *measurement, const QString &out) const
{
    return reportLines(*m_parts.document, m_parts.present(), m_parts.configurationFile(),
                       measurement, out);
}

void OutputDialogs::openHelp(const QString &place)
{
    if (auto *opener = m_window->findChild<HelpOpener *>())
        opener->open(place);
}

} // namespace quantloupe
