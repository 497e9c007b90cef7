// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "data/sample_list.h"

#include <QTest>

using namespace quantloupe;

/// Samples by name, as a command line tells them.
class TestSampleList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangesAreShort()
    {
        SampleList list;
        list.samples = {{7, 3}, {7, 4}, {7, 5}, {0, 6}, {7, 6}, {7, 4}};
        QCOMPARE(toText(list), std::string("7:3-5,0:6,7:6,7:4"));
        QVERIFY(parseSampleList("7:3-5,0:6,7:6,7:4") == list);
    }

    void sharesAreReadToTheLastBit()
    {
        SampleList list;
        list.samples = {{1, 0}, {1, 1}, {18446744073709551615U, 2}};
        list.blends = {{{1, 0}, 0}, {{2, 9}, 1.0 / 3}, {{0, 0}, 0.1}};
        const std::string text = toText(list);
        QVERIFY(QByteArray::fromStdString(text).startsWith("1:0,1:1~2:9@0.333"));
        QVERIFY(parseSampleList(text) == list);
    }

    void mistakesAreShown_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "7", "7:", ":3", "7:3-", "7:5-3", "7:3,", "-7:3", "7:3.5", "7:3~8:1", "7:3~8:1@",
              "7:3~8:1@1.5", "7:3~8:1@nan", "0:0-18446744073709551615"})
            QTest::newRow(*text ? text : "nothing") << text;
    }
    void mistakesAreShown()
    {
        QFETCH(QString, text);
        try {
            parseSampleList(text.toStdString());
            QFAIL("it was read");
        } catch (const Error &error) {
            QCOMPARE(error.kind(), ErrorKind::BadInput);
            QVERIFY(QString(error.what()).contains("SEED:INDEX"));
        }
    }
};

QTEST_GUILESS_MAIN(TestSampleList)

#include "tst_sample_list.moc"
