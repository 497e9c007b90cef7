// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/column_fitter.h"

#include "models/layer_columns.h"
#include "widgets/cell_delegate.h"
#include "widgets/theme.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QTreeView>

#include <algorithm>
#include <array>

namespace quantloupe {

namespace {

/// What a name is given before columns beyond the bits, and what it keeps where even those need
/// its room.
constexpr int kNameCharacters = 13;
constexpr int kFewestNameCharacters = 8;
/// Bars are given no room before a name has this.
constexpr int kBarredNameCharacters = 10;
constexpr int kHeaderChrome = 16;

struct Wish
{
    LayerColumn column;
    /// Typical content; empty where the delegate knows.
    const char *sample;
};

/// What an edit changes must not be out of sight.
constexpr std::array kEssential{LayerColumn::WeightBits, LayerColumn::ActivationBits,
                                LayerColumn::Sqnr};
/// Most important first; the name is always shown.
constexpr std::array kWishes{
    Wish{LayerColumn::WeightBits, ""},
    Wish{LayerColumn::ActivationBits, ""},
    Wish{LayerColumn::Sqnr, ""},
    Wish{LayerColumn::Bytes, "888.8 MB"},
    Wish{LayerColumn::Method, "symmetric"},
    Wish{LayerColumn::OutputShape, "512x16x16"},
    Wish{LayerColumn::Kind, "transposed conv"},
    Wish{LayerColumn::Parameters, "88,888,888"},
    Wish{LayerColumn::EffectiveBits, "88.88"},
    Wish{LayerColumn::WeightShape, "512x512x3x3"},
    Wish{LayerColumn::Granularity, "per channel"},
    Wish{LayerColumn::Macs, "8,888,888,888"},
    Wish{LayerColumn::NominalBits, "88.88"},
};

} // namespace

ColumnFitter::ColumnFitter(QTreeView *view) : QObject(view), m_view(view) {}

void ColumnFitter::setAutomatic(bool automatic)
{
    m_automatic = automatic;
    fit();
}

int ColumnFitter::nameWidth(int characters) const
{
    const int indentation = m_view->rootIsDecorated() ? 2 * m_view->indentation() : 0;
    return QFontMetrics(m_view->font()).averageCharWidth() * characters + kHeaderChrome +
           indentation;
}

int ColumnFitter::wantedWidth(int column) const
{
    const QFontMetrics metrics(m_view->font());
    if (column == int(LayerColumn::Name))
        return nameWidth(kNameCharacters);
    const auto wish = std::find_if(kWishes.begin(), kWishes.end(),
                                   [&](const Wish &each) { return int(each.column) == column; });
    const int heading = m_view->header()->sectionSizeHint(column);
    if (wish == kWishes.end())
        return heading;
    if (*wish->sample != '\0')
        return std::max(heading, metrics.horizontalAdvance(QLatin1String(wish->sample)) +
                                     kHeaderChrome + kSpacing);
    QStyleOptionViewItem option;
    option.font = m_view->font();
    option.widget = m_view;
    const QModelIndex index = m_view->model()->index(0, column);
    return std::max(heading,
                    m_view->itemDelegateForColumn(column)->sizeHint(option, index).width());
}

/// Of an essential column without its bar.
int ColumnFitter::narrowWidth(int column) const
{
    QStyleOptionViewItem option;
    option.font = m_view->font();
    option.widget = m_view;
    const QModelIndex index = m_view->model()->index(0, column);
    const int content = m_view->itemDelegateForColumn(column)->sizeHint(option, index).width();
    const QString heading = m_view->model()->headerData(column, Qt::Horizontal).toString();
    const int margin = m_view->style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, m_view);
    return std::max(m_view->header()->fontMetrics().horizontalAdvance(heading) + 2 * margin + 2,
                    content - CellDelegate::kBarWidth - kSpacing);
}

/// Only so do the essential columns fit beside a short name.
bool ColumnFitter::fitsNarrow(int available) const
{
    int wide = nameWidth(kNameCharacters);
    int narrow = nameWidth(kFewestNameCharacters);
    for (const LayerColumn column : kEssential) {
        wide += wantedWidth(int(column));
        narrow += narrowWidth(int(column));
    }
    return wide > available && narrow <= available;
}

/// What the name leaves, for each of the bars.
int ColumnFitter::barRoom(int available) const
{
    int left = available - nameWidth(kBarredNameCharacters);
    for (const LayerColumn column : kEssential)
        left -= narrowWidth(int(column));
    return std::clamp(left / int(kEssential.size()), 0, CellDelegate::kBarWidth);
}

void ColumnFitter::setNarrow(bool narrow, int barRoom)
{
    if (narrow == m_isNarrow && (!narrow || barRoom == m_barRoom))
        return;
    m_isNarrow = narrow;
    m_barRoom = barRoom;
    for (const LayerColumn column : kEssential) {
        m_view->setColumnHidden(int(column), false);
        m_view->setColumnWidth(int(column), narrow ? narrowWidth(int(column)) + barRoom
                                                   : wantedWidth(int(column)));
    }
}

void ColumnFitter::setDefaultWidths()
{
    m_isNarrow = false;
    if (!m_view->model())
        return;
    for (int column = 0; column < m_view->model()->columnCount(); ++column)
        m_view->setColumnWidth(column, wantedWidth(column));
    fit();
}

QList<int> ColumnFitter::shownColumns() const
{
    QList<int> columns;
    for (int column = 0; column < m_view->header()->count(); ++column)
        if (!m_view->isColumnHidden(column))
            columns.append(column);
    return columns;
}

void ColumnFitter::choose(const QList<int> &columns)
{
    m_automatic = false;
    for (int column = 0; column < m_view->header()->count(); ++column)
        m_view->setColumnHidden(column,
                                column != int(LayerColumn::Name) && !columns.contains(column));
    setDefaultWidths();
}

void ColumnFitter::shareOut(int available)
{
    setNarrow(fitsNarrow(available), barRoom(available));
    const int fewest = nameWidth(kFewestNameCharacters);
    const int reserve = nameWidth(kNameCharacters) - fewest;
    int left = available - fewest;
    bool fits = true;
    for (const Wish &wish : kWishes) {
        const int column = int(wish.column);
        const int width = m_view->header()->sectionSize(column);
        // A hidden section has no size of its own.
        const int needed = width > 0 ? width : wantedWidth(column);
        const bool isBits =
            wish.column == LayerColumn::WeightBits || wish.column == LayerColumn::ActivationBits;
        fits = fits && needed + (isBits || m_isNarrow ? 0 : reserve) <= left;
        m_view->setColumnHidden(column, !fits);
        if (fits)
            left -= needed;
    }
}

void ColumnFitter::fit()
{
    const QAbstractItemModel *model = m_view->model();
    if (!model || model->columnCount() < int(LayerColumn::Count))
        return;
    const int available = m_view->viewport()->width();
    if (m_automatic)
        shareOut(available);
    const int name = int(LayerColumn::Name);
    const int others = m_view->header()->length() - m_view->columnWidth(name);
    const int least = nameWidth(m_automatic ? kFewestNameCharacters : kNameCharacters);
    m_view->setColumnWidth(name, std::max(least, available - others));
}

} // namespace quantloupe
