// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quant_config.h"

#include <map>
#include <string>
#include <string_view>

namespace quantloupe {

/// Who chose the setting of a layer.
enum class SettingOrigin {
    Manual, ///< The user, in words or by hand.
    Sweep,  ///< Taken from a cell of a sensitivity sweep.
    Search, ///< Found by a search.
    Import  ///< A file that does not say who.
};

/// "manual", "sweep", "search", "import".
std::string_view name(SettingOrigin origin);
/// Inverse. Throws Error{BadInput} that names the text, as the end of a sentence ("an unknown
/// origin 'x'").
SettingOrigin parseSettingOrigin(std::string_view text);

/// Who chose the settings, by layer; by hand where nothing else is known.
class LayerOrigins
{
public:
    SettingOrigin of(const std::string &layer) const;
    void set(const std::string &layer, SettingOrigin origin);
    /// Layers whose setting `after` gives otherwise than `before` were chosen by `origin`.
    void note(const QuantConfig &before, const QuantConfig &after, SettingOrigin origin);
    bool operator==(const LayerOrigins &) const = default;

private:
    /// Without those chosen by hand.
    std::map<std::string, SettingOrigin> m_origins;
};

} // namespace quantloupe
