// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/recipe_controller.h"

#include <QList>
#include <QWidget>

class QAction;
class QComboBox;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTextBrowser;

namespace quantloupe {

class ElidedLabel;
class ProgressLine;
class RecipeTable;
class StaleVeil;
class StatePage;

/// The experiments of the papers on the open generator: a table of configurations, and what they
/// say about the claims.
class RecipePage : public QWidget
{
    Q_OBJECT

public:
    /// `open` is the button of the empty state; not owned.
    RecipePage(QuantDocument *document, RecipeController *controller, QAction *open,
               QWidget *parent = nullptr);
    RecipeTable *table() const { return m_table; }
    /// One for each recipe: it is run. QAction::data holds the RecipeKind.
    const QList<QAction *> &runActions() const { return m_runs; }
    /// Chooses the recipe and runs it; nothing but the one that runs while there is one.
    void run(RecipeKind kind);

Q_SIGNALS:
    /// The page should come to the front.
    void revealed();
    /// Whether the page itself shows how far the recipe is.
    void progressSeen(bool seen);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createActions();
    void createWidgets();
    void createHead();
    void createLayout();
    void connectSignals();

    RecipeKind chosen() const;
    void showKnown();
    void showState();
    void showVerdict();
    void showHead();
    void showProgress();
    void showFailure(const QString &sentence, const QString &details);
    /// Says what there is instead of the content; false where that can be shown.
    bool showGap();
    /// Before anything is run.
    QString invitation() const;
    QString progressText() const;
    /// In fewer and fewer words.
    QStringList summary() const;

    QuantDocument *m_document;
    RecipeController *m_controller;
    QAction *m_open;
    QList<QAction *> m_runs;
    /// The chosen recipe, in states without content.
    QAction *m_start = nullptr;
    QComboBox *m_recipe = nullptr;
    ElidedLabel *m_summary = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_load = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatePage *m_state = nullptr;
    QSplitter *m_content = nullptr;
    RecipeTable *m_table = nullptr;
    QTextBrowser *m_verdict = nullptr;
    StaleVeil *m_veil = nullptr;
    ProgressLine *m_progress = nullptr;
    /// What the last failure said.
    QString m_failure;
    QString m_failureDetails;
};

} // namespace quantloupe
