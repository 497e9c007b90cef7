// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_rules.h"

#include <optional>

namespace quantloupe {

/// The integer types of ONNX: 4, 8 or 16 bits, signed or not.
struct OnnxType
{
    int bits = 8;
    bool isSigned = true;
};

/// The type that holds the codes of a range: signed where there are negative ones.
OnnxType onnxType(int bits, std::int32_t quantMin);

/// What a layer's weight or activation loses by standing in that type: bits that are none of 4, 8
/// and 16, and codes that the type has and the setting has not. Scale and zero point stay.
void addTypeLoss(const ExportLayer &layer, const std::string &setting, OnnxType type,
                 const QuantizedTensor &weight, LossList &losses);
void addTypeLoss(const ExportLayer &layer, const std::string &setting, OnnxType type,
                 const ActivationRange &range, LossList &losses);

} // namespace quantloupe
