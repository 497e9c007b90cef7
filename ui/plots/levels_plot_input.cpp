// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/levels_plot.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace quantloupe {

int LevelsPlot::rowOf(int item) const
{
    int first = int(m_data.counts.size());
    if (item < first)
        return -1;
    for (int row = 0; row < m_data.rows.size(); ++row) {
        first += int(m_data.rows[row].places.size());
        if (item < first)
            return row;
    }
    return -1;
}

int LevelsPlot::firstItemOf(int row) const
{
    int first = int(m_data.counts.size());
    for (int before = 0; before < row; ++before)
        first += int(m_data.rows[before].places.size());
    return first;
}

int LevelsPlot::binAt(double place) const
{
    if (m_data.counts.isEmpty())
        return -1;
    const double share = (place - m_data.low) / (m_data.high - m_data.low);
    return std::clamp(int(std::floor(share * double(m_data.counts.size()))), 0,
                      int(m_data.counts.size()) - 1);
}

int LevelsPlot::levelAt(int row, double place) const
{
    const QList<double> &places = m_data.rows[row].places;
    if (places.isEmpty())
        return -1;
    const auto isNearer = [place](double a, double b) {
        return std::abs(a - place) < std::abs(b - place);
    };
    const auto nearest = std::min_element(places.begin(), places.end(), isNearer);
    return firstItemOf(row) + int(nearest - places.begin());
}

int LevelsPlot::itemAt(QPoint position) const
{
    const QPoint inPlot = position - plot().pos();
    const QRect inside = plot().axisRect()->rect();
    if (inPlot.x() < inside.left() || inPlot.x() > inside.right())
        return -1;
    const double x = plot().xAxis->pixelToCoord(inPlot.x());
    const double y = plot().yAxis->pixelToCoord(inPlot.y());
    if (y >= 0 || m_data.rows.isEmpty())
        return binAt(x);
    return levelAt(std::clamp(int(-y), 0, int(m_data.rows.size()) - 1), x);
}

bool LevelsPlot::moveCursor(int key)
{
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return PlotView::moveCursor(key);
    if (m_data.rows.isEmpty())
        return true;
    const double place =
        plot().xAxis->pixelToCoord(cursor() < 0 ? plot().axisRect()->center().x()
                                                : positionOf(cursor()).x() - plot().pos().x());
    const int row = rowOf(cursor()) + (key == Qt::Key_Down ? 1 : -1);
    setCursor(row < 0 ? binAt(place) : levelAt(std::min(row, int(m_data.rows.size()) - 1), place));
    return true;
}

QMap<double, QString> LevelsPlot::namesInSight() const
{
    QMap<double, QString> names;
    const auto ticker = plot().yAxis->ticker().dynamicCast<QCPAxisTickerText>();
    if (!ticker)
        return names;
    for (const auto &[place, name] : ticker->ticks().asKeyValueRange())
        names.insert(plot().yAxis->coordToPixel(place), name);
    return names;
}

} // namespace quantloupe
