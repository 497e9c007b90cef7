// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state_page.h"

#include <QCoreApplication>

namespace quantloupe {

class MetricsController;
class QuantDocument;

/// Why a chart has nothing to draw.
enum class ChartGap {
    NothingMeasured,
    /// SWD, which levels are of, is not among what was measured.
    NoLevels,
    /// The metric is computed from all samples at once.
    NoCourse
};

/// What a chart says instead, with the button that fills it.
class ChartStates
{
    Q_DECLARE_TR_FUNCTIONS(quantloupe::ChartStates)

public:
    const QuantDocument *document = nullptr;
    const MetricsController *controller = nullptr;
    /// Not owned.
    QAction *open = nullptr;
    QAction *measure = nullptr;
    QAction *choose = nullptr;

    PageState of(ChartGap gap) const;

private:
    PageState ofNothing() const;
};

} // namespace quantloupe
