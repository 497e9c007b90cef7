// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_sentences.h"

#include <QtGlobal>

#include <array>

namespace quantloupe {

namespace {

constexpr std::array kSentences = {
    // Of the file that holds the network.
    QT_TRANSLATE_NOOP("quantloupe", "%1 cannot be run as %2 describes it: %3."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 cannot be run: %2."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 uses the operator %2, which LibTorch %3 does not have; export it with "
                      "that version of PyTorch or write the operation differently."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 could not be read as TorchScript: %2"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 was given up after %2 seconds: its program does not end."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 made LibTorch crash when it was tried in a separate process; the file is "
                      "damaged or no network this program can run."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 is TorchScript and holds its own architecture; leave --architecture out."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds no network '%2'; it holds %3."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 is a set of pictures, not a generator; open builtin:avatars-64, or write "
                      "the pictures with `quantloupe-cli images %2`."),
    // Of the network itself.
    QT_TRANSLATE_NOOP("quantloupe", "The network takes no input, so it is no generator."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The network changes its own attributes or calls itself while it runs, which "
                      "cannot be taken apart into layers; export it with torch.jit.trace."),
    QT_TRANSLATE_NOOP("quantloupe", "The network's output is no picture (%1); open a generator "
                                    "that returns 1 or 3 channels of at least 8x8 pixels."),
    QT_TRANSLATE_NOOP("quantloupe", "values of shape %1"),
    QT_TRANSLATE_NOOP("quantloupe", "no tensor"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The network failed on every input that was tried (%1); give its size with "
                      "--assume input.shape=N for a latent or CxHxW for a picture."),
    // Of architectures.
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 fits no generator architecture this program knows (%2); describe it in an architecture "
        "file (--architecture FILE) or export the network as TorchScript."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "its layers do not chain from a latent to a picture of 1 or 3 channels"),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "the tensor %1 (%2) is no part of a linear, convolution or normalization layer"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "the weight of %1 is computed from %2 in a way that gives it no fixed value"),
    QT_TRANSLATE_NOOP("quantloupe", "it resembles %1, but lacks the tensor %2"),
    QT_TRANSLATE_NOOP("quantloupe", "it resembles %1, which has no tensor %2"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "it resembles %1, but its tensor %2 (%3) is not of the shape %4"),
    QT_TRANSLATE_NOOP("quantloupe", "no block of it has the channels of its self-attention"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "it holds the linear layer %1, which no residual image-to-image network has"),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "the layer %1 (%2) continues no residual image-to-image network at %3 channels"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "it has too few convolutions for a residual image-to-image network"),
    QT_TRANSLATE_NOOP("quantloupe", "it does not lead from a picture to a picture"),
    QT_TRANSLATE_NOOP("quantloupe", "the residual block of %1 has one convolution"),
    QT_TRANSLATE_NOOP("quantloupe", "its last convolution does not continue the one before"),
    QT_TRANSLATE_NOOP("quantloupe", "it scales down and up by different factors"),
    QT_TRANSLATE_NOOP("quantloupe", "it has %1 normalizations for %2 convolutions"),
    QT_TRANSLATE_NOOP("quantloupe", "the normalization %1 does not fit %2"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The architecture %1 needs the tensor '%2', which the file does not hold."),
    QT_TRANSLATE_NOOP("quantloupe", "The source of the architecture %1 does not compile: %2"),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The architecture file %1 does not say \"format\": \"quantloupe-architecture\"."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The architecture file %1 has a version other than 1, the only one this program reads."),
    QT_TRANSLATE_NOOP("quantloupe", "The architecture file %1 could not be understood: %2."),
    QT_TRANSLATE_NOOP("quantloupe", "The architecture file %1 has a value out of range in %2."),
    QT_TRANSLATE_NOOP("quantloupe", "The architecture file %1 holds no \"def forward(self, x: "
                                    "Tensor) -> Tensor:\" in \"source\"."),
    QT_TRANSLATE_NOOP("quantloupe", "The architecture file %1"),
    // What is wrong with an architecture file, after its name.
    QT_TRANSLATE_NOOP("quantloupe", "does not say \"format\": \"quantloupe-architecture\""),
    QT_TRANSLATE_NOOP("quantloupe", "has a version other than 1, the only one this program reads"),
    QT_TRANSLATE_NOOP("quantloupe", "could not be understood: %1"),
    QT_TRANSLATE_NOOP("quantloupe", "has a value out of range in %1"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "holds no \"def forward(self, x: Tensor) -> Tensor:\" in \"source\""),
};

} // namespace

CoreSentences networkSentences()
{
    return kSentences;
}

} // namespace quantloupe
