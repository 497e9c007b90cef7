// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "base/error.h"
#include "each_builtin_generator.h"
#include "exchange/command_line.h"
#include "jobs/path_preview.h"

#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QStatusBar>

using namespace quantloupe;

/// What is copied gives the window's numbers on the real command line.
class TestCopyCommand : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void wordsAreQuotedForAShell()
    {
        QCOMPARE(shellLine({"a", "--set", "*=w4", "it's", "", "x=1,2"}),
                 std::string("a --set '*=w4' 'it'\\''s' '' x=1,2"));
    }

    void builtinGenerators_data() { test::addBuiltinGenerators(); }
    void builtinGenerators()
    {
        QFETCH(QString, path);
        find<QAction>(qPrintable(path))->trigger();
        QTRY_VERIFY(settled() && !document().config().isFloat());
        QTest::keyClick(layers(), Qt::Key_5);
        QTRY_VERIFY(settled());
        QVERIFY(compareWithCommandLine().contains("--set"));
        QVERIFY(m_window->statusBar()->currentMessage().contains("quantloupe-cli compare " + path));
        saveAs(file("builtin.json"));
        QTRY_VERIFY(!m_window->isWindowModified());
        QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
        QVERIFY(compareWithCommandLine().contains("--config " + file("builtin.json")));
    }

    void editsSeedSamplingAndActivations()
    {
        QFile::copy(file("small.safetensors"), file("it's a copy.safetensors"));
        m_window->open(file("it's a copy.safetensors"));
        QTRY_VERIFY(!document().isEmpty());
        OpenRequest request = document().openRequest();
        request.assumptions["activation.final"] = "sigmoid";
        m_window->opener()->reopen(request);
        QTRY_COMPARE(document().info().assumption("activation.final")->value,
                     std::string("sigmoid"));
        find<QSpinBox>("seed")->setValue(7);
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 4));
        document().edit({1}, bitsEdit(QuantSite::Activation, 6));
        SamplingPlan plan = document().plan();
        plan.distribution = Distribution::Uniform;
        plan.outputRange = {-0.25, 1.125};
        document().setPlan(plan, "sampling");
        QTRY_VERIFY(settled());
        const QString line = compareWithCommandLine();
        QVERIFY(line.contains("--assume activation.final=sigmoid"));
        QVERIFY(line.contains("--distribution uniform"));
        QVERIFY(line.contains("--calibrate-seed 0"));
        QVERIFY(line.contains("--seed 7"));
    }

    void aSavedConfigurationIsNamed()
    {
        openSmall();
        document().edit({0, 2}, bitsEdit(QuantSite::Weight, 3));
        document().edit({1}, bitsEdit(QuantSite::Activation, 5));
        saveAs(file("named.json"));
        QTRY_VERIFY(!m_window->isWindowModified());
        QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
        QTRY_VERIFY(settled());
        const QString saved = compareWithCommandLine();
        QVERIFY(saved.contains("--config " + file("named.json")));
        QVERIFY(!saved.contains("--set"));
        document().edit({0}, bitsEdit(QuantSite::Weight, 2));
        QTRY_VERIFY(settled());
        const QString edited = compareWithCommandLine();
        QVERIFY(!edited.contains("--config"));
        QVERIFY(edited.contains("--set"));
    }

    void pinnedLatentsAreNamed()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        document().edit({1}, bitsEdit(QuantSite::Activation, 5));
        view()->setCurrent(3);
        find<QAction>("pinLatent")->trigger();
        find<QSpinBox>("seed")->setValue(7);
        QTRY_VERIFY(settled());
        QCOMPARE(view()->pair(0)->sample.seed, quint64(0));
        QVERIFY(compareWithCommandLine().contains("--samples 0:3,7:0-62"));
    }

    void keptConfigurationsAreBeside()
    {
        openSmall();
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 4));
        document().edit({1}, bitsEdit(QuantSite::Activation, 5));
        find<QAction>("keepConfiguration")->trigger();
        document().edit({0}, bitsEdit(QuantSite::Weight, 2));
        find<QAction>("keepConfiguration")->trigger();
        document().edit({2}, bitsEdit(QuantSite::Weight, 3));
        QTRY_VERIFY(settled() && allKept(1) && allKept(2));
        const QString line = compareWithCommandLine();
        QCOMPARE(line.count("--beside"), 2);
        QCOMPARE(m_answer["beside"].toArray().size(), 2);
        checkNumbers(m_answer["beside"][0]["samples"].toArray(), 1);
        checkNumbers(m_answer["beside"][1]["samples"].toArray(), 2);
    }

    void aLatentBetweenTwoIsNamed()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        find<QAction>("keepConfiguration")->trigger();
        QTRY_VERIFY(settled() && allKept(1));
        view()->setCurrent(2);
        find<QAction>("interpolate")->trigger();
        auto *slider = find<QSlider>("pathPosition");
        slider->setValue(slider->maximum() / 3);
        QTRY_VERIFY(view()->between() && view()->between()->psnr);
        QSignalSpy drawn(m_window->findChild<PathPreview *>(), &PathPreview::settled);
        slider->setValue(slider->value() + 1);
        QTRY_COMPARE(drawn.size(), 1);
        const QString line = copiedAndRun();
        QVERIFY(line.contains("--samples '0:2~0:3@0."));
        QCOMPARE(line.count("--beside"), 1);
        const QJsonArray samples = m_answer["samples"].toArray();
        QCOMPARE(samples.size(), 1);
        QVERIFY(samples[0]["psnr"].toDouble() == *view()->between()->psnr);
        QVERIFY(samples[0]["ssim"].toDouble() == *view()->between()->ssim);
    }

    void otherMessagesStay()
    {
        openSmall();
        m_window->open(file("missing.pt"));
        QTRY_VERIFY(bannerText().contains("missing.pt"));
        find<QAction>("copyCommand")->trigger();
        QVERIFY(find<QWidget>("windowBanner")->isVisible());
    }

    void whatCannotBeSaidHasAReason_data()
    {
        QTest::addColumn<int>("inputs");
        QTest::addColumn<QString>("word");
        QTest::newRow("latents") << int(ComparisonCommand::Inputs::GivenLatents) << "latents";
        QTest::newRow("pictures") << int(ComparisonCommand::Inputs::GivenPictures) << "--images";
    }
    void whatCannotBeSaidHasAReason()
    {
        QFETCH(int, inputs);
        QFETCH(QString, word);
        ComparisonCommand command;
        command.inputs = ComparisonCommand::Inputs(inputs);
        try {
            commandWords(command);
            QFAIL("a command was made");
        } catch (const Error &error) {
            QCOMPARE(error.kind(), ErrorKind::Unsupported);
            QVERIFY(QString(error.what()).contains(word));
        }
    }

    void rangesOfPicturesNeedTheirFile()
    {
        ComparisonCommand command;
        command.hasRangesOfPictures = true;
        QVERIFY_THROWS_EXCEPTION(Error, commandWords(command));
        command.configurationFile = "saved.json";
        QVERIFY(!commandWords(command).empty());
    }

