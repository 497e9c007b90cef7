// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/absence.h"

namespace quantloupe {

std::string_view reasonFor(Absence absence)
{
    switch (absence) {
    case Absence::None:
        break;
    case Absence::NoSamples:
        return "no samples";
    case Absence::OutputNotFinite:
        return "the output holds values that are not finite";
    case Absence::OutputsIdentical:
        return "the outputs are identical";
    case Absence::ReferenceZero:
        return "the float output is zero";
    case Absence::PicturesIdentical:
        return "the pictures are identical on 8 bits";
    case Absence::PicturesTooSmall:
        return "the pictures are too small for SSIM";
    case Absence::WeightFloat:
        return "the weight is float";
    case Absence::WeightNotFinite:
        return "the weight holds values that are not finite";
    case Absence::WeightExact:
        return "the weight has no quantization error";
    case Absence::InputNotFinite:
        return "no finite value was seen at the layer's input";
    case Absence::InputOfIndices:
        return "the layer's input holds indices, not activations";
    case Absence::OutputWithoutMaps:
        return "the layer's output is a list of values, not maps with height and width";
    }
    return {};
}

} // namespace quantloupe
