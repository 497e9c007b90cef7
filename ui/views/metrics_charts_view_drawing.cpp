// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_charts.h"
#include "models/metrics_readings.h"
#include "views/metrics_charts_view.h"

#include <QLabel>
#include <QStackedWidget>

namespace quantloupe {

void MetricsChartsView::draw(Page &page, const QList<int> &measurements, const QString &note)
{
    page.measurements = measurements;
    page.note->setText(note.trimmed());
    page.stack->setCurrentWidget(page.plot);
}

void MetricsChartsView::leaveEmpty(Page &page, ChartGap gap)
{
    page.measurements.clear();
    page.note->clear();
    page.empty->setState(m_states.of(gap));
    page.stack->setCurrentWidget(page.empty);
}

void MetricsChartsView::showBars()
{
    MetricsChart<BarPlotData> chart;
    if (m_quantity)
        chart = configurationBars(m_history->all(), *m_quantity, m_present);
    static_cast<BarPlot *>(m_bars.plot)->setData(chart.data);
    if (chart.data.bars.isEmpty())
        leaveEmpty(m_bars, ChartGap::NothingMeasured);
    else
        draw(m_bars, chart.measurements, chart.note);
}

QString MetricsChartsView::shownText() const
{
    const int number = m_history->all()[m_shown].number;
    return m_shown == m_present
               ? tr("Measurement #%1.").arg(number)
               : tr("Measurement #%1; the configuration has been edited since.").arg(number);
}

void MetricsChartsView::showLevels()
{
    LinePlotData data;
    if (m_shown >= 0)
        data = levelLines(m_history->all()[m_shown]);
    static_cast<LinePlot *>(m_levels.plot)->setData(data);
    if (data.places.isEmpty())
        leaveEmpty(m_levels, m_shown >= 0 ? ChartGap::NoLevels : ChartGap::NothingMeasured);
    else
        draw(m_levels, {}, shownText());
}

void MetricsChartsView::showSamples()
{
    LinePlotData data;
    if (m_shown >= 0 && m_quantity)
        data = sampleLines(m_history->all()[m_shown], *m_quantity);
    static_cast<LinePlot *>(m_samples.plot)->setData(data);
    if (data.places.isEmpty())
        leaveEmpty(m_samples, m_shown >= 0 ? ChartGap::NoCourse : ChartGap::NothingMeasured);
    else
        draw(m_samples, {},
             shownText() + u' ' +
                 whiskerNote(rowOf(m_history->all()[m_shown], *m_quantity), *m_quantity));
}

void MetricsChartsView::showHistory()
{
    MetricsChart<LinePlotData> chart;
    if (m_quantity)
        chart = historyLine(m_history->all(), *m_quantity, m_present);
    static_cast<LinePlot *>(m_line.plot)->setData(chart.data);
    if (chart.data.places.isEmpty())
        leaveEmpty(m_line, ChartGap::NothingMeasured);
    else
        draw(m_line, chart.measurements, chart.note);
}

void MetricsChartsView::showScatter()
{
    MetricsChart<ScatterPlotData> chart;
    if (m_quantity)
        chart = quantityPoints(m_history->all(), m_horizontalQuantity, *m_quantity, m_present);
    static_cast<ScatterPlot *>(m_scatter.plot)->setData(chart.data);
    if (chart.data.points.isEmpty())
        leaveEmpty(m_scatter, ChartGap::NothingMeasured);
    else
        draw(m_scatter, chart.measurements, chart.note);
}

} // namespace quantloupe
