// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/metrics_controller.h"
#include "main_window_fixture.h"
#include "metrics_keys.h"

#include <QAction>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSpinBox>

using namespace quantloupe;

namespace {

/// For a measurement on a busy machine, in milliseconds.
constexpr int kPatience = 120000;

} // namespace

/// The command of a measurement gives the window's numbers on the real command line.
class TestCopyMeasurement : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        qputenv("XDG_CACHE_HOME", m_folder.filePath("cache").toUtf8());
    }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void numbersAreTheSame_data()
    {
        QTest::addColumn<QStringList>("metrics");
        QTest::newRow("distances") << QStringList{"fid", "kid", "feature-swd", "swd"};
        QTest::newRow("neighbours") << QStringList{"precision", "recall", "density", "coverage"};
        QTest::newRow("pairs") << QStringList{"psnr", "ssim", "sqnr", "layer-sqnr"};
    }
    void numbersAreTheSame()
    {
        QFETCH(QStringList, metrics);
        openSmall();
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 3));
        document().edit({1}, bitsEdit(QuantSite::Activation, 6));
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        test::chooseMetrics(m_window.get(), metrics);
        find<QSpinBox>("metricsCount")->setValue(70);
        QTRY_VERIFY(find<QAction>("measure")->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history()->all().size(), 1, kPatience);
        const MetricsReport &report = m_window->history()->all().constFirst().report;
        find<QAction>("copyMeasurement")->trigger();
        const QJsonArray rows = answerTo(QGuiApplication::clipboard()->text());
        QCOMPARE(std::size_t(rows.size()), report.rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i)
            compare(rows[i].toObject(), report.rows[std::size_t(i)]);
    }

private:
    static QJsonArray answerTo(QString line)
    {
        const QString program = QStringLiteral(QUANTLOUPE_BIN_DIR "/quantloupe-cli");
        QProcess shell;
        shell.start("sh", {"-c", line.replace("quantloupe-cli metrics",
                                              program + " --json --quiet --no-cache metrics")});
        shell.waitForFinished(kPatience);
        return QJsonDocument::fromJson(shell.readAllStandardOutput()).object()["metrics"].toArray();
    }
    static void compare(const QJsonObject &json, const MetricRow &row)
    {
        QCOMPARE(json["name"].toString().toStdString(), row.name);
        const auto compareValue = [&](const char *key, const Measured<double> &value) {
            QCOMPARE(json[key].isDouble(), bool(value));
            if (value)
                QCOMPARE(json[key].toDouble(), *value);
        };
        compareValue("float", row.floatValue);
        compareValue("quantized", row.quantized);
        compareValue("floor", row.floor);
        compareValue("delta", row.delta);
        QCOMPARE(json["deltaInterval"].isArray(), bool(row.deltaInterval));
        QCOMPARE(json["interval"].isArray(), bool(row.pairedInterval));
    }
};

QTEST_MAIN(TestCopyMeasurement)
#include "tst_copy_measurement.moc"
