// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_measurement.h"
#include "models/edit_ledger.h"
#include "quant_document_fixture.h"
#include "views/ledger_page.h"
#include "widgets/elided_label.h"
#include "widgets/numbers_view.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QTest>

#include <cmath>

using namespace quantloupe;

/// What bought what: accepted edits with what each saved and cost.
class TestEditLedger : public test::QuantDocumentFixture
{
    Q_OBJECT

    /// A byte for each bit of each layer, so that sums are seen at a glance.
    static SizeReport sizeOf(const QuantConfig &config)
    {
        SizeReport size;
        for (const LayerInfo &layer : test::madeUpGenerator().info.layers)
            size.bytes += config.spec(layer.name).weight.bits;
        return size;
    }
    void setBits(int row, int bits)
    {
        // An edit of its own, however quick it comes.
        m_document->finishGesture();
        m_document->edit({row}, bitsEdit(QuantSite::Weight, bits));
    }
    const LedgerEntry &entry(int i) const { return m_ledger->entries().at(i); }
    static MeanQuality quality(double sqnr)
    {
        MeanQuality mean;
        mean.sqnr = sqnr;
        return mean;
    }
    void measure(double delta) { m_history->add(test::madeUpMeasurement(*m_document, delta)); }
    QString cell(int row, int column) const
    {
        const auto *table = m_page->findChild<NumbersView *>("ledgerTable");
        return table->model()->index(row, column).data().toString();
    }

private Q_SLOTS:
    void init()
    {
        openMadeUp();
        m_history = std::make_unique<MetricsHistory>(m_document.get());
        m_ledger = std::make_unique<EditLedger>(m_document.get(), m_history.get(), sizeOf);
        m_page = std::make_unique<LedgerPage>(m_document.get(), m_ledger.get(), &m_open);
        m_page->resize(900, 300);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_ledger.reset();
        m_history.reset();
        m_document.reset();
    }

    void editsSaveBytes()
    {
        QVERIFY(m_ledger->entries().isEmpty());
        setBits(kUp, 8);
        setBits(kOut, 4);
        QCOMPARE(m_ledger->entries().size(), qsizetype(2));
        QCOMPARE(entry(0).bytesSaved, std::int64_t(kFloatBits - 8));
        QCOMPARE(entry(1).bytesSaved, std::int64_t(kFloatBits - 4));
        QCOMPARE(entry(1).bytes, std::int64_t(kFloatBits + 8 + 4));
        QCOMPARE(entry(0).layers, 1);
        QCOMPARE(entry(0).what, QString("8 bits on 1 layer"));
        setBits(kUp, 16);
        QCOMPARE(entry(2).bytesSaved, std::int64_t(-8));
        QCOMPARE(cell(2, LedgerTableModel::Saved), QString("−8 B"));
    }

    void undoTakesOffAndRedoBringsBack()
    {
        setBits(kUp, 8);
        setBits(kOut, 4);
        m_document->undoStack()->undo();
        QCOMPARE(m_ledger->entries().size(), qsizetype(1));
        m_document->undoStack()->redo();
        QCOMPARE(m_ledger->entries().size(), qsizetype(2));
        QCOMPARE(entry(1).bytesSaved, std::int64_t(kFloatBits - 4));
        m_document->undoStack()->undo();
        m_document->undoStack()->undo();
        QVERIFY(m_ledger->entries().isEmpty());
        // Another edit in place of both.
        setBits(kEmbed, 2);
        QCOMPARE(m_ledger->entries().size(), qsizetype(1));
        QCOMPARE(entry(0).bytesSaved, std::int64_t(kFloatBits - 2));
    }

    void whatChangesNoSettingIsNoEntry()
    {
        m_document->toggleLock({kUp});
        QCOMPARE(m_document->undoStack()->count(), 1);
        QVERIFY(m_ledger->entries().isEmpty());
        setBits(kOut, 4);
        QCOMPARE(m_ledger->entries().size(), qsizetype(1));
        QCOMPARE(entry(0).bytesSaved, std::int64_t(kFloatBits - 4));
    }

