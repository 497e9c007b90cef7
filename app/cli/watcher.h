// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"

#include <memory>
#include <stop_token>
#include <thread>

namespace quantloupe::cli {

/// Turns SIGINT and SIGTERM into a stop request and draws progress on a terminal. A second signal
/// ends the process at once. Create it before any other thread: it blocks the signals for all.
class Watcher
{
public:
    Watcher();
    ~Watcher();
    Watcher(const Watcher &) = delete;
    Watcher &operator=(const Watcher &) = delete;

    RunContext context() const { return RunContext(m_stop.get_token(), m_progress); }
    /// Starts the progress line, unless stderr is no terminal.
    void showProgress();

private:
    void watch(const std::stop_token &end);
    void draw() const;

    std::stop_source m_stop;
    std::shared_ptr<ProgressState> m_progress = std::make_shared<ProgressState>();
    std::atomic<bool> m_draws{false};
    std::jthread m_thread;
};

} // namespace quantloupe::cli
