// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/recipe_page.h"

#include "models/core_words.h"
#include "models/recipe_words.h"
#include "views/recipe_table.h"
#include "widgets/elided_label.h"
#include "widgets/help_page.h"
#include "widgets/progress_line.h"
#include "widgets/stale_veil.h"
#include "widgets/state_page.h"
#include "widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

constexpr int kTableShare = 3;
constexpr int kVerdictShare = 2;
/// More than any screen, so that the splitter shrinks both parts alike.
constexpr int kPart = 10000;

QString text(std::string_view said)
{
    return QString::fromUtf8(said.data(), qsizetype(said.size()));
}

} // namespace

RecipePage::RecipePage(QuantDocument *document, RecipeController *controller, QAction *open,
                       QWidget *parent)
    : QWidget(parent), m_document(document), m_controller(controller), m_open(open)
{
    createActions();
    createWidgets();
    createLayout();
    connectSignals();
    showKnown();
}

void RecipePage::createActions()
{
    for (const RecipeKind kind : recipeKinds()) {
        auto *action = new QAction(tr("Reproduce %1").arg(recipeName(kind)), this);
        action->setObjectName(QStringLiteral("recipe:") + text(name(kind)));
        action->setData(int(kind));
        action->setToolTip(text(paperOf(kind)));
        action->setStatusTip(text(paperOf(kind)));
        m_runs.append(action);
    }
    m_start = new QAction(this);
    m_start->setObjectName("startRecipe");
}

void RecipePage::createWidgets()
{
    setObjectName("page:recipes");
    setHelpPage(this, "papers#in-the-window");
    createHead();
    m_state = new StatePage(this);
    m_state->setObjectName("recipeState");
    m_table = new RecipeTable(this);
    m_verdict = new QTextBrowser(this);
    m_verdict->setObjectName("recipeVerdict");
    m_verdict->setAccessibleName(tr("What the numbers say about the paper's claims"));
    m_verdict->setFont(smallFont(font()));
    m_verdict->setOpenLinks(false);
    // Tab leaves it.
    m_verdict->setTabChangesFocus(true);
    setHelpPage(m_verdict, "papers#in-the-window", {"Ctrl+C"});
    m_stack = new QStackedWidget(this);
    // The other tabs say how narrow the dock may be.
    m_stack->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    m_progress = new ProgressLine(m_stack);
}

void RecipePage::createHead()
{
    m_recipe = new QComboBox(this);
    m_recipe->setObjectName("recipe");
    m_recipe->setAccessibleName(tr("Recipe"));
    for (const RecipeKind kind : recipeKinds()) {
        m_recipe->addItem(recipeName(kind), int(kind));
        m_recipe->setItemData(m_recipe->count() - 1, text(paperOf(kind)), Qt::ToolTipRole);
    }
    m_summary = new ElidedLabel(this);
    m_summary->setObjectName("recipeSummary");
    m_summary->setFont(smallFont(font()));
    m_run = new QPushButton(this);
    m_run->setObjectName("recipeRun");
    m_load = new QPushButton(tr("Load configuration"), this);
    m_load->setObjectName("loadRecipeButton");
    m_load->setToolTip(tr("The layers get the settings of the selected row (Enter)"));
    m_load->setEnabled(false);
}

void RecipePage::createLayout()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpacing);
    head->addWidget(m_recipe);
    head->addWidget(m_summary, 1);
    head->addWidget(m_run);
    head->addWidget(m_load);
    m_content = new QSplitter(Qt::Horizontal, this);
    m_content->setObjectName("recipeSplitter");
    m_content->setChildrenCollapsible(false);
    m_content->addWidget(m_table);
    m_content->addWidget(m_verdict);
    m_content->setStretchFactor(0, kTableShare);
    m_content->setStretchFactor(1, kVerdictShare);
    m_content->setSizes({kTableShare * kPart, kVerdictShare * kPart});
    m_veil = new StaleVeil(m_content);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    layout->setSpacing(kSpacingTight);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
}

void RecipePage::connectSignals()
{
    for (QAction *action : std::as_const(m_runs))
        connect(action, &QAction::triggered, this, [this, action] {
            Q_EMIT revealed();
            run(static_cast<RecipeKind>(action->data().toInt()));
        });
    connect(m_start, &QAction::triggered, this, [this] { run(chosen()); });
    connect(m_run, &QPushButton::clicked, this,
            [this] { m_controller->isRunning() ? m_controller->cancel() : run(chosen()); });
    connect(m_recipe, &QComboBox::activated, this, [this] { showState(); });
    connect(m_state, &StatePage::cancelRequested, m_controller, &RecipeController::cancel);
    connect(m_load, &QPushButton::clicked, m_table->loadAction(), &QAction::trigger);
    connect(m_table->loadAction(), &QAction::changed, this,
            [this] { m_load->setEnabled(m_table->loadAction()->isEnabled()); });
    connect(m_table, &RecipeTable::loadWanted, m_controller, &RecipeController::load);
    connect(m_controller, &RecipeController::changed, this, &RecipePage::showKnown);
    connect(m_controller, &RecipeController::progressed, this, &RecipePage::showProgress);
    connect(m_controller, &RecipeController::failed, this, &RecipePage::showFailure);
}

RecipeKind RecipePage::chosen() const
{
    return static_cast<RecipeKind>(m_recipe->currentData().toInt());
}

void RecipePage::run(RecipeKind kind)
{
    // One is enough at a time; the one that runs is shown.
    if (m_controller->isRunning())
        kind = m_controller->kind();
    m_recipe->setCurrentIndex(m_recipe->findData(int(kind)));
    m_controller->start(kind);
    m_run->setFocus();
}

void RecipePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showState();
}

void RecipePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    showProgress();
}

void RecipePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_progress->setGeometry(0, 0, m_stack->width(), ProgressLine::kThickness);
    m_progress->raise();
}

} // namespace quantloupe
