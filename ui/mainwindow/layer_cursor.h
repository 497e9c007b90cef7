// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quantloupe {

class LayersDock;
class QuantDocument;

/// The layer the user is at, by name, whatever models lie between table and document.
class LayerCursor
{
public:
    LayerCursor(LayersDock *dock, const QuantDocument *document)
        : m_dock(dock), m_document(document)
    {
    }

    /// Empty for none.
    QString current() const;
    /// Makes it the current one, also where a filter hides it. Nothing for an unknown name.
    void moveTo(const QString &layer);

private:
    LayersDock *m_dock;
    const QuantDocument *m_document;
};

} // namespace quantloupe
