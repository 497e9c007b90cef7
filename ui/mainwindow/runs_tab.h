// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace quantloupe {

class FileWriter;
class PlotsDock;
class QuantDocument;
class RunsController;
class RunsPage;

/// The tab of runs among the plots. The store that was open last, else the usual one, is opened
/// when the tab is first seen.
class RunsTab : public QObject
{
    Q_OBJECT

public:
    RunsTab(QuantDocument *document, FileWriter *files, PlotsDock *plots, QObject *parent);

    RunsController *controller() const { return m_controller; }

Q_SIGNALS:
    /// For a shell.
    void commandMade(const QString &line);

private:
    void openFirst();
    void keep() const;

    RunsController *m_controller;
    RunsPage *m_page;
};

} // namespace quantloupe
