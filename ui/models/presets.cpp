// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/presets.h"

#include "models/translate.h"

#include <algorithm>
#include <array>

namespace quantloupe {

namespace {

/// A preset is one row here and a name in the enum.
struct Row
{
    Preset preset;
    const char *title;
    const char *explanation;
    /// Settings of the first, the middle and the last layers, in the command line's notation.
    const char *first;
    const char *middle;
    const char *last;
};

/// In the order of the menu.
constexpr std::array kRows{
    Row{Preset::W8, QT_TRANSLATE_NOOP("quantloupe", "W8"),
        QT_TRANSLATE_NOOP("quantloupe", "8-bit weights, symmetric per channel with MSE clip."),
        "w8", "w8", "w8"},
    Row{Preset::W4, QT_TRANSLATE_NOOP("quantloupe", "W4"),
        QT_TRANSLATE_NOOP("quantloupe", "4-bit weights, symmetric per channel with MSE clip."),
        "w4", "w4", "w4"},
    Row{Preset::W8A8, QT_TRANSLATE_NOOP("quantloupe", "W8A8"),
        QT_TRANSLATE_NOOP("quantloupe", "8-bit weights and calibrated 8-bit activations."), "w8,a8",
        "w8,a8", "w8,a8"},
    Row{Preset::W4A8, QT_TRANSLATE_NOOP("quantloupe", "W4A8, first and last W8"),
        QT_TRANSLATE_NOOP("quantloupe",
                          "4-bit weights, 8 bits in the first and the last layer, and "
                          "calibrated 8-bit activations."),
        "w8,a8", "w4,a8", "w8,a8"},
    Row{Preset::W2Em, QT_TRANSLATE_NOOP("quantloupe", "W2 EM"),
        QT_TRANSLATE_NOOP("quantloupe",
                          "2-bit weights with the EM quantizer that QGAN names, per channel."),
        "w2:em", "w2:em", "w2:em"},
    Row{Preset::BinaryExceptLast, QT_TRANSLATE_NOOP("quantloupe", "Binary except last"),
        QT_TRANSLATE_NOOP("quantloupe", "Binary weights; the last layer stays float."), "w1", "w1",
        "wfloat"},
    Row{Preset::AllFloat, QT_TRANSLATE_NOOP("quantloupe", "All float"),
        QT_TRANSLATE_NOOP("quantloupe", "No layer is quantized."), "wfloat", "wfloat", "wfloat"},
};

const Row &rowOf(Preset preset)
{
    return *std::ranges::find(kRows, preset, &Row::preset);
}

bool isHeld(const std::string &layer, const LayerMarks &marks)
{
    return marks.isLocked(layer) ||
           std::ranges::any_of(marks.members(marks.tie(layer)),
                               [&](const std::string &member) { return marks.isLocked(member); });
}

} // namespace

QList<Preset> allPresets()
{
    QList<Preset> presets;
    for (const Row &row : kRows)
        presets.append(row.preset);
    return presets;
}

QString title(Preset preset)
{
    return tr(rowOf(preset).title);
}

QString explanation(Preset preset)
{
    return tr(rowOf(preset).explanation);
}

QuantConfig presetConfig(Preset preset, const GeneratorInfo &info)
{
    const Row &row = rowOf(preset);
    QuantConfig config;
    for (std::size_t i = 0; i < info.layers.size(); ++i) {
        const LayerInfo &layer = info.layers[i];
        const bool isLast = i + 1 == info.layers.size();
        LayerQuantSpec spec = parseSpec(isLast ? row.last : i == 0 ? row.first : row.middle).spec;
        if (!layer.hasActivationSite || layer.readsNetworkInput)
            spec.activation = {};
        config.set(layer.name, spec);
    }
    return config;
}

PresetStep presetStep(Preset preset, const GeneratorInfo &info, const DocumentState &present)
{
    PresetStep step{presetConfig(preset, info)};
    step.config.setCorrections(present.config.corrections());
    for (const LayerInfo &layer : info.layers) {
        const LayerQuantSpec &kept = present.config.spec(layer.name);
        if (kept == step.config.spec(layer.name) || !isHeld(layer.name, present.marks))
            continue;
        step.config.set(layer.name, kept);
        ++step.locked;
    }
    return step;
}

} // namespace quantloupe
