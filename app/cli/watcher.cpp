// SPDX-License-Identifier: GPL-3.0-or-later
#include "watcher.h"

#include <csignal>
#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace quantloupe::cli {

namespace {

constexpr int kCancelledExitCode = 130;

/// A shell starts its background jobs with SIGINT ignored; they must stay deaf to it.
bool isIgnored(int signal)
{
    struct sigaction action = {};
    return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

sigset_t watchedSignals()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM})
        if (!isIgnored(signal))
            sigaddset(&set, signal);
    return set;
}

} // namespace

Watcher::Watcher()
{
    const sigset_t set = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_thread = std::jthread([this](const std::stop_token &end) { watch(end); });
}

Watcher::~Watcher()
{
    m_thread.request_stop();
    m_thread.join();
    if (m_draws)
        std::fputs("\r\033[K", stderr);
}

void Watcher::showProgress()
{
    m_draws = ::isatty(STDERR_FILENO) == 1;
}

void Watcher::watch(const std::stop_token &end)
{
    const sigset_t set = watchedSignals();
    const timespec interval = {0, 50'000'000};
    while (!end.stop_requested()) {
        if (sigtimedwait(&set, nullptr, &interval) > 0) {
            if (m_stop.stop_requested())
                std::_Exit(kCancelledExitCode);
            m_stop.request_stop();
        }
        if (m_draws)
            draw();
    }
}

void Watcher::draw() const
{
    std::fprintf(stderr, "\r\033[K%3.0f %% %s", 100 * m_progress->fraction(),
                 toText(m_progress->activity()).c_str());
    std::fflush(stderr);
}

} // namespace quantloupe::cli
