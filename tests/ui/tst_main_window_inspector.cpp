// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/inspector_controller.h"
#include "main_window_fixture.h"
#include "models/inspection_numbers.h"
#include "plots/histogram_plot.h"
#include "plots/strip_plot.h"
#include "views/inspector_dock.h"
#include "widgets/numbers_view.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>

#include <limits>

using namespace quantloupe;

class TestInspector : public test::MainWindowFixture
{
    Q_OBJECT

    InspectorController *inspector() const { return m_window->inspector(); }
    QSpinBox *channel() const { return find<QSpinBox>("inspectorChannel"); }
    StripPlot *errors() const { return find<StripPlot>("channelErrors"); }
    NumbersView *numbers() const { return find<NumbersView>("inspectorNumbers"); }
    QString caption(const char *name) const { return find<QLabel>(name)->text(); }
    QString layerName() const { return find<QLabel>("inspectorLayer")->text(); }
    QString stateText() const { return textOf("inspectorState"); }

    bool inspected() const { return settled() && !inspector()->isPending(); }

    /// What the table says of a number, in the layer's or a channel's column.
    QString number(const QString &name, int column = 1) const
    {
        const QAbstractItemModel *model = numbers()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data().toString() == name)
                return model->index(row, column).data().toString();
        return {};
    }

    void openInspected()
    {
        openSmall();
        QTRY_VERIFY(inspected());
        QTRY_VERIFY(find<QWidget>("inspectorPanel")->isVisible());
    }

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void saysWhatToDoWithoutAGenerator()
    {
        QVERIFY(find<QWidget>("inspectorDock")->isVisible());
        QVERIFY(stateText().contains("Nothing to inspect yet"));
        QVERIFY(stateText().contains("once a generator is open"));
        const auto *open =
            find<QWidget>("inspectorState")->findChild<QPushButton *>("stateAction1");
        QVERIFY(open->isVisible());
        QVERIFY(open->isEnabled());
    }

    void showsTheFirstLayerAtOnce()
    {
        openInspected();
        QCOMPARE(layerName(), QString("main.0"));
        QVERIFY(caption("weightCaption").contains("float and has no levels"));
        QVERIFY(!errors()->isVisible());
        QVERIFY(caption("activationCaption").contains("16 preview samples"));
        QCOMPARE(number("Weights"), QLocale().toString(8 * 16 * 16));
        QCOMPARE(number("SQNR, dB"), QString());
    }

    void followsTheCurrentRow()
    {
        openInspected();
        QTest::keyClick(layers(), Qt::Key_Down);
        QTRY_COMPARE(layerName(), QString("main.3"));
        QTRY_VERIFY(inspected());
        QCOMPARE(number("Weights"), QLocale().toString(16 * 8 * 16));
        QVERIFY(find<QWidget>("featureMaps")->accessibleDescription().contains("channel 0"));
    }

    void followsAnEditByKey()
    {
        openInspected();
        QTest::keyClick(layers(), Qt::Key_3);
        QTRY_COMPARE(number("Levels"), QString("7"));
        QTRY_VERIFY(inspected());
        QVERIFY(caption("weightCaption").contains("each in steps of its own scale"));
        QVERIFY(caption("weightCaption").contains("7 levels"));
        QVERIFY(errors()->isVisible());
        QVERIFY(number("SQNR, dB").toDouble() > 5);
        QVERIFY(caption("mapsCaption").contains("Full red"));
        // The same number as in the table of layers.
        const QModelIndex cell =
            layers()->model()->index(layers()->currentIndex().row(), int(LayerColumn::Sqnr));
        QTRY_COMPARE(cell.data().toString(), number("SQNR, dB") + " dB");
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(caption("weightCaption").contains("float and has no levels"));
    }

    /// A channel of groups has several scales, and is in no steps of one.
    void groupsAreSaidToHaveTheScales()
    {
        openInspected();
        QTest::keyClick(layers(), Qt::Key_3);
        document().edit({0}, granularityEdit(Granularity::PerGroup16));
        const QString steps = "each group of 16 weights in steps of its own scale";
        QTRY_VERIFY(caption("weightCaption").contains("All 16 output channels, " + steps));
        QVERIFY(find<HistogramPlot>("weightHistogram")
                    ->latex()
                    .contains("weight / scale of its group"));
        channel()->setValue(5);
        QTRY_VERIFY(caption("weightCaption").contains("Output channel 5, " + steps));
    }

    void hastyEditsEndAtTheLast()
    {
        openInspected();
        for (const auto key : {Qt::Key_8, Qt::Key_6, Qt::Key_5, Qt::Key_4, Qt::Key_3})
            QTest::keyClick(layers(), key);
        QTRY_VERIFY(inspected());
        QTRY_COMPARE(number("Levels"), QString("7"));
    }

    void activationsShowTheirRange()
    {
        openInspected();
        QTest::keyClick(layers(), Qt::Key_Down);
        QTest::keyClick(layers(), Qt::Key_Right);
        document().edit({1}, bitsEdit(QuantSite::Activation, 4));
        QTRY_VERIFY(caption("activationCaption").contains("range of 4 bits"));
        QVERIFY(caption("activationCaption").contains("512 calibration samples"));
        QVERIFY(caption("activationCaption").contains("exactly zero"));
        QTRY_VERIFY(!number("Input to").isEmpty());
    }

    void clickingAChannelShowsItsWeights()
    {
        openInspected();
        QTest::keyClick(layers(), Qt::Key_4);
        QTRY_VERIFY(inspected() && errors()->isVisible());
        const QString layerSqnr = number("SQNR, dB");
        find<QScrollArea>("inspectorScroll")->ensureWidgetVisible(errors());
        QCoreApplication::processEvents();
        QTest::mouseClick(errors(), Qt::LeftButton, {}, errors()->positionOf(5));
        QTRY_VERIFY(caption("weightCaption").contains("Output channel 5"));
        QTRY_VERIFY(inspected());
        QCOMPARE(channel()->value(), 5);
        QCOMPARE(number("Weights", 2), QLocale().toString(8 * 16));
        QCOMPARE(number("SQNR, dB"), layerSqnr);
        QVERIFY(number("SQNR, dB", 2) != layerSqnr);
        QTest::mouseClick(errors(), Qt::LeftButton, {}, errors()->positionOf(5));
        QTRY_VERIFY(caption("weightCaption").contains("All 16 output channels"));
        QCOMPARE(channel()->text(), QString("all"));
    }

    void theChannelByKeys()
    {
        openInspected();
        QTest::keyClick(layers(), Qt::Key_4);
        QTRY_VERIFY(inspected());
        channel()->setFocus();
        QTest::keyClick(channel(), Qt::Key_Up);
        QTest::keyClick(channel(), Qt::Key_Up);
        QTRY_VERIFY(caption("weightCaption").contains("Output channel 1"));
        // Another layer starts with all of its channels.
        QTest::keyClick(layers(), Qt::Key_Down);
        QTRY_COMPARE(layerName(), QString("main.3"));
        QTRY_COMPARE(channel()->text(), QString("all"));
    }

    void copiesNumbersTabSeparated()
    {
        openInspected();
        QTest::keyClick(layers(), Qt::Key_4);
        QTRY_COMPARE(number("Levels"), QString("15"));
        QTRY_VERIFY(inspected());
        QTest::mouseClick(find<QPushButton>("copyNumbers"), Qt::LeftButton);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), numbers()->model()->rowCount() + 1);
        QCOMPARE(lines.first(), QString("Number\tLayer"));
        QVERIFY(lines.contains("Weights\t2048"));
        const QString sqnr = lines.filter("SQNR").first().section(u'\t', 1);
        QCOMPARE(QLocale().toString(sqnr.toDouble(), 'f', 1), number("SQNR, dB"));
        QVERIFY(sqnr.size() > number("SQNR, dB").size());

        numbers()->selectRow(1);
        numbers()->setFocus();
        QTest::keyClick(numbers(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString("Number\tLayer\nWeights\t2048"));
    }

    void aHiddenInspectorDoesNothingUntilItIsShown()
    {
        openInspected();
        auto *dock = find<InspectorDock>("inspectorDock");
        dock->hide();
        QTest::keyClick(layers(), Qt::Key_3);
        QTRY_VERIFY(settled());
        QCOMPARE(number("Levels"), QString());
        dock->show();
        dock->raise();
        QTRY_COMPARE(number("Levels"), QString("7"));
    }

    void aFailureIsSaidInPlaceAndTriedAgain()
    {
        openInspected();
        Q_EMIT inspector()->failed("The layer does not fit into memory.", "details");
        QVERIFY(find<QWidget>("inspectorState")->isVisible());
        QVERIFY(stateText().contains("does not fit into memory"));
        QTest::mouseClick(find<QWidget>("inspectorState")->findChild<QPushButton *>("stateAction1"),
                          Qt::LeftButton);
        QTRY_VERIFY(find<QWidget>("inspectorPanel")->isVisible());
    }

    void aCancelledInspectionCanBeTakenUpAgain()
    {
        openInspected();
        Q_EMIT inspector()->cancelled();
        QVERIFY(stateText().contains("cancelled"));
        auto *again = find<QWidget>("inspectorState")->findChild<QPushButton *>("stateAction1");
        again->setFocus();
        QTRY_VERIFY(again->hasFocus());
        QTest::keyClick(again, Qt::Key_Space);
        QTRY_VERIFY(find<QWidget>("inspectorPanel")->isVisible());
        // Keys scroll what came; none of its numbers is about to be changed.
        QVERIFY(!channel()->hasFocus());
        QVERIFY(find<InspectorDock>("inspectorDock")->isAncestorOf(QApplication::focusWidget()));
    }

    void aWeightWithoutFiniteValuesSaysSo()
    {
        test::WeightFile weights(3);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        weights.addRandom("main.0.weight", {8, 4, 4, 4}, 0.5);
        weights.addBatchNorm("main.1", 4);
        weights.addRandom("main.3.weight", {4, 4, 4, 4}, nan);
        weights.addBatchNorm("main.4", 4);
        weights.addRandom("main.6.weight", {4, 3, 4, 4}, 0.5);
        weights.write(file("nan.safetensors").toStdString());
        m_window->open(file("nan.safetensors"));
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY(inspected() && layers()->hasFocus());
        QTest::keyClick(layers(), Qt::Key_Down);
        QTRY_VERIFY(stateText().contains("main.3 cannot be inspected"));
        QTest::keyClick(layers(), Qt::Key_Up);
        QTRY_VERIFY(find<QWidget>("inspectorPanel")->isVisible());
    }

    void noRowIsNoLayer()
    {
        openInspected();
        find<QLineEdit>("layersFilter")->setText("no such layer");
        QTRY_VERIFY(find<QWidget>("inspectorState")->isVisible());
        QVERIFY(stateText().contains("No layer is selected"));
        find<QLineEdit>("layersFilter")->clear();
    }

    void anotherGeneratorIsInspectedAnew()
    {
        openInspected();
        QTest::keyClick(layers(), Qt::Key_Down);
        QTRY_COMPARE(layerName(), QString("main.3"));
        m_window->open(file("other.safetensors"));
        QTRY_COMPARE(document().info().name, std::string("other.safetensors"));
        QTRY_COMPARE(layerName(), QString("main.0"));
        QTRY_COMPARE(number("Weights"), QLocale().toString(8 * 32 * 16));
    }

    void theNumbersAreAModel()
    {
        InspectionNumbersModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        LayerInspection inspection;
        inspection.weight.layer.weights = 12;
        model.setInspection(inspection);
        QCOMPARE(model.columnCount(), 2);
        inspection.weight.channel = 4;
        inspection.weight.chosen = WeightNumbers();
        inspection.weight.chosen->weights = 3;
        model.setInspection(inspection);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QString("Ch. 4"));
        QCOMPARE(model.index(1, 2).data().toString(), QString("3"));
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestInspector>(argc, argv);
}

#include "tst_main_window_inspector.moc"
