// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_tooltip.h"

#include "models/layer_edit.h"
#include "models/translate.h"

#include <QLocale>
#include <QStringList>

namespace quantloupe {

namespace {

QString shapeText(const Shape &shape)
{
    return QString::fromStdString(toText(shape));
}

/// Rows of a two-column table.
class FactTable
{
public:
    void add(const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            m_rows += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>")
                          .arg(label.toHtmlEscaped(), value.toHtmlEscaped());
    }
    QString html() const { return QStringLiteral("<table>%1</table>").arg(m_rows); }

private:
    QString m_rows;
};

QString count(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

QString axisText(const LayerInfo &layer)
{
    if (layer.outputAxis < 0)
        return tr("unknown");
    const QString axis = QString::number(layer.outputAxis);
    return layer.groups > 1 ? tr("%1, in %2 groups").arg(axis).arg(layer.groups) : axis;
}

QString activationText(const LayerFacts &facts)
{
    const ActivationSpec &spec = facts.spec.activation;
    if (spec.isFloat())
        return facts.layer.hasActivationSite ? tr("float") : QString();
    QString text = tr("%1 bits, %2").arg(QString::number(spec.bits), displayName(spec.estimator));
    if (spec.mapping == MappingType::Symmetric)
        text += tr(", symmetric");
    if (facts.report && facts.report->activation && facts.report->spec.activation == spec) {
        const ActivationRange &range = *facts.report->activation;
        text += tr(", range %1 to %2, clipped %3 %")
                    .arg(QLocale().toString(range.lowest(), 'g', 4),
                         QLocale().toString(range.highest(), 'g', 4),
                         QLocale().toString(100 * range.clipped, 'g', 3));
    }
    return text;
}

void addShape(FactTable &table, const LayerInfo &layer)
{
    table.add(tr("Weight"), shapeText(layer.weightShape));
    table.add(tr("Output channel axis"), axisText(layer));
    table.add(tr("Input"), shapeText(layer.inputShape));
    table.add(tr("Output"), shapeText(layer.outputShape));
    table.add(tr("Parameters"), count(layer.parameters));
    table.add(tr("Multiply-accumulates"), count(layer.macs));
    if (layer.uses > 1)
        table.add(tr("Uses"), count(layer.uses));
}

void addReport(FactTable &table, const LayerReport &report)
{
    if (report.spec.weight.isFloat())
        return;
    if (report.sqnr)
        table.add(tr("Weight SQNR"), tr("%1 dB").arg(QLocale().toString(*report.sqnr, 'f', 2)));
    table.add(tr("Levels used"),
              tr("%1 %").arg(QLocale().toString(100 * report.occupancy, 'f', 1)));
    table.add(tr("Entropy of the codes"),
              tr("%1 bits").arg(QLocale().toString(report.entropy, 'f', 2)));
    if (report.clipped)
        table.add(tr("Clipped weights"),
                  tr("%1 %").arg(QLocale().toString(100 * *report.clipped, 'g', 3)));
}

QStringList notes(const LayerFacts &facts)
{
    QStringList result;
    if (facts.isLocked)
        result += tr("Locked: it keeps its setting; press L to unlock.");
    if (!facts.tiedTo.isEmpty())
        result += tr("Tied to %1: they always have the same setting.")
                      .arg(facts.tiedTo.join(QStringLiteral(", ")));
    if (facts.layer.readsNetworkInput)
        result += tr("Reads the network's own input: presets leave its activation float.");
    result += channelObstacle(facts.layer);
    result += activationObstacle(facts.layer);
    if (!facts.refusal.isEmpty())
        result += tr("Refused: %1").arg(facts.refusal);
    result.removeAll(QString());
    return result;
}

} // namespace

QString methodText(const WeightSpec &spec)
{
    if (spec.isFloat())
        return tr("float");
    QString text = displayName(spec.method);
    if (spec.granularity != Granularity::PerChannel)
        text += QStringLiteral(", ") + displayName(spec.granularity);
    if (spec.mapping == MappingType::Asymmetric)
        text += tr(", asymmetric");
    return text;
}

QString layerTooltip(const LayerFacts &facts)
{
    FactTable table;
    table.add(tr("Kind"), QString::fromUtf8(name(facts.layer.kind)));
    addShape(table, facts.layer);
    table.add(tr("Weight setting"), QString::fromStdString(toText(facts.spec.weight)));
    table.add(tr("Activation setting"), activationText(facts));
    table.add(tr("Corrections"), facts.corrections.join(QStringLiteral(", ")));
    if (facts.report)
        addReport(table, *facts.report);
    QString html = QStringLiteral("<b>%1</b>%2")
                       .arg(QString::fromStdString(facts.layer.name).toHtmlEscaped(), table.html());
    for (const QString &note : notes(facts))
        html += QStringLiteral("<p>%1</p>").arg(note.toHtmlEscaped());
    return html;
}

} // namespace quantloupe
