// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "models/search_words.h"
#include "plots/pareto_plot.h"
#include "search_fixture.h"
#include "views/search_page.h"
#include "views/search_table.h"
#include "widgets/elided_label.h"
#include "widgets/stale_veil.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

#include <algorithm>

using namespace quantloupe;
using Fake = quantloupe::test::FakeSearch;
using Way = quantloupe::test::FakeSearch::Way;

/// Which bits are best, as the user finds it out, over a made-up engine.
class TestSearchPage : public test::SearchFixture
{
    Q_OBJECT

    template <typename Child> Child *find(const QString &name) const
    {
        return m_page->findChild<Child *>(name);
    }
    QString stateText() const
    {
        QString text;
        for (const QLabel *label : find<QWidget>("searchState")->findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    }
    bool showsState() const { return find<QWidget>("searchState")->isVisible(); }
    QString answer() const { return find<ElidedLabel>("searchAnswer")->text(); }
    QString summary() const { return find<ElidedLabel>("searchSummary")->text(); }
    QString note() const { return find<ElidedLabel>("searchNote")->text(); }
    QPushButton *runButton() const { return find<QPushButton>("searchRun"); }
    ParetoPlot *plot() const { return find<ParetoPlot>("plot:search"); }
    SearchTable *table() const { return find<SearchTable>("searchTable"); }
    /// The predicted point of this size in kilobytes.
    int pointOf(double kilobytes) const
    {
        const QList<ParetoPoint> &points = plot()->data().points;
        const auto found = std::ranges::find(points, kilobytes, &ParetoPoint::x);
        return found == points.end() ? -1 : int(found - points.begin());
    }
    void choose(const QString &list, const QString &text)
    {
        auto *combo = find<QComboBox>(list);
        const int item = combo->findText(text);
        QVERIFY2(item >= 0, qPrintable(text));
        combo->setCurrentIndex(item);
        Q_EMIT combo->activated(item);
    }
    void search()
    {
        QTest::mouseClick(runButton(), Qt::LeftButton);
        QTRY_VERIFY(isDone());
        // Axes are where the layout has them.
        QCoreApplication::processEvents();
    }
    QString cell(int row, const QString &title) const
    {
        const QAbstractItemModel *model = table()->model();
        for (int column = 0; column < model->columnCount(); ++column)
            if (model->headerData(column, Qt::Horizontal).toString() == title)
                return model->index(row, column).data().toString();
        return QStringLiteral("no column ") + title;
    }

private Q_SLOTS:
    void init()
    {
        createController();
        m_page = std::make_unique<SearchPage>(m_document.get(), m_kept.get(), m_controller.get(),
                                              &m_open);
        m_page->resize(1200, 420);
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
        QVERIFY2(answer().startsWith("Best: 4.00 kB, 4.00 bits on average"), qPrintable(answer()));
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

    void someLayersHaveBitsOfTheirOwn()
    {
        auto *allowed = find<QLineEdit>("searchAllowed");
        auto *problem = find<QLabel>("searchProblem");
        const auto type = [&](const QString &text) {
            allowed->setFocus();
            allowed->selectAll();
            QTest::keyClicks(allowed, text);
            QTest::keyClick(allowed, Qt::Key_Return);
        };
        type("missing=4");
        QVERIFY(problem->isVisible());
        QVERIFY2(problem->text().startsWith("'missing' matches no layer"),
                 qPrintable(problem->text()));
        QVERIFY(!runButton()->isEnabled());
        type("up=8,4; out = 2");
        QVERIFY2(problem->text().contains("write PATTERN=BITS"), qPrintable(problem->text()));
        type("up=8,4; out=2");
        QVERIFY(!problem->isVisible());
        choose("searchGranularity", "per tensor");
        search();
        const SearchRules &rules = m_controller->asked().rules;
        QVERIFY(rules.allowedBits.at("up") == (std::set{4, 8}));
        QVERIFY(rules.allowedBits.at("out") == std::set{2});
        QVERIFY(rules.granularity == Granularity::PerTensor);
        QVERIFY(!m_controller->isStale());
        type("up=8");
        QVERIFY(m_controller->isStale());
    }

    void limitsAreKeptByGoal()
    {
        auto *amount = find<QDoubleSpinBox>("searchAmount");
        QVERIFY(!find<QComboBox>("searchBoundCost")->isEnabled());
        amount->setValue(3);
        choose("searchGoal", "Size ≤");
        QCOMPARE(amount->suffix(), QString(" kB"));
        amount->setValue(5);
        QCOMPARE(m_controller->settings().amount(), 5000.0);
        choose("searchGoal", "Average bits ≤");
        QCOMPARE(amount->value(), 3.0);
        choose("searchGoal", "Size ≤");
        QCOMPARE(amount->value(), 5.0);
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

    void aClickLoadsAPointAsOneStep()
    {
        search();
        const QuantConfig before = m_document->config();
        const int item = pointOf(6);
        QVERIFY(item >= 0);
        QTest::mouseMove(plot(), plot()->positionOf(item));
        QTRY_COMPARE(plot()->cursor(), item);
        QVERIFY2(plot()->reading().contains("6.00 bits on average"), qPrintable(plot()->reading()));
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

    void otherSettingsDimTheFront()
    {
        search();
        const auto *veil = m_page->findChild<StaleVeil *>();
        QVERIFY(!veil->isVisible());
        auto *seed = find<QSpinBox>("searchSeed");
        seed->setValue(3);
        QVERIFY(veil->isVisible());
        QVERIFY2(summary().contains("other settings"), qPrintable(summary()));
        seed->setValue(0);
        QVERIFY(!veil->isVisible());
    }

    void withoutBitsOrMethodsThereIsNothingToStart()
    {
        auto *mse = find<QCheckBox>("searchMethod:mse");
        QVERIFY(mse->isChecked());
        QTest::keyClick(mse, Qt::Key_Space);
        QVERIFY(!runButton()->isEnabled());
        QVERIFY(stateText().contains("Choose a method"));
        QTest::keyClick(mse, Qt::Key_Space);
        QVERIFY(runButton()->isEnabled());
        for (int bits = 1; bits <= SearchSettings::kMostBits; ++bits)
            if (auto *box = find<QCheckBox>(QString("searchBits:%1").arg(bits)); box->isChecked())
                QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(stateText().contains("Choose a bit-width"));
        QTest::keyClick(find<QCheckBox>("searchBits:32"), Qt::Key_Space);
        QVERIFY(m_controller->settings().bits == std::vector<int>{kFloatBits});
        QVERIFY(runButton()->isEnabled());
    }

    void targetsAreOffered()
    {
        auto *target = find<QComboBox>("searchTarget");
        for (const std::string_view name : builtinTargets())
            QVERIFY(target->findText(QString::fromUtf8(name.data(), qsizetype(name.size()))) >= 0);
        choose("searchTarget", "int8");
        QCOMPARE(m_controller->settings().target, QString("int8"));
        choose("searchTarget", "any device");
        QVERIFY(m_controller->settings().target.isEmpty());
    }

    void choicesComeBack()
    {
        choose("searchAlgorithm", "greedy");
        choose("searchCost", "BOPs");
        find<QDoubleSpinBox>("searchAmount")->setValue(3.5);
        const QJsonObject kept = m_page->choice();
        SearchController other(m_fake->engine(), m_document.get(), m_lane.get());
        SearchPage page(m_document.get(), m_kept.get(), &other, &m_open);
        page.setChoice(kept);
        QVERIFY(other.settings() == m_controller->settings());
        QCOMPARE(page.findChild<QComboBox *>("searchAlgorithm")->currentText(), QString("greedy"));
        QCOMPARE(page.findChild<QComboBox *>("searchCost")->currentText(), QString("BOPs"));
        QCOMPARE(page.findChild<QDoubleSpinBox *>("searchAmount")->value(), 3.5);
        QVERIFY(page.choice() == kept);
    }

    void aNarrowPageKeepsTheAnswer()
    {
        search();
        const auto *label = find<ElidedLabel>("searchAnswer");
        m_page->resize(m_page->minimumSizeHint().width(), 420);
        QTRY_VERIFY(label->shownText() != label->text());
        QVERIFY2(label->shownText().startsWith("Best: 4.00 kB"), qPrintable(label->shownText()));
    }

private:
    QAction m_open{"Open"};
    std::unique_ptr<SearchPage> m_page;
};

QTEST_MAIN(TestSearchPage)

#include "tst_search_page.moc"
