// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/inspector_controller.h"
#include "jobs/metrics_controller.h"
#include "made_up_measurement.h"
#include "main_window_fixture.h"
#include "models/presets.h"
#include "views/help_window.h"
#include "widgets/compare_grid.h"
#include "window_pictures.h"
#include "window_walk.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>

#include <limits>
#include <utility>
#include <vector>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

constexpr double kLeastContrast = 4.5;
/// What buttons and lists draw around their text.
constexpr int kFrame = 3;
/// Milliseconds for the pictures and numbers of a real generator on a busy machine.
constexpr int kPatience = 30000;

} // namespace

/// Each state a view has, as it is seen: its words and its button are there, whole and readable.
class TestWindowStates : public MainWindowFixture
{
    Q_OBJECT

public:
    void stay() {}
    bool isInspected() const { return settled() && !m_window->inspector()->isPending(); }
    void opening() { Q_EMIT m_window->opener()->started(file("avatars.safetensors")); }
    void failedOpening()
    {
        m_window->open(file("damaged.safetensors"));
        QTRY_VERIFY(stateText().contains("damaged.safetensors"));
        QTRY_VERIFY(settled());
    }
    void open()
    {
        m_window->open("builtin:avatars-64");
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
    }
    void quantized()
    {
        open();
        document().setConfig(presetConfig(Preset::W4, document().info()), "W4");
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
    }
    void running()
    {
        quantized();
        Q_EMIT m_window->preview()->started();
        Q_EMIT m_window->preview()->progressed(0.4);
    }
    void stale()
    {
        running();
        QTRY_VERIFY(view()->grid()->dims());
    }
    void cancelled()
    {
        stale();
        Q_EMIT m_window->preview()->cancelled();
        Q_EMIT m_window->preview()->finished();
    }
    void failedRun()
    {
        stale();
        Q_EMIT m_window->preview()->failed("The pictures do not fit into memory; show fewer.",
                                           "bad_alloc in main.12");
        Q_EMIT m_window->preview()->finished();
    }
    void refusedEdit()
    {
        quantized();
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 17));
        QTRY_VERIFY(find<QWidget>("windowBanner")->isVisible());
    }
    void noMatch()
    {
        quantized();
        find<QLineEdit>("layersFilter")->setText("no such layer");
        QTRY_VERIFY(find<QWidget>("inspectorState")->isVisible());
    }
    void inspectionFailed()
    {
        quantized();
        Q_EMIT m_window->inspector()->failed("The layer does not fit into memory.", "bad_alloc");
    }
    void inspectionCancelled()
    {
        quantized();
        Q_EMIT m_window->inspector()->cancelled();
    }
    void notInspectable()
    {
        m_window->open(file("nan.safetensors"));
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
        QTest::keyClick(layers(), Qt::Key_Down);
        QTRY_VERIFY(textOf("inspectorState").contains("cannot be inspected"));
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
    }
    void mode(const char *name)
    {
        quantized();
        find<QAction>(name)->trigger();
        QTRY_VERIFY(settled());
    }
    void pair() { mode("pairMode"); }
    void wipe() { mode("wipeMode"); }
    void difference() { mode("differenceMode"); }
    void interpolation()
    {
        quantized();
        find<QAction>("interpolate")->trigger();
        QTRY_VERIFY(find<QWidget>("pathBar")->isVisible() && view()->between());
    }
    void kept()
    {
        quantized();
        find<QAction>("keepConfiguration")->trigger();
        document().edit({0, 1}, bitsEdit(QuantSite::Weight, 2));
        QTRY_VERIFY(settled() && find<QWidget>("keptBar")->isVisible());
        QTRY_VERIFY(view()->pair(kShown - 1, 1));
    }
    void rule()
    {
        quantized();
        find<QAction>("setByRule")->trigger();
        find<QComboBox>("rulePattern")->lineEdit()->setText("main.*");
        find<QLineEdit>("ruleSetting")->setText("w3,a8");
    }
    void wrongRule()
    {
        rule();
        find<QLineEdit>("ruleSetting")->setText("w3:nonsense");
    }
    void inputs()
    {
        m_window->open(file("small.safetensors"));
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
        find<QDockWidget>("inputsDock")->raise();
        QTRY_VERIFY(!isBehindTab(find<QWidget>("inputsScroll"), m_window.get()));
    }
    void emptyInputs()
    {
        find<QDockWidget>("inputsDock")->raise();
        QTRY_VERIFY(!isBehindTab(find<QWidget>("inputsScroll"), m_window.get()));
    }
    void commandPalette() { paletteWith("bits"); }
    void emptyPalette() { paletteWith("zzzz"); }
    void metricsEmpty()
    {
        quantized();
        find<QAction>("measure")->trigger();
        QTRY_VERIFY(find<QWidget>("plotsDock")->isVisible());
        QTRY_VERIFY(!find<QLabel>("metricsEstimate")->text().contains("being"));
    }
    void metricsFailed()
    {
        metricsEmpty();
        Q_EMIT m_window->metrics()->failed("The reference holds no picture; choose another.",
                                           "reference/");
    }
    void metricsCancelled()
    {
        metricsEmpty();
        Q_EMIT m_window->metrics()->cancelled();
    }
    void metricsRunning()
    {
        metricsEmpty();
        find<QSpinBox>("metricsCount")->setValue(1000000);
        m_window->metrics()->start();
        QTRY_VERIFY(textOf("metricsState").contains("Measuring"));
    }
    void measured()
    {
        metricsEmpty();
        m_window->history()->add(madeUpMeasurement(document(), 2));
    }
    void measuredStale()
    {
        measured();
        document().edit({0}, bitsEdit(QuantSite::Weight, 2));
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
    }
    void measuredAgain(int tab)
    {
        measured();
        for (const int bits : {6, 3, 2}) {
            document().edit({0, 1}, bitsEdit(QuantSite::Weight, bits));
            Measurement measurement = madeUpMeasurement(document(), 8.0 / bits);
            measurement.size.bytes = 100000 * bits;
            measurement.size.averageBits = bits;
            m_window->history()->add(measurement);
        }
        find<QTabWidget>("plotTabs")->setCurrentIndex(tab);
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
    }
    void bars() { measuredAgain(1); }
    void levels() { measuredAgain(2); }
    void samples() { measuredAgain(3); }
    void history() { measuredAgain(4); }
    void scatter() { measuredAgain(5); }
    void help()
    {
        find<QAction>("help")->trigger();
        QTRY_VERIFY(find<HelpWindow>("helpWindow")->isVisible());
    }

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        write(file("damaged.safetensors"), "no tensors in here");
        WeightFile weights(3);
        weights.addRandom("main.0.weight", {8, 4, 4, 4}, 0.5);
        weights.addBatchNorm("main.1", 4);
        weights.addRandom("main.3.weight", {4, 4, 4, 4}, std::numeric_limits<double>::quiet_NaN());
        weights.addBatchNorm("main.4", 4);
        weights.addRandom("main.6.weight", {4, 3, 4, 4}, 0.5);
        weights.write(file("nan.safetensors").toStdString());
    }
    void cleanup()
    {
        destroyWindow();
        applyTheme(*qApp, ThemeKind::Light);
    }

    void isSaidAndReadable_data()
    {
        QTest::addColumn<int>("state");
        for (std::size_t i = 0; i < states().size(); ++i)
            QTest::newRow(states()[i].name) << int(i);
    }
    /// In both themes at two sizes; each state is entered once, as that is what takes its time.
    void isSaidAndReadable()
    {
        QFETCH(int, state);
        showWindow();
        layOut({1280, 720});
        (this->*states()[state].enter)();
        for (const QSize size : {QSize(1280, 720), QSize(2560, 1440)}) {
            layOut(size);
            for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark}) {
                applyTheme(*qApp, theme);
                settleLayout();
                const QString look = QString("%1-%2")
                                         .arg(theme == ThemeKind::Dark ? "dark" : "light")
                                         .arg(size.width());
                checkLook(states()[state], look);
                QVERIFY2(!QTest::currentTestFailed(), qPrintable(look));
            }
        }
    }

    void picturesDimWhenStale()
    {
        showWindow();
        quantized();
        const QImage fresh = view()->grid()->grab().toImage();
        stale();
        QTRY_VERIFY(view()->grid()->grab().toImage() != fresh);
        m_window->preview()->refresh();
        QTRY_VERIFY(!view()->grid()->dims() || settled());
        QTRY_COMPARE(view()->grid()->grab().toImage(), fresh);
    }

