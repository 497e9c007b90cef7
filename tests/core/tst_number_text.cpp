// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/error.h"
#include "base/number_text.h"
#include "comma_locale.h"

#include <cfloat>
#include <clocale>
#include <cmath>

using namespace quantloupe;

class TestNumberText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decimals_data();
    void decimals();
    void figures_data();
    void figures();
    void numbersAreRead();
    void theLocaleChangesNothing();
};

void TestNumberText::decimals_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("withSign");
    const auto row = [](const char *name, double number, int decimals, const char *text,
                        const char *withSign) {
        QTest::newRow(name) << number << decimals << std::string(text) << std::string(withSign);
    };
    row("rounded to -0", -0.004, 2, "0.00", "+0.00");
    row("-0", -0.0, 2, "0.00", "+0.00");
    row("just below", -0.006, 2, "-0.01", "-0.01");
    row("above", 0.001, 2, "0.00", "+0.00");
    row("ten", -10, 0, "-10", "-10");
    row("half to even", 2.5, 0, "2", "+2");
    row("pi", 3.14159, 4, "3.1416", "+3.1416");
    row("infinity", -INFINITY, 2, "-inf", "-inf");
}

void TestNumberText::decimals()
{
    QFETCH(double, number);
    QFETCH(int, decimals);
    QTEST(fixedText(number, decimals), "text");
    QTEST(signedText(number, decimals), "withSign");
}

void TestNumberText::figures_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<std::string>("text");
    QTest::newRow("-0") << -0.0 << std::string("0");
    QTest::newRow("small") << -1e-10 << std::string("-1e-10");
    QTest::newRow("cut") << 43.6149 << std::string("43.61");
    QTest::newRow("no zeros at its end") << 1.5 << std::string("1.5");
    QTest::newRow("large") << 12345678.0 << std::string("1.235e+07");
}

void TestNumberText::figures()
{
    QFETCH(double, number);
    QTEST(shortText(number, 4), "text");
    QCOMPARE(fixedText(DBL_MAX, 1).size(), std::size_t(311));
}

void TestNumberText::numbersAreRead()
{
    QCOMPARE(parsedNumber("0.01"), 0.01);
    QCOMPARE(parsedNumber("-3e5"), -3e5);
    for (const char *text : {"", "0,01", "1 ", "ten"})
        QVERIFY_EXCEPTION_THROWN(parsedNumber(text), Error);
}

void TestNumberText::theLocaleChangesNothing()
{
    if (!comma_locale::prepare())
        QSKIP(comma_locale::kMissing);
    QVERIFY(std::setlocale(LC_NUMERIC, comma_locale::kName));
    const auto back = qScopeGuard([] { std::setlocale(LC_NUMERIC, "C"); });
    QCOMPARE(std::to_string(1.5), std::string("1,500000"));
    QCOMPARE(fixedText(1.5, 2), std::string("1.50"));
    QCOMPARE(signedText(1.5, 1), std::string("+1.5"));
    QCOMPARE(shortText(1.25, 4), std::string("1.25"));
    QCOMPARE(parsedNumber("0.01"), 0.01);
}

QTEST_APPLESS_MAIN(TestNumberText)
#include "tst_number_text.moc"
