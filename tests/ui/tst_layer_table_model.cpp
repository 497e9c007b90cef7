// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_generator.h"
#include "models/layer_filter_model.h"
#include "models/layer_table_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace quantloupe;

class TestLayerTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<QuantDocument>();
        m_model = std::make_unique<LayerTableModel>(m_document.get());
        m_filter = std::make_unique<LayerFilterModel>();
        m_filter->setSourceModel(m_model.get());
        using Mode = QAbstractItemModelTester::FailureReportingMode;
        m_testers[0] = std::make_unique<QAbstractItemModelTester>(m_model.get(), Mode::QtTest);
        m_testers[1] = std::make_unique<QAbstractItemModelTester>(m_filter.get(), Mode::QtTest);
        m_document->open(test::madeUpGenerator());
    }

    void cleanup()
    {
        for (auto &tester : m_testers)
            tester.reset();
        m_filter.reset();
        m_model.reset();
        m_document.reset();
    }

    void showsOneRowALayer()
    {
        QCOMPARE(m_model->rowCount(), 3);
        QCOMPARE(m_model->columnCount(), static_cast<int>(LayerColumn::Count));
        QCOMPARE(text(1, LayerColumn::Name), QString("up"));
        QCOMPARE(text(1, LayerColumn::Kind), QString("transposed conv"));
        QCOMPARE(text(1, LayerColumn::OutputShape), QString("16x4x4"));
        QCOMPARE(text(1, LayerColumn::WeightBits), QString("fp"));
        QCOMPARE(text(0, LayerColumn::ActivationBits), QString("–"));
        QVERIFY(!cell(0, LayerColumn::ActivationBits).data(BitsRole).isValid());
        QCOMPARE(cell(1, LayerColumn::ActivationBits).data(BitsRole).toInt(), kFloatBits);
    }

    void onlyBitsAreEditable()
    {
        QVERIFY(cell(1, LayerColumn::WeightBits).flags() & Qt::ItemIsEditable);
        QVERIFY(cell(1, LayerColumn::ActivationBits).flags() & Qt::ItemIsEditable);
        QVERIFY(!(cell(0, LayerColumn::ActivationBits).flags() & Qt::ItemIsEditable));
        QVERIFY(!(cell(1, LayerColumn::Name).flags() & Qt::ItemIsEditable));
    }

    void followsEdits()
    {
        QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
        m_document->edit({1}, bitsEdit(QuantSite::Weight, 4));
        QVERIFY(changes.count() >= 1);
        QCOMPARE(text(1, LayerColumn::WeightBits), QString("4"));
        QCOMPARE(cell(1, LayerColumn::WeightBits).data(BitsRole).toInt(), 4);
        QCOMPARE(text(1, LayerColumn::Method), QString("MSE clip"));
    }

    void showsReportsOfPresentSettingsOnly()
    {
        m_document->edit({1}, bitsEdit(QuantSite::Weight, 4));
        LayerReport report;
        report.name = "up";
        report.spec = m_document->config().spec("up");
        report.sqnr = 21.5;
        m_model->setReport({report});
        QCOMPARE(text(1, LayerColumn::Sqnr), QString("21.5 dB"));
        QCOMPARE(cell(1, LayerColumn::Sqnr).data(SqnrRole).toDouble(), 21.5);
        QVERIFY(!cell(0, LayerColumn::Sqnr).data(SqnrRole).isValid());
        m_document->edit({1}, bitsEdit(QuantSite::Weight, 5));
        QVERIFY(!cell(1, LayerColumn::Sqnr).data(SqnrRole).isValid());
    }

    void showsBytes()
    {
        SizeReport size;
        size.layers = {{"embed", 8000, 8000, 0}, {"up", 2000, 16000, 0}};
        m_model->setSize(size);
        QCOMPARE(cell(1, LayerColumn::Bytes).data(SortRole).toInt(), 2000);
        QVERIFY(!cell(2, LayerColumn::Bytes).data(SortRole).isValid());
    }

    void tooltipsTellEverything()
    {
        QVERIFY(tooltip(0).contains("indices"));
        QVERIFY(tooltip(1).contains("25x10x4x4"));
        QVERIFY(tooltip(1).contains("network&#39;s own input") ||
                tooltip(1).contains("network's own input"));
        QVERIFY(tooltip(2).contains("one scale"));
        m_document->edit({0}, bitsEdit(QuantSite::Activation, 8));
        QVERIFY(tooltip(0).contains("Refused"));
        m_document->edit({0}, bitsEdit(QuantSite::Weight, 8));
        QVERIFY(!tooltip(0).contains("Refused"));
    }

    void filtersAndSorts()
    {
        m_filter->setFilterText("conv");
        QCOMPARE(m_filter->rowCount(), 2);
        m_filter->setFilterText("CONV trans");
        QCOMPARE(m_filter->rowCount(), 1);
        m_filter->setFilterText({});
        QCOMPARE(m_filter->rowCount(), 3);
        m_filter->sort(static_cast<int>(LayerColumn::Parameters), Qt::DescendingOrder);
        QCOMPARE(m_filter->index(0, 0).data().toString(), QString("out"));
        m_filter->sort(static_cast<int>(LayerColumn::Name));
        QCOMPARE(m_filter->index(0, 0).data().toString(), QString("embed"));
    }

    void followsAnotherGenerator()
    {
        OpenedGenerator other = test::madeUpGenerator();
        other.info.layers.pop_back();
        m_document->open(other);
        QCOMPARE(m_model->rowCount(), 2);
        m_document->open({});
        QCOMPARE(m_model->rowCount(), 0);
    }

private:
    QModelIndex cell(int row, LayerColumn column) const
    {
        return m_model->index(row, static_cast<int>(column));
    }
    QString text(int row, LayerColumn column) const { return cell(row, column).data().toString(); }
    QString tooltip(int row) const
    {
        return cell(row, LayerColumn::Name).data(Qt::ToolTipRole).toString();
    }

    std::unique_ptr<QuantDocument> m_document;
    std::unique_ptr<LayerTableModel> m_model;
    std::unique_ptr<LayerFilterModel> m_filter;
    std::unique_ptr<QAbstractItemModelTester> m_testers[2];
};

QTEST_GUILESS_MAIN(TestLayerTableModel)
#include "tst_layer_table_model.moc"
