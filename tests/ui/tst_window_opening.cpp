// SPDX-License-Identifier: GPL-3.0-or-later
#include "endless_network.h"
#include "main_window_fixture.h"
#include "session/torchscript_trial.h"
#include "widgets/compare_grid.h"

#include <QProgressBar>

using namespace quantloupe;

/// Opening a file that takes long, with and without a generator in the window.
class TestWindowOpening : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        setTrialProgram(QUANTLOUPE_BIN_DIR "/quantloupe-cli");
        test_networks::writeEndlessNetwork(file("endless.pt").toStdString());
        test_networks::writeSlowNetwork(file("slow.pt").toStdString());
        write(file("wrong.pt"), "this is no network");
    }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void theFirstOneCanBeCancelled()
    {
        m_window->open(file("endless.pt"));
        QVERIFY(stateText().contains("Opening endless.pt"));
        QVERIFY(find<QWidget>("compareState")->findChild<QWidget *>("stateProgress")->isVisible());
        QTest::mouseClick(find<QWidget>("compareState")->findChild<QPushButton *>("stateCancel"),
                          Qt::LeftButton);
        QVERIFY(stateText().contains("No generator is open"));
        QVERIFY(!find<QWidget>("compareState")->findChild<QWidget *>("stateProgress")->isVisible());
        QVERIFY(!find<QWidget>("openingBanner")->isVisible());
    }

    void theOpenOneStaysUsable()
    {
        openSmall();
        openSlowly();
        QVERIFY(textOf("openingBanner").contains("Opening endless.pt"));
        QVERIFY(find<QProgressBar>("progressBar")->isVisible());
        QVERIFY(view()->isVisible() && view()->pair(0));
        const std::vector<Image> before = quantizedPictures();
        QTest::keyClick(layers(), Qt::Key_2);
        QTRY_VERIFY(document().config().spec("main.0").weight.bits == 2);
        QTRY_VERIFY(!m_window->preview()->isPending());
        QVERIFY(quantizedPictures() != before);
        QVERIFY(m_window->opener()->isRunning());
    }

    void cancelLeavesTheOpenOne()
    {
        openSmall();
        openSlowly();
        QTest::mouseClick(find<QPushButton>("progressCancel"), Qt::LeftButton);
        verifyCancelled();
    }

    void escapeCancels()
    {
        openSmall();
        openSlowly();
        QTest::keyClick(layers(), Qt::Key_Escape);
        verifyCancelled();
    }

    void aFailureIsToldWhereItRan()
    {
        openSmall();
        openSlowly();
        m_window->open(file("wrong.pt"));
        QTRY_VERIFY(bannerText().contains("wrong.pt"));
        QVERIFY(find<QWidget>("windowBanner")->isVisible());
        QVERIFY(!find<QWidget>("openingBanner")->isVisible());
        QCOMPARE(document().info().name, std::string("small.safetensors"));
        QVERIFY(view()->isVisible() && view()->pair(0));
    }

    void aFastOneShowsNoProgress()
    {
        openSmall();
        m_window->open(file("other.safetensors"));
        QVERIFY(!find<QWidget>("openingBanner")->isVisible());
        QTRY_COMPARE(document().info().name, std::string("other.safetensors"));
        QVERIFY(!find<QWidget>("openingBanner")->isVisible());
    }

    void editsMadeMeanwhileAreNotLost()
    {
        openSmall();
        m_window->open(file("other.safetensors"));
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        QTRY_VERIFY(find<QMessageBox>("unsavedQuestion"));
        answer(QMessageBox::Cancel);
        QVERIFY(!m_window->opener()->isRunning());
        QCOMPARE(document().info().name, std::string("small.safetensors"));
        QCOMPARE(document().config().spec("main.0").weight.bits, 3);

        QTRY_VERIFY(!find<QMessageBox>("unsavedQuestion"));
        m_window->open(file("other.safetensors"));
        answer(QMessageBox::Discard);
        QTRY_COMPARE(document().info().name, std::string("other.safetensors"));
    }

    /// Running, stale, cancelled and running again, by what a user does.
    void aSlowPreviewDimsAndIsCancelled()
    {
        m_window->open(file("slow.pt"));
        QTRY_VERIFY_WITH_TIMEOUT(!document().isEmpty(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(view()->pair(0), kPatience);
        QTest::keyClick(layers(), Qt::Key_2);
        QTRY_VERIFY_WITH_TIMEOUT(view()->grid()->isDimmed(0), kPatience);
        QVERIFY(m_window->preview()->isPending());
        QTest::keyClick(layers(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(textOf("previewBanner").contains("Drawing was cancelled"),
                                 kPatience);
        QVERIFY(find<QWidget>("previewBanner")->isVisible() && view()->grid()->isDimmed(0));
        auto *again = find<QWidget>("previewBanner")->findChild<QPushButton *>("messageAction");
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY(!find<QWidget>("previewBanner")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!view()->grid()->isDimmed(0), kPatience);
    }

private:
    /// Milliseconds for networks that are slow on purpose, on a busy machine.
    static constexpr int kPatience = 60000;

    void openSlowly()
    {
        m_window->open(file("endless.pt"));
        QTRY_VERIFY(find<QWidget>("openingBanner")->isVisible());
    }

    void verifyCancelled()
    {
        QVERIFY(!m_window->opener()->isRunning());
        QVERIFY(!find<QWidget>("openingBanner")->isVisible());
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
        QCOMPARE(document().info().name, std::string("small.safetensors"));
        QVERIFY(view()->isVisible() && view()->pair(0));
        // The lane is free again.
        m_window->open(file("other.safetensors"));
        QTRY_COMPARE(document().info().name, std::string("other.safetensors"));
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestWindowOpening>(argc, argv);
}

#include "tst_window_opening.moc"
