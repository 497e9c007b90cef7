// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_sentences.h"

#include <QtGlobal>

#include <array>

namespace quantloupe {

namespace {

constexpr std::array kSentences = {
    // Who reads a format.
    QT_TRANSLATE_NOOP("quantloupe",
                      "this program; also with names, scales and codebooks for others"),
    QT_TRANSLATE_NOOP("quantloupe", "spreadsheets: one row a layer"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "AIMET, Qualcomm's SNPE and QNN: encodings by ONNX tensor, 4 bits or more"),
    QT_TRANSLATE_NOOP("quantloupe", "the same from AIMET 1.35 on, with blocks"),
    QT_TRANSLATE_NOOP("quantloupe", "the same with ONNX's types; needs QAIRT 2.37 or later"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "ONNX Runtime's TensorQuantOverrides, and a .py that reads them"),
    QT_TRANSLATE_NOOP("quantloupe", "NNCF's ignored scope, which layers stay float, and a .py"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "torchao's FqnToConfig: weights of linear layers and 2-D convolutions"),
    QT_TRANSLATE_NOOP("quantloupe", "torch.ao.quantization: a QConfigMapping in Python"),
    QT_TRANSLATE_NOOP("quantloupe", "NVIDIA ModelOpt: YAML by module"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "Google Model Explorer: SQNR of the weights, or a sweep, over the graph"),
    QT_TRANSLATE_NOOP("quantloupe", "packed codes, scales and codebooks, and all float tensors"),
    // What a format cannot say.
    QT_TRANSLATE_NOOP("quantloupe", "weight %1"),
    QT_TRANSLATE_NOOP("quantloupe", "activation %1"),
    QT_TRANSLATE_NOOP("quantloupe", "correction %1"),
    QT_TRANSLATE_NOOP("quantloupe", "32-bit float weight"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, fewer than 4 bits"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, more than 8 bits"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, scales of blocks"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, groups of a convolution"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, one scale for the tensor"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, whose levels no scale says"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, scales of %2 groups of a transposed convolution"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1, scales of %2 weights each that end within an input channel"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, without error"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, asymmetric"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, scale of the full range"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, whose range is searched"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, which has no range"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, the range of its input"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, codes %2..%3"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 with its range"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 before a float weight"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 of a matrix product, which is no module"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 of a %2 with output axis %3"),
    QT_TRANSLATE_NOOP("quantloupe", "float activation before a quantized weight"),
    QT_TRANSLATE_NOOP("quantloupe", "activation %1 at %2 places"),
    QT_TRANSLATE_NOOP("quantloupe", "activation %1 of %2"),
    QT_TRANSLATE_NOOP("quantloupe", "float activation of %1"),
    QT_TRANSLATE_NOOP("quantloupe", "ONNX names, which no map gives"),
    QT_TRANSLATE_NOOP("quantloupe", "ONNX name of the input, which cannot be derived"),
    // What stands there instead.
    QT_TRANSLATE_NOOP("quantloupe", "%1, which the exporter may call otherwise; give its name in a "
                                    "map (--names)"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, which is in no file of torch's exporter; give its name in "
                                    "a map (--names)"),
    QT_TRANSLATE_NOOP("quantloupe", "left float"),
    QT_TRANSLATE_NOOP("quantloupe", "left out"),
    QT_TRANSLATE_NOOP("quantloupe", "left out, 16-bit float"),
    QT_TRANSLATE_NOOP("quantloupe", "16-bit float"),
    QT_TRANSLATE_NOOP("quantloupe", "node excluded, left float"),
    QT_TRANSLATE_NOOP("quantloupe", "left float, as the weight"),
    QT_TRANSLATE_NOOP("quantloupe", "quantized, as NNCF's preset says"),
    QT_TRANSLATE_NOOP("quantloupe", "as quantize_static calibrates it"),
    QT_TRANSLATE_NOOP("quantloupe", "its SQNR alone"),
    QT_TRANSLATE_NOOP("quantloupe", "no value, no colour"),
    QT_TRANSLATE_NOOP("quantloupe", "the number that the sweep measured with %1"),
    QT_TRANSLATE_NOOP("quantloupe", "symmetric"),
    QT_TRANSLATE_NOOP("quantloupe", "largest magnitude"),
    QT_TRANSLATE_NOOP("quantloupe", "largest magnitude over %1"),
    QT_TRANSLATE_NOOP("quantloupe", "symmetric, largest magnitude of the tool's own calibration"),
    QT_TRANSLATE_NOOP("quantloupe", "min-max range"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "min-max range of its output, which torch's own calibration finds"),
    QT_TRANSLATE_NOOP("quantloupe", "scale of the larger magnitude over half of the codes"),
    QT_TRANSLATE_NOOP("quantloupe", "one scale for each output channel"),
    QT_TRANSLATE_NOOP("quantloupe", "codes %1..%2, the largest magnitude at %3.5"),
    QT_TRANSLATE_NOOP("quantloupe", "int%1 with the same scale, codes %2..%3"),
    QT_TRANSLATE_NOOP("quantloupe", "uint%1 with the same scale, codes %2..%3"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, %2 and %3, derived from the module's path"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 and %2, derived from the module's path"),
    QT_TRANSLATE_NOOP("quantloupe", "%1, derived from the module's path"),
    QT_TRANSLATE_NOOP("quantloupe", "one range, for %1"),
    QT_TRANSLATE_NOOP("quantloupe", "that of %1, which reads it too"),
    QT_TRANSLATE_NOOP("quantloupe", "only in the configuration"),
    QT_TRANSLATE_NOOP("quantloupe", "only in the configuration; made again from its calibration"),
};

} // namespace

CoreSentences exportSentences()
{
    return kSentences;
}

} // namespace quantloupe
