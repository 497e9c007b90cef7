// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/torchscript_trial.h"
#include "session_fixture.h"
#include "unknown_network.h"
#include "window_process.h"

#include <QFileDialog>

using namespace quantloupe;
using test::WindowProcess;

namespace {

/// For a process or an opened file on a busy machine, in milliseconds.
constexpr int kPatience = 60000;

} // namespace

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
        QTRY_COMPARE_WITH_TIMEOUT(document().info().name, std::string("small.safetensors"),
                                  kPatience);
        auto *recent = find<QAction>(qPrintable("recent:" + weights()));
        QVERIFY(recent->toolTip().contains("fits.json"));
        recent->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(document().info().architecture, std::string("two steps"),
                                  kPatience);
    }

    void aSavedPictureOpensItsNetworkAgain()
    {
        openUnknown();
        QTRY_VERIFY_WITH_TIMEOUT(settled(), kPatience);
        document().edit({1}, bitsEdit(QuantSite::Weight, 3));
        QTRY_VERIFY_WITH_TIMEOUT(settled(), kPatience);
        savePicture(file("three.png"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file("three.png")), kPatience);
        startAgain();
        m_window->open(file("three.png"));
        QTRY_VERIFY_WITH_TIMEOUT(!document().isEmpty(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(document().config().spec("end.kernel").weight.bits, 3, kPatience);
    }

    void aSavedConfigurationOpensItsNetworkAgain()
    {
        openUnknown();
        document().edit({1}, bitsEdit(QuantSite::Weight, 4));
        saveAs(file("four.json"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isWindowModified(), kPatience);
        startAgain();
        m_window->open(file("four.json"));
        QTRY_VERIFY_WITH_TIMEOUT(!document().isEmpty(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(document().config().spec("end.kernel").weight.bits, 4, kPatience);
    }

    void editsAreOfferedWhereverTheArchitectureIs()
    {
        killAfterEditsBy("moving.json");
        QVERIFY(QFile::rename(file("moving.json"), file("moved.json")));
        m_window->restoreSession(file("small.safetensors"), {});
        QTRY_VERIFY_WITH_TIMEOUT(
            stateText().contains("architecture file moving.json is not there any more"), kPatience);
        QVERIFY(bannerText().contains("are kept until it can be opened again"));
        useArchitecture("moved.json");
        QTRY_COMPARE_WITH_TIMEOUT(document().info().architecture, std::string("two steps"),
                                  kPatience);
        QVERIFY(document().config().isFloat());
        QVERIFY(bannerText().contains("Edits of unknown.safetensors that were not saved are kept"));
        QCOMPARE(offer("messageAction")->text(), QString("Apply these edits"));
        QCOMPARE(offer("messageAlternative")->text(), QString("Discard these edits"));
        QTest::mouseClick(offer("messageAction"), Qt::LeftButton);
        QCOMPARE(document().config().spec("begin.kernel").weight.bits, test::lastBitsOf(4));
        QVERIFY(m_window->isWindowModified());
        QTRY_COMPARE_WITH_TIMEOUT(openFiles().size(), 1, kPatience);
        QTest::mouseClick(offer("messageAction"), Qt::LeftButton);
        QVERIFY(document().config().isFloat());
    }

    void editsMadeBeforeTheOfferIsTakenCanBeHadBack()
    {
        killAfterEditsBy("left.json");
        QVERIFY(QFile::rename(file("left.json"), file("right.json")));
        m_window->restoreSession(file("small.safetensors"), {});
        QTRY_VERIFY_WITH_TIMEOUT(stateText().contains("left.json"), kPatience);
        useArchitecture("right.json");
        QTRY_VERIFY_WITH_TIMEOUT(!document().isEmpty(), kPatience);
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
        QTRY_VERIFY_WITH_TIMEOUT(stateText().contains("here.json"), kPatience);
        useArchitecture("there.json");
        QTRY_VERIFY_WITH_TIMEOUT(!document().isEmpty(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(settled(), kPatience);
        m_window->close();
        startAgain();
        m_window->restoreSession(file("small.safetensors"), {});
        QTRY_COMPARE_WITH_TIMEOUT(offer("messageAction")->text(), QString("Restore these edits"),
                                  kPatience);
        QTest::mouseClick(offer("messageAction"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(document().config().spec("begin.kernel").weight.bits,
                                  test::lastBitsOf(4), kPatience);
        QVERIFY(document().openRequest().architectureFile == file("there.json").toStdString());
    }

private:
    QString weights() const { return file("unknown.safetensors"); }

    void openUnknown()
    {
        m_window->opener()->open(openRequestFor(weights(), file("fits.json")));
        QTRY_VERIFY_WITH_TIMEOUT(!document().isEmpty(), kPatience);
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
