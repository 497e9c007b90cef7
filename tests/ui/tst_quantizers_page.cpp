// SPDX-License-Identifier: GPL-3.0-or-later
#include "quantizers_fixture.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>

using namespace quantloupe;
using Way = quantloupe::test::FakeQuantizers::Way;

/// Quantizers compared on a layer: what is tried when, and what the page says meanwhile.
class TestQuantizersPage : public test::QuantizersFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { showPage(); }
    void cleanup() { endPage(); }

    void saysWhatToSelect()
    {
        QVERIFY(stateText().contains("No layer is selected"));
        m_controller->setRows({kUp, kOut});
        QVERIFY(stateText().contains("Several layers are selected"));
        m_controller->setRows({});
        QVERIFY(stateText().contains("No layer is selected"));
        m_document->open({});
        QVERIFY(stateText().contains("No generator is open"));
        QCOMPARE(find<QPushButton>("stateAction1")->text(), QString("Open"));
        QCOMPARE(m_fake->runs.load(), 0);
    }

    void triesEveryQuantizerOfTheBits()
    {
        m_controller->setRows({kUp});
        QTRY_COMPARE(rows(), wanted());
        QVERIFY(wanted() > 30);
        QTRY_VERIFY(!m_controller->isRunning());
        QVERIFY(!showsState());
        QVERIFY2(summary().contains(QString("up, scales per channel; %1 quantizers").arg(wanted())),
                 qPrintable(summary()));
        // The most bits first, and of those the least error.
        QCOMPARE(cell(0, QuantizerTableModel::Bits), QString("4"));
        QCOMPARE(cell(rows() - 1, QuantizerTableModel::Bits), QString("1"));
        QCOMPARE(cell(rows() - 1, QuantizerTableModel::Name), QString("binary"));
    }

    void nothingIsTriedWhileNobodyLooks()
    {
        m_page->hide();
        m_controller->setRows({kUp});
        QVERIFY(!m_controller->isRunning());
        m_page->show();
        QTRY_COMPARE(rows(), wanted());
    }

    void resultsAreShownAsTheyCome()
    {
        m_fake->way = Way::Hold;
        m_controller->setRows({kUp});
        QTRY_COMPARE(rows(), 2);
        QVERIFY2(summary().contains(QString("2 of %1 quantizers").arg(wanted())),
                 qPrintable(summary()));
        auto *run = find<QPushButton>("quantizersRun");
        QVERIFY(run->isVisible());
        QCOMPARE(run->text(), QString("Cancel"));
        QVERIFY(plot()->data().rows.size() > 0);
        m_fake->way = Way::Done;
        QTRY_COMPARE(rows(), wanted());
        QTRY_VERIFY(!run->isVisible());
    }

    void cancelKeepsWhatIsKnownAndContinueTriesTheRest()
    {
        m_fake->way = Way::Hold;
        m_controller->setRows({kUp});
        QTRY_COMPARE(rows(), 2);
        auto *run = find<QPushButton>("quantizersRun");
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_COMPARE(run->text(), QString("Continue"));
        QVERIFY2(summary().contains("cancelled after 2 of"), qPrintable(summary()));
        QCOMPARE(rows(), 2);
        m_fake->way = Way::Done;
        run->setFocus();
        QTest::keyClick(run, Qt::Key_Space);
        QTRY_COMPARE(rows(), wanted());
        // None of them twice.
        QCOMPARE(m_fake->tried.load(), wanted());
    }

    void cancelledBeforeTheFirstIsAState()
    {
        m_fake->way = Way::Hold;
        m_fake->triesBeforeHold = 0;
        m_controller->setRows({kUp});
        QTRY_COMPARE(m_fake->runs.load(), 1);
        QVERIFY(stateText().contains("Comparing quantizers on up"));
        QTest::mouseClick(find<QPushButton>("stateCancel"), Qt::LeftButton);
        QTRY_VERIFY(stateText().contains("The comparison was cancelled"));
        m_fake->way = Way::Done;
        QTest::mouseClick(find<QPushButton>("stateAction1"), Qt::LeftButton);
        QTRY_COMPARE(rows(), wanted());
        QVERIFY(!showsState());
    }

    void anEmptyChartSaysWhatItWaitsFor()
    {
        m_fake->way = Way::Hold;
        m_fake->triesBeforeHold = 1;
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 2));
        m_controller->setRows({kUp});
        const auto *caption = find<ElidedLabel>("levelsCaption");
        QTRY_VERIFY(caption->text().contains("appear with the first quantizers"));
        m_fake->way = Way::Done;
        QTRY_COMPARE(rows(), wanted());
        QVERIFY(!caption->text().contains("appear"));
    }

    void aNarrowPageKeepsTheCount()
    {
        m_controller->setRows({kUp});
        QTRY_COMPARE(rows(), wanted());
        const auto *label = find<ElidedLabel>("quantizersSummary");
        QVERIFY(label->shownText().contains("up"));
        // "Cancel" takes room until the last one is tried.
        QTRY_VERIFY(!m_controller->isRunning());
        const QString count = QStringLiteral("%1 quantizers").arg(wanted());
        m_page->resize(
            m_page->minimumSizeHint().width() + label->fontMetrics().horizontalAdvance(count), 320);
        QTRY_VERIFY(label->shownText() != label->text() && label->shownText().endsWith(count));
    }

    void failureIsSaidInPlaceAndCanBeTriedAgain()
    {
        m_fake->way = Way::Fail;
        m_controller->setRows({kUp});
        QTRY_VERIFY(stateText().contains("The quantizers could not be compared"));
        QVERIFY(stateText().contains("not enough memory for the levels"));
        m_fake->way = Way::Done;
        QCOMPARE(find<QPushButton>("stateAction1")->text(), QString("Try again"));
        QTest::mouseClick(find<QPushButton>("stateAction1"), Qt::LeftButton);
        QTRY_COMPARE(rows(), wanted());
        QVERIFY(!showsState());
    }

    void aWeightWithoutNumbersIsSaid()
    {
        m_fake->weights.histogram = {};
        m_controller->setRows({kUp});
        QTRY_VERIFY(stateText().contains("Its weight holds no finite value"));
    }

    void whatIsKnownIsNotTriedAgain()
    {
        m_controller->setRows({kUp});
        QTRY_VERIFY(!m_controller->isRunning() && rows() == wanted());
        const int tried = m_fake->tried.load();
        m_controller->setRows({kEmbed});
        QTRY_VERIFY(!m_controller->isRunning() && rows() == wanted());
        QVERIFY(m_fake->tried.load() > tried);
        const int all = m_fake->tried.load();
        m_controller->setRows({kUp});
        QCOMPARE(rows(), wanted());
        QVERIFY(!m_controller->isRunning());
        // Fewer bits are among what is known.
        auto *bits = find<QComboBox>("quantizerBits");
        bits->setCurrentIndex(bits->findText("3 bits"));
        Q_EMIT bits->activated(bits->currentIndex());
        QVERIFY(rows() > 0 && rows() < 20);
        QVERIFY(!m_controller->isRunning());
        QCOMPARE(m_fake->tried.load(), all);
    }

    void theBitsOfTheLayerAreAlwaysTried()
    {
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 8));
        m_controller->setRows({kUp});
        QTRY_VERIFY(!m_controller->isRunning() && rows() == wanted());
        const int row = rowOf("w8");
        QVERIFY(row >= 0);
        QCOMPARE(cell(row, QuantizerTableModel::Name), QString("MSE clip – in use"));
        QCOMPARE(table()->currentIndex().row(), row);
    }

    void aLayerOfUnknownChannelsHasOneScale()
    {
        m_controller->setRows({kOut});
        QTRY_VERIFY(!m_controller->isRunning() && rows() == wanted());
        QVERIFY(summary().contains("out, scales per tensor"));
        QVERIFY(rowOf("w4:em:tensor") >= 0);
    }

    void enterGivesTheQuantizerToTheLayer()
    {
        m_controller->setRows({kUp});
        QTRY_VERIFY(!m_controller->isRunning() && rows() == wanted());
        table()->setFocus();
        table()->selectRow(rowOf("w3:em"));
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(m_document->config().spec("up").weight, parseSpec("w3:em").spec.weight);
        QCOMPARE(cell(rowOf("w3:em"), 0), QString("EM – in use"));
        QVERIFY(!find<QPushButton>("assignQuantizerButton")->isEnabled());
        QCOMPARE(m_document->undoStack()->undoText(), QString("Quantizer EM, 3 bits on 1 layer"));
        m_document->undoStack()->undo();
        QVERIFY(m_document->config().spec("up").weight.isFloat());
        QCOMPARE(cell(rowOf("w3:em"), 0), QString("EM"));
        QVERIFY(!m_document->undoStack()->canUndo());
    }

    void doubleClickAndButtonGiveItToo()
    {
        m_controller->setRows({kUp});
        QTRY_VERIFY(!m_controller->isRunning() && rows() == wanted());
        const QModelIndex cell = table()->model()->index(2, 0);
        const QString spec = cell.data(QuantizerTableModel::RawRole).toString();
        const QPoint place = table()->visualRect(cell).center();
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(QString::fromStdString(toText(m_document->config().spec("up").weight)), spec);
        m_document->undoStack()->undo();
        auto *button = find<QPushButton>("assignQuantizerButton");
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(QString::fromStdString(toText(m_document->config().spec("up").weight)), spec);
    }

    void theActivationStaysAsItIs()
    {
        m_document->edit({kUp}, bitsEdit(QuantSite::Activation, 8));
        m_controller->setRows({kUp});
        QTRY_VERIFY(!m_controller->isRunning() && rows() == wanted());
        table()->selectRow(rowOf("w2:kmeans"));
        QTest::keyClick(table(), Qt::Key_Enter);
        QCOMPARE(m_document->config().spec("up").weight, parseSpec("w2:kmeans").spec.weight);
        QCOMPARE(m_document->config().spec("up").activation.bits, 8);
    }

    void headingsAndTheMenuSort()
    {
        m_controller->setRows({kUp});
        QTRY_VERIFY(!m_controller->isRunning() && rows() == wanted());
        const QHeaderView *header = table()->horizontalHeader();
        const QPoint sqnr(header->sectionViewportPosition(QuantizerTableModel::Sqnr) + 8,
                          header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, sqnr);
        const QString first = cell(0, QuantizerTableModel::Sqnr);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, sqnr);
        QVERIFY(cell(0, QuantizerTableModel::Sqnr) != first);
        QCOMPARE(cell(rows() - 1, QuantizerTableModel::Sqnr), first);
        for (QAction *action : table()->menu()->actions())
            if (action->text() == "Sort by Clipped")
                action->trigger();
        // What has no value comes last.
        QCOMPARE(cell(0, QuantizerTableModel::Clipped), QString("0.400 %"));
        QCOMPARE(cell(rows() - 1, QuantizerTableModel::Clipped), QString("–"));
    }

    void rowsAreCopiedWithAllDigits()
    {
        m_controller->setRows({kUp});
        QTRY_VERIFY(!m_controller->isRunning() && rows() == wanted());
        table()->selectRow(rowOf("w1"));
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith("Quantizer\tBits\tSQNR"));
        const double sqnr = *test::madeUpTrial(weightSpecOfBits(1)).numbers.sqnr;
        QVERIFY2(lines[1].startsWith(QString("w1\t1\t%1\t0.75").arg(sqnr)), qPrintable(lines[1]));
    }

    void thePlotFollowsTheRows()
    {
        m_controller->setRows({kUp});
        QTRY_VERIFY(!m_controller->isRunning() && rows() == wanted());
        table()->selectRow(rowOf("w4:em"));
        // The best variant of every method that takes 4 bits.
        QCOMPARE(plot()->data().rows.size(), 8);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(plot()->data().rows.size(), 2);
        // A click in the plot chooses.
        QSignalSpy changed(table(), &QuantizersTable::choiceChanged);
        table()->selectRow(rowOf("w4:em"));
        QTest::mouseClick(plot(), Qt::LeftButton, {}, plot()->positionOf(plot()->firstItemOf(1)));
        QVERIFY(!changed.isEmpty());
        QCOMPARE(table()->chosen().size(), std::size_t(1));
        QCOMPARE(table()->chosen().front().method, WeightMethod::Mse);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyTheme(application, ThemeKind::Light);
    TestQuantizersPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_quantizers_page.moc"
