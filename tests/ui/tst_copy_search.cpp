// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/search_controller.h"
#include "main_window_fixture.h"
#include "plots/pareto_plot.h"
#include "views/help_window.h"

#include <QAction>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <cmath>

using namespace quantloupe;

namespace {

/// For a search on a busy machine, in milliseconds.
constexpr int kPatience = 240000;

} // namespace

/// A search by the menu gives the front and the best of its command, and a click gives the pictures
/// of a point.
class TestCopySearch : public test::MainWindowFixture
{
    Q_OBJECT

    SearchController &search() const { return *m_window->search(); }
    void run(const SearchSettings &settings)
    {
        search().setSettings(settings);
        find<QAction>("searchBits")->trigger();
        QVERIFY(find<QWidget>("page:search")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(search().report(), kPatience);
    }
    static SearchSettings small()
    {
        SearchSettings settings;
        settings.amounts["bits"] = 5;
        settings.bits = {8, 4, 2};
        settings.sweepCount = 6;
        settings.count = 24;
        settings.seed = 3;
        return settings;
    }
    QString copied() const
    {
        find<QAction>("copySearch")->trigger();
        return QGuiApplication::clipboard()->text();
    }
    static QJsonObject answerTo(QString line)
    {
        const QString program = QStringLiteral(QUANTLOUPE_BIN_DIR "/quantloupe-cli");
        QProcess shell;
        shell.start("sh", {"-c", line.replace("quantloupe-cli search",
                                              program + " --json --quiet --no-cache search")});
        shell.waitForFinished(kPatience);
        return QJsonDocument::fromJson(shell.readAllStandardOutput()).object();
    }
    static void compare(const SearchTrial &trial, const QJsonObject &answer)
    {
        QCOMPARE(answer["size"]["bytes"].toInteger(), qint64(trial.size.bytes));
        QCOMPARE(answer["predicted"]["sqnr"].toDouble(), trial.predictedSqnr.value_or(0));
        const QJsonObject layers = answer["layers"].toObject();
        for (const auto &[name, spec] : trial.config.layers())
            QCOMPARE(layers[QString::fromStdString(name)].toString(),
                     QString::fromStdString(toText(spec.weight) + "," + toText(spec.activation)));
        if (!trial.measured)
            return;
        // Outputs that equal those of float have an infinite SQNR, for which JSON has no number.
        const QJsonValue measured = answer["measured"]["value"];
        QCOMPARE(measured.isNull(), !std::isfinite(*trial.measured));
        if (!measured.isNull())
            QCOMPARE(measured.toDouble(), *trial.measured);
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
        QTest::addColumn<int>("kind");
        QTest::newRow("bits under a budget, with a lock and a tie") << 0;
        QTest::newRow("bits and methods under a budget, the front measured") << 1;
        QTest::newRow("within a bound") << 2;
        QTest::newRow("for a target") << 3;
    }
    void numbersAreTheSame()
    {
        QFETCH(const int, kind);
        openSmall();
        SearchSettings settings = small();
        if (kind == 0) {
            document().edit({0}, bitsEdit(QuantSite::Weight, 3));
            document().toggleLock({0});
            document().tie({1, 2}, 1);
        } else if (kind == 1) {
            settings.methods = {WeightMethod::Mse, WeightMethod::KMeans};
            settings.measuresFront = true;
        } else if (kind == 2) {
            settings.goal.bound = MetricKind::OutputSqnr;
            settings.amounts["sqnr"] = 15;
        } else {
            // The target computes with integers.
            document().edit({0, 1, 2}, bitsEdit(QuantSite::Activation, 8));
            settings.target = "int4-int8";
        }
        run(settings);
        QVERIFY(!QTest::currentTestFailed());
        const QString line = copied();
        const QJsonObject answer = answerTo(line);
        QVERIFY2(!answer.isEmpty(), qPrintable(line));
        const ConfigSearchReport &report = *search().report();
        QCOMPARE(answer["reachable"].toBool(), report.isReachable);
        QVERIFY(report.isReachable);
        compare(report.best, answer["best"].toObject());
        const QJsonArray front = answer["front"].toArray();
        QCOMPARE(std::size_t(front.size()), report.front.size());
        for (qsizetype i = 0; i < front.size(); ++i)
            compare(report.front[std::size_t(i)], front[i].toObject());
        const QJsonArray exact = answer["best"]["exact"]["metrics"].toArray();
        QCOMPARE(std::size_t(exact.size()), report.exact.rows.size());
        for (qsizetype i = 0; i < exact.size(); ++i)
            QCOMPARE(exact[i]["name"].toString().toStdString(),
                     report.exact.rows[std::size_t(i)].name);
    }

    void aSearchIsKnownAfterARestart()
    {
        openSmall();
        run(small());
        const std::size_t all = search().report()->measured;
        QVERIFY(all > 0);
        destroyWindow();
        showWindow();
        openSmall();
        run(small());
        QCOMPARE(search().report()->known, all);
        QCOMPARE(search().report()->measured, std::size_t(0));
    }

    void aClickIsSeenInThePicturesAndUndone()
    {
        openSmall();
        run(small());
        auto *plot = find<ParetoPlot>("plot:search");
        QVERIFY(plot->isVisible());
        QCoreApplication::processEvents();
        // The cheapest.
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->positionOf(0));
        const std::string &name = document().info().layers.front().name;
        QCOMPARE(document().config().spec(name).weight.bits, 2);
        QTRY_VERIFY(settled());
        QVERIFY(quantizedPictures() != floatPictures());
        const QuantConfig loaded = document().config();
        clickOnBar("undo");
        QVERIFY(document().config().isFloat());
        QTRY_VERIFY(settled());
        QCOMPARE(quantizedPictures(), floatPictures());
        clickOnBar("redo");
        QVERIFY(document().config() == loaded);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().config().isFloat());
        plot->setFocus();
        QTest::keyClick(plot, Qt::Key_End);
        QTest::keyClick(plot, Qt::Key_Return);
        QCOMPARE(document().config().spec(name).weight.bits, 8);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().config().isFloat());
    }

    void aKeptTrialIsComparedInPictures()
    {
        openSmall();
        run(small());
        auto *plot = find<ParetoPlot>("plot:search");
        QCoreApplication::processEvents();
        plot->setFocus();
        QTest::keyClick(plot, Qt::Key_Home);
        find<QAction>("keepTrial")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(allKept(1), kPatience);
        QVERIFY(keptPictures(1) != floatPictures());
        QVERIFY(document().config().isFloat());
    }

    void f1TellsHowToReadTheFront()
    {
        openSmall();
        run(small());
        find<ParetoPlot>("plot:search")->setFocus();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F1);
        auto *help = find<HelpWindow>("helpWindow");
        QVERIFY(help);
        QTRY_VERIFY(help->isVisible());
        QCOMPARE(help->place(), QString("search#the-front"));
    }

    void withoutAGeneratorThereIsNothingToFind()
    {
        QVERIFY(!find<QAction>("searchBits")->isEnabled());
        QVERIFY(!find<QAction>("copySearch")->isEnabled());
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestCopySearch>(argc, argv);
}

#include "tst_copy_search.moc"
