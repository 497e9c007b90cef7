// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/png_text.h"
#include "plots/histogram_plot.h"
#include "tst_widgets_compare_fixture.h"
#include "widgets/shown_pictures.h"
#include "widgets/theme.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QSignalSpy>

#include <cmath>
#include <ctime>

using namespace quantloupe;

namespace {

constexpr int kSamples = 64;
constexpr int kPictureSide = 64;
/// Of a window of 2560x1440.
constexpr int kInspectorWidth = 490;
/// For the GUI thread, by its own work: other programs do not count.
constexpr double kBudgetMilliseconds = 16;

double workedMilliseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * double(time.tv_sec) + double(time.tv_nsec) / 1e6;
}

/// Milliseconds of this thread.
template <typename Work> double costOf(const char *what, const Work &work)
{
    const double before = workedMilliseconds();
    work();
    const double cost = workedMilliseconds() - before;
    qInfo("%-42s %7.2f ms", what, cost);
    return cost;
}

void checkBudget(double milliseconds)
{
#if defined(__SANITIZE_ADDRESS__)
    Q_UNUSED(milliseconds);
#else
    QVERIFY2(milliseconds <= kBudgetMilliseconds, qPrintable(QString::number(milliseconds)));
#endif
}

} // namespace

/// What leaves the window, at its largest: four configurations of 64 samples on a large screen.
/// What the GUI thread does of it stays within the time of a frame.
class TestExportCost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }

    void picturesAreOnlyCollected()
    {
        CompareView view;
        view.resize(1400, 1300);
        view.setCount(kSamples);
        view.setConfigurations({"Current", "A", "B", "C"});
        for (int i = 0; i < kSamples; ++i)
            for (int configuration = 0; configuration < 4; ++configuration)
                view.setPair(i, configuration, pairOf(i, kPictureSide));
        ShownPictures shown;
        checkBudget(costOf("collect", [&] { shown = view.shownPictures(); }));
        QImage image;
        std::vector<std::uint8_t> png;
        costOf("compose, in the lane", [&] { image = composed(shown, view.font()); });
        costOf("encode, in the lane", [&] { png = encodePng(fromQImage(image), {}); });
        QCOMPARE(int(shown.pictures.size()), rowCount(4));
        QVERIFY(!png.empty() && image.width() > kSamples * kPictureSide);
    }

    void plotsAreDrawn_data()
    {
        QTest::addColumn<QString>("suffix");
        for (const char *suffix : {"png", "svg", "pdf"})
            QTest::newRow(suffix) << suffix;
    }
    void plotsAreDrawn()
    {
        QFETCH(QString, suffix);
        HistogramPlot plot;
        plot.setData(manyBins());
        plot.resize(kInspectorWidth, plot.sizeHint().height());
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QSignalSpy exported(&plot, &PlotView::exported);
        const QString name = "export" + suffix.left(1).toUpper() + suffix.mid(1);
        plot.exportMenu()->findChild<QAction *>(name)->trigger();
        auto *dialog = plot.findChild<QFileDialog *>("plotDialog");
        QVERIFY(dialog);
        checkBudget(costOf(qPrintable("plot as " + suffix),
                           [&] { Q_EMIT dialog->fileSelected("plot." + suffix); }));
        dialog->close();
        QCOMPARE(exported.size(), 1);
        QVERIFY(!exported.constFirst().at(1).value<FileContent>()().isEmpty());
    }

private:
    static HistogramPlotData manyBins()
    {
        HistogramPlotData data;
        data.name = "layer weights";
        data.xLabel = "weight";
        data.low = -2;
        data.high = 2;
        for (int bin = 0; bin < 128; ++bin) {
            data.counts.append(1e4 * std::exp(-std::pow((bin - 64) / 24.0, 2)));
            data.readings.append(QString::number(bin));
        }
        return data;
    }
};

QTEST_MAIN(TestExportCost)
#include "tst_export_cost.moc"
