// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/bar_plot.h"
#include "plots/heat_map_plot.h"
#include "plots/line_plot.h"
#include "sensitivity_fixture.h"
#include "views/sensitivity_page.h"
#include "widgets/elided_label.h"
#include "widgets/stale_veil.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>

using namespace quantloupe;
using Way = quantloupe::test::FakeSensitivity::Way;

/// Which layer hurts, as the user finds it out, over a made-up engine.
class TestSensitivityPage : public test::SensitivityFixture
{
    Q_OBJECT

    template <typename Child> Child *find(const QString &name) const
    {
        return m_page->findChild<Child *>(name);
    }
    QString stateText() const
    {
        QString text;
        for (const QLabel *label : find<QWidget>("sensitivityState")->findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    }
    bool showsState() const { return find<QWidget>("sensitivityState")->isVisible(); }
    QString answer() const { return find<ElidedLabel>("sensitivityAnswer")->text(); }
    QString summary() const { return find<ElidedLabel>("sensitivitySummary")->text(); }
    QString note() const { return find<ElidedLabel>("sensitivityNote")->text(); }
    QPushButton *runButton() const { return find<QPushButton>("sensitivityRun"); }
    HeatMapPlot *map() const { return find<HeatMapPlot>("plot:sensitivity"); }
    BarPlot *bars() const { return find<BarPlot>("plot:sensitivityBars"); }
    int itemOf(const std::string &name, int bits) const
    {
        return int(bit(bits) * m_controller->findings().layers.size() + layer(name));
    }
    const HeatMapCell &cell(const std::string &name, int bits) const
    {
        return map()->data().cells.at(itemOf(name, bits));
    }
    void choose(const QString &list, const QString &text)
    {
        auto *combo = find<QComboBox>(list);
        const int item = combo->findText(text);
        QVERIFY2(item >= 0, qPrintable(text));
        combo->setCurrentIndex(item);
        Q_EMIT combo->activated(item);
    }
    void sweep()
    {
        QTest::mouseClick(runButton(), Qt::LeftButton);
        QTRY_VERIFY(isDone());
    }
    /// Pointing at a place that the layout may still move; from elsewhere, for a mouse that
    /// stays where it was, if only in another window before, moves nothing.
    void pointAt(PlotView *plot, int item)
    {
        QCoreApplication::processEvents();
        QTest::mouseMove(plot, QPoint(1, 1));
        QTest::mouseMove(plot, plot->positionOf(item));
        QTRY_COMPARE(plot->cursor(), item);
    }

private Q_SLOTS:
    void init()
    {
        createController();
        m_page = std::make_unique<SensitivityPage>(m_document.get(), m_controller.get(), &m_open);
        m_page->resize(1100, 340);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup()
    {
        m_fake->way = Way::Done;
        m_lane.reset();
        m_page.reset();
        destroyController();
    }

    void startsWithTheQuestion()
    {
        QVERIFY(showsState());
        QVERIFY(stateText().contains("Which layer hurts, at which bit-width?"));
        QVERIFY(!m_page->copyCommandAction()->isEnabled());
        auto *start = find<QPushButton>("stateAction1");
        QVERIFY(start && start->isVisible());
        start->setFocus();
        QTest::keyClick(start, Qt::Key_Space);
        // Keys go on at what cancels.
        QCOMPARE(m_page->focusWidget(), runButton());
        QTRY_VERIFY(isDone());
        QVERIFY(!showsState());
        QVERIFY(map()->isVisible());
        QVERIFY(m_page->copyCommandAction()->isEnabled());
    }

    void withoutAGeneratorOneIsOpened()
    {
        m_document->open({});
        QVERIFY(stateText().contains("No generator is open"));
        QCOMPARE(find<QPushButton>("stateAction1")->text(), QString("Open"));
        QVERIFY(!runButton()->isEnabled());
        QVERIFY(!m_page->findAction()->isEnabled());
    }

    void theAnswerIsSaid()
    {
        sweep();
        QCOMPARE(answer(), QString("out hurts most at 8, 6, 4 bits; up at 3, 2, 1 bits"));
        const auto *label = find<ElidedLabel>("sensitivityAnswer");
        QVERIFY(label->isVisible() && label->font().bold());
        // Over all else.
        const QWidget *column = label->parentWidget();
        for (const QLabel *other : column->findChildren<QLabel *>())
            if (other != label && other->isVisible() && !map()->isAncestorOf(other))
                QVERIFY(other->mapTo(m_page.get(), QPoint()).y() >
                        label->mapTo(m_page.get(), QPoint()).y());
        // And marked in the map, one a bit-width.
        for (const int bits : m_controller->findings().bits)
            for (const char *name : {"embed", "up", "out"})
                QCOMPARE(cell(name, bits).isMarked,
                         std::string(name) == (bits >= 4 ? "out" : "up"));
    }

    void predictionsAreShownAtOnceAndReplaced()
    {
        m_fake->way = Way::Hold;
        m_page->findAction()->trigger();
        QTRY_VERIFY(!showsState());
        QVERIFY(answer().startsWith("Predicted: out hurts most"));
        for (const HeatMapCell &each : map()->data().cells) {
            QVERIFY(each.isPredicted);
            QVERIFY(each.text.startsWith("≈ "));
        }
        QVERIFY(cell("out", 4).reading.contains("predicted and not measured yet"));
        m_fake->cellsBefore = 1;
        // The last layer comes first.
        QTRY_VERIFY(!cell("out", 8).isPredicted);
        QVERIFY(cell("up", 8).isPredicted);
        m_fake->way = Way::Done;
        QTRY_VERIFY(isDone());
        for (const HeatMapCell &each : map()->data().cells)
            QVERIFY(!each.isPredicted);
        QVERIFY(cell("out", 4).reading.contains(", predicted "));
        QVERIFY2(note().contains("rank correlation"), qPrintable(note()));
    }

    void cellsComeOneByOneAndCancelKeepsThem()
    {
        QTest::keyClick(find<QCheckBox>("sensitivitySketch"), Qt::Key_Space);
        QVERIFY(!m_controller->settings().sketch);
        m_fake->cellsBefore = 4;
        m_fake->way = Way::Hold;
        runButton()->setFocus();
        QTest::keyClick(runButton(), Qt::Key_Space);
        QTRY_VERIFY(summary().contains("4 of 18 cells"));
        QVERIFY(!showsState());
        QVERIFY(map()->data().cells.at(itemOf("embed", 1)).text.isEmpty());
        QVERIFY(cell("embed", 1).reading.contains("not measured yet"));
        QCOMPARE(runButton()->text(), QString("Cancel"));
        QTest::keyClick(runButton(), Qt::Key_Space);
        QTRY_VERIFY(summary().contains("cancelled after 4 of 18"));
        QCOMPARE(runButton()->text(), QString("Continue"));
        QVERIFY(!cell("out", 8).text.isEmpty());
        m_fake->way = Way::Done;
        QTest::mouseClick(runButton(), Qt::LeftButton);
        QTRY_VERIFY(isDone());
        // Each of them once.
        QCOMPARE(m_fake->measured.load(), 18);
        QVERIFY(summary().startsWith("18 cells"));
    }

    void cancelledBeforeTheFirstCellIsAState()
    {
        change([](auto &settings) { settings.sketch = false; });
        m_fake->way = Way::Hold;
        m_page->findAction()->trigger();
        QTRY_VERIFY(stateText().contains("Finding sensitivities"));
        auto *cancel = find<QPushButton>("stateCancel");
        QVERIFY(cancel && cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_VERIFY(stateText().contains("The sweep was cancelled"));
        QVERIFY(!find<QWidget>("sensitivityAnswer")->isVisible());
    }

    void failureIsSaidInPlace()
    {
        change([](auto &settings) { settings.sketch = false; });
        m_fake->way = Way::Fail;
        m_page->findAction()->trigger();
        QTRY_VERIFY(stateText().contains("could not be measured"));
        QVERIFY(stateText().contains("not enough memory"));
        m_fake->way = Way::Done;
        QTest::mouseClick(find<QPushButton>("stateAction1"), Qt::LeftButton);
        QTRY_VERIFY(isDone());
        QVERIFY(!showsState());
    }

    void failureBesideValuesIsABanner()
    {
        m_fake->cellsBefore = 4;
        m_fake->way = Way::Fail;
        m_page->findAction()->trigger();
        auto *banner = find<QWidget>("sensitivityBanner");
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(!showsState());
        QVERIFY(!cell("out", 8).isPredicted);
        bool isSaid = false;
        for (const QLabel *label : banner->findChildren<QLabel *>())
            isSaid |= label->text().contains("not enough memory");
        QVERIFY(isSaid);
        // Edits do not bring back what was dismissed.
        QTest::keyClick(banner, Qt::Key_Escape);
        QVERIFY(!banner->isVisible());
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 5));
        QVERIFY(!banner->isVisible());
        m_fake->way = Way::Done;
        sweep();
        QVERIFY(!banner->isVisible());
    }

    void aClickGivesTheLayerItsBits()
    {
        sweep();
        const QuantConfig before = m_document->config();
        pointAt(map(), itemOf("up", 3));
        QTest::mouseClick(map(), Qt::LeftButton, {}, map()->positionOf(itemOf("up", 3)));
        QCOMPARE(m_document->config().spec("up").weight.bits, 3);
        QVERIFY(m_document->config().spec("out").weight.isFloat());
        // One visible consequence, where the eye is.
        QVERIFY(cell("up", 3).isChosen);
        QVERIFY(!cell("up", 4).isChosen);
        QCOMPARE(m_document->undoStack()->count(), 1);
        m_document->undoStack()->undo();
        QVERIFY(m_document->config() == before);
        QVERIFY(!cell("up", 3).isChosen);
    }

    void aCellThatIsReadSaysWhatTheNetworkIsInIt()
    {
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 5));
        sweep();
        QList<std::optional<QuantConfig>> read;
        connect(m_page.get(), &SensitivityPage::cellRead, this,
                [&](const std::optional<QuantConfig> &config) { read.append(config); });
        map()->setCursor(itemOf("out", 3));
        QCOMPARE(read.size(), 1);
        QVERIFY(read.back());
        QCOMPARE(read.back()->spec("out").weight.bits, 3);
        // Alone means that the others are float, whatever the document says.
        QVERIFY(read.back()->spec("up").weight.isFloat());
        map()->setCursor(-1);
        QCOMPARE(read.size(), 2);
        QVERIFY(!read.back());
        // Left out, it is the others that are quantized.
        m_document->undoStack()->undo();
        choose("sensitivityMode", "left out");
        sweep();
        map()->setCursor(itemOf("out", 3));
        QVERIFY(read.back()->spec("out").weight.isFloat());
        QCOMPARE(read.back()->spec("up").weight.bits, 3);
    }

    void keysDoTheSame()
    {
        sweep();
        map()->setFocus();
        // First to the answer at the fewest bits.
        QTest::keyClick(map(), Qt::Key_Right);
        QCOMPARE(map()->cursor(), itemOf("up", 1));
        QTest::keyClick(map(), Qt::Key_Up);
        QTest::keyClick(map(), Qt::Key_Up);
        QTest::keyClick(map(), Qt::Key_Right);
        QCOMPARE(map()->cursor(), itemOf("out", 3));
        QTest::keyClick(map(), Qt::Key_Right);
        QCOMPARE(map()->cursor(), itemOf("out", 3));
        QTest::keyClick(map(), Qt::Key_Home);
        QCOMPARE(map()->cursor(), itemOf("embed", 3));
        QTest::keyClick(map(), Qt::Key_End);
        QTest::keyClick(map(), Qt::Key_Return);
        QCOMPARE(m_document->config().spec("out").weight.bits, 3);
        QCOMPARE(map()->cursor(), itemOf("out", 3));
        QCOMPARE(m_document->undoStack()->count(), 1);
        m_document->undoStack()->undo();
        QVERIFY(m_document->config().isFloat());
    }

    void theReadingTellsValueIntervalRankAndTies()
    {
        sweep();
        pointAt(map(), itemOf("out", 4));
        const QString reading = map()->reading();
        QVERIFY2(reading.startsWith("out, 4 bits: SQNR 25.0 dB (95 %: 24.5 to 25.5)"),
                 qPrintable(reading));
        QVERIFY(reading.contains("rank 1 of 3"));
        QVERIFY(!reading.contains("told apart"));
        QVERIFY(reading.contains("gives it 4 bits"));
    }

    void layersThatAreNotToldApartAreSaid()
    {
        m_fake->uncertainty = 2.9;
        sweep();
        // "out" and "up" overlap, "embed" lies beyond.
        pointAt(map(), itemOf("out", 4));
        QVERIFY2(map()->reading().contains("rank 1 of 3, not told apart from up"),
                 qPrintable(map()->reading()));
        QVERIFY(cell("up", 4).isMarked && cell("out", 4).isMarked);
        QVERIFY(!cell("embed", 4).isMarked);
        QVERIFY2(answer().startsWith("out or up hurts most at 8, 6"), qPrintable(answer()));
        change([](auto &settings) { settings.count = 5; });
        m_fake->uncertainty = 20;
        sweep();
        QCOMPARE(answer(), QString("no layer is told apart at 8, 6, 4, 3, 2, 1 bits"));
        for (const HeatMapCell &each : map()->data().cells)
            QVERIFY(!each.isMarked);
    }

    void otherSettingsDimTheMap()
    {
        sweep();
        const auto *veil = m_page->findChild<StaleVeil *>();
        QVERIFY(!veil->isVisible());
        auto *count = find<QSpinBox>("sensitivityCount");
        count->setValue(32);
        QVERIFY(veil->isVisible());
        QVERIFY(summary().contains("other settings"));
        count->setValue(int(kSweepSamples));
        QVERIFY(!veil->isVisible());
        // Other bits only add to what is known.
        QTest::keyClick(find<QCheckBox>("sensitivityBits:5"), Qt::Key_Space);
        QVERIFY(!veil->isVisible());
        sweep();
        QVERIFY(!cell("out", 5).text.isEmpty());
        QCOMPARE(m_fake->measured.load(), 21);
    }

    void withoutBitsThereIsNothingToStart()
    {
        for (int bits = 1; bits <= SensitivitySettings::kMostBits; ++bits)
            if (auto *box = find<QCheckBox>(QString("sensitivityBits:%1").arg(bits));
                box->isChecked())
                QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(!runButton()->isEnabled());
        QVERIFY(stateText().contains("Choose a bit-width"));
        QVERIFY(!find<QPushButton>("stateAction1")->isEnabled());
    }

    void onlySqnrOfWeightsOffersAPrediction()
    {
        auto *sketch = find<QCheckBox>("sensitivitySketch");
        QVERIFY(sketch->isEnabled() && sketch->isChecked());
        choose("sensitivityMetric", "SSIM");
        QVERIFY(!sketch->isEnabled() && !sketch->isChecked());
        choose("sensitivityMetric", "SQNR");
        QVERIFY(sketch->isEnabled() && sketch->isChecked());
        choose("sensitivitySite", "activations");
        QVERIFY(!sketch->isEnabled());
    }

    void leftOutSaysWhatFloatIsWorth()
    {
        choose("sensitivityMode", "left out");
        sweep();
        // The one whose return to float leaves the best output.
        QVERIFY2(answer().startsWith("embed is worth most in float at 8"), qPrintable(answer()));
        m_document->edit({kUp, kOut}, bitsEdit(QuantSite::Weight, 3));
        QVERIFY(m_page->findChild<StaleVeil *>()->isVisible());
        sweep();
        QVERIFY(map()->data().rows == QStringList("as configured"));
        QTest::mouseClick(map(), Qt::LeftButton, {}, map()->positionOf(0));
        QVERIFY(m_document->config().spec("up").weight.isFloat());
    }

    void barsStandInTheOrderOfHarm()
    {
        sweep();
        choose("sensitivityView", "layers");
        QVERIFY(bars()->isVisible() && !map()->isVisible());
        auto *shown = find<QComboBox>("sensitivityShownBits");
        QVERIFY(shown->isVisible());
        // At first the fewest bits.
        QCOMPARE(shown->currentText(), QString("1 bit"));
        choose("sensitivityShownBits", "4 bits");
        const QStringList lines = bars()->table(',').split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.filter(QRegularExpression("^(out|up|embed),")),
                 QStringList({"out,25,24.5,25.5", "up,28,27.5,28.5", "embed,34,33.5,34.5"}));
        QTest::mouseClick(bars(), Qt::LeftButton, {}, bars()->positionOf(1));
        QCOMPARE(m_document->config().spec("up").weight.bits, 4);
        choose("sensitivityView", "layers × bits");
        QVERIFY(map()->isVisible() && !shown->isVisible());
    }

    void linesAreOfBitWidths()
    {
        sweep();
        choose("sensitivityView", "bits");
        auto *lines = find<LinePlot>("plot:sensitivityLines");
        QVERIFY(lines->isVisible());
        QVERIFY2(lines->table(',').contains("\n4,28,27.5,28.5,25,24.5,25.5,34,33.5,34.5\n"),
                 qPrintable(lines->table(',')));
        choose("sensitivityView", "redundancy");
        auto *redundancy = find<BarPlot>("plot:redundancy");
        QVERIFY(redundancy->isVisible());
        for (const RedundancyColumn &column : m_controller->report()->redundancy)
            QVERIFY(redundancy->table(',').contains(
                QString::fromStdString(std::string(name(column.measure))) + ','));
    }

    void theMapIsExported()
    {
        sweep();
        const QString csv = map()->table(',');
        QVERIFY2(csv.contains("layer,bits,\"SQNR, dB\",low,high,source\n"), qPrintable(csv));
        QVERIFY(csv.contains("out,4,25,24.5,25.5,measured\n"));
        QVERIFY(csv.startsWith("# 64 samples, repeats: 1, seed 0"));
        QSignalSpy exported(m_page.get(), &SensitivityPage::exported);
        Q_EMIT map()->exported("map.csv", {});
        QCOMPARE(exported.size(), 1);
        QVERIFY(map()->exportMenu()->actions().contains(m_page->copyCommandAction()));
    }

    void choicesComeBack()
    {
        choose("sensitivityMetric", "PSNR");
        find<QSpinBox>("sensitivityRepeats")->setValue(4);
        choose("sensitivityView", "bits");
        const QJsonObject kept = m_page->choice();
        SensitivityController other(m_fake->engine(), m_document.get(), m_lane.get());
        SensitivityPage page(m_document.get(), &other, &m_open);
        page.setChoice(kept);
        QVERIFY(other.settings() == m_controller->settings());
        QCOMPARE(page.findChild<QComboBox *>("sensitivityMetric")->currentText(), QString("PSNR"));
        QCOMPARE(page.findChild<QSpinBox *>("sensitivityRepeats")->value(), 4);
        QCOMPARE(page.findChild<QComboBox *>("sensitivityView")->currentText(), QString("bits"));
        QVERIFY(page.choice() == kept);
    }

    void aNarrowPageKeepsTheAnswer()
    {
        sweep();
        const auto *label = find<ElidedLabel>("sensitivityAnswer");
        m_page->resize(m_page->minimumSizeHint().width(), 340);
        QTRY_VERIFY(label->shownText() != label->text());
        // That of the fewest bits, where it matters most.
        QVERIFY2(label->shownText().startsWith("up hurts most"), qPrintable(label->shownText()));
    }

private:
    QAction m_open{"Open"};
    std::unique_ptr<SensitivityPage> m_page;
};

QTEST_MAIN(TestSensitivityPage)

#include "tst_sensitivity_page.moc"
