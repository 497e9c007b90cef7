// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_setting_edit.h"

#include "base/error.h"
#include "models/translate.h"

namespace quantloupe {

namespace {

LayerQuantSpec withSetting(const LayerInfo &layer, LayerQuantSpec spec, const SpecEdit &setting)
{
    if (setting.setsWeight)
        spec.weight = setting.spec.weight;
    if (!setting.setsActivation)
        return spec;
    const QString obstacle = activationObstacle(layer);
    if (!obstacle.isEmpty() && !setting.spec.activation.isFloat())
        throw Error(ErrorKind::BadInput, obstacle.toStdString());
    spec.activation = setting.spec.activation;
    return spec;
}

} // namespace

LayerEdit settingEdit(const SpecEdit &setting, const QString &what)
{
    return {what,
            [=](const LayerInfo &layer, const LayerQuantSpec &spec) {
                return withSetting(layer, spec, setting);
            },
            {}};
}

LayerEdit ruleEdit(const SpecRule &rule)
{
    const LayerPattern pattern(rule.pattern);
    return {tr("Rule %1").arg(QString::fromStdString(rule.pattern)),
            [=](const LayerInfo &layer, const LayerQuantSpec &spec) {
                SpecEdit setting = rule.edit;
                setting.setsActivation &= !leavesOutActivation(pattern, layer);
                return withSetting(layer, spec, setting);
            },
            {}};
}

LayerEdit fillEdit(LayerColumn column, const LayerQuantSpec &spec)
{
    const QString what = tr("Fill");
    if (column == LayerColumn::WeightBits || column == LayerColumn::ActivationBits) {
        const bool isWeight = column == LayerColumn::WeightBits;
        LayerEdit edit = bitsEdit(isWeight ? QuantSite::Weight : QuantSite::Activation,
                                  isWeight ? spec.weight.bits : spec.activation.bits);
        return {what, edit.change, {}};
    }
    const bool weightOnly = column == LayerColumn::Method || column == LayerColumn::Granularity;
    return settingEdit({true, !weightOnly, spec}, what);
}

QString settingText(const LayerQuantSpec &spec)
{
    return QString::fromStdString(toText(spec.weight) + "," + toText(spec.activation));
}

} // namespace quantloupe
