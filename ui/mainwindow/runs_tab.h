// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>

class QAction;

namespace quantloupe {

class FileWriter;
class PlotsDock;
class QuantDocument;
class RunLog;
class RunsController;
class RunsPage;

/// The tab of runs among the plots. The store that was open last, else the usual one, is opened
/// when the tab is first seen; that of a session with the session. While one is open, it gets the
/// measurements of the window.
class RunsTab : public QObject
{
    Q_OBJECT

public:
    RunsTab(QuantDocument *document, FileWriter *files, PlotsDock *plots, QObject *parent);

    RunsController *controller() const { return m_controller; }
    RunLog *log() const { return m_log; }
    /// See RunsPage::repeatAction().
    QAction *repeatAction() const;

    /// Whether new runs are kept, and the open store, for the session; files that are gone are left
    /// aside.
    QJsonObject choice() const;
    void setChoice(const QJsonObject &choice);

Q_SIGNALS:
    /// For a shell.
    void commandMade(const QString &line);
    void choiceChanged();

private:
    void openFirst();
    void takeStore();
    void connectLog();

    RunsController *m_controller;
    RunLog *m_log;
    RunsPage *m_page;
};

} // namespace quantloupe
