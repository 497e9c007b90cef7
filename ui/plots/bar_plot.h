// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plots/floor_band.h"
#include "plots/plot_view.h"

#include <memory>
#include <optional>
#include <utility>

class QCPBars;
class QCPErrorBars;
class QCPItemText;

namespace quantloupe {

struct BarPlotItem
{
    /// Under the bar; shortened where it has no room.
    QString label;
    /// Absent where nothing could be computed.
    std::optional<double> value;
    std::optional<std::pair<double, double>> interval;
    /// Over the bar, where there is room.
    QString valueText;
    /// What pointing at it says.
    QString reading;
};

struct BarPlotData
{
    /// For files, for example "SWD by configuration".
    QString name;
    /// N, seed, reference and the like, which exported numbers and pictures carry; a line each.
    QString conditions = {};
    QString xLabel;
    QString yLabel;
    QList<BarPlotItem> bars;
    std::optional<double> floor;
    QString floorName;
    /// Drawn in another colour; -1 for none.
    int chosen = -1;
};

/// One amount of each of a few named things, with its interval as whiskers, over the floor.
class BarPlot : public PlotView
{
    Q_OBJECT

public:
    explicit BarPlot(QWidget *parent = nullptr);
    ~BarPlot() override;
    void setData(const BarPlotData &data);
    QString table(QChar separator) const override;
    QString latex() const override;
    QString conditions() const override { return m_data.conditions; }

protected:
    void applyColors(const PlotColors &colors) override;
    void fitTo(QSize size) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createItems();
    void showBars();
    void showTexts();
    void showLabels(int width);
    void setRange();

    BarPlotData m_data;
    QCPBars *m_bars = nullptr;
    QCPBars *m_chosen = nullptr;
    /// Carries the whiskers; invisible itself.
    QCPBars *m_carrier = nullptr;
    QCPErrorBars *m_whiskers = nullptr;
    QList<QCPItemText *> m_texts;
    std::unique_ptr<FloorBand> m_floor;
};

} // namespace quantloupe
