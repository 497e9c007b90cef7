// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// Which layers keep their settings (locked) and which share one (tied), by layer name. A tie has
/// at least two layers: one that is left alone is untied.
class LayerMarks
{
public:
    bool isLocked(std::string_view layer) const { return m_locked.contains(layer); }
    void setLocked(const std::string &layer, bool locked);

    /// Name of the layer's tie; empty for none.
    std::string tie(std::string_view layer) const;
    /// The layers of a tie in order of name; empty for no name.
    std::vector<std::string> members(std::string_view tie) const;
    /// Takes the layers out of the ties they were in; an empty name leaves them untied.
    void setTie(std::span<const std::string> layers, const std::string &tie);
    /// The first of "A", "B", ... "Z", "A1", ... that no tie has.
    std::string freeTieName() const;

    const std::map<std::string, std::string, std::less<>> &ties() const { return m_ties; }
    const std::set<std::string, std::less<>> &locked() const { return m_locked; }
    bool operator==(const LayerMarks &) const = default;

private:
    void dissolveSingles();

    std::set<std::string, std::less<>> m_locked;
    /// Tie by layer.
    std::map<std::string, std::string, std::less<>> m_ties;
};

} // namespace quantloupe
