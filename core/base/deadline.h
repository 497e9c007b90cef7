// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <utility>

namespace quantloupe {

/// The end of a time box. It is made once, where the box begins, and handed down to all that is
/// done within it, so that nothing inside begins a box of its own.
class Deadline
{
public:
    using Clock = std::chrono::steady_clock;
    /// Says what time it is.
    using Now = std::function<Clock::time_point()>;

    /// None: it is never over.
    Deadline() = default;

    /// `seconds` from now on; none for 0 and less, and for more than thirty years.
    static Deadline after(double seconds, Now now = &Clock::now)
    {
        constexpr double kForever = 1e9;
        Deadline deadline;
        if (!(seconds > 0 && seconds < kForever))
            return deadline;
        const std::chrono::duration<double> length(seconds);
        deadline.m_end = now() + std::chrono::duration_cast<Clock::duration>(length);
        deadline.m_now = std::move(now);
        return deadline;
    }

    bool isOver() const { return m_now && m_now() >= m_end; }

private:
    Now m_now;
    Clock::time_point m_end = Clock::time_point::max();
};

} // namespace quantloupe
