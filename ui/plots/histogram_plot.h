// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plots/plot_view.h"

#include <optional>
#include <utility>

class QCPGraph;
class QCPItemRect;
class QCPItemStraightLine;

namespace quantloupe {

struct HistogramPlotData
{
    /// For files, for example "main.3 weights".
    QString name;
    QString xLabel;
    /// Equal bins of [low, high].
    double low = 0;
    double high = 1;
    QList<double> counts;
    /// One a bin: what pointing at it says.
    QStringList readings;
    /// Levels of a quantizer, and whether any value takes them.
    QList<double> levels;
    QList<bool> levelIsUsed;
    /// The values the quantizer can represent; what lies beyond is clipped.
    std::optional<std::pair<double, double>> range;
};

/// Counts as bars, and under them the levels of a quantizer as ticks (pale where no value takes
/// them) or, where they stand too close, as a band. Dashed lines bound the range; the clipped part
/// is hatched.
class HistogramPlot : public PlotView
{
    Q_OBJECT

public:
    /// More levels than this are drawn as a band.
    static constexpr qsizetype kMostTicks = 48;

    explicit HistogramPlot(QWidget *parent = nullptr);
    void setData(const HistogramPlotData &data);
    QString table(QChar separator) const override;
    QString latex() const override;

protected:
    void applyColors(const PlotColors &colors) override;

private:
    void createItems();
    void showCounts();
    void showAll();
    void showLevels(double tickLength);
    void showRange();

    HistogramPlotData m_data;
    QCPGraph *m_bars = nullptr;
    QCPGraph *m_used = nullptr;
    QCPGraph *m_unused = nullptr;
    QCPItemRect *m_band = nullptr;
    QList<QCPItemStraightLine *> m_bounds;
    QList<QCPItemRect *> m_beyond;
};

} // namespace quantloupe
