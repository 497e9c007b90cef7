// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include <initializer_list>
#include <optional>

namespace quantloupe {

/// A list of enumerators by their displayName(), whose values are the items' data. Asks for room
/// for its longest item, but never forces it on the panel.
template <typename Value> QComboBox *makeCombo(QWidget *parent, std::initializer_list<Value> values)
{
    constexpr int kFewestCharacters = 8;
    auto *combo = new QComboBox(parent);
    for (const Value value : values)
        combo->addItem(displayName(value), static_cast<int>(value));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    combo->setMinimumWidth(kFewestCharacters * combo->fontMetrics().averageCharWidth());
    combo->setPlaceholderText(QStringLiteral("–"));
    return combo;
}

/// Gives every item its explanation() as a tooltip.
template <typename Value> void explainItems(QComboBox *combo)
{
    for (int i = 0; i < combo->count(); ++i)
        combo->setItemData(i, explanation(static_cast<Value>(combo->itemData(i).toInt())),
                           Qt::ToolTipRole);
}

/// What all layers of a selection have in common; nothing for no values or different ones.
template <typename Value> class Shared
{
public:
    void add(const Value &value)
    {
        m_mixed |= m_value && *m_value != value;
        m_value = value;
    }
    std::optional<Value> value() const { return m_mixed ? std::nullopt : m_value; }
    bool isEmpty() const { return !m_value; }

private:
    std::optional<Value> m_value;
    bool m_mixed = false;
};

template <typename Value> void display(QComboBox *combo, const Shared<Value> &shared)
{
    combo->setEnabled(!shared.isEmpty());
    combo->setCurrentIndex(shared.value() ? combo->findData(static_cast<int>(*shared.value()))
                                          : -1);
}

} // namespace quantloupe
