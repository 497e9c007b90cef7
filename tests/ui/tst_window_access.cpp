// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "jobs/quantizer_controller.h"
#include "made_up_measurement.h"
#include "views/plots_dock.h"
#include "window_walk.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

constexpr double kLeastContrast = 4.5;
constexpr QSize kSmallest(1024, 700);

} // namespace

/// The window for those who use keys alone, a reader, large type or little contrast; in each state.
class TestWindowAccess : public MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        QApplication::setCursorFlashTime(0);
    }
    void init() { showWindow(); }
    void cleanup()
    {
        destroyWindow();
        applyTheme(*qApp, ThemeKind::Light);
    }

    void everyControlHasAName_data() { addStates(); }
    void everyControlHasAName()
    {
        enterState();
        for (const QWidget *control : focusableControls(m_window.get()))
            QVERIFY2(!accessibleNameOf(control).isEmpty(), qPrintable(describe(control)));
    }

    void noTwoSiblingsHaveTheSameName_data() { addStates(); }
    void noTwoSiblingsHaveTheSameName()
    {
        enterState();
        QHash<const QWidget *, QSet<QString>> names;
        for (const QWidget *control : focusableControls(m_window.get())) {
            QSet<QString> &taken = names[control->parentWidget()];
            QVERIFY2(!taken.contains(accessibleNameOf(control)), qPrintable(describe(control)));
            taken.insert(accessibleNameOf(control));
        }
    }

    void tabReachesAllInReadingOrderAndBack_data() { addStates(); }
    void tabReachesAllInReadingOrderAndBack()
    {
        enterState();
        const QList<QWidget *> all = focusableControls(m_window.get());
        QVERIFY(!all.isEmpty());
        all.first()->setFocus(Qt::TabFocusReason);
        QList<QWidget *> forward = walk(Qt::Key_Tab, all.size());
        for (QWidget *control : all)
            QVERIFY2(forward.contains(control), qPrintable("not reached: " + describe(control)));
        QCOMPARE(forward.size(), all.size());
        // Where the walk ended, what is read first is scrolled out of sight.
        for (const QScrollArea *panel : m_window->findChildren<QScrollArea *>())
            panel->verticalScrollBar()->setValue(0);
        rotateToFirst(forward);
        checkReadingOrder(forward);

        forward.first()->setFocus(Qt::TabFocusReason);
        QList<QWidget *> backward = walk(Qt::Key_Backtab, all.size());
        std::reverse(backward.begin() + 1, backward.end());
        QCOMPARE(names(backward), names(forward));
    }

    void focusIsSeen_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true})
            for (const int state : {0, 1, 2, 3, 4, 5, 6})
                QTest::addRow("%d %s", state, dark ? "dark" : "light") << state << dark;
    }
    void focusIsSeen()
    {
        QFETCH(bool, dark);
        startIn(dark ? ThemeKind::Dark : ThemeKind::Light);
        enterState();
        // As after the first Tab.
        m_window->setAttribute(Qt::WA_KeyboardFocusChange);
        for (QWidget *control : focusableControls(m_window.get())) {
            if (QWidget *before = QApplication::focusWidget())
                before->clearFocus();
            scrollTo(control);
            const QImage without = pictureOf(control);
            control->setFocus(Qt::TabFocusReason);
            QVERIFY(control->hasFocus());
            QVERIFY2(pictureOf(control) != without, qPrintable(describe(control)));
        }
    }

    void textHasContrast_data() { focusIsSeen_data(); }
    void textHasContrast()
    {
        QFETCH(bool, dark);
        startIn(dark ? ThemeKind::Dark : ThemeKind::Light);
        enterState();
        for (const QWidget *widget : textWidgets(m_window.get())) {
            const double ratio = contrastOf(widget);
            QVERIFY2(ratio >= kLeastContrast,
                     qPrintable(QString("%1: %2").arg(describe(widget)).arg(ratio)));
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
        QVERIFY(process.waitForFinished(120000));
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
        QCOMPARE(process.exitCode(), 0);
    }

public:
    /// A process of its own, as the scale is chosen before the first window: prints what is cut
    /// off.
    int reportCutOff()
    {
        prepareFolder();
        for (const int state : {0, 1, 2, 3, 4, 5, 6}) {
            showWindow();
            m_window->resize(kSmallest);
            m_window->resetLayout();
            enter(state);
            // The layouts follow the last texts.
            if (!QTest::qWaitFor([this] { return cutOffTexts(m_window.get()).isEmpty(); }))
                for (const QString &widget : cutOffTexts(m_window.get()))
                    std::printf("%d %s\n", state, qPrintable(widget));
            destroyWindow();
        }
        return QTest::currentTestFailed() ? 1 : 0;
    }

private:
    static void addStates()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("empty") << 0;
        QTest::newRow("open") << 1;
        QTest::newRow("failed") << 2;
        QTest::newRow("inputs") << 3;
        QTest::newRow("metrics") << 4;
        QTest::newRow("charts") << 5;
        QTest::newRow("quantizers") << 6;
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
        QFETCH(int, state);
        enter(state);
    }

    void enter(int state)
    {
        if (state == 1 || state >= 3) {
            openSmall();
            layers()->selectAll();
            QTest::keyClick(layers(), Qt::Key_4);
            QTRY_VERIFY(settled());
        }
        if (state == 3)
            bringToFront("Inputs");
        if (state == 4 || state == 5)
            measured(state == 5);
        if (state == 6)
            comparedQuantizers();
        if (state == 2) {
            m_window->open(file("missing.pt"));
            QTRY_VERIFY(stateText().contains("missing.pt"));
        }
    }

    void measured(bool showsCharts)
    {
        m_window->history()->add(madeUpMeasurement(document(), 2));
        find<QAction>("measure")->trigger();
        QTRY_VERIFY(find<QWidget>("metricsResult")->isVisible());
        // The chart with the most controls.
        if (showsCharts)
            find<PlotsDock>("plotsDock")->setCurrentTab("page:scatter");
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
            QTest::keyClick(control, key);
            control = QApplication::focusWidget();
        }
        return visited;
    }

    /// The walk is a circle; it begins with what stands first in the window.
    void rotateToFirst(QList<QWidget *> &controls) const
    {
        const auto first =
            std::min_element(controls.begin(), controls.end(), [this](auto *a, auto *b) {
                return isReadBefore(a, b, m_window.get());
            });
        std::rotate(controls.begin(), first, controls.end());
    }

    void checkReadingOrder(const QList<QWidget *> &controls)
    {
        for (qsizetype i = 1; i < controls.size(); ++i)
            QVERIFY2(isReadBefore(controls[i - 1], controls[i], m_window.get()),
                     qPrintable(describe(controls[i - 1]) + " before " + describe(controls[i])));
    }

    static QStringList names(const QList<QWidget *> &controls)
    {
        QStringList result;
        for (const QWidget *control : controls)
            result.append(describe(control));
        return result;
    }
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
