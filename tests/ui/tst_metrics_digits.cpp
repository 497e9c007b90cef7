// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_words.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace quantloupe;

/// Numbers are written with the digits that their errors leave them.
class TestMetricsDigits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void aValueHasTheDigitsOfItsError_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("error");
        QTest::addColumn<QString>("text");
        QTest::newRow("KID") << 2.4581 << 0.1139 << "2.46 ± 0.11";
        QTest::newRow("small") << 0.000123456 << 0.0000071 << "0.0001235 ± 0.0000071";
        QTest::newRow("rounded up to the next place") << 1.23456 << 0.0996 << "1.23 ± 0.10";
        QTest::newRow("one") << 12.0 << 1.0 << "12.0 ± 1.0";
        QTest::newRow("large") << 1234.4 << 56.7 << "1,234 ± 57";
        QTest::newRow("larger than the value") << -0.004 << 0.12 << "0.00 ± 0.12";
        QTest::newRow("none") << 2.4581 << 0.0 << "2.458 ± 0";
    }
    void aValueHasTheDigitsOfItsError()
    {
        QFETCH(double, value);
        QFETCH(double, error);
        QTEST(withErrorText(value, error), "text");
    }

    void boundsHaveTheDigitsOfTheirWidth_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("text");
        QTest::newRow("usual") << 14.234 << 15.876 << "14.2 to 15.9";
        QTest::newRow("around zero") << -0.03124 << 0.04512 << "-0.031 to 0.045";
        // Three figures would be the same for both.
        QTest::newRow("narrow") << 100.12 << 100.38 << "100.12 to 100.38";
        QTest::newRow("a point") << 2.5 << 2.5 << "2.5 to 2.5";
    }
    void boundsHaveTheDigitsOfTheirWidth()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QTEST(intervalText({low, high}), "text");
    }

    void aDifferenceHasTheDigitsOfItsInterval()
    {
        QCOMPARE(metricNumber(6.8984, {6.21, 7.58}), QString("6.9"));
        QCOMPARE(metricNumber(48.023, {47.31, 48.77}), QString("48.0"));
        QCOMPARE(metricNumber(48.023, {48.023, 48.023}), metricNumber(48.023));
    }

    void whatIsNoErrorLeavesFourFigures()
    {
        const double infinite = std::numeric_limits<double>::infinity();
        QVERIFY(withErrorText(2.45813, infinite).startsWith("2.458 ±"));
    }
};

QTEST_APPLESS_MAIN(TestMetricsDigits)
#include "tst_metrics_digits.moc"
