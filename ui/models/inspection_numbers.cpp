// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inspection_numbers.h"

#include "models/absence_words.h"
#include "models/inspection_text.h"
#include "models/translate.h"

#include <QLocale>

namespace quantloupe {

namespace {

enum Column { NameColumn, LayerColumnOfNumbers, ChannelColumn };

InspectionNumber text(const std::string &value)
{
    return {QString::fromStdString(value), QString::fromStdString(value)};
}

InspectionNumber count(std::int64_t value)
{
    return {QLocale().toString(qlonglong(value)), QString::number(value)};
}

InspectionNumber general(const std::optional<double> &value)
{
    if (!value)
        return {QStringLiteral("–"), {}};
    return {QLocale().toString(*value, 'g', 4), QString::number(*value, 'g', 9)};
}

InspectionNumber fixed(const std::optional<double> &value, int decimals)
{
    if (!value)
        return {QStringLiteral("–"), {}};
    return {QLocale().toString(*value, 'f', decimals), QString::number(*value, 'g', 9)};
}

/// In percent; the unit is the row's.
InspectionNumber share(const std::optional<double> &value)
{
    if (!value)
        return {QStringLiteral("–"), {}};
    return {shareText(*value).section(u' ', 0, 0), QString::number(*value * 100, 'g', 9)};
}

/// The weight's rows, filled alike for the layer and for a channel.
class WeightRows
{
    Q_DECLARE_TR_FUNCTIONS(quantloupe)

public:
    explicit WeightRows(const WeightInspection &weight) : m_weight(weight) {}

    QList<InspectionRow> rows() const
    {
        QList<InspectionRow> rows;
        add(rows, tr("Weights"), {}, [](const auto &n) { return count(n.weights); });
        add(rows, tr("Minimum"), {}, [](const auto &n) { return general(n.minimum); });
        add(rows, tr("Maximum"), {}, [](const auto &n) { return general(n.maximum); });
        if (m_weight.layer.nonFinite > 0)
            add(rows, tr("Not finite"), tr("NaN or infinite weights; they are quantized as zero."),
                [](const auto &n) { return count(n.nonFinite); });
        addQuantizer(rows);
        return rows;
    }

private:
    template <typename Value>
    void add(QList<InspectionRow> &rows, const QString &name, const QString &explanation,
             Value value) const
    {
        InspectionRow row{name, value(m_weight.layer), {}, explanation};
        if (m_weight.chosen)
            row.channel = value(*m_weight.chosen);
        rows.append(row);
    }

    void addQuantizer(QList<InspectionRow> &rows) const
    {
        if (m_weight.spec.isFloat())
            return;
        addLevels(rows);
        QString sqnr = tr("Energy of the weights over that of their error.");
        if (m_weight.layer.absence != Absence::None)
            sqnr = tr("Absent: %1.").arg(reasonText(m_weight.layer.absence));
        add(rows, tr("SQNR, dB"), sqnr, [](const auto &n) { return fixed(n.sqnr, 1); });
        add(rows, tr("Clipped, %"),
            tr("Weights beyond the range; absent for methods without a range."),
            [](const auto &n) { return share(n.clipped); });
        add(rows, tr("Occupied, %"), tr("Levels that at least one weight takes, per scale."),
            [](const auto &n) { return share(n.occupancy); });
        add(rows, tr("Entropy, bits"),
            tr("Of the codes: what one needs at least when they are packed well."),
            [](const auto &n) { return fixed(n.entropy, 2); });
    }

    /// A range in weights is one channel's, or the whole tensor's.
    void addLevels(QList<InspectionRow> &rows) const
    {
        rows.append({tr("Levels"), count(m_weight.levelCount), {}, {}});
        if (m_weight.axis == WeightAxis::Steps)
            return;
        InspectionRow lowest{tr("Lowest level"), general(m_weight.range->low), {}, {}};
        InspectionRow highest{tr("Highest level"), general(m_weight.range->high), {}, {}};
        if (m_weight.scales > 1) {
            for (InspectionRow *row : {&lowest, &highest})
                row->channel = std::exchange(row->layer, general({}));
        }
        rows.append({lowest, highest});
    }

    const WeightInspection &m_weight;
};

QList<InspectionRow> activationRows(const ActivationInspection &activation)
{
    if (activation.samples == 0 || activation.absence != Absence::None)
        return {};
    QList<InspectionRow> rows{
        {tr("Input"), text(toText(activation.spec)), {}, tr("Setting of the input activation.")},
        {tr("Input min."),
         general(activation.minimum),
         {},
         tr("Least value of the float network.")},
        {tr("Input max."),
         general(activation.maximum),
         {},
         tr("Greatest value of the float network.")},
        {tr("Input zeros, %"), share(activation.zeros), {}, tr("Values that are exactly zero.")}};
    if (!activation.range)
        return rows;
    rows.append({{tr("Input from"),
                  general(activation.range->lowest()),
                  {},
                  tr("Lowest level of the quantizer.")},
                 {tr("Input to"),
                  general(activation.range->highest()),
                  {},
                  tr("Highest level of the quantizer.")},
                 {tr("Input clip, %"),
                  share(activation.range->clipped),
                  {},
                  tr("Values beyond the range.")},
                 {tr("Held-out clip, %"),
                  share(activation.heldOutClipped),
                  {},
                  tr("Values beyond the range, of samples that calibration did not see.")}});
    return rows;
}

} // namespace

QList<InspectionRow> inspectionRows(const LayerInspection &inspection)
{
    QList<InspectionRow> rows{{tr("Setting"), text(toText(inspection.weight.spec)), {}, {}}};
    rows.append(WeightRows(inspection.weight).rows());
    rows.append(activationRows(inspection.activation));
    return rows;
}

void InspectionNumbersModel::setInspection(const LayerInspection &inspection)
{
    beginResetModel();
    m_rows = inspectionRows(inspection);
    m_channel.reset();
    if (inspection.weight.channel)
        m_channel = int(*inspection.weight.channel);
    endResetModel();
}

int InspectionNumbersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int InspectionNumbersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_channel ? 3 : 2;
}

QVariant InspectionNumbersModel::data(const QModelIndex &index, int role) const
{
    const InspectionRow &row = m_rows.at(index.row());
    if (role == Qt::ToolTipRole)
        return row.explanation.isEmpty() ? row.name : row.explanation;
    if (role == Qt::TextAlignmentRole && index.column() != NameColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != kRawRole)
        return {};
    if (index.column() == NameColumn)
        return row.name;
    const InspectionNumber &number = index.column() == ChannelColumn ? row.channel : row.layer;
    return role == kRawRole ? number.raw : number.shown;
}

QVariant InspectionNumbersModel::headerData(int section, Qt::Orientation orientation,
                                            int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Number");
    case LayerColumnOfNumbers:
        return tr("Layer");
    default:
        return m_channel ? tr("Ch. %1").arg(*m_channel) : QString();
    }
}

} // namespace quantloupe
