// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/recipe_table.h"

#include "widgets/help_page.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

namespace quantloupe {

namespace {

constexpr int kFewestRows = 3;
constexpr int kFewestCharacters = 24;

} // namespace

RecipeTable::RecipeTable(QWidget *parent) : NumbersView(RecipeTableModel::kRawRole, parent)
{
    setObjectName("recipeTable");
    setAccessibleName(tr("Configurations of the recipe"));
    setStatusTip(tr("Enter or a double click loads the configuration"));
    setHelpPage(this, "papers#in-the-window", {"Return", "Enter", "Ctrl+C"});
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_model = new RecipeTableModel(this);
    setModel(m_model);
    createMenu();
    connectSignals();
}

void RecipeTable::createMenu()
{
    m_menu = new QMenu(this);
    m_menu->setObjectName("recipeMenu");
    m_load = m_menu->addAction(tr("Load configuration"));
    m_load->setObjectName("loadRecipeRow");
    m_load->setToolTip(tr("The layers get the settings of the selected row (Enter)"));
    m_load->setEnabled(false);
    m_menu->addAction(tr("Copy rows"), this, &NumbersView::copy)->setObjectName("copyRecipe");
    m_copyCommand = m_menu->addAction(tr("Copy as command"));
    m_copyCommand->setObjectName("copyRecipeCommand");
    m_copyCommand->setToolTip(tr("The quantloupe-cli command that gives this table, for a shell"));
}

void RecipeTable::connectSignals()
{
    const auto load = [this] {
        if (const int row = currentConfiguration(); row >= 0)
            Q_EMIT loadWanted(row);
    };
    connect(this, &QAbstractItemView::activated, this, load);
    connect(m_load, &QAction::triggered, this, load);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RecipeTable::followChoice);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &RecipeTable::fit);
}

int RecipeTable::currentConfiguration() const
{
    return currentIndex().isValid() ? m_model->configurationOf(currentIndex().row()) : -1;
}

void RecipeTable::followChoice()
{
    m_load->setEnabled(currentConfiguration() >= 0);
}

void RecipeTable::setRows(const std::vector<RecipeRow> &rows)
{
    const int chosen = currentConfiguration();
    m_model->setRows(rows);
    if (chosen >= 0 && currentConfiguration() < 0 && chosen < int(rows.size()))
        selectRow(chosen + 1);
    followChoice();
}

void RecipeTable::contextMenuEvent(QContextMenuEvent *event)
{
    m_menu->popup(event->globalPos());
}

QSize RecipeTable::sizeHint() const
{
    return {contentsWidth(), minimumSizeHint().height()};
}

QSize RecipeTable::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * kFewestCharacters,
            horizontalHeader()->sizeHint().height() +
                kFewestRows * verticalHeader()->defaultSectionSize()};
}

} // namespace quantloupe
