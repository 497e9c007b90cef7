// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "session/run_findings.h"
#include "window_runs_fixture.h"

#include <QStringList>

#include <string>
#include <vector>

using namespace quantloupe;

/// Runs that the command line kept are asked again by the page that can ask them, or it is said why
/// not.
class TestRepeatCommands : public test::WindowRunsFixture
{
    Q_OBJECT

    /// A run of the command line that did not come to its end.
    void addCommand(const QStringList &words, quint64 seed = 0)
    {
        std::vector<std::string> all;
        for (const QString &word : words)
            all.push_back(word.toStdString());
        RunStore store(storeFile().toStdString(), RunStore::Missing::Refuse);
        RunRequest request = runRequest(all.front(), askedOptions(all), all, seed);
        request.folder = m_folder.path().toStdString();
        store.finishRun(store.beginRun(request), {RunState::Cancelled, {}, {}, {}});
        runs().refresh();
        QTRY_COMPARE(count(), std::size_t(1));
        choose(0);
    }

private Q_SLOTS:
    void initTestCase() { prepareStoreFolder(); }
    void init() { showEmptyWindow(); }
    void cleanup() { destroyWindow(); }

    void ofAnotherGeneratorItIsSaid()
    {
        openWithStore();
        measure(16);
        ended(1);
        choose(0);
        QVERIFY(repeat().isEnabled());
        m_window->open(file("other.safetensors"));
        QTRY_VERIFY(!repeat().isEnabled());
        QCOMPARE(repeat().toolTip(), QString("The run is of small.safetensors; open that "
                                             "generator, or copy the command."));
        QCOMPARE(button()->toolTip(), repeat().toolTip());
        QVERIFY(!button()->isEnabled());
        m_window->open(file("small.safetensors"));
        QTRY_VERIFY(repeat().isEnabled());
    }

    void whatTheWindowCannotAskIsSaid_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("reason");
        QTest::newRow("layers") << QStringList{"sensitivity", "--layer", "*"} << "--layer";
        QTest::newRow("threads") << QStringList{"metrics", "--threads", "2"} << "--threads";
        QTest::newRow("seed") << QStringList{"metrics", "--seed", "3"} << "--seed";
        QTest::newRow("sites") << QStringList{"sensitivity", "--site", "weights,both"} << "--site";
        QTest::newRow("base") << QStringList{"sensitivity", "--set", "*=w4"} << "--set";
        QTest::newRow("bits") << QStringList{"search", "--budget", "bits=4", "--bits", "16,4"}
                              << "--bits";
        QTest::newRow("time") << QStringList{"search", "--budget", "bits=4", "--time", "1.5"}
                              << "--time";
        QTest::newRow("file") << QStringList{"metrics", "--config", "c.json"}
                              << "configuration file";
        QTest::newRow("page") << QStringList{"compare"} << "no page for compare";
        QTest::newRow("reading") << QStringList{"metrics", "--train-norm"} << "other choices";
        QTest::newRow("rule") << QStringList{"metrics", "--set", "nowhere=w4"} << "nowhere";
    }
    void whatTheWindowCannotAskIsSaid()
    {
        QFETCH(QStringList, words);
        QFETCH(const QString, reason);
        openWithStore();
        words.insert(1, "small.safetensors");
        addCommand(words);
        QVERIFY(!repeat().isEnabled());
        QVERIFY2(repeat().toolTip().contains(reason), qPrintable(repeat().toolTip()));
        QVERIFY(!repeat().toolTip().contains(".."));
    }

    void whatACommandLeavesOutIsAsUsual()
    {
        openWithStore();
        SensitivitySettings other;
        other.bits = {3};
        other.site = SensitivitySite::Both;
        other.repeats = 4;
        m_window->sensitivity()->setSettings(other);
        addCommand({"sensitivity", "small.safetensors", "--count", "4", "--mode", "leave-one-out",
                    "--set", "*=w5"});
        QVERIFY(repeat().isEnabled());
        repeat().trigger();
        ended(2);
        const SensitivityRequest &asked = m_window->sensitivity()->asked();
        QCOMPARE(asked.cells.bits, SensitivityPlan().bits);
        QCOMPARE(asked.cells.sites, std::vector{SensitivitySite::Weights});
        QCOMPARE(asked.cells.modes, std::vector{SensitivityMode::LeaveOneOut});
        QCOMPARE(asked.repeats, 1);
        QCOMPARE(asked.count, std::size_t(4));
        QCOMPARE(asked.sketchProbes, 0);
        QCOMPARE(asked.base.spec(document().info().layers.front().name).weight.bits, 5);
    }

    void ofASearchTheGoalIsTaken()
    {
        openWithStore();
        addCommand({"search",
                    "small.safetensors",
                    "--bound",
                    "swd=3.5",
                    "--bound-cost",
                    "bops",
                    "--algorithm",
                    "greedy",
                    "--bits",
                    "4,32,8",
                    "--method",
                    "em,mse",
                    "--allow",
                    "main.*=2,4",
                    "--granularity",
                    "tensor",
                    "--time",
                    "7",
                    "--sweep-count",
                    "4",
                    "--count",
                    "16",
                    "--measure-front",
                    "--seed",
                    "9"},
                   9);
        QVERIFY2(repeat().isEnabled(), qPrintable(repeat().toolTip()));
        repeat().trigger();
        QTRY_VERIFY(m_window->search()->isRunning());
        m_window->search()->cancel();
        const SearchSettings settings = m_window->search()->settings();
        QVERIFY((settings.goal == SearchGoal{SearchCost::Bops, MetricKind::SlicedWasserstein}));
        QCOMPARE(settings.amount(), 3.5);
        QCOMPARE(settings.algorithm, SearchAlgorithm::Greedy);
        QCOMPARE(settings.bits, (std::vector{kFloatBits, 8, 4}));
        QCOMPARE(settings.methods, (std::vector{WeightMethod::Mse, WeightMethod::Em}));
        QCOMPARE(settings.granularity, Granularity::PerTensor);
        QCOMPARE(settings.allowed, QString("main.*=2,4"));
        QCOMPARE(settings.seconds, 7);
        QCOMPARE(settings.sweepCount, std::size_t(4));
        QCOMPARE(settings.count, std::size_t(16));
        QCOMPARE(settings.seed, std::uint64_t(9));
        QVERIFY(settings.measuresFront);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->search()->isRunning(), kPatience);
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestRepeatCommands>(argc, argv);
}

#include "tst_repeat_commands.moc"
