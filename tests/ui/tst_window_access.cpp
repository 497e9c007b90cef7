// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "jobs/quantizer_controller.h"
#include "jobs/search_controller.h"
#include "jobs/sensitivity_controller.h"
#include "made_up_measurement.h"
#include "store/run_store.h"
#include "stored_runs.h"
#include "views/plots_dock.h"
#include "window_walk.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProcess>
#include <QScrollBar>
#include <QToolButton>

#include <filesystem>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

constexpr double kLeastContrast = 4.5;
constexpr QSize kSmallest(1024, 700);
constexpr int kMostLinks = 100;
/// Milliseconds, for all states of the window one after the other.
constexpr int kCutOffPatience = 600'000;
/// For a search.
constexpr int kPatience = 60'000;

} // namespace

/// The window for those who use keys alone, a reader, large type or little contrast; in each state.
class TestWindowAccess : public MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepare();
        QApplication::setCursorFlashTime(0);
    }
    void init() { showWindow(); }
    void cleanup()
    {
        destroyWindow();
        applyTheme(*qApp, ThemeKind::Light);
    }

    void everyControlHasANameOfItsOwn_data() { addStates(); }
    void everyControlHasANameOfItsOwn()
    {
        enterState();
        QHash<const QWidget *, QSet<QString>> names;
        for (const QWidget *control : focusableControls(window())) {
            const QString name = accessibleNameOf(control);
            QVERIFY2(!name.isEmpty(), qPrintable(describe(control)));
            QSet<QString> &taken = names[control->parentWidget()];
            QVERIFY2(!taken.contains(name), qPrintable(describe(control)));
            taken.insert(name);
        }
    }

    /// In the palette typing and the arrow keys do all.
    void tabReachesAllInReadingOrderAndBack_data() { addStates({"palette"}); }
    void tabReachesAllInReadingOrderAndBack()
    {
        enterState();
        const QList<QWidget *> all = focusableControls(window());
        QVERIFY(!all.isEmpty());
        all.first()->setFocus(Qt::TabFocusReason);
        QList<QWidget *> forward = walk(Qt::Key_Tab, all.size());
        for (QWidget *control : all)
            QVERIFY2(forward.contains(control), qPrintable("not reached: " + describe(control)));
        QCOMPARE(forward.size(), all.size());
        // Where the walk ended, what is read first is scrolled out of sight.
        for (const QScrollArea *panel : window()->findChildren<QScrollArea *>())
            panel->verticalScrollBar()->setValue(0);
        rotateToFirst(forward);
        checkReadingOrder(forward);

        forward.first()->setFocus(Qt::TabFocusReason);
        QList<QWidget *> backward = walk(Qt::Key_Backtab, all.size());
        std::reverse(backward.begin() + 1, backward.end());
        QCOMPARE(names(backward), names(forward));
    }

    void focusIsSeenAndTextHasContrast_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true})
            for (const QString &state : states())
                QTest::addRow("%s %s", qPrintable(state), dark ? "dark" : "light") << state << dark;
    }
    void focusIsSeenAndTextHasContrast()
    {
        QFETCH(bool, dark);
        startIn(dark ? ThemeKind::Dark : ThemeKind::Light);
        enterState();
        for (const QWidget *widget : textWidgets(window())) {
            const double ratio = contrastOf(widget);
            QVERIFY2(ratio >= kLeastContrast,
                     qPrintable(QString("%1: %2").arg(describe(widget)).arg(ratio)));
        }
        // As after the first Tab.
        window()->window()->setAttribute(Qt::WA_KeyboardFocusChange);
        for (QWidget *control : focusableControls(window())) {
            if (QWidget *before = QApplication::focusWidget())
                before->clearFocus();
            scrollTo(control);
            const QImage without = pictureOf(control);
            control->setFocus(Qt::TabFocusReason);
            QVERIFY(control->hasFocus());
            QVERIFY2(pictureOf(control) != without, qPrintable(describe(control)));
        }
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<QString>("factor");
        for (const char *factor : {"1", "1.5", "2"})
            QTest::newRow(factor) << factor;
    }
    void nothingIsCutOff()
    {
        QFETCH(QString, factor);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_SCALE_FACTOR", factor);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {"--cut-off"});
        QVERIFY(process.waitForFinished(kCutOffPatience));
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
        QCOMPARE(process.exitCode(), 0);
    }

