// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plots/plot_view.h"

#include <optional>
#include <utility>

class QCPColorScale;
class QImage;

namespace quantloupe {

class HeatMapCells;
class PairPopup;

struct HeatMapCell
{
    /// Sets the colour; without one the cell is empty.
    std::optional<double> value;
    std::optional<std::pair<double, double>> interval;
    /// In the cell, where all of them have room.
    QString text;
    /// What pointing at it says.
    QString reading;
    /// Hatched, with a dashed border.
    bool isPredicted = false;
    /// The answer: a strong border, and a mark before the text.
    bool isMarked = false;
    /// Framed as what the user has now.
    bool isChosen = false;
};

struct HeatMapData
{
    /// For files, for example "sensitivity by SQNR".
    QString name;
    /// N, seed and the like, which exported numbers and pictures carry; a line each.
    QString conditions = {};
    QString xLabel;
    QString yLabel;
    /// At the scale of colours.
    QString valueLabel;
    /// From left to right; shortened where they have no room.
    QStringList columns;
    /// From top to bottom.
    QStringList rows;
    /// Row by row.
    QList<HeatMapCell> cells;
    /// High values have the colour that stands out from the ground, else low ones.
    bool isHighStrong = true;
};

/// A value for each pair of two things, by colour and number, with the scale of colours beside it.
/// The items are the cells, row by row; the arrow keys go from cell to cell.
class HeatMapPlot : public PlotView
{
    Q_OBJECT

public:
    explicit HeatMapPlot(QWidget *parent = nullptr);
    void setData(const HeatMapData &data);
    const HeatMapData &data() const { return m_data; }
    /// What a sample looks like in the cell that is read, over the plot and away from that cell,
    /// until another one is read. Exports leave it out.
    void showPictures(const QImage &reference, const QImage &quantized);
    void hidePictures();
    QString table(QChar separator) const override;
    QString latex() const override;
    QString conditions() const override { return m_data.conditions; }

protected:
    void applyColors(const PlotColors &colors) override;
    void fitTo(QSize size) override;
    int itemAt(QPoint position) const override;
    bool moveCursor(int key) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createItems();
    void showColumns(int width);
    void showRows();
    int columnCount() const { return int(m_data.columns.size()); }
    int rowCount() const { return int(m_data.rows.size()); }
    /// Where keys begin: at what is marked.
    int firstItem() const;

    HeatMapData m_data;
    /// Belong to the plot.
    HeatMapCells *m_cells = nullptr;
    QCPColorScale *m_scale = nullptr;
    PairPopup *m_pictures = nullptr;
};

} // namespace quantloupe