private:
    /// Copies by the key, runs what is on the clipboard in a shell, compares; returns the line.
    QString compareWithCommandLine()
    {
        const QString line = copiedAndRun();
        checkNumbers(m_answer["samples"].toArray(), 0);
        return line;
    }

    /// The copied line; m_answer is what it gave.
    QString copiedAndRun()
    {
        QGuiApplication::clipboard()->clear();
        m_window->activateWindow();
        [this] { QVERIFY(QTest::qWaitForWindowActive(m_window.get())); }();
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QString line = QGuiApplication::clipboard()->text();
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("PATH", QString(QUANTLOUPE_BIN_DIR) + ":" + environment.value("PATH"));
        shell.setProcessEnvironment(environment);
        shell.start("/bin/sh", {"-c", line + " --json"});
        shell.waitForFinished(300000);
        m_answer = QJsonDocument::fromJson(shell.readAllStandardOutput()).object();
        if (m_answer.isEmpty())
            qWarning("%s\n%s", qPrintable(line), shell.readAllStandardError().constData());
        return line;
    }

    void checkNumbers(const QJsonArray &samples, int configuration)
    {
        QCOMPARE(samples.size(), 64);
        int different = 0;
        for (int i = 0; i < kShown; ++i) {
            const SamplePair &pair = *view()->pair(i, configuration);
            const QJsonObject sample = samples[i].toObject();
            QCOMPARE(sample["psnr"].isNull(), !pair.psnr.has_value());
            // To the last bit: fuzzy comparison would hide another thread count or batch size.
            QVERIFY(sample["psnr"].toDouble() == pair.psnr.value_or(0));
            QVERIFY(sample["ssim"].toDouble() == pair.ssim.value_or(0));
            different += pair.psnr.has_value();
        }
        QVERIFY(different > 0);
    }

    QJsonObject m_answer;
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestCopyCommand>(argc, argv);
}

#include "tst_copy_command.moc"
