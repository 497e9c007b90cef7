// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plots/plot_view.h"

#include <QMap>

class QCPCurve;
class QCPGraph;

namespace quantloupe {

/// The levels of one quantizer.
struct LevelsPlotRow
{
    /// At the left of the row.
    QString label;
    /// At its right.
    QString note;
    /// Ascending.
    QList<double> places;
    /// How far each level is taken, 0..1.
    QList<double> taken;
    /// The share of the weights that take it, for tables.
    QList<double> weights;
    /// One a level.
    QStringList readings;
    /// Marked, and drawn in another colour.
    bool isChosen = false;
};

struct LevelsPlotData
{
    /// For files, for example "main.3 quantizers".
    QString name;
    QString xLabel;
    /// What the notes are.
    QString noteLabel;
    /// Equal bins of [low, high].
    double low = 0;
    double high = 1;
    QList<double> counts;
    /// One a bin.
    QStringList readings;
    QList<LevelsPlotRow> rows;
};

/// Counts as bars, and under them the levels of several quantizers, a row each. Every level is a
/// pale tick, and a strong one as high as it is taken: what stays pale is not used. The items are
/// the bins, then the levels row by row.
class LevelsPlot : public PlotView
{
    Q_OBJECT

public:
    explicit LevelsPlot(QWidget *parent = nullptr);
    void setData(const LevelsPlotData &data);
    const LevelsPlotData &data() const { return m_data; }
    /// The row that an item belongs to; -1 for bins and for no item.
    int rowOf(int item) const;
    /// Names of rows beside the axis by their distance from the top in pixels, as far as they have
    /// room.
    QMap<double, QString> namesInSight() const;
    /// The item that is the first level of a row.
    int firstItemOf(int row) const;
    QString table(QChar separator) const override;
    QString latex() const override;

protected:
    void applyColors(const PlotColors &colors) override;
    void fitTo(QSize size) override;
    int itemAt(QPoint position) const override;
    bool moveCursor(int key) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createItems();
    void showCounts();
    void showLevels();
    void showItems();
    void addTick(QCPCurve *ticks, double place, int row, double height) const;
    /// Of the bars' part of the vertical axis, whose rows have the height 1.
    double barsHeight() const;
    /// Those whose names and notes have room, chosen ones first.
    QList<int> namedRows(int height, int textHeight) const;
    /// Thick ticks would touch each other.
    bool isDense() const;
    int binAt(double place) const;
    int levelAt(int row, double place) const;

    LevelsPlotData m_data;
    QCPGraph *m_bars = nullptr;
    QCPCurve *m_levels = nullptr;
    QCPCurve *m_taken = nullptr;
    QCPCurve *m_chosen = nullptr;
};

} // namespace quantloupe
