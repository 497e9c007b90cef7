// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_sentences.h"

#include <QtGlobal>

#include <array>

namespace quantloupe {

namespace {

constexpr std::array kSentences = {
    // What of a recipe is the paper's.
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The paper's: the EM quantizer (in its usual form) and the quantizers it is compared with. "
        "Ours: a finished generator instead of one trained with quantized weights, one scale for "
        "each weight, all layers at the same bits; a method that does not take a bit-width is left "
        "out."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The paper's: binary weights in all layers, in all but the last, in one layer alone and in "
        "more and more layers. Ours: a finished generator instead of a trained one, a scale per "
        "output channel (mean magnitude), and the four measures of redundancy, since the formula "
        "of the paper's own is not in its abstract."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The paper's: 8- and 4-bit weights with 8-bit activations. Ours: the quantizers (weights "
        "per channel with MSE clip, activations by percentile), 8 bits in the first and the last "
        "layer, and the rules for layers of style-based generators."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The network's own input, which is that of %1, is not quantized."),
    QT_TRANSLATE_NOOP("quantloupe", "What is no layer stays float: %1."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "Mapping, styles and the layers that make colours keep 8 bits in W4A8."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "The rules keep every layer at 8 bits, so that W4A8 is measured in every layer."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The inputs are drawn by the seed and are no pictures, so that no claim is "
                      "judged; give the network pictures of its own kind."),
    // Configurations.
    QT_TRANSLATE_NOOP("quantloupe", "1 bit"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 bits"),
    QT_TRANSLATE_NOOP("quantloupe", "all layers binary"),
    QT_TRANSLATE_NOOP("quantloupe", "all but the last"),
    QT_TRANSLATE_NOOP("quantloupe", "all layers but the last binary"),
    QT_TRANSLATE_NOOP("quantloupe", "W4A8; first, last and style layers W8"),
    QT_TRANSLATE_NOOP("quantloupe", "W4A8; first and last layer W8"),
    QT_TRANSLATE_NOOP("quantloupe", "W4A8 in every layer"),
    // Claims.
    QT_TRANSLATE_NOOP("quantloupe", "Generators trained with weights of 1 or 2 bits by EM come "
                                    "close to the quality of float."),
    QT_TRANSLATE_NOOP("quantloupe", "Min-max, log and tanh fail at few bits because they leave "
                                    "levels underrepresented."),
    QT_TRANSLATE_NOOP("quantloupe", "A multi-precision search finds the bits that generator and "
                                    "discriminator need for a wanted quality."),
    QT_TRANSLATE_NOOP("quantloupe", "Without training, EM is nearer to the reference than min-max, "
                                    "log and tanh at the same bits."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "On the same finished weights, codes of EM hold more information than those "
                      "of min-max, log and tanh at the same bits."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "With all layers binary, SWD grows to 2.83 times that of float."),
    QT_TRANSLATE_NOOP("quantloupe", "With chosen layers binary, the generator keeps its quality at "
                                    "25.81 times less memory."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The dimensions of a deconvolution tell which layers can be binary."),
    QT_TRANSLATE_NOOP("quantloupe", "Generator and discriminator should be made binary together."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "Binary layers make inference 1.96 and training 1.32 times faster."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "Without training, a layer with more %1 (%2) costs less when it alone is binary."),
    QT_TRANSLATE_NOOP("quantloupe", "values of the input to one of the output, c_in / (s^2 c_out)"),
    QT_TRANSLATE_NOOP("quantloupe", "weights that reach one value of the output, c_in k^2 / s^2"),
    QT_TRANSLATE_NOOP("quantloupe", "weights of the layer to one value of its output"),
    QT_TRANSLATE_NOOP("quantloupe", "inputs that reach one s x s block of the output less its "
                                    "values, c_in (k/s)^2 - s^2 c_out"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "8-bit weights and 8-bit activations keep the quality of float, by "
                      "post-training quantization."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "Without training, 4-bit weights and 8-bit activations keep the quality of "
                      "float."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "4-bit weights and 8-bit activations keep the quality of float, by "
                      "quantization-aware training."),
    // Reasons, which recipeReason() takes apart.
    QT_TRANSLATE_NOOP("quantloupe", "It is about training with quantized weights, which does not "
                                    "exist here yet."),
    QT_TRANSLATE_NOOP("quantloupe", "Binary layers are computed as float ones here, and training "
                                    "with them does not exist yet."),
    QT_TRANSLATE_NOOP("quantloupe", "No distance was measured."),
    QT_TRANSLATE_NOOP("quantloupe", "No layer is left for 4 bits."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "W4A8 in every layer, since the rules leave no layer at 4 bits"),
    QT_TRANSLATE_NOOP("quantloupe", "Float has no distance to the reference."),
    QT_TRANSLATE_NOOP("quantloupe", "up to %1 more in %2 counts as float quality"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The bound is %1 % of what float's distance lies above the floor."),
    QT_TRANSLATE_NOOP("quantloupe", "The inputs were drawn, not pictures."),
    QT_TRANSLATE_NOOP("quantloupe", "By %1 it cannot be told: the noise is larger than that."),
    QT_TRANSLATE_NOOP("quantloupe", "By %1 it cannot be told: float is no farther than the floor."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "By %1 it cannot be told: there are too few samples for its features."),
    QT_TRANSLATE_NOOP("quantloupe", "By %1 it cannot be told: it has no floor."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 against %2 of float"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 against %2 of float, %3 times as much"),
    QT_TRANSLATE_NOOP("quantloupe", "95 % of the difference in %1 lie in %2 .. %3"),
    QT_TRANSLATE_NOOP("quantloupe", "the whole generator is %1 times smaller"),
    QT_TRANSLATE_NOOP("quantloupe", "at 2 bits, codes hold %1"),
    QT_TRANSLATE_NOOP("quantloupe", "rank correlations of our measures with the rise of one layer "
                                    "alone are %1"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "It takes %1 layers or more with different values; %2 were measured."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "Spearman's rank correlation with the rise is %1 over %2 layers, of which %3 "
                      "are apart by more than noise (it takes %4), and an order as good comes up "
                      "by accident in %5 % of cases"),
    QT_TRANSLATE_NOOP("quantloupe", "no rank correlation over %1 layers"),
    QT_TRANSLATE_NOOP("quantloupe", "Nothing was measured of the entropy of codes."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 of %2 comparisons of distances say so"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 of %2 comparisons of distances say so, not %3"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 of %2 comparisons of the entropy of codes say so"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 of %2 comparisons of the entropy of codes say so, not %3"),
    QT_TRANSLATE_NOOP("quantloupe", "noise hides %1 of them"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 at %2 by %3, %4 against %5"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 at %2, %3 against %4 bits a code"),
};

} // namespace

CoreSentences recipeSentences()
{
    return kSentences;
}

} // namespace quantloupe
