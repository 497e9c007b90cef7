// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window keeps the user waiting: blocked GUI thread while bits are dragged, time to
// pictures, idle CPU, memory after many edits. Prints the numbers against the budget.
#include "base/embedded_files.h"
#include "jobs/preview_controller.h"
#include "mainwindow/generator_opener.h"
#include "mainwindow/main_window.h"
#include "session/session.h"
#include "widgets/layers_view.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMouseEvent>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <map>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include <vector>

using namespace quantloupe;

namespace {

constexpr double kBudgetMilliseconds = 16;
constexpr int kDrags = 200;
constexpr int kStepsOfADrag = 8;
constexpr int kEditsTimed = 40;
constexpr int kIdleMilliseconds = 10000;
/// Between two moves of a mouse.
constexpr int kFrameMilliseconds = 8;

struct EventCost
{
    /// Milliseconds on the clock, and of the GUI thread's own work: what other programs take of a
    /// busy machine is in the first alone.
    double elapsed = 0;
    double worked = 0;
    /// What the host of a virtual machine kept from all its cores meanwhile, in steps of 10 ms; the
    /// guest takes it for work.
    double stolen = 0;
};

double workedMilliseconds()
{
    timespec time = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * double(time.tv_sec) + double(time.tv_nsec) / 1e6;
}

/// 0 where the system does not tell.
double stolenMilliseconds()
{
    QFile file("/proc/stat");
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    constexpr qsizetype kStolen = 8;
    return file.readLine().simplified().split(' ').value(kStolen).toDouble() * 1e3 /
           double(::sysconf(_SC_CLK_TCK));
}

/// Notes how long each event keeps the GUI thread; nested ones belong to the outermost.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_isHandling)
            return QApplication::notify(receiver, event);
        m_isHandling = true;
        const QString name = QStringLiteral("event %1 of %2")
                                 .arg(event->type())
                                 .arg(QLatin1String(receiver->metaObject()->className()));
        const double stolenBefore = stolenMilliseconds();
        const double before = workedMilliseconds();
        QElapsedTimer timer;
        timer.start();
        const bool result = QApplication::notify(receiver, event);
        EventCost cost{double(timer.nsecsElapsed()) / 1e6, workedMilliseconds() - before};
        cost.stolen = stolenMilliseconds() - stolenBefore;
        m_costs.push_back(cost);
        if (cost.worked > kBudgetMilliseconds && cost.worked > m_slow[name].worked)
            m_slow[name] = cost;
        m_isHandling = false;
        return result;
    }

    std::vector<EventCost> takeCosts() { return std::exchange(m_costs, {}); }
    /// What went over the budget by its own work, the longest of each.
    std::map<QString, EventCost> takeSlow() { return std::exchange(m_slow, {}); }

private:
    bool m_isHandling = false;
    std::vector<EventCost> m_costs;
    std::map<QString, EventCost> m_slow;
};

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
}

void runFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void printQuantiles(const char *what, const std::vector<double> &values)
{
    std::printf("  %-22s p50 %6.2f  p95 %6.2f  p99 %6.2f  max %6.2f ms\n", what,
                quantile(values, 0.5), quantile(values, 0.95), quantile(values, 0.99),
                quantile(values, 1));
}

double cpuSeconds()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return double(time.tv_sec) + time.tv_usec / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double residentMegabytes()
{
    QFile file("/proc/self/statm");
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / 1e6;
}

class WindowBench
{
public:
    explicit WindowBench(WatchedApplication &application) : m_application(application) {}

    bool open()
    {
        m_window.show();
        m_window.keepSession();
        const std::string path(embeddedGenerators().front());
        m_window.open(QString::fromStdString(path),
                      QString::fromStdString(embeddedConfiguration(path)));
        m_layers = m_window.findChild<LayersView *>("layersView");
        return QTest::qWaitFor([this] { return !document().config().isFloat() && isSettled(); },
                               60000);
    }

