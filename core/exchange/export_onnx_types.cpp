// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_onnx_types.h"

namespace quantloupe {

namespace {

constexpr int kTypeBits[] = {4, 8, 16};

std::int32_t least(OnnxType type)
{
    return type.isSigned ? -(std::int32_t{1} << (type.bits - 1)) : 0;
}

std::int32_t most(OnnxType type)
{
    return least(type) + (std::int32_t{1} << type.bits) - 1;
}

void addLoss(const ExportLayer &layer, const std::string &setting, OnnxType type,
             std::int32_t quantMin, std::int32_t quantMax, LossList &losses)
{
    if (quantMin != least(type) || quantMax != most(type))
        losses.add(layer, setting + ", " + codesText(quantMin, quantMax),
                   std::string(type.isSigned ? "int" : "uint") + std::to_string(type.bits) +
                       " with the same scale, " + codesText(least(type), most(type)));
}

} // namespace

OnnxType onnxType(int bits, std::int32_t quantMin)
{
    for (const int width : kTypeBits)
        if (bits <= width)
            return {width, quantMin < 0};
    return {kTypeBits[2], quantMin < 0};
}

void addTypeLoss(const ExportLayer &layer, const std::string &setting, OnnxType type,
                 const QuantizedTensor &weight, LossList &losses)
{
    addLoss(layer, setting, type, weight.quantMin, weight.quantMax, losses);
}

void addTypeLoss(const ExportLayer &layer, const std::string &setting, OnnxType type,
                 const ActivationRange &range, LossList &losses)
{
    addLoss(layer, setting, type, range.quantMin, range.quantMax, losses);
}

} // namespace quantloupe
