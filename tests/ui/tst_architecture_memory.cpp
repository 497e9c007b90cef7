// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/torchscript_trial.h"
#include "session_fixture.h"
#include "unknown_network.h"
#include "window_process.h"

#include <QFileDialog>

using namespace quantloupe;
using test::WindowProcess;

/// Weights that no network is known for come back by the architecture file they were read by.
class TestArchitectureMemory : public test::SessionFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareSessions();
        test::writeUnknownWeights(weights().toStdString());
        write(file("fits.json"), test::architectureOf("end.kernel"));
    }
    void init() { startWithoutSessions(); }
    void cleanup() { endWindow(); }

    void theRecentFileIsReadByIt()
    {
        openUnknown();
        m_window->open(file("small.safetensors"));
        QTRY_COMPARE(document().info().name, std::string("small.safetensors"));
        auto *recent = find<QAction>(qPrintable("recent:" + weights()));
        QVERIFY(recent->toolTip().contains("fits.json"));
        recent->trigger();
        QTRY_COMPARE(document().info().architecture, std::string("two steps"));
    }

    void aSavedPictureOpensItsNetworkAgain()
    {
        openUnknown();
        QTRY_VERIFY(settled());
        document().edit({1}, bitsEdit(QuantSite::Weight, 3));
        QTRY_VERIFY(settled());
        savePicture(file("three.png"));
        QTRY_VERIFY(QFile::exists(file("three.png")));
        startAgain();
        m_window->open(file("three.png"));
        QTRY_VERIFY(!document().isEmpty());
        QTRY_COMPARE(document().config().spec("end.kernel").weight.bits, 3);
    }

    void aSavedConfigurationOpensItsNetworkAgain()
    {
        openUnknown();
        document().edit({1}, bitsEdit(QuantSite::Weight, 4));
        saveAs(file("four.json"));
        QTRY_VERIFY(!m_window->isWindowModified());
        startAgain();
        m_window->open(file("four.json"));
        QTRY_VERIFY(!document().isEmpty());
        QTRY_COMPARE(document().config().spec("end.kernel").weight.bits, 4);
    }

    void editsAreOfferedWhereverTheArchitectureIs()
    {
        killAfterEditsBy("moving.json");
        QVERIFY(QFile::rename(file("moving.json"), file("moved.json")));
        m_window->restoreSession(file("small.safetensors"), {});
        QTRY_VERIFY(stateText().contains("architecture file moving.json is not there any more"));
        QVERIFY(bannerText().contains("are kept until it can be opened again"));
        useArchitecture("moved.json");
        QTRY_COMPARE(document().info().architecture, std::string("two steps"));
        QVERIFY(document().config().isFloat());
        QVERIFY(bannerText().contains("Edits of unknown.safetensors that were not saved are kept"));
        QCOMPARE(offer("messageAction")->text(), QString("Apply these edits"));
        QCOMPARE(offer("messageAlternative")->text(), QString("Discard these edits"));
        QTest::mouseClick(offer("messageAction"), Qt::LeftButton);
        QCOMPARE(document().config().spec("begin.kernel").weight.bits, test::lastBitsOf(4));
        QVERIFY(m_window->isWindowModified());
        QTRY_COMPARE(openFiles().size(), 1);
        QTest::mouseClick(offer("messageAction"), Qt::LeftButton);
        QVERIFY(document().config().isFloat());
    }

    void editsMadeBeforeTheOfferIsTakenCanBeHadBack()
    {
        killAfterEditsBy("left.json");
        QVERIFY(QFile::rename(file("left.json"), file("right.json")));
        m_window->restoreSession(file("small.safetensors"), {});
        QTRY_VERIFY(stateText().contains("left.json"));
        useArchitecture("right.json");
        QTRY_VERIFY(!document().isEmpty());
        document().edit({1}, bitsEdit(QuantSite::Weight, 6));
        const QuantConfig edited = document().config();
        QTest::mouseClick(offer("messageAction"), Qt::LeftButton);
        QCOMPARE(document().config().spec("begin.kernel").weight.bits, test::lastBitsOf(4));
        find<QAction>("undo")->trigger();
        find<QAction>("undo")->trigger();
        QVERIFY(document().config() == edited);
    }

    void editsThatWaitAreRestoredByTheFileThatIsKnown()
    {
        killAfterEditsBy("here.json");
        QVERIFY(QFile::rename(file("here.json"), file("there.json")));
        m_window->restoreSession(file("small.safetensors"), {});
        QTRY_VERIFY(stateText().contains("here.json"));
        useArchitecture("there.json");
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY(settled());
        m_window->close();
        startAgain();
        m_window->restoreSession(file("small.safetensors"), {});
        QTRY_COMPARE(offer("messageAction")->text(), QString("Restore these edits"));
        QTest::mouseClick(offer("messageAction"), Qt::LeftButton);
        QTRY_COMPARE(document().config().spec("begin.kernel").weight.bits, test::lastBitsOf(4));
        QVERIFY(document().openRequest().architectureFile == file("there.json").toStdString());
    }

private:
    QString weights() const { return file("unknown.safetensors"); }

    void openUnknown()
    {
        m_window->opener()->open(openRequestFor(weights(), file("fits.json")));
        QTRY_VERIFY(!document().isEmpty());
    }

    /// With the settings as they are.
    void startAgain()
    {
        destroyWindow();
        m_session = std::make_unique<Session>();
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void killAfterEditsBy(const char *architecture)
    {
        write(file(architecture), test::architectureOf("end.kernel"));
        WindowProcess process({"--edits", weights(), "4", file(architecture)});
        QVERIFY(process.waitFor("resting"));
        process.kill();
    }

    void useArchitecture(const char *name)
    {
        auto *button = find<QWidget>("compareState")->findChild<QPushButton *>("stateAction1");
        QCOMPARE(button->text(), QString("Use an architecture file…"));
        QTest::mouseClick(button, Qt::LeftButton);
        auto *dialog = find<QFileDialog>("architectureDialog");
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(file(name));
        dialog->close();
    }

    QPushButton *offer(const char *name) const
    {
        return find<QWidget>("windowBanner")->findChild<QPushButton *>(name);
    }
};

int main(int argc, char **argv)
{
    setTrialProgram(QUANTLOUPE_BIN_DIR "/quantloupe-cli");
    if (argc > 2 && QString(argv[1]) == "--edits")
        return test::runEditingWindow(argc, argv);
    return test::runWindowTest<TestArchitectureMemory>(argc, argv);
}

#include "tst_architecture_memory.moc"
