// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/corrections.h"
#include "quant/quant_spec.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace quantloupe {

/// The settings of every layer of one generator, by layer name, and the corrections that follow. A
/// layer that was never set is float. Equal configurations compare equal, however they came about.
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

    const CorrectionChoice &corrections() const { return m_corrections; }
    void setCorrections(CorrectionChoice corrections) { m_corrections = std::move(corrections); }
    /// The correction is wanted for this layer, and the layer is quantized.
    bool corrects(Correction correction, std::string_view layer) const;

    bool operator==(const QuantConfig &) const = default;

private:
    Map m_layers;
    CorrectionChoice m_corrections;
};

} // namespace quantloupe
