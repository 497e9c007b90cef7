// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run_repeat.h"

#include <QObject>
#include <QString>

class QAction;

namespace quantloupe {

class MetricsController;
class QuantDocument;
class RecipeController;
class RunsController;
class SearchController;
class SensitivityController;

/// Asks a stored run again in the window: its layers become those of the run, in one undo step, the
/// settings of its page too, and that page starts. While the window cannot ask it, the action that
/// does this is disabled and says why.
class RunRepeater : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QuantDocument *document;
        MetricsController *metrics;
        SensitivityController *sensitivity;
        SearchController *search;
        RecipeController *recipes;
    };

    /// `action` is about the run that is chosen in `runs`.
    RunRepeater(const Parts &parts, RunsController *runs, QAction *action,
                QObject *parent = nullptr);

Q_SIGNALS:
    /// The tab of this name should come to the front.
    void revealed(const QString &page);
    /// To be run on the page of the papers.
    void recipeWanted(quantloupe::RecipeKind kind);

private:
    /// What the window holds now.
    RunRepeat present() const;
    /// What the chosen run can be asked by.
    void judge();
    void showAction();
    bool isBusy() const;
    void repeat();
    void start(RunRepeat::Page page);

    Parts m_parts;
    RunsController *m_runs;
    QAction *m_action;
    /// Why the chosen run cannot be asked here, whatever runs; empty where it can.
    QString m_objection;
    RunRepeat::Page m_page = RunRepeat::Page::Metrics;
};

} // namespace quantloupe
