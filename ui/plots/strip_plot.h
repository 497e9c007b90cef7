// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plots/plot_view.h"

#include <optional>

class QCPBars;
class QCPGraph;

namespace quantloupe {

struct StripPlotData
{
    /// For files, for example "main.3 errors".
    QString name;
    QString xLabel;
    QString yLabel;
    /// One an item, numbered from 0; absent ones are left out.
    QList<std::optional<double>> values;
    /// One an item: what pointing at it says.
    QStringList readings;
    /// Drawn in another colour; -1 for none.
    int chosen = -1;
};

/// One amount for each of many items side by side, such as the channels of a layer.
class StripPlot : public PlotView
{
    Q_OBJECT

public:
    explicit StripPlot(QWidget *parent = nullptr);
    void setData(const StripPlotData &data);
    QString table(QChar separator) const override;
    QString latex() const override;

protected:
    void applyColors(const PlotColors &colors) override;

private:
    void createItems();
    void showValues();

    StripPlotData m_data;
    QCPBars *m_bars = nullptr;
    QCPBars *m_chosen = nullptr;
    QCPGraph *m_outline = nullptr;
};

} // namespace quantloupe
