// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/absence_words.h"

#include "models/translate.h"

namespace quantloupe {

QString reasonText(Absence absence)
{
    switch (absence) {
    case Absence::None:
        break;
    case Absence::NoSamples:
        return tr("no samples");
    case Absence::OutputNotFinite:
        return tr("the output holds values that are not finite");
    case Absence::OutputsIdentical:
        return tr("the outputs are identical");
    case Absence::ReferenceZero:
        return tr("the float output is zero");
    case Absence::PicturesIdentical:
        return tr("the pictures are identical on 8 bits");
    case Absence::PicturesTooSmall:
        return tr("the pictures are too small for SSIM");
    case Absence::WeightFloat:
        return tr("the weight is float");
    case Absence::WeightNotFinite:
        return tr("the weight holds values that are not finite");
    case Absence::WeightExact:
        return tr("the weight has no quantization error");
    case Absence::InputNotFinite:
        return tr("no finite value was seen at the layer's input");
    case Absence::InputOfIndices:
        return tr("the layer's input holds indices, not activations");
    case Absence::OutputWithoutMaps:
        return tr("the layer's output is a list of values, not maps with height and width");
    }
    return {};
}

} // namespace quantloupe
