// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "sensitivity_page_fixture.h"
#include "widgets/stale_veil.h"

#include <QCheckBox>
#include <QSpinBox>

using namespace quantloupe;

/// What is swept, as the user sets it.
class TestSensitivityPageForm : public test::SensitivityPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openPage(); }
    void cleanup() { closePage(); }

    void otherSettingsDimTheMap()
    {
        sweep();
        const auto *veil = m_page->findChild<StaleVeil *>();
        QVERIFY(!veil->isVisible());
        auto *count = find<QSpinBox>("sensitivityCount");
        count->setValue(32);
        QVERIFY(veil->isVisible());
        QVERIFY(summary().contains("other settings"));
        count->setValue(int(kSweepSamples));
        QVERIFY(!veil->isVisible());
        // Other bits only add to what is known.
        QTest::keyClick(find<QCheckBox>("sensitivityBits:5"), Qt::Key_Space);
        QVERIFY(!veil->isVisible());
        sweep();
        QVERIFY(!cell("out", 5).text.isEmpty());
        QCOMPARE(m_fake->measured.load(), 21);
    }

    void withoutBitsThereIsNothingToStart()
    {
        for (int bits = 1; bits <= SensitivitySettings::kMostBits; ++bits)
            if (auto *box = find<QCheckBox>(QString("sensitivityBits:%1").arg(bits));
                box->isChecked())
                QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(!runButton()->isEnabled());
        QVERIFY(stateText().contains("Choose a bit-width"));
        QVERIFY(!find<QPushButton>("stateAction1")->isEnabled());
    }

    void onlySqnrOfWeightsOffersAPrediction()
    {
        auto *sketch = find<QCheckBox>("sensitivitySketch");
        QVERIFY(sketch->isEnabled() && sketch->isChecked());
        choose("sensitivityMetric", "SSIM");
        QVERIFY(!sketch->isEnabled() && !sketch->isChecked());
        choose("sensitivityMetric", "SQNR");
        QVERIFY(sketch->isEnabled() && sketch->isChecked());
        choose("sensitivitySite", "activations");
        QVERIFY(!sketch->isEnabled());
    }

    void leftOutSaysWhatFloatIsWorth()
    {
        choose("sensitivityMode", "left out");
        sweep();
        // The one whose return to float leaves the best output.
        QVERIFY2(answer().startsWith("embed is worth most in float at 8"), qPrintable(answer()));
        m_document->edit({kUp, kOut}, bitsEdit(QuantSite::Weight, 3));
        QVERIFY(m_page->findChild<StaleVeil *>()->isVisible());
        sweep();
        QVERIFY(map()->data().rows == QStringList("as configured"));
        QTest::mouseClick(map(), Qt::LeftButton, {}, map()->positionOf(0));
        QVERIFY(m_document->config().spec("up").weight.isFloat());
    }

    void choicesComeBack()
    {
        choose("sensitivityMetric", "PSNR");
        find<QSpinBox>("sensitivityRepeats")->setValue(4);
        choose("sensitivityView", "bits");
        const QJsonObject kept = m_page->choice();
        SensitivityController other(m_fake->engine(), m_document.get(), m_lane.get());
        SensitivityPage page(m_document.get(), &other, &m_open);
        page.setChoice(kept);
        QVERIFY(other.settings() == m_controller->settings());
        QCOMPARE(page.findChild<QComboBox *>("sensitivityMetric")->currentText(), QString("PSNR"));
        QCOMPARE(page.findChild<QSpinBox *>("sensitivityRepeats")->value(), 4);
        QCOMPARE(page.findChild<QComboBox *>("sensitivityView")->currentText(), QString("bits"));
        QVERIFY(page.choice() == kept);
    }
};

QTEST_MAIN(TestSensitivityPageForm)

#include "tst_sensitivity_page_form.moc"
