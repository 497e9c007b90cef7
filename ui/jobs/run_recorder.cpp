// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/run_recorder.h"

#include <utility>

namespace quantloupe {

namespace {

struct End
{
    RunState state = RunState::Cancelled;
    std::string failure = {};
};

/// By the exception that is being handled.
End presentEnd()
{
    try {
        return {RunState::Failed, translateCurrentException("measuring").what()};
    } catch (const Cancelled &) {
        return {};
    }
}

} // namespace

RunRecorder::RunRecorder(std::shared_ptr<RunStore> store, Request request, Painter painter,
                         Listener listener)
    : m_store(std::move(store)),
      m_request(std::move(request)),
      m_painter(std::move(painter)),
      m_listener(std::move(listener))
{
}

void RunRecorder::begin()
{
    attempt([this] {
        const RunRequest request = m_request();
        m_words = request.words;
        m_run.emplace(*m_store, request, RunRecording::Empty::Kept);
    });
    if (m_run)
        m_listener.changed();
}

void RunRecorder::keep(const StoredCell &cell)
{
    if (m_run)
        attempt([&] { m_run->appendCell(cell); });
}

void RunRecorder::keep(const StoredTrial &trial)
{
    if (m_run)
        attempt([&] { m_run->appendTrial(trial); });
}

void RunRecorder::paint(const SampleRequest &request, const RunContext &context)
{
    if (m_run && m_painter)
        m_run->keepPicture([&] { return m_painter(request, context); });
}

void RunRecorder::finish(const std::function<RunResult(const Words &)> &result)
{
    if (!m_run)
        return;
    attempt([&] {
        m_run->finish(result(m_words));
        m_kept = KeptRun{m_store->file(), m_run->run()};
        m_run.reset();
    });
    m_listener.changed();
}

void RunRecorder::stop()
{
    const End end = presentEnd();
    if (!m_run)
        return;
    attempt([&] {
        m_run->end(end.state, end.failure);
        m_run.reset();
    });
    m_listener.changed();
}

void RunRecorder::attempt(const std::function<void()> &action)
{
    try {
        try {
            action();
        } catch (...) {
            throw translateCurrentException("keeping the run");
        }
    } catch (const Error &error) {
        if (auto run = std::exchange(m_run, std::nullopt)) {
            try {
                run->end(RunState::Interrupted);
            } catch (const Error &) {
                // The next one who opens the store finds out.
            }
        }
        m_listener.failed(error);
    }
}

} // namespace quantloupe
