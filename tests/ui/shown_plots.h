// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plots/histogram_plot.h"
#include "plots/strip_plot.h"

#include <QCoreApplication>
#include <QImage>
#include <QTest>

namespace quantloupe::test {

inline HistogramPlotData fourBins()
{
    HistogramPlotData data;
    data.name = QStringLiteral("layer weights");
    data.xLabel = QStringLiteral("weight");
    data.low = -2;
    data.high = 2;
    data.counts = {10, 40, 20, 30};
    data.readings = {QStringLiteral("-2 to -1: 10"), QStringLiteral("-1 to 0: 40"),
                     QStringLiteral("0 to 1: 20"), QStringLiteral("1 to 2: 30")};
    return data;
}

inline StripPlotData fiveChannels()
{
    StripPlotData data;
    data.name = QStringLiteral("layer errors");
    data.xLabel = QStringLiteral("channel");
    data.yLabel = QStringLiteral("error");
    data.values = {1, 4, std::nullopt, 2, 3};
    for (int i = 0; i < 5; ++i)
        data.readings.append(QStringLiteral("channel %1").arg(i));
    return data;
}

/// Plots repaint when the event loop gets to it.
inline QImage snapshot(PlotView &plot)
{
    QCoreApplication::processEvents();
    return plot.grab().toImage();
}

/// Shows it, without the focus ring that has a colour of plots, too.
template <typename Plot> void present(Plot &plot)
{
    plot.resize(300, plot.sizeHint().height());
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    plot.clearFocus();
    snapshot(plot);
}

} // namespace quantloupe::test
