// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/run_context.h"
#include "session/requests.h"
#include "store/run_recording.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// Where a run with its answer is.
struct KeptRun
{
    std::filesystem::path store;
    RunId run = 0;
    bool operator==(const KeptRun &) const = default;
};

/// A measurement of the window as a run of a store, told of by the thread that measures. What
/// cannot be kept is said once and ends the keeping; the measurement goes on.
class RunRecorder
{
public:
    using Request = std::function<RunRequest()>;
    /// Of the command that repeats the run, without the program's name; none where no command says
    /// it.
    using Words = std::vector<std::string>;

    /// What makes the picture of a run, a PNG, in the thread that measures.
    using Painter =
        std::function<std::vector<std::byte>(const SampleRequest &, const RunContext &)>;

    /// Called by the thread that measures; both are set.
    struct Listener
    {
        /// The run is there, or has ended.
        std::function<void()> changed;
        std::function<void(const Error &)> failed;
    };

    /// Without a painter, runs have no picture.
    RunRecorder(std::shared_ptr<RunStore> store, Request request, Painter painter,
                Listener listener);
    RunRecorder(const RunRecorder &) = delete;
    RunRecorder &operator=(const RunRecorder &) = delete;

    /// When it is the measurement's turn: one that is cancelled before never was.
    void begin();
    void keep(const StoredCell &cell);
    void keep(const StoredTrial &trial);
    /// Of what was measured, before the end. A picture that cannot be made is left out.
    void paint(const SampleRequest &request, const RunContext &context);
    void finish(const std::function<RunResult(const Words &)> &result);
    /// Only inside a catch block: by what was thrown.
    void stop();
    /// Once it is finished, with its answer on the disk; else absent. For the thread that measures.
    const std::optional<KeptRun> &kept() const { return m_kept; }

private:
    void attempt(const std::function<void()> &action);

    /// First and last, so that it outlives the run.
    std::shared_ptr<RunStore> m_store;
    Request m_request;
    Painter m_painter;
    Listener m_listener;
    Words m_words;
    /// While the run goes on and can be kept.
    std::optional<RunRecording> m_run;
    std::optional<KeptRun> m_kept;
};

/// `measure()`, kept by `recorder`; null keeps nothing. `resultOf(report, words)` is the RunResult
/// of its report.
template <typename Measure, typename ResultOf>
auto recorded(const std::shared_ptr<RunRecorder> &recorder, const Measure &measure,
              const ResultOf &resultOf)
{
    if (!recorder)
        return measure();
    recorder->begin();
    try {
        auto report = measure();
        recorder->finish([&](const RunRecorder::Words &words) { return resultOf(report, words); });
        return report;
    } catch (...) {
        recorder->stop();
        throw;
    }
}

} // namespace quantloupe
