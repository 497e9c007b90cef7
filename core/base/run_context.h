// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>

namespace quantloupe {

/// What is going on, in words a user understands. The sentence is a fixed one, so that it can be
/// said in another language; `argument` stands for its %1.
struct Activity
{
    std::string sentence;
    std::string argument;
};
std::string toText(const Activity &activity);

/// Where a running operation leaves its progress for another thread to sample. Thread-safe.
class ProgressState
{
public:
    double fraction() const { return m_fraction.load(std::memory_order_relaxed); }
    void setFraction(double fraction) { m_fraction.store(fraction, std::memory_order_relaxed); }
    Activity activity() const;
    void setActivity(Activity activity);

private:
    std::atomic<double> m_fraction{0};
    mutable std::mutex m_mutex;
    Activity m_activity;
};

/// What a long core function gets besides its request: a way to be stopped and a place for its
/// progress. Copies share both. A default context can neither be stopped nor watched.
class RunContext
{
public:
    RunContext() = default;
    explicit RunContext(std::stop_token stop, std::shared_ptr<ProgressState> progress = {})
        : m_stop(std::move(stop)), m_progress(std::move(progress))
    {
    }

    /// A context whose 0..1 is the part `lo`..`hi` of this one's.
    RunContext sub(double lo, double hi) const;
    /// The cancel point. Reports `fraction` (0..1) of this context; throws Cancelled if stopped.
    void advance(double fraction) const;
    /// The cancel point without news. Throws Cancelled if stopped.
    void checkCancelled() const;
    /// Says what is going on, as Activity.
    void describe(std::string sentence, std::string argument = {}) const;
    const std::stop_token &stopToken() const { return m_stop; }

private:
    std::stop_token m_stop;
    std::shared_ptr<ProgressState> m_progress;
    double m_lo = 0;
    double m_hi = 1;
};

} // namespace quantloupe
