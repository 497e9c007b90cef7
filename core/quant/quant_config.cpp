// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/quant_config.h"

#include <utility>

namespace quantloupe {

const LayerQuantSpec &QuantConfig::spec(std::string_view layer) const
{
    static const LayerQuantSpec kFloat;
    const auto found = m_layers.find(layer);
    return found == m_layers.end() ? kFloat : found->second;
}

void QuantConfig::set(std::string layer, LayerQuantSpec spec)
{
    validate(spec.weight);
    validate(spec.activation);
    spec = {canonical(spec.weight), canonical(spec.activation)};
    if (spec.isFloat())
        m_layers.erase(layer);
    else
        m_layers.insert_or_assign(std::move(layer), spec);
}

bool QuantConfig::corrects(Correction correction, std::string_view layer) const
{
    return m_layers.contains(layer) && m_corrections.isOn(correction, layer);
}

} // namespace quantloupe
