// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs_table.h"

#include "widgets/help_page.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMenu>

namespace quantloupe {

namespace {

constexpr int kFewestRows = 3;
constexpr int kFewestCharacters = 24;

} // namespace

RunsTable::RunsTable(QWidget *parent) : NumbersView(RunTableModel::kRawRole, parent)
{
    setObjectName("runsTable");
    setAccessibleName(tr("Runs of the store"));
    setStatusTip(tr("Enter or a double click loads the configuration"));
    setHelpPage(this, "runs#the-list",
                {"Return", "Enter", "Ctrl+Return", "Ctrl+Enter", "Del", "Ctrl+C"});
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_model = new RunTableModel(this);
    setStretchedColumn(RunTableModel::Note);
    setModel(m_model);
    m_menu = new QMenu(this);
    m_menu->setObjectName("runsMenu");
    connect(this, &QAbstractItemView::activated, this, &RunsTable::loadWanted);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RunsTable::followChoice);
}

void RunsTable::setActions(const QList<QAction *> &actions)
{
    m_menu->addActions(actions);
}

void RunsTable::setRuns(const std::vector<RunSummary> &runs, RunId chosen)
{
    m_isFilling = true;
    m_model->setRuns(runs);
    if (const int row = m_model->rowOf(chosen); row >= 0)
        selectRow(row);
    m_isFilling = false;
    if (m_model->rowOf(chosen) < 0)
        followChoice();
}

void RunsTable::followChoice()
{
    if (m_isFilling)
        return;
    const QModelIndexList rows = selectionModel()->selectedRows();
    Q_EMIT runChosen(rows.isEmpty() ? 0 : m_model->runAt(rows.constFirst().row()));
}

void RunsTable::contextMenuEvent(QContextMenuEvent *event)
{
    m_menu->popup(event->globalPos());
}

void RunsTable::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Delete))
        Q_EMIT removeWanted();
    else if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        Q_EMIT repeatWanted();
    else
        NumbersView::keyPressEvent(event);
}

QSize RunsTable::sizeHint() const
{
    return {contentsWidth(), minimumSizeHint().height()};
}

QSize RunsTable::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * kFewestCharacters,
            horizontalHeader()->sizeHint().height() +
                kFewestRows * verticalHeader()->defaultSectionSize()};
}

} // namespace quantloupe
