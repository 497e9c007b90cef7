// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "jobs/job_indicator.h"
#include "jobs/metrics_controller.h"
#include "jobs/recipe_controller.h"
#include "mainwindow/copy_command.h"
#include "mainwindow/main_window.h"
#include "mainwindow/window_actions.h"
#include "views/plots_dock.h"
#include "views/recipe_page.h"
#include "views/recipe_table.h"
#include "widgets/disabled_reason.h"

#include <QAction>

namespace quantloupe {

void MainWindow::createRecipes()
{
    m_recipes = new RecipeController(recipeEngine(m_session), &m_document, &m_computeLane, this);
    m_recipes->setSettings(m_metrics->settings());
    m_recipePage = new RecipePage(&m_document, m_recipes, m_actions.open, m_plots);
    m_plots->addPage(m_recipePage, tr("Papers"));
    for (QAction *action : m_recipePage->runActions())
        setUnavailableReason(action, tr("Open a generator first"));
    sayWhyDisabled(m_recipePage->table()->copyCommandAction(), tr("Run the recipe first"));
    createRuns();
}

void MainWindow::connectRecipes()
{
    connectRuns();
    connect(m_metrics, &MetricsController::settingsChanged, m_recipes,
            [this] { m_recipes->setSettings(m_metrics->settings()); });
    connect(m_recipePage, &RecipePage::revealed, m_plots,
            [this] { m_plots->showTab(m_recipePage->objectName()); });
    connect(m_recipePage->table()->copyCommandAction(), &QAction::triggered, this,
            &MainWindow::copyRecipe);
    connect(m_recipePage, &RecipePage::progressSeen, m_jobIndicator,
            [this](bool seen) { m_jobIndicator->setToldElsewhere(m_recipePage, seen); });
}

void MainWindow::copyRecipe()
{
    try {
        copyLine(shellLine(commandWords(reproducedRecipe(m_document, *m_recipes))));
    } catch (const Error &error) {
        refuseCommand(error);
    }
}

} // namespace quantloupe
