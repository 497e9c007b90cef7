// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/run_recording.h"

namespace quantloupe {

RunRecording::RunRecording(RunStore &store, const RunRequest &request, Empty empty)
    : m_store(store), m_empty(empty), m_run(store.beginRun(request))
{
}

std::optional<std::string> RunRecording::knownCell(const std::string &key) const
{
    return m_store.knownCell(key);
}

void RunRecording::appendCell(const StoredCell &cell)
{
    if (m_cells.contains(cell.key))
        return;
    m_store.appendCell(m_run, cell.key, cell.json);
    m_cells.insert(cell.key);
    m_hasFindings = true;
}

void RunRecording::appendTrial(const StoredTrial &trial)
{
    m_store.appendTrial(m_run, trial);
    m_hasFindings = true;
}

void RunRecording::keepPicture(const std::function<std::vector<std::byte>()> &make) noexcept
{
    try {
        m_store.setThumbnail(m_run, kRunPicture, make());
    } catch (...) {
        // The answer is worth more. Of a disk that is full, the end of the run tells.
    }
}

void RunRecording::finish(const RunResult &result)
{
    m_store.finishRun(m_run, result);
}

void RunRecording::end(RunState state, const std::string &failure)
{
    if (m_hasFindings || m_empty == Empty::Kept)
        m_store.finishRun(m_run, {state, {}, {}, failure});
    else
        m_store.discardRun(m_run);
}

} // namespace quantloupe
