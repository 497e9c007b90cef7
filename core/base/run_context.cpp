// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/run_context.h"

namespace quantloupe {

std::string toText(const Activity &activity)
{
    std::string text = activity.sentence;
    if (const std::size_t place = text.find("%1"); place != std::string::npos)
        text.replace(place, 2, activity.argument);
    return text;
}

Activity ProgressState::activity() const
{
    const std::lock_guard lock(m_mutex);
    return m_activity;
}

void ProgressState::setActivity(Activity activity)
{
    const std::lock_guard lock(m_mutex);
    m_activity = std::move(activity);
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

void RunContext::describe(std::string sentence, std::string argument) const
{
    if (m_progress)
        m_progress->setActivity({std::move(sentence), std::move(argument)});
}

} // namespace quantloupe
