// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"
#include "mainwindow/window_actions.h"
#include "session/torchscript_trial.h"
#include "unknown_network.h"

#include <QDir>
#include <QPlainTextEdit>

using namespace quantloupe;

/// Weights that no network is known for, read by a description of the user's own.
class TestWindowArchitecture : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        setTrialProgram(QUANTLOUPE_BIN_DIR "/quantloupe-cli");
        test::writeUnknownWeights(file("unknown.safetensors").toStdString());
        write(file("fits.json"), test::architectureOf("end.kernel"));
        write(file("misses.json"), test::architectureOf("last.kernel"));
        write(file("broken.json"), "no description");
        QByteArray tooMany = test::architectureOf("end.kernel");
        write(file("fails.json"), tooMany.replace("[8, 1, 1]", "[9, 1, 1]"));
    }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void theFailedPageOffersIt()
    {
        m_window->open(file("unknown.safetensors"));
        QTRY_VERIFY(stateText().contains("unknown.safetensors could not be opened"));
        QVERIFY(stateText().contains("describe it in an architecture file"));
        QCOMPARE(button()->text(), QString("Use an architecture file…"));
        QVERIFY(isInPalette());
        QTest::mouseClick(button(), Qt::LeftButton);
        choose("fits.json");
        QTRY_VERIFY(!document().isEmpty());
        QCOMPARE(document().info().architecture, std::string("two steps"));
        QCOMPARE(document().info().layers.size(), std::size_t(2));
        QTRY_VERIFY(settled());
        QCOMPARE(view()->pair(0)->reference.width, 8);
        QVERIFY(!isInPalette());
    }

    void oneThatDoesNotFitAsksForAnother()
    {
        m_window->open(file("unknown.safetensors"));
        QTRY_VERIFY(button()->isVisible() && button()->text().startsWith("Use an"));
        QTest::mouseClick(button(), Qt::LeftButton);
        choose("misses.json");
        QTRY_VERIFY(stateText().contains("misses.json needs the tensor last.kernel"));
        QVERIFY(details("compareState").contains("last.kernel"));
        QCOMPARE(button()->text(), QString("Use an architecture file…"));
        QTest::mouseClick(button(), Qt::LeftButton);
        choose("fits.json");
        QTRY_VERIFY(!document().isEmpty());
    }

    void eachFaultIsSaid_data()
    {
        QTest::addColumn<QString>("architecture");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("gone") << "gone.json"
                              << "Its architecture file gone.json is not there any more";
        QTest::newRow("broken") << "broken.json"
                                << "The architecture file broken.json is not written like one";
        QTest::newRow("fails") << "fails.json"
                               << "The network of the architecture file fails.json does not run";
    }

    void eachFaultIsSaid()
    {
        QFETCH(QString, architecture);
        QFETCH(QString, sentence);
        m_window->opener()->open(
            openRequestFor(file("unknown.safetensors"), file(qPrintable(architecture))));
        QTRY_VERIFY2(stateText().contains(sentence), qPrintable(stateText()));
        QVERIFY(details("compareState").contains(architecture));
        QVERIFY(isInPalette());
        QTest::mouseClick(button(), Qt::LeftButton);
        choose("fits.json");
        QTRY_VERIFY(!document().isEmpty());
    }

    void besideAnOpenGeneratorTheMessageNamesTheFault()
    {
        openSmall();
        m_window->opener()->open(openRequestFor(file("unknown.safetensors"), file("gone.json")));
        QTRY_VERIFY(bannerText().contains("architecture file gone.json is not there any more"));
        QVERIFY(isInPalette());
    }

    void itIsLookedForBesideTheWeights()
    {
        const QDir elsewhere(m_folder.filePath("elsewhere"));
        QVERIFY(elsewhere.mkpath("."));
        test::writeUnknownWeights(elsewhere.filePath("unknown.safetensors").toStdString());
        m_window->open(elsewhere.filePath("unknown.safetensors"));
        QTRY_VERIFY(button()->isVisible() && button()->text().startsWith("Use an"));
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(find<QFileDialog>("architectureDialog")->directory(), elsewhere);
        choose("fits.json");
        QTRY_VERIFY(!document().isEmpty());
    }

    void afterAFailureAllFilesAreLookedForBesideIt()
    {
        const QDir elsewhere(m_folder.filePath("broken"));
        QVERIFY(elsewhere.mkpath("."));
        write(elsewhere.filePath("broken.pth"), "no network");
        m_window->open(elsewhere.filePath("broken.pth"));
        QTRY_VERIFY(stateText().contains("broken.pth could not be opened"));
        QTest::mouseClick(button(), Qt::LeftButton);
        auto *dialog = find<QFileDialog>("openDialog");
        QVERIFY(dialog);
        QCOMPARE(dialog->directory(), elsewhere);
        dialog->close();
    }

    void otherFailuresDoNot()
    {
        write(file("broken.pth"), "no network");
        m_window->open(file("broken.pth"));
        QTRY_VERIFY(stateText().contains("broken.pth could not be opened"));
        QCOMPARE(button()->text(), QString("&Open generator…"));
    }

    void besideAnOpenGeneratorTheMessageOffersIt()
    {
        openSmall();
        QVERIFY(!isInPalette());
        m_window->open(file("unknown.safetensors"));
        QTRY_VERIFY(bannerText().contains("unknown.safetensors could not be opened"));
        auto *action = find<QWidget>("windowBanner")->findChild<QPushButton *>("messageAction");
        QVERIFY(action->isVisible());
        QCOMPARE(action->text(), QString("Use an architecture file…"));
        QVERIFY(isInPalette());
        QTest::mouseClick(action, Qt::LeftButton);
        choose("fits.json");
        QTRY_COMPARE(document().info().name, std::string("unknown.safetensors"));
        QVERIFY(!isInPalette());
    }

    void theMessageTakesItAlongWhenDismissed()
    {
        openSmall();
        m_window->open(file("unknown.safetensors"));
        QTRY_VERIFY(isInPalette());
        QTest::mouseClick(find<QWidget>("windowBanner")->findChild<QToolButton *>("messageClose"),
                          Qt::LeftButton);
        QVERIFY(!isInPalette());
    }

    void theConfigurationAskedForIsLoadedInTheEnd()
    {
        m_window->open(file("unknown.safetensors"));
        QTRY_VERIFY(button()->text().startsWith("Use an"));
        QTest::mouseClick(button(), Qt::LeftButton);
        choose("fits.json");
        QTRY_VERIFY(!document().isEmpty());
        document().edit({1}, bitsEdit(QuantSite::Weight, 3));
        saveAs(file("three.json"));
        QTRY_VERIFY(!m_window->isWindowModified());
        destroyWindow();
        showWindow();
        m_window->open(file("unknown.safetensors"), file("three.json"));
        QTRY_VERIFY(button()->text().startsWith("Use an"));
        QTest::mouseClick(button(), Qt::LeftButton);
        choose("fits.json");
        QTRY_VERIFY(m_window->windowTitle().contains("three.json"));
        QCOMPARE(document().config().spec("end.kernel").weight.bits, 3);
    }

private:
    QPushButton *button() const
    {
        return find<QWidget>("compareState")->findChild<QPushButton *>("stateAction1");
    }
    bool isInPalette() const
    {
        return reachableActions(m_window.get()).contains(find<QAction>("useArchitecture"));
    }
    QString details(const char *name) const
    {
        return find<QWidget>(name)->findChild<QPlainTextEdit *>()->toPlainText();
    }
    void choose(const char *name)
    {
        auto *dialog = find<QFileDialog>("architectureDialog");
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(file(name));
        dialog->close();
        QTRY_VERIFY(!find<QFileDialog>("architectureDialog"));
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestWindowArchitecture>(argc, argv);
}

#include "tst_window_architecture.moc"
