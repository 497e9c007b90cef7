// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/layer_origins.h"

#include "base/error.h"

namespace quantloupe {

std::string_view name(SettingOrigin origin)
{
    switch (origin) {
    case SettingOrigin::Manual:
        return "manual";
    case SettingOrigin::Sweep:
        return "sweep";
    case SettingOrigin::Search:
        return "search";
    case SettingOrigin::Import:
        return "import";
    }
    return {};
}

SettingOrigin parseSettingOrigin(std::string_view text)
{
    for (const SettingOrigin origin : {SettingOrigin::Manual, SettingOrigin::Sweep,
                                       SettingOrigin::Search, SettingOrigin::Import})
        if (name(origin) == text)
            return origin;
    throw Error(ErrorKind::BadInput, "an unknown origin '" + std::string(text) + "'");
}

SettingOrigin LayerOrigins::of(const std::string &layer) const
{
    const auto found = m_origins.find(layer);
    return found == m_origins.end() ? SettingOrigin::Manual : found->second;
}

void LayerOrigins::set(const std::string &layer, SettingOrigin origin)
{
    if (origin == SettingOrigin::Manual)
        m_origins.erase(layer);
    else
        m_origins.insert_or_assign(layer, origin);
}

void LayerOrigins::note(const QuantConfig &before, const QuantConfig &after, SettingOrigin origin)
{
    for (const QuantConfig *either : {&before, &after})
        for (const auto &[layer, spec] : either->layers())
            if (!(before.spec(layer) == after.spec(layer)))
                set(layer, origin);
}

} // namespace quantloupe
