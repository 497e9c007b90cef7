// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_sentences.h"

#include <QtGlobal>

#include <array>

namespace quantloupe {

namespace {

constexpr std::array kSentences = {
    // What is being done.
    QT_TRANSLATE_NOOP("quantloupe", "Calibrating activation ranges"),
    QT_TRANSLATE_NOOP("quantloupe", "Correcting"),
    QT_TRANSLATE_NOOP("quantloupe", "Measuring corrections"),
    QT_TRANSLATE_NOOP("quantloupe", "Rounding %1"),
    QT_TRANSLATE_NOOP("quantloupe", "Computing KID"),
    QT_TRANSLATE_NOOP("quantloupe", "Computing the Fréchet distance"),
    QT_TRANSLATE_NOOP("quantloupe", "Computing the sliced Wasserstein distance of features"),
    QT_TRANSLATE_NOOP("quantloupe", "Generating and measuring samples"),
    QT_TRANSLATE_NOOP("quantloupe", "Generating pictures"),
    QT_TRANSLATE_NOOP("quantloupe", "Generating the float reference"),
    QT_TRANSLATE_NOOP("quantloupe", "Inspecting %1"),
    QT_TRANSLATE_NOOP("quantloupe", "Measuring the reference"),
    QT_TRANSLATE_NOOP("quantloupe", "Opening %1"),
    QT_TRANSLATE_NOOP("quantloupe", "Projecting patches for SWD"),
    QT_TRANSLATE_NOOP("quantloupe", "Quantizing"),
    QT_TRANSLATE_NOOP("quantloupe", "Searching neighbours"),
    QT_TRANSLATE_NOOP("quantloupe", "SWD at %1 pixels"),
    QT_TRANSLATE_NOOP("quantloupe", "Trying %1"),
    QT_TRANSLATE_NOOP("quantloupe", "Trying %1 in a separate process"),
    // Why there is no value.
    QT_TRANSLATE_NOOP("quantloupe", "no samples"),
    QT_TRANSLATE_NOOP("quantloupe", "the pictures are too small for SSIM"),
    QT_TRANSLATE_NOOP("quantloupe", "the weight is float"),
    QT_TRANSLATE_NOOP("quantloupe", "the weight holds values that are not finite"),
    QT_TRANSLATE_NOOP("quantloupe", "the weight has no quantization error"),
    QT_TRANSLATE_NOOP("quantloupe", "no finite value was seen at the layer's input"),
    QT_TRANSLATE_NOOP("quantloupe", "the layer's input holds indices, not activations"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "the layer's output is a list of values, not maps with height and width"),
    // Of inputs and samples.
    QT_TRANSLATE_NOOP("quantloupe", "Latent %1 was asked for, but only %2 are given."),
    QT_TRANSLATE_NOOP("quantloupe", "The given latents have %1 values; the generator takes %2."),
    QT_TRANSLATE_NOOP("quantloupe", "Picture %1 was asked for, but only %2 are given."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 takes pictures; only latents can be interpolated."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 has no class label input; leave the label out."),
    QT_TRANSLATE_NOOP("quantloupe", "The label %1 is not among the %2 classes of %3."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 has no truncation input; leave the truncation at 1."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds no tensor '%2'; it holds %3."),
    QT_TRANSLATE_NOOP("quantloupe", "The tensor '%1' of %2 is no list of latents."),
    QT_TRANSLATE_NOOP("quantloupe", "The tensor '%1' of %2 holds no pictures; they are uint8 "
                                    "values of N x 1 or 3 x height x width."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 has no layer '%2'; `inspect` without --layer lists its layers."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "There is no output channel %1; the layer has %2, counted from 0."),
    // Of commands to copy.
    QT_TRANSLATE_NOOP("quantloupe",
                      "'%1' cannot be tied in a command, because a comma parts the layers there; "
                      "save the configuration, which holds its ties, and pass it by --config."),
    QT_TRANSLATE_NOOP("quantloupe", "'%1' cannot be written in a command, because a '%2' parts the "
                                    "settings of a kept configuration there."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The pictures come from latents that were given one by one; a command can "
                      "name those of a seed only. Show latents of a seed and copy again."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The network is fed with pictures of your own, which the window has fitted "
                      "and holds no path of; write the command with --images instead."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The sweep whose values are shown is no run of a run store, by which a command "
        "could name it; find sensitivities again while a store keeps new runs, or "
        "choose the SQNR of the weights."),
    // Of the program itself.
    QT_TRANSLATE_NOOP("quantloupe", "Pictures of a grid differ in size."),
    QT_TRANSLATE_NOOP("quantloupe", "Pictures of different size or channels are compared."),
    QT_TRANSLATE_NOOP("quantloupe", "A picture can be enlarged by whole factors from 1 on."),
    QT_TRANSLATE_NOOP("quantloupe", "The PNG keyword '%1' must have 1 to 79 bytes."),
    QT_TRANSLATE_NOOP("quantloupe", "An empty or malformed picture cannot be written."),
    QT_TRANSLATE_NOOP("quantloupe", "The picture could not be encoded as PNG."),
    QT_TRANSLATE_NOOP("quantloupe", "A zip archive of this size cannot be written."),
    QT_TRANSLATE_NOOP("quantloupe", "Features of another dimension cannot be added."),
    QT_TRANSLATE_NOOP("quantloupe", "The tensor '%1' cannot be written as safetensors."),
    QT_TRANSLATE_NOOP("quantloupe", "Two tensors are named '%1'."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The output-channel axis %1 is outside a weight of %2 dimensions."),
    QT_TRANSLATE_NOOP("quantloupe", "A leading size of %1 cannot be split into %2 groups."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "A weight of %1 elements does not fit its channel layout of %2."),
    QT_TRANSLATE_NOOP("quantloupe", "There must be one blend for each sample, or none."),
    QT_TRANSLATE_NOOP("quantloupe", "A helper process could not be started: %1."),
    QT_TRANSLATE_NOOP("quantloupe", "SHA-256 is not available in the system's libcrypto."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "Not enough memory while %1; use fewer samples or a smaller batch."),
    QT_TRANSLATE_NOOP("quantloupe", "Failed while %1: %2."),
    QT_TRANSLATE_NOOP("quantloupe", "Failed while %1 with an error of unknown type."),
    QT_TRANSLATE_NOOP("quantloupe", "opening %1"),
    QT_TRANSLATE_NOOP("quantloupe", "trying the file"),
    QT_TRANSLATE_NOOP("quantloupe", "trying the network"),
    QT_TRANSLATE_NOOP("quantloupe", "answering to an action"),
};

} // namespace

CoreSentences runningSentences()
{
    return kSentences;
}

} // namespace quantloupe