    void qualityIsOfTheSamePictures()
    {
        const std::vector<SampleRef> samples{{1, 0}, {1, 1}};
        setBits(kUp, 8);
        QVERIFY(std::isinf(entry(0).sqnr.before.value()));
        QVERIFY(!entry(0).sqnr.after);
        QCOMPARE(cell(0, LedgerTableModel::Sqnr), QString("float → not measured"));
        m_ledger->noteQuality(quality(30), samples);
        QCOMPARE(cell(0, LedgerTableModel::Sqnr), QString("float → 30"));
        setBits(kOut, 4);
        QCOMPARE(*entry(1).sqnr.before, 30.0);
        QVERIFY(!entry(1).sqnr.after);
        m_ledger->noteQuality(quality(21.5), samples);
        QCOMPARE(cell(1, LedgerTableModel::Sqnr), QString("30 → 21.5"));
        QCOMPARE(m_ledger->pictures(), std::size_t(2));
        // Of other pictures nothing is known of the edits before.
        m_ledger->noteQuality(quality(22), {{2, 0}});
        QVERIFY(!entry(1).sqnr.before);
        QCOMPARE(*entry(1).sqnr.after, 22.0);
        QVERIFY(!entry(0).sqnr.after);
    }

    void aHiddenPageComesBackUpToDate()
    {
        setBits(kUp, 8);
        QCOMPARE(cell(0, LedgerTableModel::Layers), QString("1"));
        m_page->hide();
        setBits(kOut, 4);
        auto *table = m_page->findChild<NumbersView *>("ledgerTable");
        // Nothing is worked out for nobody.
        QCOMPARE(table->model()->rowCount(), 1);
        m_page->show();
        QCOMPARE(table->model()->rowCount(), 2);
    }

    void measurementsThatCompareAreTold()
    {
        measure(0);
        QVERIFY(m_ledger->metric().isEmpty());
        setBits(kUp, 8);
        QCOMPARE(cell(0, LedgerTableModel::Metric), QString("not measured"));
        measure(2);
        QVERIFY2(m_ledger->metric().startsWith("SWD"), qPrintable(m_ledger->metric()));
        QCOMPARE(*entry(0).metric.before, 10.0);
        QCOMPARE(*entry(0).metric.after, 12.0);
        QCOMPARE(cell(0, LedgerTableModel::Metric), QString("10 → 12"));
        setBits(kOut, 4);
        QCOMPARE(cell(1, LedgerTableModel::Metric), QString("12 → not measured"));
    }

    void thePageSaysWhatThereIs()
    {
        QAbstractItemModelTester tester(m_page->findChild<NumbersView *>("ledgerTable")->model());
        auto *state = m_page->findChild<QWidget *>("ledgerState");
        auto *table = m_page->findChild<QWidget *>("ledgerTable");
        const auto *summary = m_page->findChild<ElidedLabel *>("ledgerSummary");
        QVERIFY(state->isVisible() && !table->isVisible() && !summary->isVisible());
        setBits(kUp, 8);
        setBits(kOut, 4);
        QVERIFY(!state->isVisible() && table->isVisible());
        QVERIFY2(summary->text().startsWith("Edits: 2; bytes saved: 52 B"),
                 qPrintable(summary->text()));
        m_document->open(test::madeUpGenerator());
        QVERIFY(state->isVisible());
        QVERIFY(m_ledger->entries().isEmpty());
    }

private:
    QAction m_open{"Open"};
    std::unique_ptr<MetricsHistory> m_history;
    std::unique_ptr<EditLedger> m_ledger;
    std::unique_ptr<LedgerPage> m_page;
};

QTEST_MAIN(TestEditLedger)

#include "tst_edit_ledger.moc"