    void measureDrags()
    {
        m_application.takeCosts();
        m_application.takeSlow();
        for (int drag = 0; drag < kDrags; ++drag)
            dragOnce(drag);
        settle();
        std::vector<double> elapsed;
        std::vector<double> worked;
        std::vector<double> undisturbed;
        for (const EventCost &cost : m_application.takeCosts()) {
            elapsed.push_back(cost.elapsed);
            worked.push_back(cost.worked);
            if (cost.stolen == 0)
                undisturbed.push_back(cost.worked);
        }
        std::printf("GUI thread by event over %d drags, %zu events (budget %.0f ms)\n", kDrags,
                    elapsed.size(), kBudgetMilliseconds);
        printQuantiles("on the clock", elapsed);
        printQuantiles("its own work", worked);
        std::printf("  %zu of them while the host kept no core from this machine:\n",
                    undisturbed.size());
        printQuantiles("its own work", undisturbed);
        for (const auto &[name, cost] : m_application.takeSlow())
            std::printf("  over the budget: %s, %.1f ms, of which the host kept up to %.0f ms\n",
                        qPrintable(name), cost.worked, cost.stolen);
    }

    void measureLatency()
    {
        std::vector<double> first;
        std::vector<double> shown;
        const auto connection = QObject::connect(
            m_window.preview(), &PreviewController::timed, [&](const PreviewTiming &timing) {
                if (!timing.shownPairs)
                    first.push_back(double(timing.firstPair));
                else
                    shown.push_back(double(*timing.shownPairs));
            });
        for (int edit = 0; edit < kEditsTimed; ++edit) {
            editLayer(edit);
            settle();
        }
        QObject::disconnect(connection);
        std::printf(
            "edit to first pictures: p50 %.0f  p95 %.0f ms; to all shown: p50 %.0f  p95 %.0f "
            "ms\n",
            quantile(first, 0.5), quantile(first, 0.95), quantile(shown, 0.5),
            quantile(shown, 0.95));
    }

    void measureIdle()
    {
        runFor(1000);
        const double before = cpuSeconds();
        QElapsedTimer timer;
        timer.start();
        runFor(kIdleMilliseconds);
        std::printf("idle CPU: %.2f %%\n",
                    100 * (cpuSeconds() - before) / (double(timer.elapsed()) / 1000));
    }

    void measureMemory()
    {
        std::printf("memory: %.0f MB", residentMegabytes());
        for (int edit = 1; edit <= 10000; ++edit) {
            editLayer(edit);
            QCoreApplication::processEvents();
            if (edit == 1000 || edit == 10000)
                std::printf("; after %d edits %.0f MB", edit, residentMegabytes());
        }
        std::printf("\n");
    }

private:
    QuantDocument &document() { return *m_window.document(); }
    bool isSettled() const
    {
        return !m_window.preview()->isPending() && !m_window.opener()->isRunning();
    }
    void settle()
    {
        if (!QTest::qWaitFor([this] { return isSettled(); }, 60000))
            std::printf("  the window is not at rest after a minute\n");
    }

    void editLayer(int number)
    {
        const int layers = int(document().info().layers.size());
        document().edit({number % layers}, bitsEdit(QuantSite::Weight, 2 + number / layers % 7));
    }

    void dragOnce(int number)
    {
        const int row = number % m_layers->model()->rowCount();
        const QModelIndex cell =
            m_layers->model()->index(row, static_cast<int>(LayerColumn::WeightBits));
        const QPoint start = m_layers->visualRect(cell).center();
        // Up and down in turn, so that bits stay in the middle.
        const int direction = number / m_layers->model()->rowCount() % 2 == 0 ? -1 : 1;
        send(QEvent::MouseButtonPress, start, Qt::LeftButton);
        for (int step = 1; step <= kStepsOfADrag; ++step) {
            send(QEvent::MouseMove, start + QPoint(0, direction * step * 6), Qt::NoButton);
            runFor(kFrameMilliseconds);
        }
        send(QEvent::MouseButtonRelease, start + QPoint(0, direction * kStepsOfADrag * 6),
             Qt::LeftButton);
        runFor(kFrameMilliseconds);
    }

    void send(QEvent::Type type, QPoint place, Qt::MouseButton button)
    {
        QWidget *viewport = m_layers->viewport();
        const Qt::MouseButtons held =
            type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, QPointF(place), QPointF(viewport->mapToGlobal(place)), button, held,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &event);
    }

    WatchedApplication &m_application;
    Session m_session;
    MainWindow m_window{m_session};
    LayersView *m_layers = nullptr;
};

} // namespace

int main(int argc, char **argv)
{
    WatchedApplication application(argc, argv);
    QApplication::setOrganizationName("Quantloupe");
    QApplication::setApplicationName("bench");
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    applyTheme(application, ThemeKind::Light);
    WindowBench bench(application);
    if (!bench.open())
        return 1;
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    bench.measureDrags();
    bench.measureLatency();
    bench.measureIdle();
    bench.measureMemory();
    return 0;
}
