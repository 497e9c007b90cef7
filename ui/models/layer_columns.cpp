// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_columns.h"

#include <QCoreApplication>

#include <array>

namespace quantloupe {

namespace {

struct Words
{
    const char *key;
    const char *title;
    const char *explanation;
};

constexpr std::array<Words, std::size_t(LayerColumn::Count)> kWords = {{
    {"name", QT_TRANSLATE_NOOP("LayerColumns", "Layer"),
     QT_TRANSLATE_NOOP("LayerColumns", "Layers in the order they run")},
    {"kind", QT_TRANSLATE_NOOP("LayerColumns", "Kind"),
     QT_TRANSLATE_NOOP("LayerColumns", "What the layer computes")},
    {"output", QT_TRANSLATE_NOOP("LayerColumns", "Output"),
     QT_TRANSLATE_NOOP("LayerColumns", "Shape of the layer's output, without the batch")},
    {"weight", QT_TRANSLATE_NOOP("LayerColumns", "Weight"),
     QT_TRANSLATE_NOOP("LayerColumns", "Shape of the layer's weight")},
    {"parameters", QT_TRANSLATE_NOOP("LayerColumns", "Parameters"),
     QT_TRANSLATE_NOOP("LayerColumns", "Weights and bias")},
    {"macs", QT_TRANSLATE_NOOP("LayerColumns", "MACs"),
     QT_TRANSLATE_NOOP("LayerColumns", "Multiply-accumulates of one sample")},
    {"weightBits", QT_TRANSLATE_NOOP("LayerColumns", "W bits"),
     QT_TRANSLATE_NOOP("LayerColumns", "Bits of a weight; fp is float")},
    {"activationBits", QT_TRANSLATE_NOOP("LayerColumns", "A bits"),
     QT_TRANSLATE_NOOP("LayerColumns", "Bits of the input activation; fp is float")},
    {"method", QT_TRANSLATE_NOOP("LayerColumns", "Method"),
     QT_TRANSLATE_NOOP("LayerColumns",
                       "How weights are turned into codes, and what shares a scale")},
    {"granularity", QT_TRANSLATE_NOOP("LayerColumns", "Scales"),
     QT_TRANSLATE_NOOP("LayerColumns",
                       "What shares one scale: an output channel or the whole weight")},
    {"sqnr", QT_TRANSLATE_NOOP("LayerColumns", "SQNR"),
     QT_TRANSLATE_NOOP("LayerColumns", "Signal to quantization noise of the weight, in dB")},
    {"bytes", QT_TRANSLATE_NOOP("LayerColumns", "Bytes"),
     QT_TRANSLATE_NOOP("LayerColumns", "Codes, scales and zero points, or the float32 weights")},
    {"nominalBits", QT_TRANSLATE_NOOP("LayerColumns", "Nominal bits"),
     QT_TRANSLATE_NOOP("LayerColumns",
                       "Bits of a code: 32 for float, 2 for ternary; of a group the mean over its "
                       "weights")},
    {"effectiveBits", QT_TRANSLATE_NOOP("LayerColumns", "Effective bits"),
     QT_TRANSLATE_NOOP("LayerColumns", "Bytes of the layer in bits, scales included, by weight")},
}};

const Words &words(LayerColumn column)
{
    return kWords.at(std::size_t(column));
}

} // namespace

QString columnTitle(LayerColumn column)
{
    return QCoreApplication::translate("LayerColumns", words(column).title);
}

QString columnExplanation(LayerColumn column)
{
    return QCoreApplication::translate("LayerColumns", words(column).explanation);
}

QString columnKey(LayerColumn column)
{
    return QString::fromLatin1(words(column).key);
}

bool isNumeric(LayerColumn column)
{
    switch (column) {
    case LayerColumn::Parameters:
    case LayerColumn::Macs:
    case LayerColumn::WeightBits:
    case LayerColumn::ActivationBits:
    case LayerColumn::Sqnr:
    case LayerColumn::Bytes:
    case LayerColumn::NominalBits:
    case LayerColumn::EffectiveBits:
        return true;
    default:
        return false;
    }
}

} // namespace quantloupe
