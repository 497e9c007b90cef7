// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plots/plot_view.h"

#include <array>
#include <optional>
#include <utility>

class QCPErrorBars;
class QCPGraph;
class QCPItemText;

namespace quantloupe {

struct ParetoPoint
{
    enum class Source {
        /// Foreseen from parts of it: hollow.
        Predicted,
        /// Filled.
        Measured,
        /// On samples that nothing was chosen by: a filled diamond.
        Confirmed
    };

    double x = 0;
    double y = 0;
    /// Of y.
    std::optional<std::pair<double, double>> interval = {};
    Source source = Source::Predicted;
    /// No other point of the same source is as good in both and better in one.
    bool isOnFront = false;
    /// What the user has now: ringed.
    bool isChosen = false;
    /// Beside the point, where there is room; for tables and files, too.
    QString label = {};
    bool showsLabel = false;
    /// What pointing at it says.
    QString reading = {};
};

struct ParetoPlotData
{
    /// For files, for example "SQNR against size".
    QString name;
    /// N, seed and the like, which exported numbers and pictures carry; a line each.
    QString conditions = {};
    QString xLabel;
    QString yLabel;
    /// By ascending x, which is how keys go from one to the next.
    QList<ParetoPoint> points;
};

/// What things cost against how good they are: points, and lines that join the fronts, dashed where
/// they are predicted.
class ParetoPlot : public PlotView
{
    Q_OBJECT

public:
    explicit ParetoPlot(QWidget *parent = nullptr);
    void setData(const ParetoPlotData &data);
    const ParetoPlotData &data() const { return m_data; }
    QString table(QChar separator) const override;
    QString latex() const override;
    QString conditions() const override { return m_data.conditions; }

protected:
    void applyColors(const PlotColors &colors) override;
    void fitTo(QSize size) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr std::size_t kSources = 3;

    /// Those of one source.
    struct Layer
    {
        QCPGraph *points = nullptr;
        QCPErrorBars *whiskers = nullptr;
        QCPGraph *front = nullptr;
    };

    void createItems();
    void showPoints();
    void showLabels();
    void setRanges();
    /// Labels that would cover one another or a point are left out.
    void placeLabels();

    ParetoPlotData m_data;
    std::array<Layer, kSources> m_layers;
    QCPGraph *m_ring = nullptr;
    QList<QCPItemText *> m_labels;
};

} // namespace quantloupe
