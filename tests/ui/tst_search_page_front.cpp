// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "search_page_fixture.h"
#include "widgets/stale_veil.h"

#include <QAbstractItemModelTester>
#include <QMenu>
#include <QSignalSpy>

#include <optional>

using namespace quantloupe;
using Fake = quantloupe::test::FakeSearch;

/// The points that a search found, as the user reads, loads and keeps them.
class TestSearchPageFront : public test::SearchPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openPage(); }
    void cleanup() { closePage(); }

    void aClickLoadsAPointAsOneStep()
    {
        search();
        const QuantConfig before = m_document->config();
        const int item = pointOf(6);
        QVERIFY(item >= 0);
        QTest::mouseMove(plot(), plot()->positionOf(item));
        QTRY_COMPARE(plot()->cursor(), item);
        QVERIFY2(plot()->reading().contains("6.000 bits on average"),
                 qPrintable(plot()->reading()));
        QVERIFY2(plot()->reading().contains("SQNR 36 dB, predicted"),
                 qPrintable(plot()->reading()));
        QTest::mouseClick(plot(), Qt::LeftButton, {}, plot()->positionOf(item));
        QCOMPARE(bitsOf("embed"), 6);
        QCOMPARE(bitsOf("out"), 6);
        QCOMPARE(m_document->undoStack()->count(), 1);
        // One visible consequence, where the eye is.
        QVERIFY(plot()->data().points.at(item).isChosen);
        QVERIFY(!m_page->findChild<StaleVeil *>()->isVisible());
        m_document->undoStack()->undo();
        QVERIFY(m_document->config() == before);
        QVERIFY(!plot()->data().points.at(item).isChosen);
    }

    void keysDoTheSame()
    {
        search();
        plot()->setFocus();
        QTest::keyClick(plot(), Qt::Key_Home);
        QCOMPARE(plot()->cursor(), 0);
        QTest::keyClick(plot(), Qt::Key_Return);
        QCOMPARE(bitsOf("up"), 2);
        QTest::keyClick(plot(), Qt::Key_End);
        QTest::keyClick(plot(), Qt::Key_Return);
        QCOMPARE(bitsOf("up"), 8);
        QCOMPARE(m_document->undoStack()->count(), 2);
    }

    void theTableTellsTheSameAndLoads()
    {
        QAbstractItemModelTester tester(table()->model());
        bound(20);
        search();
        QCOMPARE(table()->model()->rowCount(), int(Fake::widths().size()));
        QCOMPARE(cell(1, "Trial"), QString("2 · best"));
        QCOMPARE(cell(1, "Size"), QString("4.00 kB"));
        QCOMPARE(cell(1, "Average bits"), QString("4.000"));
        QCOMPARE(cell(1, "SQNR, predicted"), QString("24"));
        QCOMPARE(cell(1, "SQNR, measured"), QString("23.5"));
        QCOMPARE(cell(1, "SQNR, unseen"), QString("23"));
        // Others were not confirmed, and no number stands for that.
        QCOMPARE(cell(2, "SQNR, unseen"), QString("–"));
        QCOMPARE(cell(2, "Bits by layer"), QString("6 6 6"));
        table()->setFocus();
        table()->selectRow(2);
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(bitsOf("up"), 6);
        QCOMPARE(cell(2, "Trial"), QString("3 · present"));
        m_document->undoStack()->undo();
        QVERIFY(m_document->config().isFloat());
        // The chosen row stays.
        QCOMPARE(table()->currentTrial(), std::optional<std::size_t>(2));
    }

    void theNearestIsNoBest()
    {
        bound(300);
        search();
        const int last = int(Fake::widths().size()) - 1;
        QCOMPARE(cell(last, "Trial"), QString("4 · nearest"));
        plot()->setFocus();
        QTest::keyClick(plot(), Qt::Key_End);
        QVERIFY2(plot()->reading().contains("the nearest of the search"),
                 qPrintable(plot()->reading()));
        QVERIFY(!plot()->reading().contains("the best"));
        bound(20);
        search();
        QCOMPARE(cell(1, "Trial"), QString("2 · best"));
        QCOMPARE(cell(last, "Trial"), QString("4"));
    }

    /// Where there is no row of unseen samples, which has the name, too.
    void measuredValuesHaveTheirPublishedName()
    {
        m_fake->measuredName = "FD-avatarnet";
        m_fake->mark = "no more samples than features";
        bound(300);
        search();
        QCOMPARE(cell(0, "FD-avatarnet, measured"), QString("11.5"));
        QCOMPARE(find<QComboBox>("searchQuantity")->currentText(), QString("FD-avatarnet"));
        QVERIFY2(plot()->data().yLabel.startsWith("FD-avatarnet"),
                 qPrintable(plot()->data().yLabel));
        QVERIFY2(plot()->data().conditions.contains("FD-avatarnet ≥ 300"),
                 qPrintable(plot()->data().conditions));
        const QString remark = "64 samples";
        const QString tip = table()->model()->index(0, 5).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(remark) && tip.contains("no more samples than features"),
                 qPrintable(tip));
        QVERIFY2(note().contains("FD-avatarnet, measured by the search on 64 samples: no more "
                                 "samples than features."),
                 qPrintable(note()));
    }

    /// Such as SWD.
    void valuesWithoutAnIntervalSaySo()
    {
        m_fake->hasInterval = false;
        bound(20);
        search();
        plot()->setFocus();
        const auto readings = [&] {
            QStringList all;
            for (const ParetoPoint &point : plot()->data().points)
                all.append(point.reading);
            return all.join(u'\n');
        };
        QVERIFY2(readings().contains("measured by the search on 64 samples; no interval"),
                 qPrintable(readings()));
        QVERIFY(table()
                    ->model()
                    ->index(0, 5)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains("the search chose by; no interval"));
        m_fake->hasInterval = true;
        change([](SearchSettings &settings) { ++settings.seed; });
        search();
        QVERIFY2(!readings().contains("no interval"), qPrintable(readings()));
    }

    void aTrialIsKeptForCompare()
    {
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        search();
        table()->setFocus();
        table()->selectRow(0);
        QTest::keyClick(table(), Qt::Key_K);
        QCOMPARE(m_kept->kept().size(), qsizetype(1));
        QCOMPARE(m_kept->kept().constFirst().config.spec("up").weight.bits, 2);
        QVERIFY(m_document->config().isFloat());
        // The point that is read.
        plot()->setFocus();
        QTest::keyClick(plot(), Qt::Key_End);
        QTest::keyClick(plot(), Qt::Key_K);
        QCOMPARE(m_kept->kept().size(), qsizetype(2));
        QCOMPARE(m_kept->kept().constLast().config.spec("up").weight.bits, 8);
        m_page->keepAction()->trigger();
        QCOMPARE(m_kept->kept().size(), qsizetype(CompareSet::kMostKept));
        QVERIFY(!m_page->keepAction()->isEnabled());
        m_kept->remove(m_kept->kept().constFirst().id);
        QVERIFY(m_page->keepAction()->isEnabled());
    }

    void theMenuIsAboutThePointUnderIt()
    {
        search();
        plot()->setFocus();
        QTest::keyClick(plot(), Qt::Key_Home);
        QMenu *menu = plot()->exportMenu();
        QVERIFY(menu->actions().contains(m_page->keepAction()));
        QVERIFY(menu->actions().contains(m_page->copyCommandAction()));
        QTest::keyClick(plot(), Qt::Key_Menu);
        QTRY_VERIFY(menu->isVisible());
        m_page->loadAction()->trigger();
        QCOMPARE(bitsOf("up"), 2);
        menu->close();
    }

    void axesAreChosen()
    {
        bound(20);
        search();
        QCOMPARE(find<QComboBox>("searchQuantity")->currentText(), QString("SQNR"));
        choose("searchCost", "Average bits");
        QVERIFY(pointOf(4) >= 0);
        choose("searchCost", "BOPs");
        QVERIFY(pointOf(4) >= 0);
        const QString csv = plot()->table(',');
        QVERIFY2(csv.contains("low,high,source,front\n"), qPrintable(csv));
        QVERIFY2(csv.contains(",2,11.5,11.3,11.7,measured,1\n"), qPrintable(csv));
        QVERIFY2(csv.contains(",predicted,1\n"), qPrintable(csv));
        QVERIFY(plot()->latex().contains("dashed"));
        QSignalSpy exported(m_page.get(), &SearchPage::exported);
        Q_EMIT plot()->exported("front.csv", {});
        QCOMPARE(exported.size(), 1);
    }
};

QTEST_MAIN(TestSearchPageFront)

#include "tst_search_page_front.moc"
