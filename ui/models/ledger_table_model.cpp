// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger_table_model.h"

#include "models/metrics_words.h"
#include "widgets/amount_text.h"

#include <QLocale>

#include <cmath>

namespace quantloupe {

namespace {

constexpr int kAllDigits = 9;

bool isChange(int column)
{
    return column == LedgerTableModel::Sqnr || column == LedgerTableModel::Metric;
}

const LedgerChange &changeOf(const LedgerEntry &entry, int column)
{
    return column == LedgerTableModel::Sqnr ? entry.sqnr : entry.metric;
}

QString valueText(const std::optional<double> &value)
{
    if (!value)
        return LedgerTableModel::tr("not measured");
    return std::isfinite(*value) ? metricNumber(*value) : LedgerTableModel::tr("float");
}

QString rawValue(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'g', kAllDigits) : QString();
}

QString savedText(std::int64_t bytes)
{
    return bytes < 0 ? QStringLiteral("−%1").arg(bytesText(-bytes)) : bytesText(bytes);
}

} // namespace

LedgerTableModel::LedgerTableModel(const EditLedger *ledger, QObject *parent)
    : QAbstractTableModel(parent), m_ledger(ledger)
{
    refresh();
}

void LedgerTableModel::refresh()
{
    beginResetModel();
    m_entries = m_ledger->entries();
    m_metric = m_ledger->metric();
    endResetModel();
}

int LedgerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int LedgerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString LedgerTableModel::text(const LedgerEntry &entry, int column) const
{
    switch (column) {
    case What:
        return entry.what;
    case Layers:
        return QLocale().toString(entry.layers);
    case Saved:
        return savedText(entry.bytesSaved);
    case Size:
        return bytesText(entry.bytes);
    default:
        break;
    }
    const LedgerChange &change = changeOf(entry, column);
    // Nothing at all is one word.
    if (!change.before && !change.after)
        return valueText({});
    return QStringLiteral("%1 → %2").arg(valueText(change.before), valueText(change.after));
}

QString LedgerTableModel::rawText(const LedgerEntry &entry, int column) const
{
    if (column == Saved)
        return QString::number(entry.bytesSaved);
    if (column == Size)
        return QString::number(entry.bytes);
    if (!isChange(column))
        return text(entry, column);
    const LedgerChange &change = changeOf(entry, column);
    return QStringLiteral("%1 .. %2").arg(rawValue(change.before), rawValue(change.after));
}

QString LedgerTableModel::explanation(const LedgerEntry &entry, int column) const
{
    if (column == Saved && entry.bytesSaved < 0)
        return tr("The model grew by this edit.");
    if (!isChange(column))
        return {};
    const LedgerChange &change = changeOf(entry, column);
    if (change.before && change.after)
        return {};
    return column == Sqnr
               ? tr("These pictures were not drawn with the configuration then; undo and redo draw "
                    "them.")
               : tr("Measure the configuration before and after the edit, on the same samples.");
}

QVariant LedgerTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const LedgerEntry &entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case kRawRole:
        return rawText(entry, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return explanation(entry, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant LedgerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Sqnr)
        return tr("Of the output, mean over the pictures that Compare averages");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Edit");
    case Layers:
        return tr("Layers");
    case Saved:
        return tr("Bytes saved");
    case Size:
        return tr("Size after");
    case Sqnr:
        return tr("SQNR, dB");
    default:
        break;
    }
    return m_metric.isEmpty() ? tr("Measured metric") : m_metric;
}

} // namespace quantloupe
