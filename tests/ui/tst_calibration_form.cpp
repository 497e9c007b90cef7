// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant_document_fixture.h"
#include "views/inputs_panel.h"

#include <QComboBox>
#include <QSpinBox>
#include <QTest>

using namespace quantloupe;

/// What ranges are made from is chosen among the inputs, and undone like every edit.
class TestCalibrationForm : public test::QuantDocumentFixture
{
    Q_OBJECT

private Q_SLOTS:
    void countAndSeedAreEntered()
    {
        openMadeUp();
        InputsPanel panel(m_document.get());
        panel.show();
        QCOMPARE(box(panel, "calibrationCount")->value(), 512);
        enter(box(panel, "calibrationCount"), "64");
        QCOMPARE(m_document->calibration().count, 64);
        enter(box(panel, "calibrationSeed"), "7");
        QCOMPARE(m_document->calibration().seed, 7U);
        QCOMPARE(m_document->undoStack()->count(), 2);
        QVERIFY(m_document->undoStack()->text(0).contains("64"));
        m_document->undoStack()->undo();
        QCOMPARE(box(panel, "calibrationSeed")->value(), 0);
        QCOMPARE(box(panel, "calibrationCount")->value(), 64);
        m_document->undoStack()->undo();
        QCOMPARE(box(panel, "calibrationCount")->value(), 512);
        QVERIFY(!panel.findChild<QComboBox *>("calibrationInputs"));
    }

    void networksThatTakePicturesChooseTheirs()
    {
        m_document = std::make_unique<QuantDocument>();
        OpenedGenerator opened = test::madeUpGenerator();
        InputInfo input;
        input.name = "x";
        input.kind = InputKind::Image;
        input.shape = {3, 8, 8};
        opened.info.inputs = {input};
        m_document->open(std::move(opened));
        InputsPanel panel(m_document.get());
        panel.show();
        // What is shown is what is used.
        QCOMPARE(m_document->calibration().count, 16);
        QCOMPARE(box(panel, "calibrationCount")->value(), 16);
        QCOMPARE(box(panel, "calibrationCount")->maximum(), 16);
        auto *inputs = panel.findChild<QComboBox *>("calibrationInputs");
        QVERIFY(inputs);
        QCOMPARE(inputs->currentData().toInt(), static_cast<int>(CalibrationInputs::Given));
        inputs->setFocus();
        QTest::keyClick(inputs, Qt::Key_End);
        QCOMPARE(m_document->calibration().inputs, CalibrationInputs::Both);
        QVERIFY(m_document->undoStack()->text(0).contains(inputs->currentText()));
        m_document->undoStack()->undo();
        QCOMPARE(inputs->currentData().toInt(), static_cast<int>(CalibrationInputs::Given));
    }

    void controlsHaveNames()
    {
        openMadeUp();
        InputsPanel panel(m_document.get());
        for (const char *name : {"calibrationCount", "calibrationSeed"}) {
            QVERIFY(!box(panel, name)->accessibleName().isEmpty());
            QVERIFY(box(panel, name)->toolTip().endsWith('.'));
        }
    }

private:
    static QSpinBox *box(const InputsPanel &panel, const char *name)
    {
        return panel.findChild<QSpinBox *>(name);
    }

    static void enter(QSpinBox *box, const char *text)
    {
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
        QTest::keyClick(box, Qt::Key_Return);
    }
};

QTEST_MAIN(TestCalibrationForm)
#include "tst_calibration_form.moc"
