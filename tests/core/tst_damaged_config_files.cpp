// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "made_up_configuration.h"

#include <QtTest>

using namespace quantloupe;
using namespace made_up_configuration;

/// A file that cannot be a configuration is refused in one sentence that says why.
class TestDamagedConfigFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damaged_data();
    void damaged();
};

void TestDamagedConfigFiles::damaged_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("word");
    QTest::newRow("no JSON") << "}\n"
                             << ""
                             << "no JSON";
    QTest::newRow("another format") << "quantloupe-configuration"
                                    << "other"
                                    << "format";
    QTest::newRow("another version") << "\"version\": 1"
                                     << "\"version\": 7"
                                     << "version";
    QTest::newRow("no generator") << "\"generator\""
                                  << "\"maker\""
                                  << "generator";
    QTest::newRow("no layers") << "\"layers\""
                               << "\"strata\""
                               << "layers";
    QTest::newRow("no plan") << "\"samplingPlan\""
                             << "\"plan\""
                             << "samplingPlan";
    QTest::newRow("no calibration") << "\"calibration\""
                                    << "\"cal\""
                                    << "calibration";
    QTest::newRow("count is text") << "\"count\": 100"
                                   << "\"count\": \"many\""
                                   << "type";
    QTest::newRow("negative count") << "\"count\": 100"
                                    << "\"count\": -5"
                                    << "calibration";
    QTest::newRow("unknown kind") << "transposed convolution"
                                  << "quantum"
                                  << "quantum";
    QTest::newRow("unknown distribution") << "uniform"
                                          << "cauchy"
                                          << "cauchy";
    QTest::newRow("unknown method") << "\"spec\": \"w1\""
                                    << "\"spec\": \"w99\""
                                    << "99";
    QTest::newRow("not a spec") << "\"spec\": \"w1\""
                                << "\"spec\": \"nonsense\""
                                << "nonsense";
    QTest::newRow("bits against spec") << "\"bits\": 1,"
                                       << "\"bits\": 2,"
                                       << "two settings";
    QTest::newRow("lock is text") << "\"locked\": false"
                                  << "\"locked\": \"yes\""
                                  << "type";
    QTest::newRow("a layer twice") << "\"name\": \"out\""
                                   << "\"name\": \"fc\""
                                   << "twice";
    QTest::newRow("range") << "\"truncation\": 0.7"
                           << "\"truncation\": \"x\""
                           << "type";
}

void TestDamagedConfigFiles::damaged()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, word);
    QString text = QString::fromStdString(toJson(file()));
    QVERIFY2(text.contains(from), qPrintable(text));
    text.replace(text.lastIndexOf(from), from.size(), to);
    QString message;
    try {
        parseConfigFile(text.toStdString(), "folder/c.json");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), ErrorKind::BadInput);
        message = QString::fromUtf8(error.what());
    }
    QVERIFY2(message.startsWith("folder/c.json") && message.contains(word), qPrintable(message));
    QVERIFY2(!message.contains('\n') && message.endsWith('.'), qPrintable(message));
}

QTEST_APPLESS_MAIN(TestDamagedConfigFiles)
#include "tst_damaged_config_files.moc"
