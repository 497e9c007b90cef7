// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/source_writer.h"
#include "model/template_readings.h"
#include "model/template_tensors.h"

namespace quantloupe {

namespace {

constexpr double kEps = 1e-5;
constexpr std::int64_t kFirstSide = 4;

/// A layer, its norm and a gate that halves the features.
void writeGated(SourceWriter &writer, const ModuleItem &layer, const ModuleItem &norm)
{
    layer.kind == ItemKind::Linear ? writer.linear(layer) : writer.convolution(layer, {1, 1, 0, 1});
    writer.norm(norm, kEps);
    writer.line("x = torch.glu(x, 1)");
}

} // namespace

std::optional<Architecture> diStyleGanReading(const StateDict &dict)
{
    TemplateTensors tensors(dict, "DiStyleGAN");
    if (!tensors.has("project.0.weight") || !tensors.has("fc.0.weight") ||
        !tensors.has("upsample1.1.weight"))
        return std::nullopt;
    SourceWriter writer;
    const ModuleItem project = tensors.takeModule("project.0", {-1, -1});
    const std::int64_t projected = project.shape[0] / 2;
    writeGated(writer, project, tensors.takeModule("project.1", {2 * projected}));

    const ModuleItem join = tensors.takeModule("fc.0", {-1, -1});
    const std::int64_t classes = join.shape[1] - projected;
    std::int64_t channels = join.shape[0] / (2 * kFirstSide * kFirstSide);
    // A row of the unit matrix is the one-hot label that the network is given.
    writer.line("x = torch.cat([x, torch.embedding(torch.eye(" + std::to_string(classes) +
                "), label)], 1)");
    writeGated(writer, join, tensors.takeModule("fc.1", {join.shape[0]}));
    writer.view({channels, kFirstSide, kFirstSide});

    std::int64_t side = kFirstSide;
    for (int block = 1; tensors.hasModule("upsample" + std::to_string(block)); ++block) {
        const std::string prefix = "upsample" + std::to_string(block);
        const ModuleItem layer = tensors.takeModule(prefix + ".1", {-1, channels, 3, 3});
        writer.nearestUpsample();
        writeGated(writer, layer, tensors.takeModule(prefix + ".2", {layer.shape[0]}));
        channels = layer.shape[0] / 2;
        side *= 2;
    }
    const ModuleItem last = tensors.takeModule("img.0", {-1, channels, 3, 3});
    writer.convolution(last, {1, 1, 0, 1});
    writer.activation("tanh");
    tensors.requireAllTaken();

    Architecture reading;
    reading.name = "DiStyleGAN";
    reading.inputShape = {project.shape[1]};
    reading.outputRange = ValueRange{-1, 1};
    reading.summary = std::to_string(project.shape[1]) + " -> " +
                      toText(Shape{last.shape[0], side, side}) + ", " + std::to_string(classes) +
                      " classes";
    reading.source = writer.source("x: Tensor, label: Tensor");
    return reading;
}

} // namespace quantloupe
