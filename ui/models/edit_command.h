// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document_state.h"

#include <QElapsedTimer>
#include <QString>
#include <QUndoCommand>

#include <chrono>
#include <functional>

namespace quantloupe {

/// One undo step: the document before and after. Consecutive steps with the same merge key within
/// kMergeWindow become one.
class EditCommand : public QUndoCommand
{
public:
    static constexpr std::chrono::milliseconds kMergeWindow{500};

    struct Change
    {
        DocumentState before;
        DocumentState after;
        QString text;
        /// Names the layers and the kind of the edit; empty to stay a step of its own.
        QString mergeKey;
    };
    /// Makes a state the present one and hands back the one before, with what became known in it
    /// since it was made.
    using Apply = std::function<DocumentState(const DocumentState &)>;

    EditCommand(Change change, Apply apply);

    void undo() override { m_change.after = m_apply(m_change.before); }
    void redo() override { m_change.before = m_apply(m_change.after); }
    int id() const override { return m_change.mergeKey.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *newer) override;

private:
    Change m_change;
    Apply m_apply;
    QElapsedTimer m_age;
};

} // namespace quantloupe