private:
    struct Look
    {
        const char *name;
        void (TestWindowStates::*enter)();
        const char *place = nullptr;
        const char *sentence = nullptr;
        const char *button = nullptr;
    };
    static const std::vector<Look> &states();

    void paletteWith(const char *query)
    {
        quantized();
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(find<QLineEdit>("paletteQuery"), query);
    }

    /// The panel that is in front stays there.
    void layOut(QSize size)
    {
        auto *inputs = find<QDockWidget>("inputsDock");
        const bool isInFront = !isBehindTab(inputs, m_window.get());
        auto *plots = find<QDockWidget>("plotsDock");
        const bool hadPlots = plots->isVisible();
        m_window->resize(size);
        m_window->resetLayout();
        plots->setVisible(hadPlots);
        if (isInFront)
            inputs->raise();
    }

    void checkLook(const Look &state, const QString &look)
    {
        const QImage picture = shownWindow()->grab().toImage();
        keep(picture, look);
        checkWords(state);
        checkTexts(picture);
        checkOverlaps();
    }

    QWidget *shownWindow() const
    {
        auto *help = find<HelpWindow>("helpWindow");
        return help && help->isVisible() ? static_cast<QWidget *>(help) : m_window.get();
    }

    /// Layouts and the animations of docks are over; bars of progress move on.
    void settleLayout() const
    {
        QList<QRect> before;
        QTRY_VERIFY(std::exchange(before, places()) == before);
    }

    QList<QRect> places() const
    {
        QList<QRect> all;
        for (const QWidget *widget : textWidgets(shownWindow()))
            all.append({widget->mapTo(shownWindow(), QPoint()), widget->size()});
        return all;
    }

    void keep(const QImage &picture, const QString &look) const
    {
        const QString folder = qEnvironmentVariable("QUANTLOUPE_SCREENSHOTS");
        if (!folder.isEmpty())
            QVERIFY(picture.save(
                QDir(folder).filePath(QString("%1-%2.png").arg(QTest::currentDataTag(), look))));
    }

    void checkWords(const Look &look)
    {
        if (!look.place)
            return;
        auto *place = m_window->findChild<QWidget *>(look.place);
        QVERIFY(place && place->isVisible() && isOnScreen(place));
        const QString said = place->findChildren<QLabel *>().isEmpty()
                                 ? find<QLabel>(look.place)->text()
                                 : textOf(look.place);
        QVERIFY2(said.contains(look.sentence), qPrintable(said));
        if (!look.button)
            return;
        const auto *button = place->findChild<QAbstractButton *>(look.button);
        QVERIFY(button && button->isVisible() && button->isEnabled() && !isCutOff(button));
        QVERIFY(shownWindow()->rect().contains(
            QRect(button->mapTo(shownWindow(), QPoint()), button->size())));
    }

    void checkTexts(const QImage &picture)
    {
        QList<QWidget *> cutByAPanel;
        for (QWidget *widget : textWidgets(shownWindow())) {
            QVERIFY2(!isCutOff(widget), qPrintable("cut off: " + describe(widget)));
            if (isWhole(widget))
                checkContrast(widget, picture.copy(textPlace(widget)));
            else if (!isBehindPalette(widget))
                cutByAPanel.append(widget);
        }
        // Last, as what is scrolled to does not stand where the picture has it.
        for (QWidget *widget : std::as_const(cutByAPanel))
            checkContrast(widget, scrolledTo(widget));
        for (const QScrollArea *panel : shownWindow()->findChildren<QScrollArea *>())
            panel->verticalScrollBar()->setValue(0);
    }

    static void checkContrast(const QWidget *widget, const QImage &text)
    {
        const double contrast = contrastIn(text);
        QVERIFY2(contrast >= kLeastContrast,
                 qPrintable(QString("%1: %2").arg(describe(widget)).arg(contrast)));
    }

    static bool isWhole(const QWidget *widget)
    {
        return widget->visibleRegion().boundingRect() == widget->rect();
    }

    /// Texts under it are seen whole in the states without it.
    bool isBehindPalette(const QWidget *widget) const
    {
        const auto *palette = find<QWidget>("commandPalette");
        const QRect place(widget->mapTo(m_window.get(), QPoint()), widget->size());
        return palette->isVisible() && !palette->isAncestorOf(widget) &&
               widget->window() == m_window.get() && place.intersects(palette->geometry());
    }

    /// Without the frame of a control.
    QRect textPlace(const QWidget *widget) const
    {
        const int frame = qobject_cast<const QLabel *>(widget) ? 0 : kFrame;
        return QRect(widget->mapTo(shownWindow(), QPoint()), widget->size())
            .adjusted(frame, frame, -frame, -frame);
    }

    /// What a panel's edge cuts off; of what is larger than the panel, the part that is seen.
    QImage scrolledTo(QWidget *widget) const
    {
        scrollTo(widget);
        const QRect seen = widget->visibleRegion().boundingRect();
        const QPoint corner = widget->mapTo(shownWindow(), QPoint());
        return shownWindow()->grab(textPlace(widget) & seen.translated(corner)).toImage();
    }

    void checkOverlaps()
    {
        const QList<QWidget *> widgets = textWidgets(shownWindow());
        for (const QWidget *a : widgets)
            for (const QWidget *b : widgets)
                QVERIFY2(a == b || a->parentWidget() != b->parentWidget() ||
                             !a->geometry().intersects(b->geometry()),
                         qPrintable(describe(a) + " over " + describe(b)));
    }
};

