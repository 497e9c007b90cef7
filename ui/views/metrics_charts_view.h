// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics_quantity.h"
#include "views/chart_states.h"
#include "widgets/file_content.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <optional>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTabWidget;

namespace quantloupe {

class BarPlot;
class LinePlot;
class PlotView;
class ScatterPlot;
class StatePage;

/// The charts of the history, one a tab. Only the tab in front is drawn.
class MetricsChartsView : public QObject
{
    Q_OBJECT

public:
    /// Adds the tabs to `tabs`, which owns the pages.
    MetricsChartsView(MetricsHistory *history, const ChartStates &states, QTabWidget *tabs,
                      QObject *parent = nullptr);
    /// The measurement that the chart of one measurement shows, and the present one is ringed.
    void setShown(int measurement, int present);
    /// The quantities that the user chose, for the session, and back.
    QJsonObject choice() const;
    void setChoice(const QJsonObject &choice);
    /// Whether the tab in front has a state instead of a chart.
    bool showsState() const;

Q_SIGNALS:
    /// The user clicked what stands for a measurement.
    void chosen(int measurement);
    void exported(const QString &path, const quantloupe::FileContent &content);
    void choiceChanged();
    /// The running measurement is not wanted any more.
    void cancelRequested();

private:
    struct Page
    {
        QWidget *widget = nullptr;
        /// Of the quantity on the vertical axis; null where there is no choice.
        QComboBox *quantity = nullptr;
        PlotView *plot = nullptr;
        QStackedWidget *stack = nullptr;
        QLabel *note = nullptr;
        StatePage *empty = nullptr;
        /// By item of the plot.
        QList<int> measurements = {};
    };

    void createPages();
    /// `id` names the page, its plot and its list for tests and the session.
    Page createPage(const QString &id, const QString &title, PlotView *plot, bool hasQuantity);
    void createHorizontal(Page &page);
    void connectSignals();
    void connectPage(Page &page);

    void refresh();
    void fillQuantities();
    void showBars();
    void showLevels();
    void showSamples();
    void showHistory();
    void showScatter();
    void showProgress();
    /// Which measurement the chart of one is of, and whether it is stale.
    QString shownText() const;
    void draw(Page &page, const QList<int> &measurements, const QString &note);
    void leaveEmpty(Page &page, ChartGap gap);

    MetricsHistory *m_history;
    ChartStates m_states;
    QTabWidget *m_tabs;
    Page m_bars;
    Page m_levels;
    Page m_samples;
    Page m_line;
    Page m_scatter;
    QComboBox *m_horizontal = nullptr;
    QList<MetricQuantity> m_quantities;
    std::optional<MetricQuantity> m_quantity;
    MetricQuantity m_horizontalQuantity{MetricQuantity::Aspect::Bytes};
    /// By the user, whether or not it is measured already.
    std::optional<MetricQuantity> m_chosen;
    std::optional<MetricQuantity> m_chosenHorizontal;
    int m_shown = -1;
    int m_present = -1;
};

} // namespace quantloupe
