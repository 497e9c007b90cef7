// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_generator.h"
#include "models/correction_words.h"
#include "models/layer_setting_edit.h"
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
        using Mode = QAbstractItemModelTester::FailureReportingMode;
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), Mode::QtTest);
        m_document->open(test::madeUpGenerator());
    }

    void cleanup()
    {
        m_tester.reset();
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
        QCOMPARE(cell(1, LayerColumn::Bytes).data(RawValueRole).toInt(), 2000);
        QVERIFY(!cell(2, LayerColumn::Bytes).data(RawValueRole).isValid());
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

    void showsEveryColumnOfALayer()
    {
        m_document->edit({1}, settingEdit(parseSpec("w4:minmax:tensor,a6"), "test"));
        SizeReport size;
        size.layers = {{"up", 2500, 16000, 0}};
        m_model->setSize(size);
        QCOMPARE(text(1, LayerColumn::WeightShape), QString("25x10x4x4"));
        QCOMPARE(text(1, LayerColumn::Granularity), QString("per tensor"));
        QCOMPARE(text(1, LayerColumn::NominalBits), QString("4"));
        // 2500 bytes for 4000 weights.
        QCOMPARE(text(1, LayerColumn::EffectiveBits), QString("5"));
        QCOMPARE(cell(1, LayerColumn::Name).data(SettingRole).toString(),
                 QString("w4:minmax:tensor,a6"));
        QVERIFY(text(2, LayerColumn::Granularity).isEmpty());
    }

    void tellsCorrectedLayers()
    {
        const auto isMarked = [&](int row) {
            return cell(row, LayerColumn::Name).data(CorrectedRole).toBool();
        };
        m_document->setCorrectionEverywhere(Correction::Bias, true);
        QVERIFY(!isMarked(1));
        m_document->edit({1}, bitsEdit(QuantSite::Weight, 3));
        QVERIFY(isMarked(1) && !isMarked(2));
        QVERIFY(tooltip(1).contains("Bias correction") && !tooltip(2).contains("Bias correction"));
        QCOMPARE(cell(1, LayerColumn::Name).data(Qt::AccessibleTextRole).toString(),
                 QString("up, with Bias correction"));
        m_document->setCorrection({1}, Correction::Bias, false);
        QVERIFY(!isMarked(1));
    }

    void correctionsWithoutEffectAreNoMark()
    {
        const auto isMarked = [&](int row) {
            return cell(row, LayerColumn::Name).data(CorrectedRole).toBool();
        };
        m_document->edit({1, 2}, bitsEdit(QuantSite::Weight, 3));
        m_document->setCorrectionEverywhere(Correction::FoldNorm, true);
        QVERIFY(isMarked(1) && isMarked(2));
        std::vector<LayerReport> layers(2);
        layers[0].name = "up";
        layers[1].name = "out";
        for (LayerReport &each : layers)
            each.spec = m_document->config().spec(each.name);
        m_model->setReport(layers);
        CorrectionReport report;
        report.layers.resize(2);
        report.layers[0].name = "up";
        report.layers[0].corrections = {Correction::FoldNorm};
        report.layers[1].name = "out";
        m_model->setCorrectionReport(report);
        QVERIFY(isMarked(1) && !isMarked(2));
        const QString folding = displayName(Correction::FoldNorm);
        QVERIFY(tooltip(1).contains(folding) && !tooltip(2).contains(folding));
        // Other bits, of which the report says nothing.
        m_document->edit({2}, bitsEdit(QuantSite::Weight, 4));
        QVERIFY(isMarked(2));
    }

    void showsLocksAndTies()
    {
        m_document->tie({1, 2}, 1);
        m_document->toggleLock({1});
        QVERIFY(cell(1, LayerColumn::Name).data(LockedRole).toBool());
        QVERIFY(!cell(2, LayerColumn::Name).data(LockedRole).toBool());
        QVERIFY(!(cell(1, LayerColumn::WeightBits).flags() & Qt::ItemIsEditable));
        QCOMPARE(cell(2, LayerColumn::Name).data(TieRole).toString(),
                 cell(1, LayerColumn::Name).data(TieRole).toString());
        QVERIFY(!cell(2, LayerColumn::Name).data(TieRole).toString().isEmpty());
        QVERIFY(tooltip(1).contains("press L") && tooltip(1).contains("Tied to out"));
        QCOMPARE(cell(1, LayerColumn::Name).data(Qt::AccessibleTextRole).toString(),
                 QString("up, locked, tied to out"));
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
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestLayerTableModel)
#include "tst_layer_table_model.moc"
