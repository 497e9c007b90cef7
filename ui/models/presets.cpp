// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/presets.h"

#include <QCoreApplication>

namespace quantloupe {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Presets", text);
}

/// What a preset means for one layer.
struct Bits
{
    int weight = kFloatBits;
    int activation = kFloatBits;
};

Bits bitsOf(Preset preset, bool isFirst, bool isLast)
{
    switch (preset) {
    case Preset::AllFloat:
        return {};
    case Preset::W8:
        return {8, kFloatBits};
    case Preset::W4:
        return {4, kFloatBits};
    case Preset::W8A8:
        return {8, 8};
    case Preset::W4A8:
        return {isFirst || isLast ? 8 : 4, 8};
    case Preset::W2Em:
        return {2, kFloatBits};
    case Preset::BinaryExceptLast:
        return {isLast ? kFloatBits : 1, kFloatBits};
    }
    return {};
}

} // namespace

QList<Preset> allPresets()
{
    return {Preset::W8,      Preset::W4,   Preset::W8A8,
            Preset::W4A8,    Preset::W2Em, Preset::BinaryExceptLast,
            Preset::AllFloat};
}

QString title(Preset preset)
{
    switch (preset) {
    case Preset::AllFloat:
        return tr("All float");
    case Preset::W8:
        return tr("W8");
    case Preset::W4:
        return tr("W4");
    case Preset::W8A8:
        return tr("W8A8");
    case Preset::W4A8:
        return tr("W4A8, first and last W8");
    case Preset::W2Em:
        return tr("W2 EM");
    case Preset::BinaryExceptLast:
        return tr("Binary except last");
    }
    return {};
}

QString explanation(Preset preset)
{
    switch (preset) {
    case Preset::AllFloat:
        return tr("No layer is quantized.");
    case Preset::W8:
        return tr("8-bit weights, symmetric per channel with MSE clip.");
    case Preset::W4:
        return tr("4-bit weights, symmetric per channel with MSE clip.");
    case Preset::W8A8:
        return tr("8-bit weights and calibrated 8-bit activations.");
    case Preset::W4A8:
        return tr("4-bit weights, 8 bits in the first and the last layer, and calibrated 8-bit "
                  "activations.");
    case Preset::W2Em:
        return tr("2-bit weights with the EM quantizer that QGAN names, per channel.");
    case Preset::BinaryExceptLast:
        return tr("Binary weights; the last layer stays float.");
    }
    return {};
}

QuantConfig presetConfig(Preset preset, const GeneratorInfo &info)
{
    QuantConfig config;
    for (std::size_t i = 0; i < info.layers.size(); ++i) {
        const LayerInfo &layer = info.layers[i];
        const Bits bits = bitsOf(preset, i == 0, i + 1 == info.layers.size());
        LayerQuantSpec spec;
        spec.weight = weightSpecOfBits(bits.weight);
        if (preset == Preset::W2Em)
            spec.weight.method = WeightMethod::Em;
        if (layer.hasActivationSite && !layer.readsNetworkInput)
            spec.activation = withBits(spec.activation, bits.activation);
        config.set(layer.name, spec);
    }
    return config;
}

} // namespace quantloupe
