// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_sentences.h"

#include <QtGlobal>

#include <array>

namespace quantloupe {

namespace {

constexpr std::array kSentences = {
    // Warnings of a generator.
    QT_TRANSLATE_NOOP("quantloupe", "The weights of %1 hold values that are not finite."),
    QT_TRANSLATE_NOOP("quantloupe", "The file's tensor %1 is not used."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 tensors of the file are not used, %2 the first of them."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The network has no layer with a parameter of its own; nothing can be quantized."),
    QT_TRANSLATE_NOOP("quantloupe", "The batch norm %1 was saved in training mode; it has no "
                                    "running statistics, so pictures depend on their batch."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The batch norm %1 was saved in training mode; batch statistics are kept."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The batch norm %1 was saved in training mode; running statistics are used instead."),
    QT_TRANSLATE_NOOP("quantloupe", "The %1 was saved in training mode; it is kept."),
    QT_TRANSLATE_NOOP("quantloupe", "The %1 was saved in training mode; it is switched off."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "An operation writes into its own input; results are not cached and edits are slower."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The network was traced for batches of %1 and runs in chunks of that size."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The layer %1 stands inside a condition or loop of the network; it stays "
                      "float, and its multiply-accumulates are not counted."),
    QT_TRANSLATE_NOOP("quantloupe", "The output channels of %1 could not be followed to its "
                                    "weight; it is quantized with one scale for the whole tensor."),
    QT_TRANSLATE_NOOP("quantloupe", "The weight of the layer %1 depends on the network's input "
                                    "and has no fixed value; it stays float."),
    // Why something is assumed.
    QT_TRANSLATE_NOOP("quantloupe", "Not in the file; const takes the noise that it holds."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "Not in the file; 256 is what networks trained in half precision have."),
    QT_TRANSLATE_NOOP("quantloupe", "Not in the file; the learning rate multiplier of the mapping "
                                    "layers, which scales their weights."),
    QT_TRANSLATE_NOOP("quantloupe", "Given by the architecture."),
    QT_TRANSLATE_NOOP("quantloupe", "Stated by the file."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The first shape that fits the network's first layer and gives a picture."),
    QT_TRANSLATE_NOOP("quantloupe", "Not in the file; taken to be the range of the output."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "Not in the file; N(0,1) is the common choice, U(-1,1) the other."),
    QT_TRANSLATE_NOOP("quantloupe", "The network ends with tanh."),
    QT_TRANSLATE_NOOP("quantloupe", "The network ends with a sigmoid."),
    QT_TRANSLATE_NOOP("quantloupe", "The network ends with a clamp to %1."),
    QT_TRANSLATE_NOOP("quantloupe", "Values of a sample output lie between %1 and %2."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The tensors fit several networks; the one with the commonest strides was taken."),
    QT_TRANSLATE_NOOP("quantloupe", "Not in the file; generators that upsample before plain "
                                    "convolutions commonly use a leaky ReLU of slope 0.2."),
    QT_TRANSLATE_NOOP("quantloupe", "Not in the file; ReLU is the common choice."),
    QT_TRANSLATE_NOOP("quantloupe", "Not in the file; what follows the projection of the latent."),
    QT_TRANSLATE_NOOP("quantloupe", "Not in the file; tanh gives pictures in -1..1."),
    QT_TRANSLATE_NOOP("quantloupe", "Not in the file; the default of PyTorch's normalizations."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "Not in the file; the form published networks of this shape have."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "Not in the file; style transfer networks return plain values, CycleGAN's end with tanh."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "Not in the file; how the values of the class join those of the latent."),
    // What was read and assumed.
    QT_TRANSLATE_NOOP("quantloupe", "%1 classes, %2"),
    QT_TRANSLATE_NOOP("quantloupe", "added"),
    QT_TRANSLATE_NOOP("quantloupe", "multiplied"),
    QT_TRANSLATE_NOOP("quantloupe", "after the latent"),
    QT_TRANSLATE_NOOP("quantloupe", "before the latent"),
    QT_TRANSLATE_NOOP("quantloupe", "residual image-to-image"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 residual blocks of %2 channels"),
    QT_TRANSLATE_NOOP("quantloupe", "reflect everywhere"),
    QT_TRANSLATE_NOOP("quantloupe", "reflect in blocks and ends"),
    // Assumptions that were stated wrongly.
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The assumption input.shape cannot be '%1'; give sizes such as 100, 100x1x1 or 3x128x128."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The assumption latent.distribution cannot be '%1'; choose normal or uniform."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The assumption norm.eps cannot be '%1'; give a number between 0 and 10."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The assumption architecture.reading cannot be '%1'; choose one of: %2."),
    QT_TRANSLATE_NOOP("quantloupe", "The assumption %1 cannot be '%2'; choose one of %3."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The range '%1' is not two numbers LO,HI with LO < HI; write for example -1,1."),
    // Words of inputs and assumptions.
    QT_TRANSLATE_NOOP("quantloupe", "latent"),
    QT_TRANSLATE_NOOP("quantloupe", "image"),
    QT_TRANSLATE_NOOP("quantloupe", "label"),
    QT_TRANSLATE_NOOP("quantloupe", "one-hot label"),
    QT_TRANSLATE_NOOP("quantloupe", "truncation"),
    QT_TRANSLATE_NOOP("quantloupe", "constant"),
    QT_TRANSLATE_NOOP("quantloupe", "normal"),
    QT_TRANSLATE_NOOP("quantloupe", "uniform"),
    QT_TRANSLATE_NOOP("quantloupe", "zeros"),
    QT_TRANSLATE_NOOP("quantloupe", "none"),
    QT_TRANSLATE_NOOP("quantloupe", "const"),
    QT_TRANSLATE_NOOP("quantloupe", "random"),
    QT_TRANSLATE_NOOP("quantloupe", "sequential"),
    QT_TRANSLATE_NOOP("quantloupe", "perceptron"),
};

} // namespace

CoreSentences generatorSentences()
{
    return kSentences;
}

} // namespace quantloupe
