// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace quantloupe {

/// Why a number or a picture is absent from a report, which is no error.
enum class Absence {
    None, ///< It is there.
    NoSamples,
    OutputNotFinite,
    OutputsIdentical,
    ReferenceZero,
    PicturesIdentical,
    PicturesTooSmall,
    WeightFloat,
    WeightNotFinite,
    WeightExact,
    InputNotFinite,
    InputOfIndices,
    OutputWithoutMaps
};

/// "the outputs are identical"; empty for None.
std::string_view reasonFor(Absence absence);

} // namespace quantloupe
