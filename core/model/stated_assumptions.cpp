// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/stated_assumptions.h"

#include "model/archive/safetensors.h"
#include "model/archive/state_dict.h"

#include <nlohmann/json.hpp>

namespace quantloupe {

using nlohmann::json;

std::string toMetadata(const StatedAssumptions &assumptions)
{
    return json(assumptions).dump();
}

StatedAssumptions readStatedAssumptions(const std::filesystem::path &path)
{
    if (detectFileKind(path) != FileKind::Safetensors)
        return {};
    const auto metadata = readSafetensorsMetadata(path);
    const auto text = metadata.find(kStatedAssumptionsKey);
    if (text == metadata.end())
        return {};
    const json stated = json::parse(text->second, nullptr, /*allow_exceptions=*/false);
    StatedAssumptions assumptions;
    if (stated.is_object())
        for (const auto &[key, value] : stated.items())
            if (value.is_string())
                assumptions.emplace(key, value.get<std::string>());
    return assumptions;
}

} // namespace quantloupe
