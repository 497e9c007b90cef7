// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_table_model.h"

#include "models/core_words.h"
#include "models/metrics_words.h"

#include <QLocale>

namespace quantloupe {

namespace {

const Measured<MetricInterval> &intervalOf(const MetricRow &row)
{
    return isPaired(row.kind) ? row.pairedInterval : row.deltaInterval;
}

QString rawNumber(double value)
{
    return QString::number(value, 'g', 9);
}

} // namespace

void MetricsTableModel::setReport(const MetricsReport &report,
                                  const std::optional<MetricsReport> &previous)
{
    beginResetModel();
    m_report = report;
    m_previous = previous;
    endResetModel();
}

int MetricsTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_report.rows.size());
}

int MetricsTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Measured<double> MetricsTableModel::changeToPrevious(const MetricRow &row) const
{
    const auto missing = [](const QString &why) {
        return Measured<double>::missing(why.toStdString());
    };
    if (!m_previous)
        return missing(tr("it is the first measurement"));
    const MetricRow *before = findRow(*m_previous, row);
    if (!before)
        return missing(tr("the measurement before did not have it"));
    const std::string difference = differenceOf(*m_previous, *before, m_report, row);
    if (!difference.empty())
        return Measured<double>::missing(difference);
    if (!before->quantized || !row.quantized)
        return missing(tr("one of both values is missing"));
    return Measured<double>::of(*row.quantized - *before->quantized);
}

Measured<double> MetricsTableModel::number(const MetricRow &row, int column) const
{
    switch (column) {
    case Float:
        return row.floatValue;
    case Quantized:
        return row.quantized;
    case Delta:
        return row.delta;
    case Previous:
        return changeToPrevious(row);
    case Floor:
        return row.floor;
    default:
        return Measured<double>::missing({});
    }
}

QString MetricsTableModel::text(const MetricRow &row, int column, bool isRaw) const
{
    if (column == Name)
        return rowTitle(row);
    if (column == Count)
        return isRaw ? QString::number(row.n) : QLocale().toString(qulonglong(row.n));
    if (column == Interval) {
        const Measured<MetricInterval> &interval = intervalOf(row);
        if (!interval)
            return isRaw ? QString() : QStringLiteral("–");
        return isRaw ? rawNumber((*interval).low) + u' ' + rawNumber((*interval).high)
                     : intervalText(*interval);
    }
    const Measured<double> value = number(row, column);
    if (!value)
        return isRaw ? QString() : QStringLiteral("–");
    if (isRaw)
        return rawNumber(*value);
    if (const std::optional<double> error = standardError(row, column))
        return withErrorText(*value, *error);
    const bool isDifference = column == Delta || column == Previous;
    const bool isOfInterval = column == (isPaired(row.kind) ? Quantized : Delta);
    const Measured<MetricInterval> &interval = intervalOf(row);
    return (isDifference && *value > 0 ? QStringLiteral("+") : QString()) +
           (isOfInterval && interval ? metricNumber(*value, *interval) : metricNumber(*value));
}

std::optional<double> MetricsTableModel::standardError(const MetricRow &row, int column)
{
    return column == Float       ? row.floatStandardError
           : column == Quantized ? row.quantizedStandardError
                                 : std::nullopt;
}

QString MetricsTableModel::reason(const MetricRow &row, int column) const
{
    if (column == Name)
        return row.form.empty()
                   ? rowName(row)
                   : tr("%1, computed by the form “%2”").arg(rowName(row), coreText(row.form));
    if (column == Count)
        return {};
    const std::string why =
        column == Interval ? intervalOf(row).reason : number(row, column).reason;
    if (!why.empty())
        return tr("Absent: %1").arg(coreText(why));
    return standardError(row, column) ? tr("After ± the standard error (jackknife)") : QString();
}

QVariant MetricsTableModel::data(const QModelIndex &index, int role) const
{
    const MetricRow &row = m_report.rows.at(std::size_t(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column(), false);
    case kRawRole:
        return text(row, index.column(), true);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return reason(row, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant MetricsTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        switch (section) {
        case Delta:
            return tr("Quantized minus float");
        case Interval:
            return tr("95 % of the bootstrap over samples, of the difference to float");
        case Previous:
            return tr("Change of the quantized value since the measurement before");
        case Floor:
            return tr("Two sets of the reference against each other: what a perfect generator "
                      "would get");
        case Count:
            return tr("Samples measured");
        default:
            return {};
        }
    if (role != Qt::DisplayRole)
        return {};
    static const char *const kTitles[] = {
        QT_TR_NOOP("Metric"), QT_TR_NOOP("Float"),    QT_TR_NOOP("Quantized"), QT_TR_NOOP("Delta"),
        QT_TR_NOOP("95 %"),   QT_TR_NOOP("Previous"), QT_TR_NOOP("Floor"),     QT_TR_NOOP("N")};
    return section < ColumnCount ? tr(kTitles[section]) : QString();
}

} // namespace quantloupe
