// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plots/floor_band.h"
#include "plots/plot_view.h"

#include <memory>
#include <optional>
#include <utility>

class QCPErrorBars;
class QCPGraph;
class QCPItemText;

namespace quantloupe {

struct LinePlotValue
{
    /// Absent where there is none: a gap in the line.
    std::optional<double> value;
    std::optional<std::pair<double, double>> interval;
};

struct LinePlotSeries
{
    /// At the right end of the line, where there are several.
    QString label;
    /// One a place.
    QList<LinePlotValue> values;
    /// What noise alone would give: a hatched band from zero up to it.
    bool isFloor = false;
};

struct LinePlotData
{
    /// For files, for example "SWD by level".
    QString name;
    /// N, seed, reference and the like, which exported numbers and pictures carry; a line each.
    QString conditions = {};
    QString xLabel;
    QString yLabel;
    /// Ascending; positive where the axis is logarithmic.
    QList<double> places;
    /// One a place, under it; empty for whole numbers.
    QStringList placeLabels;
    bool isLogarithmic = false;
    /// At most LinePlot::kMostSeries.
    QList<LinePlotSeries> series;
    /// One a place: what pointing at it says.
    QStringList readings;
    std::optional<double> floor;
    QString floorName;
    /// The place that is ringed; -1 for none.
    int chosen = -1;
};

/// A few amounts along an axis, joined by lines, with their intervals as whiskers, over the floor.
class LinePlot : public PlotView
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostSeries = 4;

    explicit LinePlot(QWidget *parent = nullptr);
    ~LinePlot() override;
    void setData(const LinePlotData &data);
    QString table(QChar separator) const override;
    QString latex() const override;
    QString conditions() const override { return m_data.conditions; }

protected:
    void applyColors(const PlotColors &colors) override;

private:
    struct Line
    {
        QCPGraph *graph = nullptr;
        QCPErrorBars *whiskers = nullptr;
        QCPItemText *name = nullptr;
    };

    void createItems();
    Line createLine();
    QString placeCell(qsizetype place) const;
    void showSeries();
    void setAxes();
    /// Names stand at the ends of their lines and beside the floor, one above the other where those
    /// meet.
    void placeNames();
    std::optional<double> lastValue(qsizetype series) const;

    LinePlotData m_data;
    QList<Line> m_lines;
    QCPGraph *m_ring = nullptr;
    std::unique_ptr<FloorBand> m_floor;
};

} // namespace quantloupe
