// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/layer_marks.h"

namespace quantloupe {

void LayerMarks::setLocked(const std::string &layer, bool locked)
{
    if (locked)
        m_locked.insert(layer);
    else
        m_locked.erase(layer);
}

std::string LayerMarks::tie(std::string_view layer) const
{
    const auto found = m_ties.find(layer);
    return found == m_ties.end() ? std::string() : found->second;
}

std::vector<std::string> LayerMarks::members(std::string_view tie) const
{
    std::vector<std::string> names;
    for (const auto &[layer, name] : m_ties)
        if (name == tie)
            names.push_back(layer);
    return names;
}

void LayerMarks::setTie(std::span<const std::string> layers, const std::string &tie)
{
    for (const std::string &layer : layers) {
        if (tie.empty())
            m_ties.erase(layer);
        else
            m_ties.insert_or_assign(layer, tie);
    }
    dissolveSingles();
}

void LayerMarks::dissolveSingles()
{
    std::map<std::string, int> sizes;
    for (const auto &[layer, name] : m_ties)
        ++sizes[name];
    std::erase_if(m_ties, [&](const auto &entry) { return sizes[entry.second] < 2; });
}

std::string LayerMarks::freeTieName() const
{
    for (int round = 0;; ++round)
        for (char letter = 'A'; letter <= 'Z'; ++letter) {
            const std::string name =
                std::string(1, letter) + (round == 0 ? "" : std::to_string(round));
            if (members(name).empty())
                return name;
        }
}

} // namespace quantloupe
