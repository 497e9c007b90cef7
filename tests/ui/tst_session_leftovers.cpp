// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/session_store.h"
#include "session_fixture.h"
#include "window_process.h"

#include <QSignalSpy>

using namespace quantloupe;
using test::WindowProcess;

/// Which of several sessions comes back, and that edits of none are lost.
class TestSessionLeftovers : public test::SessionFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareSessions(); }
    void init() { startWithoutSessions(); }
    void cleanup() { endWindow(); }

    void aLaterClosedSessionComesBackAndEditsAreOffered()
    {
        killAfterEdits("small.safetensors", 5);
        closeSessionOf("other.safetensors");
        restart();
        QCOMPARE(document().info().name, std::string("other.safetensors"));
        QVERIFY(document().config().isFloat());
        QVERIFY(bannerText().contains("Edits of small.safetensors that were not saved are kept"));
        QCOMPARE(action()->text(), QString("Restore these edits"));

        QTest::mouseClick(action(), Qt::LeftButton);
        QTRY_COMPARE(document().info().name, std::string("small.safetensors"));
        QTRY_COMPARE(document().config().spec("main.0").weight.bits, test::lastBitsOf(5));
        QVERIFY(m_window->isWindowModified());
        QVERIFY(bannerText().contains("were restored"));
        // Its file is not needed any more once its edits are in this session's.
        QTRY_COMPARE(openFiles().size(), 1);
        QTRY_VERIFY(sessionText().contains("edited"));
    }

    void aLaterKilledSessionBeatsTheClosedOne()
    {
        closeSessionOf("other.safetensors");
        killAfterEdits("small.safetensors", 3);
        restart();
        QCOMPARE(document().info().name, std::string("small.safetensors"));
        QCOMPARE(document().config().spec("main.0").weight.bits, test::lastBitsOf(3));
    }

    void theEditsOfASecondKilledProcessAreOffered()
    {
        killAfterEdits("other.safetensors", 2);
        killAfterEdits("small.safetensors", 4);
        restart();
        QCOMPARE(document().info().name, std::string("small.safetensors"));
        QCOMPARE(document().config().spec("main.0").weight.bits, test::lastBitsOf(4));
        QVERIFY(bannerText().contains("small.safetensors that were not saved were restored"));
        dismissBanner();
        QVERIFY(bannerText().contains("other.safetensors"));

        // What is open has edits too, which restoring must not throw away.
        QTest::mouseClick(action(), Qt::LeftButton);
        QTRY_VERIFY(find<QMessageBox>("unsavedQuestion"));
        answer(QMessageBox::Cancel);
        QCOMPARE(document().info().name, std::string("small.safetensors"));
        QVERIFY(find<QWidget>("windowBanner")->isVisible());
        QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
        QVERIFY(bannerText().contains("other.safetensors"));
        QTest::mouseClick(action(), Qt::LeftButton);
        QTRY_VERIFY(find<QMessageBox>("unsavedQuestion"));
        answer(QMessageBox::Discard);
        QTRY_COMPARE(document().info().name, std::string("other.safetensors"));
        QTRY_COMPARE(document().config().spec("main.0").weight.bits, test::lastBitsOf(2));
        QTRY_COMPARE(openFiles().size(), 1);
        dismissBanner();
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
    }

    void anOfferThatIsDismissedComesAgain()
    {
        killAfterEdits("small.safetensors", 5);
        closeSessionOf("other.safetensors");
        restart();
        dismissBanner();
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
        m_window->close();
        restart();
        QCOMPARE(document().info().name, std::string("other.safetensors"));
        QVERIFY(bannerText().contains("small.safetensors"));
    }

    void anOfferIsGivenUpWithOneClick()
    {
        killAfterEdits("other.safetensors", 2);
        killAfterEdits("small.safetensors", 5);
        closeSessionOf("other.safetensors");
        restart();
        QVERIFY(bannerText().contains("small.safetensors"));
        auto *discard =
            find<QWidget>("windowBanner")->findChild<QPushButton *>("messageAlternative");
        QVERIFY(discard->isVisible());
        QCOMPARE(discard->text(), QString("Discard these edits"));
        QTest::mouseClick(discard, Qt::LeftButton);
        QVERIFY(bannerText().contains("other.safetensors"));
        QTest::mouseClick(discard, Qt::LeftButton);
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
        QCOMPARE(document().info().name, std::string("other.safetensors"));
        QTRY_COMPARE(openFiles().size(), 1);
        m_window->close();
        restart();
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
    }

    void aKilledProcessWithoutEditsIsNotOffered()
    {
        openSmall();
        m_window->keepSession();
        QTRY_COMPARE(openFiles().size(), 1);
        destroyWindow();
        startWindow();
        closeSessionOf("other.safetensors");
        restart();
        QCOMPARE(document().info().name, std::string("other.safetensors"));
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
        QTRY_COMPARE(openFiles().size(), 1);
    }

private:
    void killAfterEdits(const char *generator, int edits)
    {
        WindowProcess process({"--edits", file(generator), QString::number(edits)});
        QVERIFY(process.waitFor("resting"));
        process.kill();
    }

    void closeSessionOf(const char *generator)
    {
        m_window->keepSession();
        m_window->open(file(generator));
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY(settled());
        m_window->close();
        QVERIFY(QFile::exists(sessions() + "/last.json"));
    }

    void dismissBanner() const
    {
        auto *close = find<QWidget>("windowBanner")->findChild<QToolButton *>("messageClose");
        QTest::mouseClick(close, Qt::LeftButton);
    }

    QPushButton *action() const
    {
        return find<QWidget>("windowBanner")->findChild<QPushButton *>("messageAction");
    }
};

int main(int argc, char **argv)
{
    if (argc > 2 && QString(argv[1]) == "--edits")
        return test::runEditingWindow(argc, argv);
    return test::runWindowTest<TestSessionLeftovers>(argc, argv);
}

#include "tst_session_leftovers.moc"