const std::vector<TestWindowStates::Look> &TestWindowStates::states()
{
    using T = TestWindowStates;
    static const std::vector<Look> looks = {
        {"empty", &T::stay, "compareState", "No generator is open", "stateAction1"},
        {"emptyInputs", &T::emptyInputs, "inputsDock", "stands here once one is open", nullptr},
        {"opening", &T::opening, "compareState", "Opening avatars.safetensors", "stateCancel"},
        {"failedOpening", &T::failedOpening, "compareState", "could not be opened", "stateAction1"},
        {"float", &T::open},
        {"quantized", &T::quantized},
        {"running", &T::running},
        {"stale", &T::stale},
        {"cancelled", &T::cancelled, "previewBanner", "Drawing was cancelled", "messageAction"},
        {"failedRun", &T::failedRun, "previewBanner", "do not fit into memory", "messageAction"},
        {"refusedEdit", &T::refusedEdit, "windowBanner", "kept their setting", "messageClose"},
        {"noMatch", &T::noMatch, "inspectorState", "No layer is selected", nullptr},
        {"inspectionFailed", &T::inspectionFailed, "inspectorState", "does not fit into memory",
         "stateAction1"},
        {"inspectionCancelled", &T::inspectionCancelled, "inspectorState", "was cancelled",
         "stateAction1"},
        {"notInspectable", &T::notInspectable, "inspectorState", "main.3 cannot be inspected",
         nullptr},
        {"pair", &T::pair},
        {"wipe", &T::wipe},
        {"difference", &T::difference},
        {"interpolation", &T::interpolation, "pathBar", "spherical", nullptr},
        {"kept", &T::kept, "keptBar", "", nullptr},
        {"rule", &T::rule, "ruleBar", "match", "ruleApply"},
        {"wrongRule", &T::wrongRule, "ruleBar", "nonsense", nullptr},
        {"inputs", &T::inputs},
        {"palette", &T::commandPalette},
        {"emptyPalette", &T::emptyPalette, "paletteNothing", "", nullptr},
        {"metricsEmpty", &T::metricsEmpty, "metricsState", "Nothing is measured", "stateAction1"},
        {"metricsFailed", &T::metricsFailed, "metricsState", "choose another", "stateAction1"},
        {"metricsCancelled", &T::metricsCancelled, "metricsState", "was cancelled", "stateAction1"},
        {"metricsRunning", &T::metricsRunning, "metricsState", "Measuring", "stateCancel"},
        {"measured", &T::measured, "metricsResult", "more than noise", "copyMetrics"},
        {"measuredStale", &T::measuredStale, "metricsBanner", "edited since", "messageAction"},
        {"bars", &T::bars},
        {"levels", &T::levels},
        {"samples", &T::samples},
        {"history", &T::history},
        {"scatter", &T::scatter},
        {"help", &T::help},
    };
    return looks;
}

int main(int argc, char **argv)
{
    return runWindowTest<TestWindowStates>(argc, argv);
}

#include "tst_window_states.moc"
