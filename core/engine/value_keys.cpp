// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "engine/norm_overlay.h"

#include <array>

namespace quantloupe {

const NormOverlay *normOverlay(const Program &program, const Step &step, const Overlay &overlay)
{
    const int layer = program.norms[static_cast<std::size_t>(step.norm)].layer;
    if (layer < 0 || overlay.empty())
        return nullptr;
    for (const NormOverlay &norm : overlay[static_cast<std::size_t>(layer)].norms)
        if (norm.norm == step.norm)
            return &norm;
    return nullptr;
}

namespace {

/// What the overlay does in this step itself; 0 for nothing.
std::array<std::uint64_t, 2> settingKeys(const Program &program, const Step &step,
                                         const Overlay &overlay)
{
    if (step.kind == StepKind::Norm) {
        const NormOverlay *norm = normOverlay(program, step, overlay);
        return {norm ? norm->key : 0, 0};
    }
    if (step.layer < 0 || overlay.empty())
        return {};
    const LayerOverlay &layer = overlay[static_cast<std::size_t>(step.layer)];
    return {layer.activationKey, layer.outputKey};
}

} // namespace

std::vector<std::uint64_t> valueKeys(const Program &program, std::uint64_t inputsKey,
                                     const Overlay &overlay)
{
    std::vector<std::uint64_t> keys(program.valueCount());
    for (std::size_t i = 0; i < keys.size(); ++i)
        keys[i] = mixHash(program.id, i);
    for (std::size_t i = 0; i < program.inputs.size(); ++i)
        keys[static_cast<std::size_t>(program.inputs[i])] = mixHash(inputsKey, i);
    for (std::size_t i = 0; i < overlay.size(); ++i) {
        std::uint64_t &key = keys[static_cast<std::size_t>(program.layers[i].value)];
        if (overlay[i].weightKey != 0)
            key = mixHash(key, overlay[i].weightKey);
    }
    for (std::size_t s = 0; s < program.steps.size(); ++s) {
        const Step &step = program.steps[s];
        std::uint64_t key = mixHash(program.id, s);
        for (const ValueId input : step.inputs)
            key = mixHash(key, keys[static_cast<std::size_t>(input)]);
        if (step.kind == StepKind::Random)
            key = mixHash(key, inputsKey);
        for (const std::uint64_t setting : settingKeys(program, step, overlay))
            // Float settings leave no mark, so that float and quantized runs share their prefix.
            if (setting != 0)
                key = mixHash(key, setting);
        for (std::size_t o = 0; o < step.outputs.size(); ++o)
            keys[static_cast<std::size_t>(step.outputs[o])] = mixHash(key, o);
    }
    return keys;
}

} // namespace quantloupe
