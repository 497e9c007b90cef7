// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "exchange/number_text.h"

#include <limits>

using quantloupe::formatted;

class TestNumberText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsNegativeZero_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<double>("number");
        QTest::addColumn<QString>("text");
        QTest::newRow("gain") << "%+.2f" << -0.001 << "+0.00";
        QTest::newRow("zero") << "%+.2f" << -0.0 << "+0.00";
        QTest::newRow("value") << "%.2f" << -0.004 << "0.00";
        QTest::newRow("figures") << "%.4g" << -0.0 << "0";
        QTest::newRow("just below") << "%+.2f" << -0.006 << "-0.01";
        QTest::newRow("small") << "%.4g" << -1e-10 << "-1e-10";
        QTest::newRow("above") << "%+.2f" << 0.001 << "+0.00";
        QTest::newRow("ten") << "%.0f" << -10.0 << "-10";
        QTest::newRow("infinity") << "%.2f" << -std::numeric_limits<double>::infinity() << "-inf";
    }
    void nothingIsNegativeZero()
    {
        QFETCH(QString, format);
        QFETCH(double, number);
        QTEST(QString::fromStdString(formatted(qPrintable(format), number)), "text");
    }
};

QTEST_APPLESS_MAIN(TestNumberText)
#include "tst_number_text.moc"
