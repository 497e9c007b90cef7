// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/runs_controller.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class QAction;
class QFileDialog;
class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace quantloupe {

class ElidedLabel;
class MessageBanner;
class RunDetails;
class RunsTable;
class StatePage;

/// The history of a run store: its runs, what is known of the chosen one, its note and tags.
class RunsPage : public QWidget
{
    Q_OBJECT

public:
    explicit RunsPage(RunsController *controller, QWidget *parent = nullptr);

    /// What can be done with the chosen run.
    QList<QAction *> runActions() const
    {
        return {m_load, m_best, m_repeat, m_copy, m_copyRepeat, m_copyVerify, m_remove};
    }
    QAction *bestAction() const { return m_best; }
    /// Asks the chosen run again in the window; who can do that enables it.
    QAction *repeatAction() const { return m_repeat; }
    /// Checked: the open store gets the measurements of the window.
    QAction *keepAction() const { return m_keep; }

Q_SIGNALS:
    /// For the first time.
    void seen();
    void fileChosen(const QString &file);
    /// To be made, unless it is there.
    void newFileChosen(const QString &file);
    void commandWanted(const QString &line);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void createActions();
    QAction *createAction(const char *objectName, const QString &text);
    void createWidgets();
    void createHead();
    void createLayout();
    void connectSignals();
    void connectController();
    void connectActions();

    void chooseFile();
    void chooseNewFile();
    QFileDialog *fileDialog(const char *objectName, const QString &title);
    void showKnown();
    void showChosen();
    void showRemoved();
    /// Says what there is instead of the content; false where that can be shown.
    bool showGap();
    void copyRunsLine(const QString &action);

    RunsController *m_controller;
    QAction *m_open = nullptr;
    QAction *m_new = nullptr;
    QAction *m_keep = nullptr;
    QAction *m_again = nullptr;
    QAction *m_load = nullptr;
    QAction *m_best = nullptr;
    QAction *m_repeat = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_copyRepeat = nullptr;
    QAction *m_copyVerify = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_undo = nullptr;
    QLineEdit *m_filter = nullptr;
    ElidedLabel *m_file = nullptr;
    QPushButton *m_storeButton = nullptr;
    QPushButton *m_loadButton = nullptr;
    MessageBanner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatePage *m_state = nullptr;
    QSplitter *m_content = nullptr;
    RunsTable *m_table = nullptr;
    RunDetails *m_details = nullptr;
    /// Typing a filter asks once it pauses.
    QTimer m_filterPause;
    bool m_wasSeen = false;
    RunId m_toldRemoved = 0;
};

} // namespace quantloupe
