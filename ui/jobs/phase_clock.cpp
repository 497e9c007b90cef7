// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/phase_clock.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// An estimate counts as much as this share of it, done in time.
constexpr double kTrust = 0.1;

} // namespace

void PhaseClock::setPhases(const std::vector<MetricsPhase> &phases)
{
    m_phases = phases;
    m_current = 0;
    m_begin = m_seconds;
}

void PhaseClock::restart()
{
    *this = {};
}

double PhaseClock::done(const MetricsPhase &phase) const
{
    if (m_progress >= phase.to)
        return 1;
    return std::max(0.0, (m_progress - phase.from) / (phase.to - phase.from));
}

std::size_t PhaseClock::current() const
{
    std::size_t index = 0;
    while (index + 1 < m_phases.size() && done(m_phases[index]) >= 1)
        ++index;
    return index;
}

void PhaseClock::advance(double progress, double seconds)
{
    m_progress = progress;
    m_seconds = seconds;
    if (m_phases.empty())
        return;
    const std::size_t now = current();
    if (now != m_current || done(m_phases[now]) == 0)
        m_begin = seconds;
    m_current = now;
}

double PhaseClock::fraction() const
{
    double over = 0;
    double all = 0;
    for (const MetricsPhase &phase : m_phases) {
        over += phase.seconds * done(phase);
        all += phase.seconds;
    }
    return all > 0 ? over / all : m_progress;
}

std::optional<PhaseClock::Left> PhaseClock::left() const
{
    if (m_phases.empty())
        return std::nullopt;
    const MetricsPhase &phase = m_phases[m_current];
    const double trust = kTrust * phase.seconds;
    const double pace = (m_seconds - m_begin + trust) / (phase.seconds * done(phase) + trust);
    Left left{phase.stage, phase.seconds * (1 - done(phase)) * pace, 0};
    left.ofAll = left.ofPhase;
    // What a busy machine delays, it delays later, too; what was found in a cache says nothing.
    for (std::size_t i = m_current + 1; i < m_phases.size(); ++i)
        left.ofAll += m_phases[i].seconds * std::max(1.0, pace);
    return left;
}

} // namespace quantloupe
