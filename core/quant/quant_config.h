// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quant_spec.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace quantloupe {

/// The settings of every layer of one generator, by layer name. A layer that was never set is
/// float. Equal configurations compare equal, however they came about.
class QuantConfig
{
public:
    using Map = std::map<std::string, LayerQuantSpec, std::less<>>;

    /// The layer's settings; float by default. Valid until the configuration changes.
    const LayerQuantSpec &spec(std::string_view layer) const;
    /// Stored in canonical form; all-float erases the layer. Throws from validate().
    void set(std::string layer, LayerQuantSpec spec);

    /// The layers that are not all float, in order of name.
    const Map &layers() const { return m_layers; }
    bool isFloat() const { return m_layers.empty(); }
    bool operator==(const QuantConfig &) const = default;

private:
    Map m_layers;
};

} // namespace quantloupe
