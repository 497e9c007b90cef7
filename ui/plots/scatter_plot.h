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

struct ScatterPlotPoint
{
    /// Beside the point, where there is room.
    QString label;
    double x = 0;
    double y = 0;
    /// Of y.
    std::optional<std::pair<double, double>> interval;
    /// What pointing at it says.
    QString reading;
};

struct ScatterPlotData
{
    /// For files, for example "SWD against bytes".
    QString name;
    /// N, seed, reference and the like, which exported numbers and pictures carry; a line each.
    QString conditions = {};
    QString xLabel;
    QString yLabel;
    QList<ScatterPlotPoint> points;
    /// Of y.
    std::optional<double> floor = {};
    QString floorName = {};
    /// The point that is ringed; -1 for none.
    int chosen = -1;
};

/// Two amounts of each of some named things, one against the other.
class ScatterPlot : public PlotView
{
    Q_OBJECT

public:
    explicit ScatterPlot(QWidget *parent = nullptr);
    ~ScatterPlot() override;
    void setData(const ScatterPlotData &data);
    QString table(QChar separator) const override;
    QString latex() const override;
    QString conditions() const override { return m_data.conditions; }

protected:
    void applyColors(const PlotColors &colors) override;

private:
    void createItems();
    void showPoints();
    void showLabels();
    void setRanges();
    /// Labels that would cover one another or a point are left out.
    void placeLabels();

    ScatterPlotData m_data;
    QCPGraph *m_points = nullptr;
    QCPGraph *m_ring = nullptr;
    QCPErrorBars *m_whiskers = nullptr;
    QList<QCPItemText *> m_labels;
    std::unique_ptr<FloorBand> m_floor;
};

} // namespace quantloupe
