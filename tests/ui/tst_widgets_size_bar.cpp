// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/amount_text.h"
#include "widgets/bits_colors.h"
#include "widgets/size_bar.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QImage>
#include <QLocale>
#include <QTest>

// After Qt: moc 6.4 cannot parse <compare> as the first standard header.
#include "quant/size_report.h"

using namespace quantloupe;

namespace {

SizeReport report(std::int64_t bytes, double bits)
{
    SizeReport size;
    size.bytes = bytes;
    size.floatBytes = 1'460'000;
    size.storedBytes = 730'000;
    size.ratio = double(size.floatBytes) / double(bytes);
    size.averageBits = bits;
    size.effectiveBits = bits + 0.1;
    size.bops = 1.9e9;
    return size;
}

int filledWidth(SizeBar &bar, double bits)
{
    const QImage image = bar.grab().toImage();
    const int y = bar.barRect().center().y();
    int count = 0;
    for (int x = 0; x < image.width(); ++x)
        count += image.pixelColor(x, y) == bitsColor(bits);
    return count;
}

} // namespace

class TestSizeBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(*qApp, ThemeKind::Light);
    }

    void amounts_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << "0 B";
        QTest::newRow("bytes") << qint64(999) << "999 B";
        QTest::newRow("kilo") << qint64(1000) << "1.00 kB";
        QTest::newRow("tens") << qint64(31'240) << "31.2 kB";
        QTest::newRow("hundreds") << qint64(312'400) << "312 kB";
        QTest::newRow("carry") << qint64(999'700) << "1.00 MB";
        QTest::newRow("mega") << qint64(1'460'000) << "1.46 MB";
        QTest::newRow("giga") << qint64(2'500'000'000) << "2.50 GB";
    }

    void amounts()
    {
        QFETCH(qint64, bytes);
        QFETCH(QString, text);
        QCOMPARE(bytesText(bytes), text);
    }

    void operations()
    {
        QCOMPARE(bopsText(1.9e9), QStringLiteral("1.9 GBOPs"));
        QCOMPARE(bopsText(42e6), QStringLiteral("42 MBOPs"));
        QCOMPARE(bopsText(0), QStringLiteral("0 BOPs"));
    }

    void saysEverythingWhenWide()
    {
        SizeBar bar;
        bar.setSize(report(312'000, 4.2));
        const QString all = QStringLiteral("312 kB of 1.46 MB, 4.7x, 4.2 bits average, 1.9 GBOPs");
        QCOMPARE(bar.textFor(1000), all);
        QCOMPARE(bar.accessibleDescription(), all);
        QVERIFY(bar.toolTip().contains(QStringLiteral("730 kB")));
        QVERIFY(bar.sizeHint().width() >= bar.fontMetrics().averageCharWidth() * 30);
    }

    void dropsFactsWhenNarrow()
    {
        SizeBar bar;
        bar.setSize(report(312'000, 4.2));
        QString last = bar.textFor(1000);
        for (int width = 1000; width >= 60; --width) {
            const QString text = bar.textFor(width);
            QVERIFY(text.size() <= last.size());
            last = text;
        }
        QCOMPARE(last, QStringLiteral("312 kB"));
    }

    void filledPartIsTheShare()
    {
        SizeBar bar;
        bar.resize(408, 32);
        // The outline's one pixel at the left lies over the filled part.
        for (const double share : {0.25, 0.5, 0.9}) {
            bar.setSize(report(std::int64_t(1'460'000 * share), 4));
            QVERIFY(std::abs(filledWidth(bar, 4) + 1 - bar.barRect().width() * share) <= 1);
        }
        bar.setSize(report(2'000'000, 32));
        QCOMPARE(filledWidth(bar, 32), bar.barRect().width() - 2);
    }

    void emptyWithoutModel()
    {
        SizeBar bar;
        bar.setSize(report(312'000, 4));
        bar.setSize({});
        QCOMPARE(bar.textFor(1000), QStringLiteral("No model"));
        QCOMPARE(filledWidth(bar, 4), 0);
        QVERIFY(bar.toolTip().isEmpty());
    }
};

QTEST_MAIN(TestSizeBar)
#include "tst_widgets_size_bar.moc"
