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
    /// `best` has a button where a search is chosen.
    RunDetails(RunsController *controller, QAction *best, QWidget *parent = nullptr);

private:
    void createWidgets(const QAction &best);
    void createLayout();
    void showChosen();

    RunsController *m_controller;
    QPlainTextEdit *m_text = nullptr;
    SharpPicture *m_picture = nullptr;
    QPushButton *m_best = nullptr;
    QLineEdit *m_note = nullptr;
    QLineEdit *m_tags = nullptr;
    /// Whose note and tags stand in the fields.
    RunId m_shown = 0;
};

} // namespace quantloupe
