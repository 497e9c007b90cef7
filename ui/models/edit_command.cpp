// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit_command.h"

namespace quantloupe {

EditCommand::EditCommand(Change change, Apply apply)
    : m_change(std::move(change)), m_apply(std::move(apply))
{
    setText(m_change.text);
    m_age.start();
}

bool EditCommand::mergeWith(const QUndoCommand *newer)
{
    const auto *next = static_cast<const EditCommand *>(newer);
    if (next->m_change.mergeKey != m_change.mergeKey || m_age.hasExpired(kMergeWindow.count()))
        return false;
    m_change.after = next->m_change.after;
    setText(next->text());
    setObsolete(m_change.after == m_change.before);
    m_age.restart();
    return true;
}

} // namespace quantloupe
