// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_sentences.h"

#include <QtGlobal>

#include <array>

namespace quantloupe {

namespace {

constexpr std::array kSentences = {
    QT_TRANSLATE_NOOP("quantloupe", "Running the network that the sweep starts from"),
    QT_TRANSLATE_NOOP("quantloupe", "Measuring %1"),
    QT_TRANSLATE_NOOP("quantloupe", "Sketching how weights act on the output"),
    QT_TRANSLATE_NOOP("quantloupe", "The generator has no layer '%1'; `inspect` lists its layers."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "There is nothing to measure: none of these layers has such a site at these "
                      "bit-widths; choose other layers, sites or bits."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The activation of %1 stays float: it is the network's own input."),
    QT_TRANSLATE_NOOP("quantloupe", "The input of %1 holds indices and stays as it is."),
    QT_TRANSLATE_NOOP("quantloupe", "Activations have no quantizer of 1 bit and stay float there."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "Corrections are left aside: the sweep measures quantizers alone."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "A sensitivity is of the output; choose the metric sqnr instead of layer-sqnr."),
    QT_TRANSLATE_NOOP("quantloupe", "A sensitivity needs one sample and one repeat at least."),
    QT_TRANSLATE_NOOP("quantloupe", "Named samples are the same in every repeat; leave the repeats "
                                    "out."),
    QT_TRANSLATE_NOOP("quantloupe", "Named samples and regions of pictures are compared by sqnr, "
                                    "psnr or ssim; choose one of them."),
    QT_TRANSLATE_NOOP("quantloupe", "A sketch predicts whole pictures of random latents; leave it "
                                    "out for named samples and regions."),
    QT_TRANSLATE_NOOP("quantloupe", "A sketch predicts the SQNR of the output; choose the metric "
                                    "sqnr or leave the sketch out."),
    QT_TRANSLATE_NOOP("quantloupe", "The region %1 does not lie within pictures of %2x%3 pixels; "
                                    "choose another one."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "Fewer than %1 samples give values without intervals, so that no ranks are "
                      "told apart; measure more samples, or two repeats or more."),
    QT_TRANSLATE_NOOP("quantloupe", "Values by %1 have no intervals within one repeat, so that no "
                                    "ranks are told apart; measure two repeats or more."),
    QT_TRANSLATE_NOOP("quantloupe", "Values by %1 of %2 samples each: %3."),
    QT_TRANSLATE_NOOP("quantloupe", "No value in %1 of %2 cells: %3."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "A sketch tells nothing of quantized activations, and each of these cells "
                      "has one."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "A sketch of %1 takes %2 bytes at least; give it more memory, or measure without one."),
    QT_TRANSLATE_NOOP("quantloupe", "The output of %1 has no gradient by its weights, so that "
                                    "nothing can be predicted; measure without a sketch."),
    QT_TRANSLATE_NOOP("quantloupe", "A change must have one value for each weight."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "A kept result of a sweep is damaged; it will be measured again."),
};

} // namespace

CoreSentences sensitivitySentences()
{
    return kSentences;
}

} // namespace quantloupe
