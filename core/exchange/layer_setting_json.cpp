// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/layer_setting_json.h"

namespace quantloupe {

namespace {

std::string_view methodName(const WeightSpec &spec)
{
    return spec.isFloat() ? "float" : name(spec.method);
}

} // namespace

nlohmann::ordered_json weightJson(const WeightSpec &spec, const LayerInfo &layer)
{
    return {{"method", methodName(spec)},
            {"bits", spec.bits},
            {"symmetric", isSymmetric(spec)},
            {"narrow", spec.range == CodeRange::Narrow},
            {"granularity", name(spec.granularity)},
            {"axis", layer.outputAxis},
            {"spec", toText(spec)}};
}

nlohmann::ordered_json activationJson(const ActivationSpec &spec)
{
    return {{"bits", spec.bits},
            {"estimator", name(spec.estimator)},
            {"symmetric", spec.mapping == MappingType::Symmetric},
            {"spec", toText(spec)}};
}

} // namespace quantloupe
