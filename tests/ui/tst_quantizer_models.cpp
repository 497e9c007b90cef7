// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quantizer_levels_chart.h"
#include "models/quantizer_order.h"
#include "models/quantizer_table_model.h"
#include "models/quantizer_words.h"
#include "quantizers_fixture.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QSignalSpy>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

WeightSpec specOf(const char *text)
{
    return parseSpec(text).spec.weight;
}

std::vector<QuantizerTrial> trialsOf(std::initializer_list<const char *> texts)
{
    std::vector<QuantizerTrial> trials;
    for (const char *text : texts)
        trials.push_back(madeUpTrial(specOf(text)));
    return trials;
}

QStringList namesOf(const std::vector<QuantizerTrial> &trials)
{
    QStringList names;
    for (const QuantizerTrial &trial : trials)
        names.append(QString::fromStdString(toText(trial.spec)));
    return names;
}

} // namespace

/// Table, order and chart of quantizers that were tried.
class TestQuantizerModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variantsHaveNames()
    {
        QCOMPARE(variantName(specOf("w4")), QString("MSE clip"));
        QCOMPARE(variantName(specOf("w4:asym")), QString("MSE clip, asymmetric"));
        QCOMPARE(variantName(specOf("w4:minmax:full")), QString("min-max, full range"));
        QCOMPARE(quantizerName(specOf("w1")), QString("binary, 1 bit"));
        QCOMPARE(quantizerName({}), QString("float"));
        QVERIFY(quantizerExplanation(specOf("w4:em")).contains("1901.08263"));
        QVERIFY(quantizerExplanation(specOf("w4:asym")).contains("zero point"));
    }

    void tableIsAModel()
    {
        QuantizerTableModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setTrials(trialsOf({"w4:em"}));
        model.setTrials(trialsOf({"w4:em", "w1", "w4:log"}));
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(reset.size(), 0);
        model.setTrials(trialsOf({"w1"}));
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 1);
    }

    void cellsByHand()
    {
        QuantizerTableModel model;
        model.setTrials(trialsOf({"w2", "w1"}));
        const auto text = [&](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(text(0, QuantizerTableModel::Name), QString("MSE clip"));
        QCOMPARE(text(0, QuantizerTableModel::Bits), QString("2"));
        QCOMPARE(text(0, QuantizerTableModel::Sqnr), QString("11.8 dB"));
        QCOMPARE(text(0, QuantizerTableModel::Occupancy), QString("75.0 %"));
        QCOMPARE(text(0, QuantizerTableModel::Entropy), QString("1.00"));
        QCOMPARE(text(0, QuantizerTableModel::Error), QString("0.0638"));
        QCOMPARE(text(0, QuantizerTableModel::Clipped), QString("0.400 %"));
        QCOMPARE(text(0, QuantizerTableModel::Time), QString("2 ms"));
        QCOMPARE(text(1, QuantizerTableModel::Clipped), QString("–"));
        QVERIFY(model.index(1, QuantizerTableModel::Clipped)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains("no range"));
        QCOMPARE(model.index(0, QuantizerTableModel::Error)
                     .data(QuantizerTableModel::RawRole)
                     .toString(),
                 QString("0.06375"));
    }

    void anAbsentSqnrSaysWhy()
    {
        std::vector<QuantizerTrial> trials = trialsOf({"w2"});
        trials[0].numbers.sqnr.reset();
        trials[0].numbers.absence = Absence::WeightExact;
        QuantizerTableModel model;
        model.setTrials(trials);
        const QModelIndex cell = model.index(0, QuantizerTableModel::Sqnr);
        QCOMPARE(cell.data().toString(), QString("–"));
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains("no quantization error"));
    }

    void theOneInUseIsMarked()
    {
        QuantizerTableModel model;
        model.setTrials(trialsOf({"w2", "w2:em"}));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setPresent(specOf("w2:em"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(1, 0).data().toString(), QString("EM – in use"));
        QVERIFY(model.index(1, 3).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!model.index(0, 3).data(Qt::FontRole).isValid());
        model.setPresent(specOf("w3"));
        QCOMPARE(model.index(1, 0).data().toString(), QString("EM"));
    }

    void equalOnesAreOrderedByError()
    {
        QuantizerTableModel model;
        QuantizerOrder order;
        const QAbstractItemModelTester tester(
            &order, QAbstractItemModelTester::FailureReportingMode::Fatal);
        order.setSourceModel(&model);
        const auto orderBy = [&](int column, Qt::SortOrder direction) {
            order.sort(column, direction);
            QStringList specs;
            for (int row = 0; row < order.rowCount(); ++row)
                specs.append(order.index(row, 0).data(QuantizerTableModel::RawRole).toString());
            return specs;
        };
        model.setTrials(trialsOf({"w2:log", "w4:em", "w2:minmax", "w4:minmax"}));
        QCOMPARE(orderBy(QuantizerTableModel::Bits, Qt::DescendingOrder),
                 QStringList({"w4:minmax", "w4:em", "w2:minmax", "w2:log"}));
        QCOMPARE(orderBy(QuantizerTableModel::Bits, Qt::AscendingOrder),
                 QStringList({"w2:minmax", "w2:log", "w4:minmax", "w4:em"}));
        // Only min-max has a clipped share.
        for (const auto direction : {Qt::AscendingOrder, Qt::DescendingOrder})
            QCOMPARE(orderBy(QuantizerTableModel::Clipped, direction),
                     QStringList({"w4:minmax", "w2:minmax", "w4:em", "w2:log"}));
    }

    void theBestOfEachMethodIsDrawn()
    {
        const std::vector<QuantizerTrial> trials = trialsOf(
            {"w4:minmax", "w4:minmax:asym", "w4:em", "w4:log", "w2:em", "w2:log", "w16:minmax"});
        const auto drawn = [&](std::vector<WeightSpec> chosen, const char *present = "wfloat") {
            return namesOf(drawnQuantizers(trials, chosen, specOf(present)));
        };
        QCOMPARE(drawn({specOf("w4:em")}), QStringList({"w4:minmax", "w4:em", "w4:log"}));
        QCOMPARE(drawn({specOf("w4:minmax:asym")}),
                 QStringList({"w4:minmax", "w4:minmax:asym", "w4:em", "w4:log"}));
        QCOMPARE(drawn({specOf("w4:em")}, "w4:minmax:asym"),
                 QStringList({"w4:minmax", "w4:minmax:asym", "w4:em", "w4:log"}));
        QCOMPARE(drawn({specOf("w2:em"), specOf("w4:log")}), QStringList({"w4:log", "w2:em"}));
        QCOMPARE(drawn({}, "w2:em"), QStringList({"w2:em", "w2:log"}));
        QCOMPARE(drawn({}), QStringList({"w4:minmax", "w4:em", "w4:log"}));
    }

    void chartByHand()
    {
        const std::vector<QuantizerTrial> drawn = trialsOf({"w4:em", "w2:log"});
        const LevelsPlotData data =
            quantizerLevels("main.3", madeUpWeights(), drawn, specOf("w2:log"));
        QCOMPARE(data.name, QString("main.3 quantizers"));
        QCOMPARE(data.xLabel, QString("weight / largest of its channel"));
        QCOMPARE(data.counts, QList<double>({10, 30, 40, 20}));
        QCOMPARE(data.readings[1], QString("-0.5 to 0: 30"));
        QCOMPARE(data.rows[0].label, QString("EM, 4 bits"));
        QCOMPARE(data.rows[0].note, QString("75.0 %"));
        QCOMPARE(data.rows[0].readings[1],
                 QString("EM, 4 bits: level 2 of 2 at 0.5, taken by 20.0 % of the weights, in "
                         "50.0 % of the channels"));
        QVERIFY(!data.rows[0].isChosen && data.rows[1].isChosen);
        PlacedWeights whole = madeUpWeights();
        whole.scales = 1;
        QCOMPARE(quantizerLevels("main.3", whole, drawn, {}).xLabel, QString("weight"));
        QVERIFY(levelsCaption(whole, {}).first().contains("up to 8 bits"));
    }
};

QTEST_MAIN(TestQuantizerModels)
#include "tst_quantizer_models.moc"
