// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_sentences.h"

#include <QtGlobal>

#include <array>

namespace quantloupe {

namespace {

constexpr std::array kSentences = {
    // Of a text such as w4:mse:channel,a8.
    QT_TRANSLATE_NOOP("quantloupe", "'%1' contradicts '%2'; give only one of them."),
    QT_TRANSLATE_NOOP("quantloupe", "'%1' is no bit-width of weights; write w4, w8 or wfloat."),
    QT_TRANSLATE_NOOP("quantloupe", "'%1' is no bit-width of activations; write a4, a8 or afloat."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The granularity '%1' does not exist; groups have 16, 32, 64 or 128 weights."),
    QT_TRANSLATE_NOOP("quantloupe", "'%1' is no word of a weight setting; accepted are %2."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "methods minmax mse extremes em kmeans log tanh ternary ternary-exact binary pow2, "
        "granularities "
        "tensor channel group16 group32 group64 group128, flags sym asym narrow full"),
    QT_TRANSLATE_NOOP("quantloupe", "'%1' has no meaning for %2 weights; leave it out."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "'%1' has no meaning for %2 weights, whose levels are fitted; leave it out."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "An asymmetric mapping always uses all levels; leave 'narrow' out or use 'sym'."),
    QT_TRANSLATE_NOOP("quantloupe", "A float weight has no settings; leave out '%1'."),
    QT_TRANSLATE_NOOP("quantloupe", "'%1' is no percentile; write for example percentile=0.0001."),
    QT_TRANSLATE_NOOP("quantloupe", "'%1' is no weight of a sample in a moving average; write for "
                                    "example average=0.01."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The weight of a sample in a moving average must be above 0 and "
                      "at most 1, for example 0.01."),
    QT_TRANSLATE_NOOP("quantloupe", "'%1' is no word of an activation setting; accepted are %2."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "estimators minmax average average=<c> meanmax percentile percentile=<p> mse "
                      "entropy, flags sym asym"),
    QT_TRANSLATE_NOOP("quantloupe", "A float activation has no settings; leave out '%1'."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "'%1' is no setting; write w<bits> or wfloat for weights, a<bits> or afloat "
                      "for activations, for example w4:mse:channel,a8:percentile."),
    QT_TRANSLATE_NOOP("quantloupe", "'%1' sets the same site a second time; give each site once."),
    // Of bits and methods.
    QT_TRANSLATE_NOOP("quantloupe",
                      "A float weight has 32 bits, not %1; choose a method such as mse."),
    QT_TRANSLATE_NOOP("quantloupe", "The method %1 takes %2, not %3; %4"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 bit"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 bits"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 to %2 bits"),
    QT_TRANSLATE_NOOP("quantloupe", "write w1 or choose another method."),
    QT_TRANSLATE_NOOP("quantloupe", "write w2:%1 or choose another method."),
    QT_TRANSLATE_NOOP("quantloupe", "use mse or minmax for more."),
    QT_TRANSLATE_NOOP("quantloupe", "for 1 bit use binary, for no quantizer wfloat."),
    QT_TRANSLATE_NOOP("quantloupe", "Weights take 1 to 16 bits, or 32 for float, not %1."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The method %1 has a mapping of its own; leave asym out, or use minmax or mse."),
    QT_TRANSLATE_NOOP("quantloupe", "Activations take 2 to 16 bits, or 32 for float, not %1."),
    QT_TRANSLATE_NOOP("quantloupe", "The percentile must be at least 0 and below 0.5; it is the "
                                    "share cut off at each end, for example 0.0001."),
    // Of patterns of layers.
    QT_TRANSLATE_NOOP("quantloupe", "The pattern '%1' matches no layer; there are none."),
    QT_TRANSLATE_NOOP("quantloupe", "The pattern '%1' matches no layer; layers are %2."),
    QT_TRANSLATE_NOOP("quantloupe", "The pattern '%1' names no kind of layer; kinds are "
                                    "convolution, transposed, linear, matrix and embedding."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The pattern '%1' names no position; positions are first and last."),
    QT_TRANSLATE_NOOP("quantloupe", "'%1' is no setting of layers; write PATTERN=SPEC, for example "
                                    "'*=w4:mse:channel,a8:percentile'."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The regular expression has more than %1 letters; write several rules."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The regular expression '%1' cannot be used (%2); write it as RE2 reads it."),
    // Of files of configurations.
    QT_TRANSLATE_NOOP("quantloupe", "%1 is no JSON file."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is no configuration this program can read; it has %2."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is no configuration this program can read: %2."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is no configuration this program can read: %2"),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 is a picture without a configuration; only pictures saved by Quantloupe hold one."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 is a page without a configuration; only reports written by Quantloupe hold one."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 holds further configurations that cannot be read; save the picture again."),
    // What such a file has.
    QT_TRANSLATE_NOOP("quantloupe", "an unknown layer kind '%1'"),
    QT_TRANSLATE_NOOP("quantloupe", "two settings for %1: \"%2\": %3 and \"spec\": %4"),
    QT_TRANSLATE_NOOP("quantloupe", "two settings for %1 and %2, which it ties together"),
    QT_TRANSLATE_NOOP("quantloupe", "a range whose ends are not in order"),
    QT_TRANSLATE_NOOP("quantloupe", "an unknown distribution '%1'"),
    QT_TRANSLATE_NOOP("quantloupe", "the layer %1 twice"),
    QT_TRANSLATE_NOOP("quantloupe", "no \"format\": \"quantloupe-configuration\""),
    QT_TRANSLATE_NOOP("quantloupe", "a version other than 1, the only one this program reads"),
    QT_TRANSLATE_NOOP("quantloupe", "a calibration count below 1"),
    QT_TRANSLATE_NOOP("quantloupe", "an unknown calibration source '%1'"),
    QT_TRANSLATE_NOOP("quantloupe", "an activation range that %1 cannot have: %2"),
    QT_TRANSLATE_NOOP("quantloupe", "an unknown origin '%1'"),
    QT_TRANSLATE_NOOP("quantloupe", "results that are no list of at most %1"),
    QT_TRANSLATE_NOOP("quantloupe", "a result without the name of its metric"),
    QT_TRANSLATE_NOOP("quantloupe", "a result %1 without a value"),
    QT_TRANSLATE_NOOP("quantloupe", "a result %1 whose \"%2\" is no number"),
    QT_TRANSLATE_NOOP("quantloupe", "a result %1 whose \"%2\" is no whole number from 0 on"),
    QT_TRANSLATE_NOOP("quantloupe", "a result %1 whose \"%2\" is no text"),
    QT_TRANSLATE_NOOP("quantloupe", "a result %1 whose \"interval\" is no two numbers in order"),
    QT_TRANSLATE_NOOP("quantloupe", "a provenance that is no object"),
    QT_TRANSLATE_NOOP("quantloupe", "a provenance whose \"%1\" is no text"),
    QT_TRANSLATE_NOOP("quantloupe", "a provenance whose \"%1\" is no plain text"),
    QT_TRANSLATE_NOOP("quantloupe", "a provenance whose \"%1\" is longer than %2 bytes"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "a provenance whose \"%1\" is no time such as 2025-01-31T09:30:00Z"),
    QT_TRANSLATE_NOOP("quantloupe", "a provenance whose \"%1\" is no SHA-256"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The input of %1 has no activation range yet, and the pictures that the "
                      "others come from are not given; give those, or leave the observers as they "
                      "were."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The input of %1 has no activation range yet, and the pictures %2 that the "
                      "others come from are not given; give those, or leave the observers as they "
                      "were."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The activation ranges come from pictures of which the window holds no path; "
                      "save the configuration, which holds the ranges, and copy again."),
    // Of corrections.
    QT_TRANSLATE_NOOP("quantloupe", "an unknown correction '%1'"),
    QT_TRANSLATE_NOOP("quantloupe", "There is no correction '%1'; there are %2."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 names no layer; give %2 for all of them, or %3=PATTERN for "
                                    "some."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The pattern '%1' of %2 matches no layer; `inspect` lists them."),
    QT_TRANSLATE_NOOP("quantloupe", "The corrections need the calibration's pictures, which are "
                                    "not given; give those, or switch the corrections off."),
    QT_TRANSLATE_NOOP("quantloupe", "The corrections need the calibration's pictures %1, which are "
                                    "not given; give those, or switch the corrections off."),
    // As the reader of JSON puts it.
    QT_TRANSLATE_NOOP("quantloupe", "key '%1' not found"),
    QT_TRANSLATE_NOOP("quantloupe", "type must be %1, but is %2"),
    QT_TRANSLATE_NOOP("quantloupe", "cannot use %1 with %2"),
    QT_TRANSLATE_NOOP("quantloupe", "array index %1 is out of range"),
    // How a configuration and a generator differ.
    QT_TRANSLATE_NOOP("quantloupe", "The layer %1 is not in %2."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is a %2, not a %3."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 has weights %2, not %3."),
    QT_TRANSLATE_NOOP("quantloupe", "The layer %1 of %2 is not in the configuration."),
    QT_TRANSLATE_NOOP("quantloupe", "The configuration was made for %1, other weights than those "
                                    "of %2 in the same layers; its bits may not suit them."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The configuration names the layer %1, which %2 does not have."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The input of %1 holds indices and cannot be quantized; leave its activation float."),
};

} // namespace

CoreSentences settingSentences()
{
    return kSentences;
}

} // namespace quantloupe
