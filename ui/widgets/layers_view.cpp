// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers_view.h"

#include "widgets/bits_delegate.h"
#include "widgets/column_fitter.h"
#include "widgets/name_delegate.h"
#include "widgets/sqnr_delegate.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>

namespace quantloupe {

namespace {

constexpr int kIndentation = 14;
constexpr int kSmallestColumn = 24;
constexpr int kEmptyTextFlags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;

} // namespace

LayersView::LayersView(QWidget *parent) : QTreeView(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
}

void LayersView::createWidgets()
{
    setObjectName(QStringLiteral("layersView"));
    setAccessibleName(tr("Layers"));
    setAccessibleDescription(tr("Digits set the bits of the selected layers, F makes them float, "
                                "plus and minus step them, Enter opens a list; Left and Right "
                                "close and open groups."));
    m_bitsDelegate = new BitsDelegate(this);
    m_fitter = new ColumnFitter(this);
    m_columnMenu = new QMenu(tr("&Columns of layers"), this);
    m_columnMenu->setObjectName(QStringLiteral("columnMenu"));
    m_emptyButton = new QPushButton(viewport());
    m_emptyButton->setObjectName(QStringLiteral("emptyAction"));
    m_emptyButton->hide();
    setItemDelegate(new CellDelegate(this));
    setItemDelegateForColumn(int(LayerColumn::Name), new NameDelegate(this));
    setItemDelegateForColumn(int(LayerColumn::WeightBits), m_bitsDelegate);
    setItemDelegateForColumn(int(LayerColumn::ActivationBits), m_bitsDelegate);
    setItemDelegateForColumn(int(LayerColumn::Sqnr), new SqnrDelegate(this));
}

void LayersView::createLayout()
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setUniformRowHeights(true);
    setIndentation(kIndentation);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setHighlightSections(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setMinimumSectionSize(kSmallestColumn);
}

void LayersView::connectSignals()
{
    connect(m_bitsDelegate, &BitsDelegate::bitsChosen, this,
            [this](const QModelIndex &index, int bits) { enter(targetAt(index), bits); });
    connect(m_emptyButton, &QPushButton::clicked, this, [this] {
        if (m_emptyAction)
            m_emptyAction->trigger();
    });
    connect(&m_digits, &DigitEntry::entered, this,
            [this](int bits) { enter(m_digitTarget, bits); });
    connect(m_columnMenu, &QMenu::aboutToShow, this, &LayersView::checkColumns);
    connect(header(), &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        m_columnMenu->popup(header()->viewport()->mapToGlobal(at));
    });
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex &group) { noteCollapsed(group, true); });
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &group) { noteCollapsed(group, false); });
}

void LayersView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    m_fitter->setDefaultWidths();
    if (model && m_columnActions.isEmpty())
        createColumnActions();
}

void LayersView::reset()
{
    // Rows that were remembered belong to the old model.
    m_digits.cancel();
    m_drag.reset();
    QTreeView::reset();
    openGroups();
}

void LayersView::noteCollapsed(const QModelIndex &group, bool collapsed)
{
    const QString path = group.data(GroupPathRole).toString();
    if (m_searching || path.isEmpty())
        return;
    if (collapsed)
        m_collapsed.insert(path);
    else
        m_collapsed.remove(path);
}

void LayersView::openGroups()
{
    if (!model())
        return;
    QModelIndexList groups;
    for (int row = 0; row < model()->rowCount(); ++row)
        groups.append(model()->index(row, 0));
    bool grouped = false;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const QModelIndex group = groups[i];
        for (int row = 0; row < model()->rowCount(group); ++row)
            groups.append(model()->index(row, 0, group));
        if (!model()->hasChildren(group))
            continue;
        grouped = true;
        setExpanded(group,
                    m_searching || !m_collapsed.contains(group.data(GroupPathRole).toString()));
    }
    setRootIsDecorated(grouped);
    m_fitter->fit();
}

void LayersView::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (m_emptyText.isEmpty() || (model() && model()->rowCount() > 0))
        return;
    QPainter painter(viewport());
    painter.setPen(themeColors(palette()).secondaryText);
    painter.drawText(emptyRoom(), kEmptyTextFlags, m_emptyText);
}

QRect LayersView::emptyRoom() const
{
    return viewport()->rect().adjusted(kSpacing, kSpacing, -kSpacing, -kSpacing);
}

void LayersView::placeEmptyButton()
{
    const QRect text = fontMetrics().boundingRect(emptyRoom(), kEmptyTextFlags, m_emptyText);
    const QSize size = m_emptyButton->sizeHint();
    const QPoint corner((viewport()->width() - size.width()) / 2, text.bottom() + kSpacing);
    m_emptyButton->setGeometry(QRect(corner, size));
}

void LayersView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    placeEmptyButton();
    m_fitter->fit();
}

void LayersView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() != QEvent::FontChange || !m_fitter)
        return;
    scheduleDelayedItemsLayout();
    m_fitter->setDefaultWidths();
}

void LayersView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    placeEmptyButton();
    viewport()->update();
}

void LayersView::setEmptyAction(QAction *action)
{
    m_emptyAction = action;
    m_emptyButton->setVisible(action != nullptr);
    if (!action)
        return;
    m_emptyButton->setText(action->text());
    m_emptyButton->setToolTip(action->toolTip());
    placeEmptyButton();
}

bool LayersView::automaticColumns() const
{
    return m_fitter->isAutomatic();
}

void LayersView::setAutomaticColumns(bool automatic)
{
    m_fitter->setAutomatic(automatic);
    checkColumns();
}

QList<int> LayersView::shownColumns() const
{
    return m_fitter->shownColumns();
}

void LayersView::chooseColumns(const QList<int> &columns)
{
    m_fitter->choose(columns);
    checkColumns();
}

void LayersView::createColumnActions()
{
    for (int column = 0; column < model()->columnCount(); ++column) {
        QAction *action =
            m_columnMenu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setObjectName(QStringLiteral("column:") +
                              columnKey(static_cast<LayerColumn>(column)));
        action->setCheckable(true);
        action->setEnabled(column != int(LayerColumn::Name));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            QList<int> columns = shownColumns();
            columns.removeAll(column);
            chooseColumns(shown ? columns << column : columns);
            Q_EMIT columnsChosen();
        });
        m_columnActions.append(action);
    }
    m_columnMenu->addSeparator();
    m_fitColumns = m_columnMenu->addAction(tr("Fit to width"));
    m_fitColumns->setObjectName(QStringLiteral("fitColumns"));
    m_fitColumns->setCheckable(true);
    connect(m_fitColumns, &QAction::toggled, this, [this](bool automatic) {
        setAutomaticColumns(automatic);
        Q_EMIT columnsChosen();
    });
    connect(header(), &QHeaderView::sectionResized, this, &LayersView::checkColumns,
            Qt::QueuedConnection);
    checkColumns();
}

void LayersView::addHeaderAction(QAction *action)
{
    m_columnMenu->addAction(action);
}

void LayersView::checkColumns()
{
    if (!m_fitColumns)
        return;
    for (int column = 0; column < m_columnActions.size(); ++column) {
        const QSignalBlocker blocker(m_columnActions[column]);
        m_columnActions[column]->setChecked(!isColumnHidden(column));
    }
    const QSignalBlocker blocker(m_fitColumns);
    m_fitColumns->setChecked(automaticColumns());
}

} // namespace quantloupe
