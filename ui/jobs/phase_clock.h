// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/metrics_request.h"

#include <optional>
#include <vector>

namespace quantloupe {

/// How long a measurement still takes. Its phases go on at different speeds, so each is told by its
/// estimate and by how that has held since the phase began.
class PhaseClock
{
public:
    struct Left
    {
        MetricsStage stage = MetricsStage::Reference;
        /// Seconds.
        double ofPhase = 0;
        double ofAll = 0;
    };

    /// Empty where nothing is estimated yet.
    void setPhases(const std::vector<MetricsPhase> &phases);
    void restart();
    /// `progress` (0..1) of the measurement and seconds since its start; both only grow.
    void advance(double progress, double seconds);
    /// The share of the time that is over, 0..1; the progress where nothing is estimated.
    double fraction() const;
    /// Absent where nothing is estimated.
    std::optional<Left> left() const;

private:
    double done(const MetricsPhase &phase) const;
    /// The first that is not complete; the last where all are.
    std::size_t current() const;

    std::vector<MetricsPhase> m_phases;
    double m_progress = 0;
    double m_seconds = 0;
    std::size_t m_current = 0;
    /// Seconds when the work of the current phase began.
    double m_begin = 0;
};

} // namespace quantloupe
