// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/command_line.h"
#include "main_window_fixture.h"
#include "widgets/elided_label.h"

#include <QAction>

using namespace quantloupe;

/// Corrections as the user meets them: switch one on, see what it bought, save it.
class TestMainWindowCorrections : public test::MainWindowFixture
{
    Q_OBJECT

    /// Weights are rounded for seconds.
    static constexpr int kPatience = 30000;

    QString gain() const { return find<ElidedLabel>("correctionGain")->text(); }

    void openAtThreeBits()
    {
        openSmall();
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 3));
        QTRY_VERIFY(settled());
    }

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void picturesChangeAndTheGainIsSaid()
    {
        openAtThreeBits();
        const std::vector<Image> plain = quantizedPictures();
        QVERIFY(gain().isEmpty());
        find<QAction>("generator-bias-correction")->trigger();
        QTRY_VERIFY(gain().contains("dB"));
        QTRY_VERIFY(settled());
        const std::vector<Image> corrected = quantizedPictures();
        QVERIFY(corrected != plain);
        const QString bias = gain();
        find<QAction>("generator-reestimate-bn")->trigger();
        QTRY_VERIFY(settled() && quantizedPictures() != corrected);
        QTRY_VERIFY(gain().contains("dB"));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(settled() && quantizedPictures() == corrected);
        QTRY_COMPARE(gain(), bias);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(settled() && quantizedPictures() == plain);
        QVERIFY(gain().isEmpty());
    }

    void roundingChangesThePicturesAndIsUndone()
    {
        openAtThreeBits();
        const std::vector<Image> plain = quantizedPictures();
        find<QAction>("generator-adaround")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(gain().contains("dB"), kPatience);
        QTRY_VERIFY(settled());
        QVERIFY(quantizedPictures() != plain);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(settled() && quantizedPictures() == plain);
        QVERIFY(gain().isEmpty());
    }

    void foldingAndEqualizingChangeThePicturesAndAreUndone()
    {
        openAtThreeBits();
        const std::vector<Image> plain = quantizedPictures();
        find<QAction>("generator-fold-bn")->trigger();
        QTRY_VERIFY(gain().contains("dB"));
        QTRY_VERIFY(settled());
        const std::vector<Image> folded = quantizedPictures();
        find<QAction>("generator-equalize")->trigger();
        QTRY_VERIFY(settled() && quantizedPictures() != folded);
        QTRY_VERIFY(gain().contains("dB"));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(settled() && quantizedPictures() == folded);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(settled() && quantizedPictures() == plain);
        QVERIFY(gain().isEmpty());
    }

    void theCommandLineIsTold()
    {
        openAtThreeBits();
        document().setCorrectionEverywhere(Correction::Bias, true);
        document().setCorrection({1}, Correction::Bias, false);
        document().setCorrection({0}, Correction::ReestimateNorm, true);
        QTRY_VERIFY(settled());
        ComparisonCommand command;
        command.generator = "g.pth";
        command.layers = document().info().layers;
        command.config = document().config();
        const std::string line = shellLine(commandWords(command));
        const QString words = QString::fromStdString(line);
        const QString second = QString::fromStdString(document().info().layers[1].name);
        const QString first = QString::fromStdString(document().info().layers[0].name);
        QVERIFY2(words.contains(" --bias-correction "), line.c_str());
        QVERIFY2(words.contains(" --bias-correction=except:" + second + " "), line.c_str());
        QVERIFY2(words.contains(" --reestimate-bn=" + first + " "), line.c_str());
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestMainWindowCorrections>(argc, argv);
}

#include "tst_main_window_corrections.moc"
