// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_sentences.h"

#include <QtGlobal>

#include <array>

namespace quantloupe {

namespace {

constexpr std::array kSentences = {
    // Of any metric.
    QT_TRANSLATE_NOOP("quantloupe", "there are no samples"),
    QT_TRANSLATE_NOOP("quantloupe", "there is no float value"),
    QT_TRANSLATE_NOOP("quantloupe", "there is no quantized value"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 of %2 outputs hold values that are not finite"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "two halves of %1 need %2 reference pictures, but there are %3"),
    QT_TRANSLATE_NOOP("quantloupe", "an interval needs %1 samples or more"),
    QT_TRANSLATE_NOOP("quantloupe", "an interval needs the whole measurement"),
    QT_TRANSLATE_NOOP("quantloupe", "some resamples have no value"),
    QT_TRANSLATE_NOOP("quantloupe", "it is no paired metric"),
    QT_TRANSLATE_NOOP("quantloupe", "it is computed from all samples"),
    // Of paired ones.
    QT_TRANSLATE_NOOP("quantloupe", "it is a distance to the float output"),
    QT_TRANSLATE_NOOP("quantloupe", "the float output has no distance to itself"),
    QT_TRANSLATE_NOOP("quantloupe", "the pictures are identical on 8 bits"),
    QT_TRANSLATE_NOOP("quantloupe", "the pictures are too small for %1"),
    QT_TRANSLATE_NOOP("quantloupe", "the output holds values that are not finite"),
    QT_TRANSLATE_NOOP("quantloupe", "the outputs are identical"),
    QT_TRANSLATE_NOOP("quantloupe", "the float output is zero"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 sample identical on 8 bits left out"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 samples identical on 8 bits left out"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 sample with values that are not finite left out"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 samples with values that are not finite left out"),
    // Of those by features.
    QT_TRANSLATE_NOOP("quantloupe", "KID needs two pictures of each set or more"),
    QT_TRANSLATE_NOOP("quantloupe", "KID carries its standard error"),
    QT_TRANSLATE_NOOP("quantloupe", "some features are not finite numbers"),
    QT_TRANSLATE_NOOP("quantloupe", "one picture has no covariance; give two or more of each set"),
    QT_TRANSLATE_NOOP("quantloupe", "a set without pictures has no distance"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "a bootstrap with so many samples and features would take too long"),
    QT_TRANSLATE_NOOP("quantloupe", "fewer than %1 samples: not to be compared with FID of more"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "fewer than %1 reference pictures: not to be compared with FID of more"),
    QT_TRANSLATE_NOOP("quantloupe", "no more samples than features"),
    QT_TRANSLATE_NOOP("quantloupe", "no more reference pictures than features"),
    QT_TRANSLATE_NOOP("quantloupe", "neighbours need %1 pictures of each set or more"),
    QT_TRANSLATE_NOOP("quantloupe", "each resample would have other neighbours"),
    QT_TRANSLATE_NOOP("quantloupe", "each resample would sort all features again"),
    QT_TRANSLATE_NOOP("quantloupe", "sorted features need as many pictures in both sets, but there "
                                    "are %1 samples and %2 reference pictures"),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "it needs all features at once, and those of %1 samples need more than 2 GiB"),
    // Of SWD.
    QT_TRANSLATE_NOOP("quantloupe", "each resample would sort the patches of all samples again"),
    QT_TRANSLATE_NOOP("quantloupe", "not the published setting"),
    QT_TRANSLATE_NOOP("quantloupe", "SWD needs squares, and the pictures have %1"),
    QT_TRANSLATE_NOOP("quantloupe", "SWD needs 16 x 16 pixels or more, and the pictures have %1"),
    QT_TRANSLATE_NOOP("quantloupe", "SWD needs as many pictures in both sets, but there are %1 "
                                    "samples and %2 reference pictures"),
    QT_TRANSLATE_NOOP("quantloupe", "the generator's pictures are grey and the reference's are "
                                    "not; SWD and SWD-grey are different measures"),
    QT_TRANSLATE_NOOP("quantloupe", "the reference's pictures are grey and the generator's are "
                                    "not; SWD and SWD-grey are different measures"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "A colour channel has the same value in all patches of a set at %1 x %2 "
                      "pixels, so that SWD cannot normalize it; give pictures with some content."),
    // Between two measurements.
    QT_TRANSLATE_NOOP("quantloupe", "They differ in the weights of LPIPS."),
    QT_TRANSLATE_NOOP("quantloupe", "They differ in the metric (%1 and %2)."),
    QT_TRANSLATE_NOOP("quantloupe", "They differ in the layer (%1 and %2)."),
    QT_TRANSLATE_NOOP("quantloupe", "They differ in the number of samples (%1 and %2)."),
    QT_TRANSLATE_NOOP("quantloupe", "They differ in the generator (%1 and %2)."),
    QT_TRANSLATE_NOOP("quantloupe", "They differ in the sampling plan (%1 and %2)."),
    QT_TRANSLATE_NOOP("quantloupe", "They differ in the seed (%1 and %2)."),
    QT_TRANSLATE_NOOP("quantloupe", "They differ in how the number is computed (%1 and %2)."),
    QT_TRANSLATE_NOOP("quantloupe", "They differ in the reference (%1 and %2)."),
    QT_TRANSLATE_NOOP("quantloupe", "They differ in how the reference was prepared (%1 and %2)."),
    QT_TRANSLATE_NOOP("quantloupe", "They differ in the number of reference pictures (%1 and %2)."),
    QT_TRANSLATE_NOOP("quantloupe", "They differ in the contents of the reference (%1 and %2)."),
    QT_TRANSLATE_NOOP("quantloupe", "They differ in the extractor (%1 and %2)."),
    QT_TRANSLATE_NOOP("quantloupe", "They differ in the weights of the extractor (%1 and %2)."),
    QT_TRANSLATE_NOOP("quantloupe", "They differ in the number of features (%1 and %2)."),
    QT_TRANSLATE_NOOP("quantloupe", "They differ in the pipeline (%1 and %2)."),
};

} // namespace

CoreSentences reasonSentences()
{
    return kSentences;
}

} // namespace quantloupe
