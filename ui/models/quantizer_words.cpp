// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_edit.h"

#include "models/quantizer_words.h"
#include "models/translate.h"

namespace quantloupe {

namespace {

bool isAsymmetricVariant(const WeightSpec &spec)
{
    return hasMapping(spec.method) && spec.mapping == MappingType::Asymmetric;
}

bool isFullVariant(const WeightSpec &spec)
{
    return hasRange(spec.method) && spec.mapping == MappingType::Symmetric &&
           spec.range == CodeRange::Full;
}

} // namespace

QString variantName(const WeightSpec &spec)
{
    const QString method = displayName(spec.method);
    if (isAsymmetricVariant(spec))
        return tr("%1, asymmetric").arg(method);
    return isFullVariant(spec) ? tr("%1, full range").arg(method) : method;
}

QString quantizerName(const WeightSpec &spec)
{
    return spec.isFloat() ? displayName(spec.method)
                          : variantName(spec) + QStringLiteral(", ") +
                                bitsPhrase(QuantSite::Weight, spec.bits);
}

QString quantizerExplanation(const WeightSpec &spec)
{
    QString text = explanation(spec.method);
    if (isAsymmetricVariant(spec))
        text += u' ' + tr("Asymmetric: a zero point lets the range reach further to one side.");
    if (isFullVariant(spec))
        text += u' ' + tr("Full range: one level more below zero than above.");
    return text;
}

} // namespace quantloupe
