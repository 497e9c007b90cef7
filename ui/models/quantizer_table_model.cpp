// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quantizer_table_model.h"

#include "models/absence_words.h"
#include "models/inspection_text.h"
#include "models/quantizer_words.h"

#include <QFont>
#include <QLocale>

#include <algorithm>
#include <optional>

namespace quantloupe {

namespace {

constexpr int kFigures = 3;

/// As it is measured; absent where it cannot be.
std::optional<double> valueOf(const QuantizerTrial &trial, int column)
{
    const WeightNumbers &numbers = trial.numbers;
    switch (column) {
    case QuantizerTableModel::Bits:
        return trial.spec.bits;
    case QuantizerTableModel::Sqnr:
        return numbers.sqnr;
    case QuantizerTableModel::Occupancy:
        return numbers.occupancy;
    case QuantizerTableModel::Entropy:
        return numbers.entropy;
    case QuantizerTableModel::Error:
        return numbers.meanSquaredError;
    case QuantizerTableModel::Clipped:
        return numbers.clipped;
    case QuantizerTableModel::Time:
        return trial.seconds * 1e3;
    default:
        return {};
    }
}

/// Of any family and size.
QFont boldFont()
{
    QFont font;
    font.setBold(true);
    return font;
}

} // namespace

bool QuantizerTableModel::beginsWithRows(const std::vector<QuantizerTrial> &trials) const
{
    return trials.size() >= m_trials.size() &&
           std::equal(
               m_trials.begin(), m_trials.end(), trials.begin(),
               [](const QuantizerTrial &a, const QuantizerTrial &b) { return a.spec == b.spec; });
}

void QuantizerTableModel::setTrials(const std::vector<QuantizerTrial> &trials)
{
    if (!beginsWithRows(trials)) {
        beginResetModel();
        m_trials = trials;
        endResetModel();
        return;
    }
    if (trials.size() == m_trials.size())
        return;
    beginInsertRows({}, int(m_trials.size()), int(trials.size()) - 1);
    m_trials = trials;
    endInsertRows();
}

void QuantizerTableModel::setPresent(const WeightSpec &spec)
{
    if (spec == m_present)
        return;
    const int before = rowOf(m_present);
    m_present = spec;
    for (const int row : {before, rowOf(spec)})
        if (row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int QuantizerTableModel::rowOf(const WeightSpec &spec) const
{
    const auto found = std::ranges::find(m_trials, spec, &QuantizerTrial::spec);
    return found == m_trials.end() ? -1 : int(found - m_trials.begin());
}

int QuantizerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_trials.size());
}

int QuantizerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString QuantizerTableModel::text(const QuantizerTrial &trial, int column) const
{
    if (column == Name)
        return trial.spec == m_present ? tr("%1 – in use").arg(variantName(trial.spec))
                                       : variantName(trial.spec);
    const std::optional<double> value = valueOf(trial, column);
    if (!value)
        return QStringLiteral("–");
    switch (column) {
    case Bits:
        return QString::number(trial.spec.bits);
    case Occupancy:
    case Clipped:
        return shareText(*value);
    case Sqnr:
        return tr("%1 dB").arg(QLocale().toString(*value, 'f', 1));
    case Entropy:
        return QLocale().toString(*value, 'f', 2);
    case Time:
        return tr("%1 ms").arg(QLocale().toString(*value, 'g', kFigures));
    default:
        return QLocale().toString(*value, 'g', kFigures);
    }
}

QString QuantizerTableModel::raw(const QuantizerTrial &trial, int column) const
{
    if (column == Name)
        return QString::fromStdString(toText(trial.spec));
    const std::optional<double> value = valueOf(trial, column);
    return value ? QString::number(*value, 'g', 9) : QString();
}

QString QuantizerTableModel::toolTip(const QuantizerTrial &trial, int column) const
{
    if (column == Name)
        return quantizerExplanation(trial.spec);
    if (valueOf(trial, column))
        return {};
    if (column == Clipped)
        return tr("Absent: the method has no range beyond which weights are clipped.");
    return tr("Absent: %1.").arg(reasonText(trial.numbers.absence));
}

QVariant QuantizerTableModel::sortValue(const QuantizerTrial &trial, int column) const
{
    if (column == Name)
        return variantName(trial.spec);
    const std::optional<double> value = valueOf(trial, column);
    return value ? QVariant(*value) : QVariant();
}

QVariant QuantizerTableModel::data(const QModelIndex &index, int role) const
{
    const QuantizerTrial &row = trial(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case RawRole:
        return raw(row, column);
    case SortRole:
        return sortValue(row, column);
    case Qt::FontRole:
        return row.spec == m_present ? QVariant(boldFont()) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return int((column == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant QuantizerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    static const char *const kTitles[] = {
        QT_TR_NOOP("Quantizer"), QT_TR_NOOP("Bits"),  QT_TR_NOOP("SQNR"),    QT_TR_NOOP("Occupied"),
        QT_TR_NOOP("Entropy"),   QT_TR_NOOP("Error"), QT_TR_NOOP("Clipped"), QT_TR_NOOP("Time")};
    static const char *const kExplanations[] = {
        QT_TR_NOOP("The method, and its variant where it has one"),
        QT_TR_NOOP("Bits of a code"),
        QT_TR_NOOP("Energy of the weights over that of their error"),
        QT_TR_NOOP("Levels that at least one weight takes, per scale"),
        QT_TR_NOOP("Of the codes, in bits: what one needs at least when they are packed well"),
        QT_TR_NOOP("Mean squared error of the weights"),
        QT_TR_NOOP("Weights beyond the range; absent for methods without a range"),
        QT_TR_NOOP("To quantize the weight once, on one core")};
    switch (role) {
    case Qt::DisplayRole:
        return tr(kTitles[section]);
    case Qt::ToolTipRole:
        return tr(kExplanations[section]);
    case Qt::TextAlignmentRole:
        return int((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace quantloupe
