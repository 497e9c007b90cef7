// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/session_store.h"
#include "session_fixture.h"
#include "window_process.h"

#include <QSignalSpy>

using namespace quantloupe;
using test::WindowProcess;

/// Sessions of several processes: some are killed, some live at the same time.
class TestSessionProcesses : public test::SessionFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareSessions(); }
    void init() { startWithoutSessions(); }
    void cleanup() { endWindow(); }

    void editsOfAKilledProcessComeBack()
    {
        WindowProcess other({"--edits", file("small.safetensors")});
        QVERIFY(other.waitFor("edit 30"));
        QTRY_VERIFY_WITH_TIMEOUT(sessionText().contains("edited"), 60000);
        other.kill();
        restart();
        QVERIFY(bannerText().contains("small.safetensors that were not saved were restored"));
        QVERIFY(m_window->isWindowModified());
        QVERIFY(!document().config().isFloat());
        const QuantConfig restored = document().config();
        find<QWidget>("windowBanner")->findChild<QPushButton *>("messageAction")->click();
        QVERIFY(document().config().isFloat());
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
        find<QAction>("redo")->trigger();
        QVERIFY(document().config() == restored);
        QTRY_COMPARE(openFiles().size(), 1);
    }

    void theOfferToDiscardEndsWithTheNextEdit()
    {
        WindowProcess other({"--edits", file("small.safetensors"), "3"});
        QVERIFY(other.waitFor("resting"));
        other.kill();
        restart();
        QVERIFY(
            find<QWidget>("windowBanner")->findChild<QPushButton *>("messageAction")->isVisible());
        const QuantConfig restored = document().config();
        QTest::keyClick(layers(), Qt::Key_7);
        QTRY_COMPARE(document().config().spec("main.0").weight.bits, 7);
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
        find<QAction>("discardRestored")->trigger();
        QCOMPARE(document().config().spec("main.0").weight.bits, 7);
        find<QAction>("undo")->trigger();
        QVERIFY(document().config() == restored);
    }

    void editsOlderThanTheDelayAreNotLost()
    {
        WindowProcess other({"--edits", file("small.safetensors"), "12"});
        QVERIFY(other.waitFor("resting"));
        other.kill();
        restart();
        QCOMPARE(document().config().spec("main.0").weight.bits, test::lastBitsOf(12));
    }

    void aLivingProcessKeepsItsSession()
    {
        WindowProcess other({"--edits", file("small.safetensors"), "5"});
        QVERIFY(other.waitFor("resting"));
        QCOMPARE(openFiles().size(), 1);
        QSignalSpy nothing(m_window->findChild<SessionStore *>(), &SessionStore::nothingToRestore);
        m_window->restoreSession(file("other.safetensors"), {});
        QTRY_COMPARE(nothing.size(), 1);
        QTRY_COMPARE(document().info().name, std::string("other.safetensors"));
        QTRY_VERIFY(settled());
        QTRY_COMPARE(openFiles().size(), 2);
        other.kill();
    }

    void editsForAChangedFileAreOffered()
    {
        const QString path = file("changing.safetensors");
        test::writeSmallDcgan(path.toStdString());
        WindowProcess other({"--edits", path, "4"});
        QVERIFY(other.waitFor("resting"));
        other.kill();
        test::WeightFile retrained(77);
        test::addSmallDcgan(retrained, "", 16);
        retrained.write(path.toStdString());

        restart();
        QVERIFY(document().config().isFloat());
        QVERIFY(bannerText().contains("has changed since the last session"));
        find<QWidget>("windowBanner")->findChild<QPushButton *>("messageAction")->click();
        QCOMPARE(document().config().spec("main.0").weight.bits, test::lastBitsOf(4));
        QVERIFY(m_window->isWindowModified());
    }

    void editsForAMissingFileAreKept()
    {
        const QString path = file("leaving.safetensors");
        test::writeSmallDcgan(path.toStdString());
        WindowProcess other({"--edits", path, "4"});
        QVERIFY(other.waitFor("resting"));
        other.kill();
        QVERIFY(QFile::rename(path, path + ".away"));

        m_window->restoreSession(file("small.safetensors"), {});
        QTRY_VERIFY(bannerText().contains("are kept until it can be opened again"));
        QVERIFY(stateText().contains("leaving.safetensors"));
        QVERIFY(document().isEmpty());

        QVERIFY(QFile::rename(path + ".away", path));
        restart();
        QCOMPARE(document().config().spec("main.0").weight.bits, test::lastBitsOf(4));
    }

    void keptEditsCanBeGivenUp()
    {
        const QString path = file("gone.safetensors");
        test::writeSmallDcgan(path.toStdString());
        WindowProcess other({"--edits", path, "4"});
        QVERIFY(other.waitFor("resting"));
        other.kill();
        QVERIFY(QFile::remove(path));
        m_window->restoreSession(file("small.safetensors"), {});
        QTRY_VERIFY(find<QWidget>("windowBanner")->isVisible());
        find<QWidget>("windowBanner")->findChild<QPushButton *>("messageAction")->click();
        QVERIFY(openFiles().isEmpty());
    }

    void settingsOfTwoProcessesAreBothKept()
    {
        openSmall();
        WindowProcess other({"--edits", file("other.safetensors"), "1"});
        QVERIFY(other.waitFor("resting"));
        QSettings().setValue("mine", 1);
        QTRY_VERIFY(QSettings()
                        .value("recentGenerators")
                        .toStringList()
                        .contains(file("other.safetensors")));
        QVERIFY(QSettings()
                    .value("recentGenerators")
                    .toStringList()
                    .contains(file("small.safetensors")));
        QCOMPARE(QSettings().value("mine").toInt(), 1);
    }

    void theProgramItselfKeepsItsSession()
    {
        QDir folder(QDir::cleanPath(sessions() + "/../../quantloupe/sessions"));
        folder.setNameFilters({"open-*.json"});
        WindowProcess program({file("small.safetensors")}, QUANTLOUPE_BIN_DIR "/quantloupe");
        const auto kept = [&folder] {
            folder.refresh();
            return folder.count();
        };
        QTRY_COMPARE_WITH_TIMEOUT(kept(), 1u, 60000);
        program.kill();
        QCOMPARE(kept(), 1u);
    }
};

int main(int argc, char **argv)
{
    if (argc > 2 && QString(argv[1]) == "--edits")
        return test::runEditingWindow(argc, argv);
    return test::runWindowTest<TestSessionProcesses>(argc, argv);
}

#include "tst_session_processes.moc"
