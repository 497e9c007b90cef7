// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search_table.h"

#include "widgets/help_page.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kFewestRows = 2;
constexpr int kFewestCharacters = 24;

} // namespace

SearchTable::SearchTable(QWidget *parent) : NumbersView(SearchTableModel::kRawRole, parent)
{
    setObjectName("searchTable");
    setAccessibleName(tr("Configurations of the search"));
    setStatusTip(tr("Enter or a double click loads the configuration"));
    setHelpPage(this, "search#the-front", {"Return", "Enter", "Ctrl+C"});
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setSelectionMode(QAbstractItemView::SingleSelection);
    m_model = new SearchTableModel(this);
    setModel(m_model);
    m_menu = new QMenu(this);
    m_menu->setObjectName("searchMenu");
    connectSignals();
}

void SearchTable::connectSignals()
{
    connect(this, &QAbstractItemView::activated, this, [this] {
        if (const auto trial = currentTrial())
            Q_EMIT loadWanted(*trial);
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SearchTable::trialChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SearchTable::trialChanged);
}

std::optional<std::size_t> SearchTable::currentTrial() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? std::optional(std::size_t(index.row())) : std::nullopt;
}

void SearchTable::setFindings(const SearchFindings &findings, const QuantConfig &present,
                              const std::vector<LayerInfo> &layers)
{
    const auto chosen = currentTrial();
    const QuantConfig before = chosen ? m_model->findings().trials[*chosen].config : QuantConfig();
    m_model->setFindings(findings, present, layers);
    if (!chosen || currentTrial())
        return;
    const auto same = std::ranges::find(findings.trials, before, &SearchTrial::config);
    if (same != findings.trials.end())
        selectRow(int(same - findings.trials.begin()));
}

void SearchTable::contextMenuEvent(QContextMenuEvent *event)
{
    m_menu->popup(event->globalPos());
}

QSize SearchTable::sizeHint() const
{
    return {contentsWidth(), minimumSizeHint().height()};
}

QSize SearchTable::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * kFewestCharacters,
            horizontalHeader()->sizeHint().height() +
                kFewestRows * verticalHeader()->defaultSectionSize()};
}

} // namespace quantloupe
