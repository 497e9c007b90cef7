// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "sensitivity_page_fixture.h"

#include <QCheckBox>
#include <QSpinBox>

using namespace quantloupe;
using Way = quantloupe::test::FakeSensitivity::Way;

/// Which layer hurts, as the user finds it out, over a made-up engine.
class TestSensitivityPage : public test::SensitivityPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openPage(); }
    void cleanup() { closePage(); }

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

    void withoutIntervalsNoOrderIsClaimed()
    {
        m_fake->hasIntervals = false;
        change([](auto &settings) { settings.metric = MetricKind::SlicedWasserstein; });
        sweep();
        QCOMPARE(answer(), QString("no layer is told apart at 8, 6, 4, 3, 2, 1 bits"));
        for (const HeatMapCell &each : map()->data().cells)
            QVERIFY(!each.isMarked);
        change([](auto &settings) { settings.repeats = 2; });
        sweep();
        QVERIFY2(answer().contains("hurts most at"), qPrintable(answer()));
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
};

QTEST_MAIN(TestSensitivityPage)

#include "tst_sensitivity_page.moc"
