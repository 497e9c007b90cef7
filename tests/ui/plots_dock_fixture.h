// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/metrics_controller.h"
#include "made_up_measurement.h"
#include "main_window_fixture.h"
#include "views/plots_dock.h"

#include <QAction>
#include <QDropEvent>
#include <QMimeData>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace quantloupe::test {

/// Measures at once, fails, or holds until it is stopped.
struct FakeEngine
{
    enum class Way { Done, Fail, Hold };

    std::atomic<Way> way = Way::Done;
    std::atomic<bool> tellsPart = false;
    std::atomic<int> resumable = 0;
    std::atomic<int> estimates = 0;
    /// Of the estimates to come.
    std::vector<MetricsPhase> phases;
    std::mutex mutex;
    std::vector<MetricsRequest> requests;

    MetricsReport measure(const MetricsRequest &request, const RunContext &context,
                          const MetricsSink &sink)
    {
        {
            const std::lock_guard lock(mutex);
            requests.push_back(request);
        }
        context.advance(0.25);
        MetricsReport report = madeUpReport(2);
        report.plan = request.plan;
        report.count = request.count;
        if (tellsPart) {
            report.n = 1024;
            sink(report);
        }
        if (way == Way::Fail)
            throw Error(ErrorKind::BadInput, "The reference holds no picture; choose another.",
                        "reference/");
        while (way == Way::Hold) {
            context.checkCancelled();
            std::this_thread::yield();
        }
        report.n = request.count;
        return report;
    }

    MetricsEngine engine()
    {
        return {[this](const MetricsRequest &request, const RunContext &context,
                       const MetricsSink &sink) { return measure(request, context, sink); },
                [this](const MetricsRequest &, const RunContext &) {
                    ++estimates;
                    return MetricsEstimate{90, 4096, std::size_t(resumable), phases};
                },
                [](const QuantDocument &) { return SizeReport(); }};
    }
};

/// The dock of plots with a made-up engine.
class PlotsDockFixture : public QObject
{
protected:
    void prepare()
    {
        QVERIFY(m_folder.isValid());
        writeSmallDcgan(m_folder.filePath("small.safetensors").toStdString());
        OpenRequest request;
        request.path = m_folder.filePath("small.safetensors").toStdString();
        m_opened.generator = m_session.open(request, {});
        m_opened.info = info(*m_opened.generator);
        m_opened.plan = samplingPlan(*m_opened.generator);
        m_opened.request = request;
    }

    void showDock()
    {
        m_fake = std::make_unique<FakeEngine>();
        m_document = std::make_unique<QuantDocument>();
        m_history = std::make_unique<MetricsHistory>(m_document.get());
        m_lane = std::make_unique<JobLane>(QueuePolicy::Serial);
        m_controller = std::make_unique<MetricsController>(m_fake->engine(), m_document.get(),
                                                           m_history.get(), m_lane.get());
        m_window = std::make_unique<QMainWindow>();
        m_dock = new PlotsDock(m_document.get(), m_history.get(), m_controller.get(), &m_open,
                               m_window.get());
        m_window->addDockWidget(Qt::BottomDockWidgetArea, m_dock);
        m_window->addAction(m_dock->measure());
        m_window->resize(1000, 500);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void endDock()
    {
        m_fake->way = FakeEngine::Way::Done;
        m_lane.reset();
        m_window.reset();
        m_controller.reset();
        m_history.reset();
        m_document.reset();
        m_fake.reset();
    }

    template <typename Child> Child *find(const char *name) const
    {
        return m_window->findChild<Child *>(name);
    }
    QPushButton *stateButton(const char *name) const
    {
        return find<QWidget>("metricsState")->findChild<QPushButton *>(name);
    }
    QString label(const char *name) const { return find<QLabel>(name)->text(); }
    QString textOf(const char *name) const
    {
        QString text;
        for (const QLabel *each : find<QWidget>(name)->findChildren<QLabel *>())
            text += each->text() + u'\n';
        return text;
    }

    void measured()
    {
        m_document->open(m_opened);
        m_dock->measure()->trigger();
        QTRY_COMPARE(m_history->all().size(), 1);
    }

    void drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(m_dock, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_dock, &event);
    }

    QTemporaryDir m_folder;
    Session m_session;
    OpenedGenerator m_opened;
    QAction m_open{"Open"};
    std::unique_ptr<FakeEngine> m_fake;
    std::unique_ptr<QuantDocument> m_document;
    std::unique_ptr<MetricsHistory> m_history;
    std::unique_ptr<JobLane> m_lane;
    std::unique_ptr<MetricsController> m_controller;
    std::unique_ptr<QMainWindow> m_window;
    PlotsDock *m_dock = nullptr;
};

} // namespace quantloupe::test