public:
    /// A process of its own, as the scale is chosen before the first window: prints what is cut
    /// off.
    int reportCutOff()
    {
        prepare();
        for (const QString &state : states()) {
            showWindow();
            m_window->resize(kSmallest);
            m_window->resetLayout();
            enter(state);
            // The layouts follow the last texts.
            if (!QTest::qWaitFor([this] { return cutOffTexts(window()).isEmpty(); }))
                for (const QString &widget : cutOffTexts(window()))
                    std::printf("%s %s\n", qPrintable(state), qPrintable(widget));
            destroyWindow();
        }
        return QTest::currentTestFailed() ? 1 : 0;
    }

private:
    void prepare()
    {
        prepareFolder();
        qputenv("XDG_CACHE_HOME", file("cache").toUtf8());
        // Without the user's own runs.
        qputenv("XDG_DATA_HOME", file("data").toUtf8());
    }

    /// The window's, and last those of windows of their own over it.
    static QStringList states()
    {
        return {"empty",        "open",         "failed",       "inputs",      "metrics",
                "page:scatter", "bars",         "page:bars",    "quantizers",  "page:sensitivity",
                "page:search",  "page:recipes", "runs",         "page:ledger", "page:difference",
                "palette",      "exportDialog", "reportDialog", "helpWindow"};
    }

    static void addStates(const QStringList &without = {})
    {
        QTest::addColumn<QString>("state");
        for (const QString &state : states())
            if (!without.contains(state))
                QTest::newRow(qPrintable(state)) << state;
    }

    void startIn(ThemeKind theme)
    {
        destroyWindow();
        applyTheme(*qApp, theme);
        showWindow();
        QCOMPARE(themeOf(m_window->palette()), theme);
    }

    void enterState()
    {
        QFETCH(QString, state);
        enter(state);
    }

    /// The window that is looked at: the main one, or what stands over it.
    QWidget *window() const { return m_over ? m_over.data() : m_window.get(); }

    void enter(const QString &state)
    {
        m_over.clear();
        if (state == "empty")
            return;
        if (state == "failed") {
            m_window->open(file("missing.pt"));
            QTRY_VERIFY(stateText().contains("missing.pt"));
            return;
        }
        openSmall();
        layers()->selectAll();
        QTest::keyClick(layers(), Qt::Key_4);
        QTRY_VERIFY(settled());
        if (state == "inputs")
            bringToFront("Inputs");
        else if (state == "metrics" || state == "page:scatter" || state == "page:bars")
            measured(state);
        else if (state == "bars")
            openBars();
        else if (state == "quantizers")
            comparedQuantizers();
        else if (state == "runs")
            openRuns();
        else if (state.startsWith("page:"))
            showPage(state);
        else if (state != "open")
            openOver(state);
    }

    /// Rule, path of latents, and kept configurations.
    void openBars()
    {
        find<QAction>("keepConfiguration")->trigger();
        find<QAction>("interpolate")->trigger();
        find<QToolButton>("ruleButton")->click();
        for (const char *bar : {"keptBar", "pathBar", "ruleBar"})
            QTRY_VERIFY2(find<QWidget>(bar)->isVisible(), bar);
        QTRY_VERIFY(settled());
    }

    void showPage(const QString &page)
    {
        find<PlotsDock>("plotsDock")->showTab(page);
        if (page == "page:sensitivity") {
            find<QAction>("findSensitivities")->trigger();
            QTRY_VERIFY(m_window->sensitivity()->state() == SensitivityController::State::Done);
        }
        if (page == "page:search") {
            SearchSettings settings = m_window->search()->settings();
            settings.sweepCount = 4;
            settings.count = 16;
            m_window->search()->setSettings(settings);
            find<QAction>("searchBits")->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(m_window->search()->state() == SearchController::State::Done,
                                     kPatience);
        }
        QTRY_VERIFY(find<QWidget>(qPrintable(page))->isVisible());
    }

    /// With one in the list.
    void openRuns()
    {
        const std::filesystem::path store = usualStore();
        std::filesystem::create_directories(store.parent_path());
        std::filesystem::remove(store);
        RunStore runs(store);
        runs.finishRun(runs.beginRun(stored_runs::request()),
                       {RunState::Finished, R"({"answer":42})", {}});
        find<PlotsDock>("plotsDock")->showTab("page:runs");
        QTRY_VERIFY(find<QWidget>("runsSplitter")->isVisible());
    }

    void openOver(const QString &state)
    {
        if (state == "palette") {
            find<QAction>("palette")->trigger();
            m_over = find<QWidget>("commandPalette");
        } else if (state == "helpWindow") {
            find<QAction>("help")->trigger();
            m_over = find<QWidget>("helpWindow");
        } else {
            find<QAction>(state == "exportDialog" ? "exportConfiguration" : "writeReport")
                ->trigger();
            m_over = find<QWidget>(qPrintable(state));
        }
        QVERIFY(m_over);
        QTRY_VERIFY(m_over->isVisible());
        if (m_over->isWindow()) {
            QApplication::setActiveWindow(m_over);
            QTRY_COMPARE(QApplication::activeWindow(), m_over.data());
        }
    }

    void measured(const QString &state)
    {
        m_window->history()->add(madeUpMeasurement(document(), 2));
        find<QAction>("measure")->trigger();
        QTRY_VERIFY(find<QWidget>("metricsResult")->isVisible());
        const bool showsCharts = state != "metrics";
        if (showsCharts)
            find<PlotsDock>("plotsDock")->setCurrentTab(state);
        // The time of the first test is not estimated in the middle of it.
        QTRY_VERIFY(!find<QLabel>("metricsEstimate")->text().contains("being") || showsCharts);
    }

    void comparedQuantizers()
    {
        layers()->selectLayers({0}, 0, int(LayerColumn::WeightBits));
        find<PlotsDock>("plotsDock")->showTab("page:quantizers");
        const QuantizerController &quantizers = *m_window->quantizers();
        QTRY_VERIFY(!quantizers.isRunning() && !quantizers.trials().empty());
    }

    /// By the keys of the tabs.
    void bringToFront(const QString &title)
    {
        QTabBar *tabs = nullptr;
        for (auto *each : m_window->findChildren<QTabBar *>(Qt::FindDirectChildrenOnly))
            if (each->isVisible())
                tabs = each;
        QVERIFY(tabs);
        tabs->setFocus();
        for (int i = 0; i < tabs->count() && tabs->tabText(tabs->currentIndex()) != title; ++i)
            QTest::keyClick(tabs, Qt::Key_Right);
        QCOMPARE(tabs->tabText(tabs->currentIndex()), title);
        QTRY_VERIFY(!isBehindTab(find<QWidget>("inputsScroll"), m_window.get()));
    }

    QList<QWidget *> walk(Qt::Key key, qsizetype most)
    {
        QList<QWidget *> visited;
        QWidget *control = QApplication::focusWidget();
        while (control && !visited.contains(control) && visited.size() <= most) {
            visited.append(control);
            if (!isOnScreen(control))
                QTest::qFail(qPrintable("not on the screen: " + describe(control)), __FILE__,
                             __LINE__);
            // A page of text is left behind its last link.
            for (int link = 0; link < kMostLinks && QApplication::focusWidget() == control; ++link)
                QTest::keyClick(control, key);
            control = QApplication::focusWidget();
        }
        return visited;
    }

    /// The walk is a circle; it begins with what stands first in the window.
    void rotateToFirst(QList<QWidget *> &controls) const
    {
        const auto first =
            std::min_element(controls.begin(), controls.end(),
                             [this](auto *a, auto *b) { return isReadBefore(a, b, window()); });
        std::rotate(controls.begin(), first, controls.end());
    }

    void checkReadingOrder(const QList<QWidget *> &controls)
    {
        for (qsizetype i = 1; i < controls.size(); ++i)
            QVERIFY2(isReadBefore(controls[i - 1], controls[i], window()),
                     qPrintable(describe(controls[i - 1]) + " before " + describe(controls[i])));
    }

    static QStringList names(const QList<QWidget *> &controls)
    {
        QStringList result;
        for (const QWidget *control : controls)
            result.append(describe(control));
        return result;
    }

    QPointer<QWidget> m_over;
};

int main(int argc, char **argv)
{
    if (argc == 2 && QByteArray(argv[1]) == "--cut-off") {
        QApplication application(argc, argv);
        applyTheme(application, ThemeKind::Light);
        return TestWindowAccess().reportCutOff();
    }
    return runWindowTest<TestWindowAccess>(argc, argv);
}

#include "tst_window_access.moc"
