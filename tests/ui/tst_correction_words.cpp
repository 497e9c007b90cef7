// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "models/correction_words.h"

#include <QLocale>

using namespace quantloupe;

class TestCorrectionWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void stepsSayWhatEachAdded()
    {
        CorrectionReport report;
        report.output = {12.06, 14.5};
        report.steps = {{Correction::FoldNorm, 12.04},
                        {Correction::ReestimateNorm, 12.54},
                        {Correction::Bias, 11.5}};
        const QString sentence = stepSentence(report);
        // Less than what is shown is no loss.
        QVERIFY2(sentence.contains("Batch norms folded 12.0 (+0.0)"), qPrintable(sentence));
        QVERIFY2(sentence.contains("Batch-norm re-estimation 12.5 (+0.5)"), qPrintable(sentence));
        QVERIFY2(sentence.contains("Bias correction 11.5 (-1.0)"), qPrintable(sentence));
    }

    void noNumberIsNegativeZero()
    {
        CorrectionReport report;
        report.output = {-0.01, 0.01};
        report.steps = {{Correction::FoldNorm, -0.02}, {Correction::Bias, 0.01}};
        const QString sentence = stepSentence(report);
        QVERIFY2(!sentence.contains("-0.0"), qPrintable(sentence));
    }
};

QTEST_MAIN(TestCorrectionWords)
#include "tst_correction_words.moc"
