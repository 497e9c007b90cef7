// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "models/search_words.h"
#include "search_page_fixture.h"

#include <QDoubleSpinBox>

using namespace quantloupe;
using Fake = quantloupe::test::FakeSearch;
using Way = quantloupe::test::FakeSearch::Way;

/// Which bits are best, as the user finds it out, over a made-up engine.
class TestSearchPage : public test::SearchPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openPage(); }
    void cleanup() { closePage(); }

    void startsWithTheQuestion()
    {
        QVERIFY(showsState());
        QVERIFY(stateText().contains("Which bits are best?"));
        QVERIFY(!m_page->copyCommandAction()->isEnabled());
        QVERIFY(!m_page->keepAction()->isEnabled());
        auto *start = find<QPushButton>("stateAction1");
        QVERIFY(start && start->isVisible());
        start->setFocus();
        QTest::keyClick(start, Qt::Key_Space);
        // Keys go on at what cancels.
        QCOMPARE(m_page->focusWidget(), runButton());
        QTRY_VERIFY(isDone());
        QVERIFY(!showsState());
        QVERIFY(plot()->isVisible() && table()->isVisible());
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

    void predictedAndExactAreSaid()
    {
        search();
        QVERIFY2(answer().startsWith("Best: 4.00 kB, 4.000 bits on average"), qPrintable(answer()));
        QVERIFY2(answer().contains("Predicted: SQNR 24 dB."), qPrintable(answer()));
        QVERIFY2(answer().contains("samples that the search never saw: SQNR 23.0"),
                 qPrintable(answer()));
        QVERIFY2(note().contains("No other choice has a smaller sum"), qPrintable(note()));
        QVERIFY(find<ElidedLabel>("searchAnswer")->font().bold());
    }

    void whatIsNotReachedIsSaidWithTheNearest()
    {
        find<QDoubleSpinBox>("searchAmount")->setValue(1);
        search();
        QVERIFY2(answer().startsWith("No configuration keeps the budget; the cheapest one has "
                                     "2.000 bits on average."),
                 qPrintable(answer()));
        QVERIFY2(answer().contains("That is 2.00 kB"), qPrintable(answer()));
        // It can be loaded all the same.
        m_page->loadAction()->trigger();
        QCOMPARE(bitsOf("up"), 2);
    }

    void aBoundIsAskedAndToldByItsMetric()
    {
        choose("searchGoal", "SQNR ≥");
        QVERIFY(!find<QComboBox>("searchMetric")->isEnabled());
        QCOMPARE(find<QComboBox>("searchMetric")->currentText(), QString("SQNR"));
        QVERIFY(find<QComboBox>("searchBoundCost")->isEnabled());
        QCOMPARE(find<QDoubleSpinBox>("searchAmount")->suffix(), QString(" dB"));
        find<QDoubleSpinBox>("searchAmount")->setValue(30);
        search();
        QVERIFY2(answer().startsWith("Best: 6.00 kB"), qPrintable(answer()));
        QVERIFY2(answer().contains("measured by the search"), qPrintable(answer()));
        QVERIFY2(note().contains("The bound is met on the unseen samples"), qPrintable(note()));
        find<QDoubleSpinBox>("searchAmount")->setValue(300);
        search();
        QVERIFY2(answer().startsWith(
                     "No configuration of the front meets the bound; the nearest one has"),
                 qPrintable(answer()));
    }

    void pointsComeOneByOneAndCancelKeepsThem()
    {
        m_fake->way = Way::Hold;
        m_fake->stepsBefore = Fake::kCells + 2;
        runButton()->setFocus();
        QTest::keyClick(runButton(), Qt::Key_Space);
        QTRY_COMPARE(plot()->data().points.size(), qsizetype(2));
        QVERIFY(!showsState());
        QCOMPARE(runButton()->text(), QString("Cancel"));
        QTest::keyClick(runButton(), Qt::Key_Space);
        QTRY_VERIFY2(summary().startsWith("cancelled after 2 configurations"),
                     qPrintable(summary()));
        QCOMPARE(runButton()->text(), QString("Continue"));
        m_fake->way = Way::Done;
        search();
        QCOMPARE(m_fake->measured.load(), Fake::kCells);
        QVERIFY(summary().startsWith("4 configurations"));
    }

    void timeThatIsUpOffersToContinue()
    {
        find<QDoubleSpinBox>("searchAmount")->setValue(6);
        m_fake->way = Way::TimeUp;
        search();
        QCOMPARE(runButton()->text(), QString("Continue"));
        QVERIFY2(answer().startsWith("Best: 4.00 kB"), qPrintable(answer()));
        QVERIFY2(note().contains("The time was up"), qPrintable(note()));
        m_fake->way = Way::Done;
        runButton()->setFocus();
        QTest::keyClick(runButton(), Qt::Key_Space);
        QTRY_COMPARE(runButton()->text(), QString("Start"));
        QVERIFY2(answer().startsWith("Best: 6.00 kB"), qPrintable(answer()));
        QVERIFY2(!note().contains("The time was up"), qPrintable(note()));
        QCOMPARE(m_fake->measured.load(), Fake::kCells);
    }

    void kidWithoutFeaturesIsSaid()
    {
        search();
        QVERIFY2(!note().contains("KID"), qPrintable(note()));
        MetricsSettings measuring;
        measuring.features.extractor = "/nowhere/features.pt";
        m_controller->setMeasuring(measuring);
        search();
        QVERIFY2(note().contains("KID of the best is not measured"), qPrintable(note()));
    }

    void aCutFrontIsSaid()
    {
        search();
        ConfigSearchReport report = *m_controller->report();
        QVERIFY(!searchNotes(report).join(' ').contains("The time was up"));
        report.isFrontFinished = false;
        QVERIFY(searchNotes(report).contains("The time was up before the whole front was found."));
        report.isFinished = false;
        QVERIFY(!searchNotes(report).join(' ').contains("before the whole front"));
    }

    void cancelledBeforeTheFirstPointIsAState()
    {
        m_fake->way = Way::Hold;
        m_page->findAction()->trigger();
        QTRY_VERIFY(stateText().contains("Searching for bits"));
        auto *cancel = find<QPushButton>("stateCancel");
        QVERIFY(cancel && cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_VERIFY(stateText().contains("The search was cancelled"));
        QVERIFY(!find<QWidget>("searchAnswer")->isVisible());
    }

    void failureIsSaidInPlace()
    {
        m_fake->way = Way::Fail;
        m_page->findAction()->trigger();
        QTRY_VERIFY(stateText().contains("The search failed"));
        QVERIFY(stateText().contains("not enough memory"));
        m_fake->way = Way::Done;
        QTest::mouseClick(find<QPushButton>("stateAction1"), Qt::LeftButton);
        QTRY_VERIFY(isDone());
        QVERIFY(!showsState());
    }

    void failureBesidePointsIsABanner()
    {
        m_fake->stepsBefore = Fake::kCells + 2;
        m_fake->way = Way::Fail;
        m_page->findAction()->trigger();
        auto *banner = find<QWidget>("searchBanner");
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(!showsState());
        QTest::keyClick(banner, Qt::Key_Escape);
        QVERIFY(!banner->isVisible());
        m_fake->way = Way::Done;
        search();
        QVERIFY(!banner->isVisible());
    }

    void aNarrowPageKeepsTheAnswer()
    {
        search();
        const auto *label = find<ElidedLabel>("searchAnswer");
        m_page->resize(m_page->minimumSizeHint().width(), 420);
        QTRY_VERIFY(label->shownText() != label->text());
        QVERIFY2(label->shownText().startsWith("Best: 4.00 kB"), qPrintable(label->shownText()));
    }
};

QTEST_MAIN(TestSearchPage)

#include "tst_search_page.moc"
