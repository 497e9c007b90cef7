// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "mainwindow/session_store.h"
#include "window_process.h"

#include <QComboBox>
#include <QDir>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>

#include <sys/mount.h>

using namespace quantloupe;
using test::WindowProcess;

/// Sessions over several starts of the program; those that are killed run as processes of their
/// own.
class TestSessionStore : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        qputenv("XDG_DATA_HOME", m_folder.filePath("data").toUtf8());
    }
    void init()
    {
        QDir(sessions()).removeRecursively();
        startWindow();
    }
    void cleanup()
    {
        QFile::setPermissions(sessions(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        destroyWindow();
    }

    void theFirstStartHasNothingToRestore()
    {
        QSignalSpy nothing(m_window->findChild<SessionStore *>(), &SessionStore::nothingToRestore);
        m_window->restoreSession("builtin:avatars-64", "builtin:avatars-64.json");
        QTRY_COMPARE(nothing.size(), 1);
        QTRY_VERIFY(settled() && !document().config().isFloat());
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
    }

    void aClosedSessionComesBack()
    {
        openSmall();
        m_window->keepSession();
        document().edit({1}, bitsEdit(QuantSite::Weight, 5));
        saveAs(file("kept.json"));
        QTRY_VERIFY(!m_window->isWindowModified());
        find<QSpinBox>("seed")->setValue(9);
        layers()->setCurrentIndex(layers()->model()->index(2, layers()->currentIndex().column()));
        find<QComboBox>("differenceKind")->setCurrentIndex(1);
        m_window->close();
        QVERIFY(!m_window->isVisible());
        QCOMPARE(fileNames(), QStringList{"last.json"});

        restart();
        QCOMPARE(document().info().name, std::string("small.safetensors"));
        QCOMPARE(document().config().spec("main.3").weight.bits, 5);
        QCOMPARE(document().seed(), quint64(9));
        QCOMPARE(layers()->currentIndex().row(), 2);
        QCOMPARE(find<QComboBox>("differenceKind")->currentIndex(), 1);
        QVERIFY(!m_window->isWindowModified());
        QVERIFY(!find<QAction>("undo")->isEnabled());
        QVERIFY(m_window->windowTitle().contains("kept.json"));
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
    }

    void pinsAndKeptConfigurationsComeBack()
    {
        openSmall();
        m_window->keepSession();
        document().edit({0}, bitsEdit(QuantSite::Weight, 2));
        find<QAction>("keepConfiguration")->trigger();
        view()->setCurrent(3);
        find<QAction>("pinLatent")->trigger();
        find<QSpinBox>("seed")->setValue(9);
        QTRY_VERIFY(settled());
        const SampleRef pinned = view()->pair(0)->sample;
        QCOMPARE(pinned.seed, quint64(0));
        saveAs(file("two.json"));
        QTRY_VERIFY(!m_window->isWindowModified());
        m_window->close();

        restart();
        QTRY_VERIFY(settled());
        QVERIFY(view()->pair(0)->sample == pinned);
        QCOMPARE(view()->pair(1)->sample.seed, quint64(9));
        QCOMPARE(view()->configurations(), (QStringList{"Current", "A"}));
        document().edit({0}, bitsEdit(QuantSite::Weight, 8));
        find<QAction>("loadKept1")->trigger();
        QCOMPARE(document().config().spec("main.0").weight.bits, 2);
        find<QAction>("pinLatent")->trigger();
        QTRY_COMPARE(view()->pair(0)->sample.seed, quint64(9));
    }

    void theChosenPicturesComeBack()
    {
        openSmall();
        m_window->keepSession();
        document().edit({0}, bitsEdit(QuantSite::Weight, 2));
        find<QAction>("keepConfiguration")->trigger();
        saveAs(file("two.json"));
        QTRY_VERIFY(!m_window->isWindowModified());
        find<QAction>("wipeMode")->trigger();
        find<QComboBox>("leftPicture")->setCurrentIndex(1);
        find<QComboBox>("rightPicture")->setCurrentIndex(2);
        m_window->close();

        restart();
        QVERIFY(view()->mode() == CompareMode::Wipe);
        QCOMPARE(find<QComboBox>("rightPicture")->currentText(), QString("A"));
        QCOMPARE(view()->choice(), (LargeChoice{1, 2, false}));
        QVERIFY(view()->large()->accessibleDescription().startsWith("A"));
    }

    void discardedEditsDoNotComeBack()
    {
        openSmall();
        m_window->keepSession();
        document().edit({0}, bitsEdit(QuantSite::Weight, 4));
        QTRY_VERIFY(sessionText().contains("edited"));
        m_window->close();
        answer(QMessageBox::Discard);
        QTRY_VERIFY(!m_window->isVisible());
        restart();
        QVERIFY(document().config().isFloat());
        QVERIFY(!m_window->isWindowModified());
    }

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
        find<QPushButton>("messageAction")->click();
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
        QVERIFY(find<QPushButton>("messageAction")->isVisible());
        const QuantConfig restored = document().config();
        QTest::keyClick(layers(), Qt::Key_7);
        QTRY_COMPARE(document().config().spec("main.0").weight.bits, 7);
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
        find<QAction>("discardRestored")->trigger();
        QCOMPARE(document().config().spec("main.0").weight.bits, 7);
        find<QAction>("undo")->trigger();
        QVERIFY(document().config() == restored);
    }

    void aReformattedConfigurationKeepsItsPath_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("white space") << QByteArray("{") << QByteArray("{\n\n ") << true;
        QTest::newRow("other bits") << QByteArray("w5") << QByteArray("w6") << false;
    }
    void aReformattedConfigurationKeepsItsPath()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        openSmall();
        m_window->keepSession();
        document().edit({1}, bitsEdit(QuantSite::Weight, 5));
        saveAs(file("own.json"));
        QTRY_VERIFY(m_window->windowTitle().contains("own.json"));
        m_window->close();
        QFile own(file("own.json"));
        QVERIFY(own.open(QIODevice::ReadOnly));
        const QByteArray text = own.readAll();
        QVERIFY(text.contains(from));
        write(own.fileName(), QByteArray(text).replace(from, to));
        restart();
        QCOMPARE(document().config().spec("main.3").weight.bits, 5);
        QTEST(m_window->windowTitle().contains("own.json"), "isKept");
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
        // Now it is a leftover for the next start, and has edits while the other has none.
        restart();
        QCOMPARE(document().info().name, std::string("small.safetensors"));
        QCOMPARE(document().config().spec("main.0").weight.bits, test::lastBitsOf(5));
    }

    void aDamagedFileIsSetAside()
    {
        QVERIFY(QDir().mkpath(sessions()));
        write(sessions() + "/open-damaged.json", "{\"format\": \"quantloupe-session\", \"vers");
        m_window->restoreSession(file("small.safetensors"), {});
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY(fileNames().contains("open-damaged.json.damaged"));
        QVERIFY(!fileNames().contains("open-damaged.json"));
    }

    void aDamagedFileIsTold()
    {
        QVERIFY(QDir().mkpath(sessions()));
        write(sessions() + "/open-damaged.json", "");
        m_window->restoreSession(file("small.safetensors"), {});
        QTRY_VERIFY(find<QWidget>("windowBanner")->isVisible());
        QVERIFY(bannerText().contains("open-damaged.json"));
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
        find<QPushButton>("messageAction")->click();
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
        find<QPushButton>("messageAction")->click();
        QVERIFY(openFiles().isEmpty());
    }

    void aFullDiskIsToldOnceAndLosesNothing()
    {
        QVERIFY(QDir().mkpath(sessions()));
        if (::mount("tmpfs", qPrintable(sessions()), "tmpfs", 0, "size=64k") != 0)
            QSKIP("No right to mount a small file system here.");
        const QString filler = sessions() + "/filler";
        openSmall();
        m_window->keepSession();
        QTRY_COMPARE(openFiles().size(), 1);
        QFile full(filler);
        QVERIFY(full.open(QIODevice::WriteOnly));
        while (full.write(QByteArray(4096, 'x')) > 0 && full.flush()) {
        }
        document().edit({0}, bitsEdit(QuantSite::Weight, 4));
        QTRY_VERIFY(find<QWidget>("windowBanner")->isVisible());
        QVERIFY(bannerText().contains("No space left on device"));
        QVERIFY(bannerText().contains("save the configuration"));
        // The state of before is whole, and room brings the next one.
        QVERIFY(!sessionText().contains("edited"));
        QVERIFY(parseSessionState(sessionText().toStdString(), "it").saved.config.isFloat());
        full.close();
        QVERIFY(QFile::remove(filler));
        document().edit({0}, bitsEdit(QuantSite::Weight, 6));
        QTRY_VERIFY(sessionText().contains("w6"));
        destroyWindow();
        ::umount2(qPrintable(sessions()), MNT_DETACH);
        startWindow();
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

private:
    static QString sessions() { return SessionFiles::defaultFolder(); }

    /// What sessions left, without locks.
    static QStringList fileNames()
    {
        QStringList names = QDir(sessions()).entryList(QDir::Files, QDir::Name);
        names.removeIf([](const QString &name) { return name.endsWith(".lock"); });
        return names;
    }
    static QByteArray sessionText()
    {
        QFile session(sessions() + '/' + openFiles().value(0));
        return session.open(QIODevice::ReadOnly) ? session.readAll() : QByteArray();
    }
    static QStringList openFiles() { return fileNames().filter("open-"); }

    void startWindow()
    {
        QSettings().clear();
        m_session = std::make_unique<Session>();
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    /// Another start of the program after this one ended.
    void restart()
    {
        destroyWindow();
        startWindow();
        m_window->restoreSession(file("small.safetensors"), {});
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY(settled());
    }
};

int main(int argc, char **argv)
{
    if (argc > 2 && QString(argv[1]) == "--edits")
        return test::runEditingWindow(argc, argv);
    return test::runWindowTest<TestSessionStore>(argc, argv);
}

#include "tst_session_store.moc"
