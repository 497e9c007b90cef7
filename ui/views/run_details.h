// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/runs_controller.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace quantloupe {

class SharpPicture;

/// What is known of the chosen run: note and tags, which can be edited, all the rest as text, and
/// its picture where it has one.
class RunDetails : public QWidget
{
    Q_OBJECT

public:
    struct Actions
    {
        /// Has a button where a run is chosen.
        QAction *repeat;
        /// And this one where that is a search.
        QAction *best;
    };

    RunDetails(RunsController *controller, const Actions &actions, QWidget *parent = nullptr);

private:
    QPushButton *createButton(const char *objectName, QAction *action);
    void createWidgets();
    void createLayout();
    void showChosen();

    RunsController *m_controller;
    QPlainTextEdit *m_text = nullptr;
    SharpPicture *m_picture = nullptr;
    QPushButton *m_repeat = nullptr;
    QPushButton *m_best = nullptr;
    QLineEdit *m_note = nullptr;
    QLineEdit *m_tags = nullptr;
    /// Whose note and tags stand in the fields.
    RunId m_shown = 0;
};

} // namespace quantloupe
