// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/sensitivity_controller.h"
#include "main_window_fixture.h"
#include "plots/heat_map_plot.h"
#include "views/help_window.h"

#include <QAction>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>

using namespace quantloupe;

namespace {

/// For a sweep on a busy machine, in milliseconds.
constexpr int kPatience = 240000;

} // namespace

/// A sweep by the menu gives the cells of its command, and what either measured is known to both.
class TestCopySensitivity : public test::MainWindowFixture
{
    Q_OBJECT

    SensitivityController &sensitivity() const { return *m_window->sensitivity(); }
    void sweep(const SensitivitySettings &settings)
    {
        sensitivity().setSettings(settings);
        find<QAction>("findSensitivities")->trigger();
        QVERIFY(find<QWidget>("page:sensitivity")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(sensitivity().report(), kPatience);
    }
    static SensitivitySettings small()
    {
        SensitivitySettings settings;
        settings.bits = {4, 2};
        settings.count = 6;
        return settings;
    }
    QString copied() const
    {
        find<QAction>("copySensitivity")->trigger();
        return QGuiApplication::clipboard()->text();
    }
    static QJsonObject answerTo(QString line, const char *option)
    {
        const QString program = QStringLiteral(QUANTLOUPE_BIN_DIR "/quantloupe-cli");
        QProcess shell;
        shell.start("sh",
                    {"-c", line.replace("quantloupe-cli sensitivity",
                                        program + " --json --quiet " + option + " sensitivity")});
        shell.waitForFinished(kPatience);
        return QJsonDocument::fromJson(shell.readAllStandardOutput()).object();
    }
    void compare(const QJsonObject &answer) const
    {
        const std::vector<SensitivityMean> &means = sensitivity().report()->means;
        const QJsonArray cells = answer["cells"].toArray();
        QCOMPARE(std::size_t(cells.size()), means.size());
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const SensitivityMean &mean = means[std::size_t(i)];
            QCOMPARE(cells[i]["layer"].toString().toStdString(), mean.layer);
            QCOMPARE(cells[i]["bits"].toInt(), mean.bits);
            QCOMPARE(cells[i]["value"].toDouble(), mean.value.value_or(0));
        }
    }

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init()
    {
        // Each test knows nothing at first.
        const QString cache = QString("cache-%1").arg(QTest::currentTestFunction());
        qputenv("XDG_CACHE_HOME", m_folder.filePath(cache).toUtf8());
        showWindow();
    }
    void cleanup() { destroyWindow(); }

    void numbersAreTheSame_data()
    {
        QTest::addColumn<int>("site");
        QTest::addColumn<int>("mode");
        QTest::newRow("weights alone")
            << int(SensitivitySite::Weights) << int(SensitivityMode::Alone);
        QTest::newRow("both left out of the configuration")
            << int(SensitivitySite::Both) << int(SensitivityMode::LeaveOneOut);
    }
    void numbersAreTheSame()
    {
        QFETCH(const int, site);
        QFETCH(const int, mode);
        openSmall();
        document().edit({0, 1}, bitsEdit(QuantSite::Weight, 3));
        SensitivitySettings settings = small();
        settings.site = SensitivitySite(site);
        settings.mode = SensitivityMode(mode);
        sweep(settings);
        QVERIFY(!QTest::currentTestFailed());
        const QJsonObject answer = answerTo(copied(), "--no-cache");
        QVERIFY(!answer.isEmpty());
        compare(answer);
        const auto &sketch = sensitivity().report()->sketch;
        QCOMPARE(answer.contains("sketch") && !answer["sketch"].isNull(), sketch.has_value());
    }

    void aSweepIsKnownAfterARestart()
    {
        openSmall();
        sweep(small());
        const std::size_t all = sensitivity().report()->measured;
        QVERIFY(all > 0);
        destroyWindow();
        showWindow();
        openSmall();
        SensitivitySettings more = small();
        more.bits = {4, 3, 2};
        sweep(more);
        QCOMPARE(sensitivity().report()->known, all);
        QCOMPARE(sensitivity().report()->measured, all / 2);
    }

    void aClickIsSeenInThePicturesAndUndone()
    {
        openSmall();
        sweep(small());
        auto *map = find<HeatMapPlot>("plot:sensitivity");
        QVERIFY(map->isVisible());
        QCoreApplication::processEvents();
        // The fewest bits of the first layer.
        const int item = int(map->data().columns.size());
        QTest::mouseClick(map, Qt::LeftButton, {}, map->positionOf(item));
        const std::string &name = document().info().layers.front().name;
        QCOMPARE(document().config().spec(name).weight.bits, 2);
        QTRY_VERIFY(settled());
        QVERIFY(quantizedPictures() != floatPictures());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().config().isFloat());
        map->setFocus();
        QTest::keyClick(map, Qt::Key_Left);
        QTest::keyClick(map, Qt::Key_Home);
        QTest::keyClick(map, Qt::Key_Return);
        QVERIFY(!document().config().spec(name).weight.isFloat());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().config().isFloat());
    }

    void f1TellsHowToReadTheMap()
    {
        openSmall();
        sweep(small());
        find<HeatMapPlot>("plot:sensitivity")->setFocus();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F1);
        auto *help = find<HelpWindow>("helpWindow");
        QVERIFY(help);
        QTRY_VERIFY(help->isVisible());
        QCOMPARE(help->place(), QString("sensitivity#reading-the-map"));
    }

    void withoutAGeneratorThereIsNothingToFind()
    {
        QVERIFY(!find<QAction>("findSensitivities")->isEnabled());
        QVERIFY(!find<QAction>("copySensitivity")->isEnabled());
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestCopySensitivity>(argc, argv);
}

#include "tst_copy_sensitivity.moc"
