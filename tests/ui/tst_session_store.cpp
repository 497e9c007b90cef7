// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/session_store.h"
#include "session_fixture.h"
#include "widgets/picture_region.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QSignalSpy>
#include <QSpinBox>

#include <sys/mount.h>

using namespace quantloupe;

/// What a session keeps, over several windows of one process.
class TestSessionStore : public test::SessionFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareSessions(); }
    void init() { startWithoutSessions(); }
    void cleanup() { endWindow(); }

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
        auto *kind = find<QComboBox>("differenceKind");
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        QVERIFY(view()->differenceKind() == DifferenceKind::MaximumAbsolute);
        m_window->close();
        QVERIFY(!m_window->isVisible());
        QCOMPARE(fileNames(), QStringList{"last.json"});

        restart();
        QCOMPARE(document().info().name, std::string("small.safetensors"));
        QCOMPARE(document().config().spec("main.3").weight.bits, 5);
        QCOMPARE(document().seed(), quint64(9));
        QCOMPARE(layers()->currentIndex().row(), 2);
        QCOMPARE(find<QComboBox>("differenceKind")->currentIndex(), 1);
        QVERIFY(view()->differenceKind() == DifferenceKind::MaximumAbsolute);
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
        auto *warning = find<QWidget>("lastingBanner");
        QTRY_VERIFY(warning->isVisible());
        QVERIFY(textOf("lastingBanner").contains("No space left on device"));
        QVERIFY(textOf("lastingBanner").contains("save the configuration"));
        // Other messages come and go beside it.
        m_window->showError("Something else.");
        QVERIFY(bannerText().contains("Something else."));
        QVERIFY(warning->isVisible());
        m_window->open(file("other.safetensors"));
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
        QVERIFY(warning->isVisible());
        m_window->opener()->cancel();
        // The state of before is whole, and room brings the next one.
        QVERIFY(!sessionText().contains("edited"));
        QVERIFY(parseSessionState(sessionText().toStdString(), "it").saved.config.isFloat());
        full.close();
        QVERIFY(QFile::remove(filler));
        document().edit({0}, bitsEdit(QuantSite::Weight, 6));
        QTRY_VERIFY(sessionText().contains("w6"));
        QTRY_VERIFY(!warning->isVisible());
        destroyWindow();
        ::umount2(qPrintable(sessions()), MNT_DETACH);
        startWindow();
    }

    void theSampleThatIsReadComesBack()
    {
        openSmall();
        m_window->keepSession();
        view()->setCurrent(2);
        QTRY_VERIFY(sessionText().contains("\"sample\""));
        restart();
        QCOMPARE(view()->current(), 2);
    }

    void zoomAndGainComeBack()
    {
        openSmall();
        m_window->keepSession();
        QTest::mouseClick(find<QAbstractButton>("raiseGain"), Qt::LeftButton);
        const double gain = view()->gain();
        view()->setZoom(16, QPointF(view()->width() / 3.0, view()->height() / 3.0));
        const PictureZoom zoom = view()->wantedZoom();
        QVERIFY(zoom.scale.has_value());
        m_window->close();

        restart();
        QCOMPARE(view()->gain(), gain);
        QVERIFY(find<QLabel>("differenceCaption")->text().contains("8x"));
        QCOMPARE(view()->zoom(), 16.0);
        QVERIFY(view()->wantedZoom() == zoom);
        find<QAction>("fit")->trigger();
        m_window->close();
        restart();
        QVERIFY(!view()->wantedZoom().scale);
    }

    void aWriteCutShortLeavesNothing()
    {
        QVERIFY(QDir().mkpath(sessions()));
        const QString cut = "open-cut.json.part-1";
        write(sessions() + '/' + cut, "{\"format\": \"quantloupe-session\", \"edited");
        QSignalSpy nothing(m_window->findChild<SessionStore *>(), &SessionStore::nothingToRestore);
        m_window->restoreSession(file("small.safetensors"), {});
        QTRY_COMPARE(nothing.size(), 1);
        QVERIFY(!fileNames().contains(cut));
        QTRY_VERIFY(settled());
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestSessionStore>(argc, argv);
}

#include "tst_session_store.moc"
