// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/run_context.h"

namespace quantloupe {

std::string ProgressState::activity() const
{
    const std::lock_guard lock(m_mutex);
    return m_activity;
}

void ProgressState::setActivity(std::string text)
{
    const std::lock_guard lock(m_mutex);
    m_activity = std::move(text);
}

RunContext RunContext::sub(double lo, double hi) const
{
    RunContext part = *this;
    part.m_lo = m_lo + (m_hi - m_lo) * lo;
    part.m_hi = m_lo + (m_hi - m_lo) * hi;
    return part;
}

void RunContext::advance(double fraction) const
{
    if (m_progress)
        m_progress->setFraction(m_lo + (m_hi - m_lo) * fraction);
    checkCancelled();
}

void RunContext::checkCancelled() const
{
    if (m_stop.stop_requested())
        throw Cancelled();
}

void RunContext::describe(std::string activity) const
{
    if (m_progress)
        m_progress->setActivity(std::move(activity));
}

} // namespace quantloupe
