// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/difference_json.h"

#include <nlohmann/json.hpp>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

Json settingJson(bool isThere, const LayerQuantSpec &spec)
{
    if (!isThere)
        return nullptr;
    return {{"weight", toText(spec.weight)},
            {"weightBits", spec.weight.bits},
            {"activation", toText(spec.activation)},
            {"activationBits", spec.activation.bits}};
}

} // namespace

Json differencesJson(std::span<const LayerDifference> differences)
{
    Json json = Json::array();
    for (const LayerDifference &one : differences) {
        Json corrections = Json::array();
        for (const Correction each : one.corrections)
            corrections.push_back(name(each));
        json.push_back({{"name", one.layer},
                        {"same", one.isSame()},
                        {"weights", one.weights},
                        {"first", settingJson(one.isInFirst, one.first)},
                        {"second", settingJson(one.isInSecond, one.second)},
                        {"corrections", std::move(corrections)}});
    }
    return json;
}

} // namespace quantloupe
