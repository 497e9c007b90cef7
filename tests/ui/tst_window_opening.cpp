// SPDX-License-Identifier: GPL-3.0-or-later
#include "endless_network.h"
#include "main_window_fixture.h"
#include "session/torchscript_trial.h"
#include "widgets/compare_grid.h"

#include <QPlainTextEdit>
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
        QVERIFY(stateText().contains("Opening endless.pt was cancelled"));
        QVERIFY(stateText().contains("No generator is open"));
        QVERIFY(!find<QWidget>("compareState")->findChild<QWidget *>("stateProgress")->isVisible());
        QVERIFY(!find<QWidget>("openingBanner")->isVisible());
    }

    void whatWasCancelledIsOpenedAgain()
    {
        openSmall();
        document().edit({1}, bitsEdit(QuantSite::Weight, 3));
        saveAs(file("again.json"));
        QTRY_VERIFY(!m_window->isWindowModified());
        destroyWindow();
        showWindow();
        auto *again = find<QAction>("openAgain");
        QVERIFY(!again->isEnabled());
        m_window->open(file("small.safetensors"), file("again.json"));
        QTest::keyClick(layers(), Qt::Key_Escape);
        QVERIFY(stateText().contains("Opening small.safetensors was cancelled"));
        auto *button = find<QWidget>("compareState")->findChild<QPushButton *>("stateAction1");
        QCOMPARE(button->text(), QString("Open again"));
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!again->isEnabled());
        QTRY_VERIFY(m_window->windowTitle().contains("again.json"));
        QCOMPARE(document().config().spec("main.3").weight.bits, 3);
    }

    void everyPanelSaysThatTheFirstOneIsOnItsWay()
    {
        const auto sayIt = [this] {
            return textOf("inspectorState").contains("A file is being opened") &&
                   layers()->emptyText().contains("being opened; its layers will stand here") &&
                   !find<QPushButton>("emptyAction")->isVisible() &&
                   textOf("inputsDock").contains("being opened; what it is fed will stand here");
        };
        const auto waitForOne = [this] {
            return textOf("inspectorState").contains("Nothing to inspect yet") &&
                   layers()->emptyText().contains("once one is open") &&
                   find<QPushButton>("emptyAction")->isVisible() &&
                   textOf("inputsDock").contains("once one is open");
        };
        QVERIFY(waitForOne());
        m_window->open(file("endless.pt"));
        QVERIFY(sayIt());
        QTest::keyClick(layers(), Qt::Key_Escape);
        QVERIFY(waitForOne());
        m_window->open(file("wrong.pt"));
        QVERIFY(sayIt());
        QTRY_VERIFY(stateText().contains("wrong.pt could not be opened"));
        QVERIFY(waitForOne());
        openSmall();
        QVERIFY(!textOf("inspectorState").contains("being opened"));
    }

    void theTableWithoutLayersOffersToOpenSome()
    {
        auto *button = find<QPushButton>("emptyAction");
        QTest::mouseClick(button, Qt::LeftButton);
        auto *dialog = find<QFileDialog>("openDialog");
        QVERIFY(dialog);
        dialog->close();
        m_window->open(file("small.safetensors"));
        QTRY_VERIFY(!document().isEmpty());
        QVERIFY(!button->isVisible());
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
        QTRY_VERIFY(find<QMessageBox>("unsavedQuestion"));
        answer(QMessageBox::Discard);
        QTRY_COMPARE(document().info().name, std::string("other.safetensors"));
    }

    void aFileThatCannotBeOpenedSaysWhatToDo()
    {
        m_window->open(file("missing.pt"));
        QTRY_VERIFY(stateText().contains("missing.pt could not be opened"));
        QVERIFY(stateText().contains("Check that the file is still there"));
        QVERIFY(detailsIn("compareState").contains(file("missing.pt")));
        openSmall();
        write(file("broken.pth"), "no network");
        m_window->open(file("broken.pth"));
        QTRY_VERIFY(bannerText().contains("broken.pth could not be opened. broken.pth "));
        QVERIFY(detailsIn("windowBanner").contains("broken.pth"));
    }

    void editsAreAskedAboutOnlyOnceTheFileIsRead()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        for (const char *name : {"missing.pt", "missing.json"}) {
            m_window->open(file(name));
            QTRY_VERIFY(bannerText().contains(name));
            QVERIFY(!find<QMessageBox>("unsavedQuestion"));
            QVERIFY(m_window->isWindowModified());
        }
        ConfigFile config = document().toConfigFile();
        config.config = {};
        write(file("fits.json"), QByteArray::fromStdString(toJson(config)));
        m_window->open(file("fits.json"));
        QTRY_VERIFY(find<QMessageBox>("unsavedQuestion"));
        answer(QMessageBox::Cancel);
        QCOMPARE(document().config().spec("main.0").weight.bits, 3);
        QTRY_VERIFY(!find<QMessageBox>("unsavedQuestion"));
        m_window->open(file("fits.json"));
        QTRY_VERIFY(find<QMessageBox>("unsavedQuestion"));
        answer(QMessageBox::Discard);
        QTRY_VERIFY(document().config().isFloat());
    }

    /// Running, stale, cancelled and running again, by what a user does.
    void aSlowPreviewDimsAndIsCancelled()
    {
        m_window->open(file("slow.pt"));
        QTRY_VERIFY_WITH_TIMEOUT(!document().isEmpty(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(view()->pair(0), kPatience);
        QTest::keyClick(layers(), Qt::Key_2);
        QTRY_VERIFY_WITH_TIMEOUT(isDimmed(), kPatience);
        QVERIFY(m_window->preview()->isPending());
        QTest::keyClick(layers(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(textOf("previewBanner").contains("Drawing was cancelled"),
                                 kPatience);
        QVERIFY(find<QWidget>("previewBanner")->isVisible() && isDimmed());
        auto *again = find<QWidget>("previewBanner")->findChild<QPushButton *>("messageAction");
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY(!find<QWidget>("previewBanner")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!isDimmed(), kPatience);
    }

private:
    /// As after an edit: the float pictures stay.
    bool isDimmed() const { return view()->grid()->dimmed(0) == Staleness::Present; }

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

    QString detailsIn(const char *name) const
    {
        const auto *details = find<QWidget>(name)->findChild<QPlainTextEdit *>();
        return details ? details->toPlainText() : QString();
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestWindowOpening>(argc, argv);
}

#include "tst_window_opening.moc"
