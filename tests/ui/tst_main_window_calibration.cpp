// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/inspector_controller.h"
#include "main_window_fixture.h"
#include "models/range_edit.h"

#include <QAction>
#include <QComboBox>
#include <QSpinBox>

using namespace quantloupe;

/// Calibration as the user meets it: choose an observer, see its range, save it.
class TestMainWindowCalibration : public test::MainWindowFixture
{
    Q_OBJECT

    QString caption() const { return find<QLabel>("activationCaption")->text(); }
    bool inspected() const { return settled() && !m_window->inspector()->isPending(); }

    /// The second layer with 8-bit activations is the current one.
    void openCalibrated()
    {
        openSmall();
        QTest::keyClick(layers(), Qt::Key_Down);
        document().edit({1}, bitsEdit(QuantSite::Activation, 8));
        QTRY_VERIFY(caption().contains("range of 8 bits"));
        QTRY_VERIFY(inspected());
    }

    CalibratedRanges savedRanges() const { return document().toConfigFile().ranges; }

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void anotherObserverIsShownAndUndone()
    {
        openCalibrated();
        QVERIFY(caption().contains(displayName(RangeEstimator::Percentile)));
        auto *estimators = find<QComboBox>("estimator");
        QVERIFY(estimators->isVisible());
        estimators->setFocus();
        QTest::keyClick(estimators, Qt::Key_End);
        QTRY_VERIFY(caption().contains(displayName(RangeEstimator::Entropy)));
        QVERIFY(caption().contains("clipped"));
        QVERIFY(caption().contains("64 held-out samples"));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(caption().contains(displayName(RangeEstimator::Percentile)));
    }

    void rangesAreSavedWithTheirProvenance()
    {
        openCalibrated();
        const QString path = file("calibrated.json");
        saveAs(path);
        QTRY_VERIFY(QFile::exists(path));
        const ConfigFile saved = readConfigFile(path.toStdString());
        const ActivationSpec &spec = saved.config.spec("main.3").activation;
        QVERIFY(saved.ranges.find("main.3", spec));
        QVERIFY(QString::fromStdString(saved.ranges.madeBy).startsWith("quantloupe"));
        QCOMPARE(saved.calibration.count, 512);
    }

    void savedRangesAreUsedAsTheyStand()
    {
        openCalibrated();
        const std::vector<Image> calibrated = quantizedPictures();
        ConfigFile edited = document().toConfigFile();
        edited.ranges.layers.at("main.3").range.scale *= 8;
        write(file("edited.json"), QByteArray::fromStdString(toJson(edited)));
        document().edit({1}, estimatorEdit(RangeEstimator::MinMax));
        QTRY_VERIFY(inspected());
        document().setSaved();
        m_window->open(file("edited.json"));
        QTRY_VERIFY(document().ranges());
        QTRY_VERIFY(settled());
        QTRY_VERIFY(quantizedPictures() != calibrated);
        QVERIFY(savedRanges() == edited.ranges);
        // Other samples take their place.
        CalibrationPlan other = document().calibration();
        other.count = 100;
        document().setCalibration(other, "100");
        QVERIFY(!document().ranges());
        QTRY_VERIFY(settled());
        QTRY_VERIFY(!savedRanges().layers.empty());
        QVERIFY(!(savedRanges().layers.at("main.3") == edited.ranges.layers.at("main.3")));
        document().undoStack()->undo();
        QVERIFY(document().ranges());
    }

    void numberOfSamplesIsEntered()
    {
        openCalibrated();
        auto *count = find<QSpinBox>("calibrationCount");
        QVERIFY(count);
        count->setFocus();
        count->selectAll();
        QTest::keyClicks(count, "40");
        QTest::keyClick(count, Qt::Key_Return);
        QTRY_VERIFY(caption().contains("40 calibration samples"));
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestMainWindowCalibration>(argc, argv);
}

#include "tst_main_window_calibration.moc"
