// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/metrics_page.h"
#include "widgets/file_content.h"

#include <QDockWidget>
#include <QJsonObject>

class QAction;
class QTabWidget;

namespace quantloupe {

class MetricsChartsView;

/// Plots: the metrics of the configuration, and charts of all that was measured, in tabs.
class PlotsDock : public QDockWidget
{
    Q_OBJECT

public:
    /// `open` is the button of the empty state.
    PlotsDock(QuantDocument *document, MetricsHistory *history, MetricsController *controller,
              QAction *open, QWidget *parent = nullptr);

    /// A tab more. `page` has an object name.
    void addPage(QWidget *page, const QString &title);

    QAction *measure() const { return m_measure; }
    QAction *measureAnew() const { return m_anew; }
    QAction *copyMeasurement() const { return m_copy; }
    /// Whose numbers are shown; -1 for none.
    int shownMeasurement() const { return m_metrics->shown(); }
    /// The object name of the tab in front, for the session, and back.
    QString currentTab() const;
    void setCurrentTab(const QString &page);
    struct Tab
    {
        /// As currentTab().
        QString name;
        QString title;
    };
    QList<Tab> tabs() const;
    /// Brings the dock and this tab of it to the front, with the focus.
    void showTab(const QString &page);
    /// The same of the quantities that charts show.
    QJsonObject chosenQuantities() const;
    void chooseQuantities(const QJsonObject &choice);
    /// A file of features, from a drop on the window.
    void takeExtractor(const QString &path);

Q_SIGNALS:
    void configurationChosen(int measurement);
    void exported(const QString &path, const quantloupe::FileContent &content);
    void tabChanged();
    void quantitiesChosen();
    /// Whether the dock itself shows how far the running measurement is.
    void progressSeen(bool seen);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void createActions();
    void createWidgets(QAction *open);
    void connectSignals();
    QAction *createAction(const char *objectName, const QString &text);
    /// The first time, what is about to be measured is shown; then it is measured.
    void startOrReveal();
    void reveal();
    void followTab();
    bool showsMetrics() const;
    void tellProgressSeen();

    QuantDocument *m_document;
    MetricsHistory *m_history;
    MetricsController *m_controller;
    QAction *m_measure = nullptr;
    QAction *m_anew = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_choose = nullptr;
    QTabWidget *m_tabs = nullptr;
    MetricsPage *m_metrics = nullptr;
    MetricsChartsView *m_charts = nullptr;
};

} // namespace quantloupe
