// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_sentences.h"

#include <QtGlobal>

#include <array>

namespace quantloupe {

namespace {

constexpr std::array kSentences = {
    // Before a measurement.
    QT_TRANSLATE_NOOP("quantloupe", "A measurement needs a metric and a sample or more."),
    QT_TRANSLATE_NOOP("quantloupe", "The generator's pictures have %1 x %2 pixels, but those of a "
                                    "reference are prepared as squares; use the reference float."),
    QT_TRANSLATE_NOOP("quantloupe", "FID of %1 samples is far from that of many; measure KID, take "
                                    "%2 samples or more, or say yes to a FID of few samples."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "FID of %1 reference pictures is far from that of many; measure KID, take %2 "
                      "reference pictures or more, or say yes to a FID of few samples."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is no built-in feature network; there is %2."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 has one pipeline, clean."),
    QT_TRANSLATE_NOOP("quantloupe", "LPIPS needs the weights of its AlexNet or VGG-16, which do "
                                    "not come with the program; give their file."),
    QT_TRANSLATE_NOOP("quantloupe", "There is no metric '%1'; the metrics are %2."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "There is no pipeline '%1'; choose tf-legacy, pytorch-fid or clean."),
    // Of networks that compute features.
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 lacks the tensor %2 of the built-in feature network, or holds it in another shape."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The feature network returns vectors whose number or length changes with the "
                      "pictures; use one that returns a vector of one length for each."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The Inception has no features of depth %1; choose 64, 192, 768 or 2048."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 lacks the tensor %2, so the Inception features of depth %3 "
                                    "cannot be computed from it; %4"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 holds the tensor %2 in another shape than the Inception of 2015, so the "
                      "Inception features of depth %3 cannot be computed from it; %4"),
    QT_TRANSLATE_NOOP("quantloupe", "give a complete file or a smaller depth."),
    QT_TRANSLATE_NOOP("quantloupe", "give pt_inception-2015-12-05-6726825d.pth of pytorch-fid."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 holds no tensor of the Inception of 2015; give pt_inception-2015-12-05-6726825d.pth of "
        "pytorch-fid, a file of train-features, or TorchScript."),
    QT_TRANSLATE_NOOP("quantloupe", "LPIPS compares pictures of one size."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 is no trunk of LPIPS: it lacks the first convolution of AlexNet or "
                      "VGG-16, features.0.weight; give torchvision's weights."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 lacks the tensor %2 of LPIPS."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds the tensor %2 in another shape than LPIPS."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 has no method forward; it is no network that maps pictures to vectors."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "the features of a picture change with the pictures beside it, or from one run to the "
        "next; save the network in evaluation mode, without random steps."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "the network returns values of shape %1 for %2 pictures, not one vector for each."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "the network returns a %1 for %2 pictures, not one vector for each."),
    QT_TRANSLATE_NOOP("quantloupe", "the network fails on pictures of %1: %2."),
    // While measuring.
    QT_TRANSLATE_NOOP("quantloupe",
                      "A set without pictures has no SWD; give two sets of pictures."),
    QT_TRANSLATE_NOOP("quantloupe", "One set is coloured, the other grey; SWD and SWD-grey are "
                                    "different measures, so give sets of one kind."),
    QT_TRANSLATE_NOOP("quantloupe", "One set is grey, the other coloured; SWD and SWD-grey are "
                                    "different measures, so give sets of one kind."),
    QT_TRANSLATE_NOOP("quantloupe", "The pictures have %1 and %2; resize both sets to one size."),
    QT_TRANSLATE_NOOP("quantloupe", "SWD needs as many pictures in both sets, but there are %1 and "
                                    "%2; take the first %3 of each."),
    QT_TRANSLATE_NOOP("quantloupe", "SWD needs as many pictures in both sets."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "Pictures of %1 x %2 pixels are too small for SWD, which needs 16 x 16 pixels or more."),
    QT_TRANSLATE_NOOP("quantloupe", "Features of %1 and %2 dimensions have no distance."),
    QT_TRANSLATE_NOOP("quantloupe", "Features of %1 and %2 dimensions have no neighbours."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The sliced distance needs as many features of the same length in both sets, "
                      "and one direction or more; there are %1 and %2."),
    QT_TRANSLATE_NOOP("quantloupe", "No distance: %1."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "the sets were measured with different numbers of features (%1 and %2)"),
    QT_TRANSLATE_NOOP("quantloupe", "the sets were measured with different extractors (%1 and %2)"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "the sets were measured with different weights of %1 (%2 and %3)"),
    QT_TRANSLATE_NOOP("quantloupe", "the sets were measured with different pipelines (%1 and %2)"),
    QT_TRANSLATE_NOOP("quantloupe", "An interrupted measurement has other sets."),
    QT_TRANSLATE_NOOP("quantloupe", "The part lacks %1."),
    QT_TRANSLATE_NOOP("quantloupe", "The state of a histogram is of another size."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 samples need as many input pictures, but %2 are given; "
                                    "measure fewer samples."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The reference float needs inputs that are not measured, and there are none "
                      "beside the given pictures; give pictures as the reference."),
    // What was measured and how.
    QT_TRANSLATE_NOOP("quantloupe",
                      "normal, input range %1, output range %2, class uniform, truncation %3"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "normal, input range %1, output range %2, class %3, truncation %4"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "uniform, input range %1, output range %2, class uniform, truncation %3"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "uniform, input range %1, output range %2, class %3, truncation %4"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 pixels, crop %2, OpenCV %3"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 x %2 pixels"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 directions"),
};

} // namespace

CoreSentences featureSentences()
{
    return kSentences;
}

} // namespace quantloupe
