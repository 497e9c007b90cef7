// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include <QComboBox>
#include <QDropEvent>
#include <QMimeData>

using namespace quantloupe;

class TestMainWindowFiles : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void aWrongFileKeepsTheGenerator()
    {
        openSmall();
        const QString wrong = file("wrong.pt");
        write(wrong, "this is no network");
        m_window->open(wrong);
        QTRY_VERIFY(find<QWidget>("windowBanner")->isVisible());
        QVERIFY(bannerText().contains("wrong.pt"));
        QCOMPARE(document().info().name, std::string("small.safetensors"));
        QVERIFY(view()->pair(0));
        QTest::keyClick(layers(), Qt::Key_4);
        QTRY_VERIFY(settled());
        QCOMPARE(document().config().spec("main.0").weight.bits, 4);
    }

    void aWrongFileAtFirstIsToldInPlace()
    {
        m_window->open(file("missing.pt"));
        QTRY_VERIFY(stateText().contains("missing.pt"));
        QVERIFY(document().isEmpty());
    }

    void aFileThatIsTooLargeIsMeasuredInUnitsOneCanRead()
    {
        openSmall();
        // Sparse: nothing of it is on the disk.
        QFile large(file("large.json"));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(2'130'000'000));
        large.close();
        m_window->open(large.fileName());
        QTRY_VERIFY(bannerText().contains("larger than 67 MB"));
        QVERIFY2(bannerText().contains("(2.1 GB)"), qPrintable(bannerText()));
    }

    void savesAndLoads()
    {
        openSmall();
        document().edit({0, 1}, bitsEdit(QuantSite::Weight, 4));
        document().edit({2}, bitsEdit(QuantSite::Activation, 6));
        const DocumentState saved = document().state();
        const QString path = file("saved.json");
        saveAs(path);
        QTRY_VERIFY(QFileInfo::exists(path));
        QTRY_VERIFY(!m_window->isWindowModified());
        QVERIFY(m_window->windowTitle().contains("saved.json"));

        find<QAction>("preset0")->trigger();
        QVERIFY(document().config().isFloat());
        document().setSaved();
        m_window->open(path);
        QTRY_VERIFY(document().state() == saved);
        QVERIFY(!m_window->isWindowModified());
        QTRY_VERIFY(settled());
        document().undoStack()->undo();
        QVERIFY(document().config().isFloat());
        QVERIFY(m_window->isWindowModified());
    }

    void aConfigurationForAnotherGeneratorIsRefused()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 4));
        const QString path = file("for_small.json");
        saveAs(path);
        QTRY_VERIFY(!m_window->isWindowModified());
        m_window->open(file("other.safetensors"));
        QTRY_COMPARE(document().info().name, std::string("other.safetensors"));
        QTRY_VERIFY(settled());
        m_window->open(path);
        QTRY_VERIFY(find<QWidget>("windowBanner")->isVisible());
        QVERIFY(bannerText().contains("main.0 has weights 8x32x4x4, not 8x16x4x4."));
        QVERIFY(document().config().isFloat());
    }

    void anArgumentWithConfiguration()
    {
        openSmall();
        document().edit({1}, bitsEdit(QuantSite::Weight, 3));
        saveAs(file("argument.json"));
        QTRY_VERIFY(!m_window->isWindowModified());
        destroyWindow();
        showWindow();
        m_window->open(file("small.safetensors"), file("argument.json"));
        QTRY_VERIFY(m_window->windowTitle().contains("argument.json"));
        QCOMPARE(document().config().spec("main.3").weight.bits, 3);
        QVERIFY(!find<QAction>("undo")->isEnabled());
        QVERIFY(!m_window->isWindowModified());
    }

    void aConfigurationAloneOpensItsGenerator()
    {
        openSmall();
        document().edit({1}, bitsEdit(QuantSite::Weight, 3));
        saveAs(file("alone.quantloupe.json"));
        QTRY_VERIFY(!m_window->isWindowModified());
        const DocumentState saved = document().state();
        destroyWindow();
        showWindow();
        m_window->open(file("alone.quantloupe.json"));
        QTRY_COMPARE(document().info().path, file("small.safetensors").toStdString());
        QTRY_VERIFY(document().state() == saved);
        QVERIFY(m_window->windowTitle().contains("alone.quantloupe.json"));
        QVERIFY(!find<QAction>("undo")->isEnabled());
    }

    void aConfigurationWhoseGeneratorIsNowhereSaysSo()
    {
        openSmall();
        saveAs(file("lonely.quantloupe.json"));
        QTRY_VERIFY(QFileInfo::exists(file("lonely.quantloupe.json")));
        QTemporaryDir elsewhere;
        const QString moved = elsewhere.filePath("lonely.quantloupe.json");
        QVERIFY(QFile::rename(file("lonely.quantloupe.json"), moved));
        destroyWindow();
        showWindow();
        m_window->open(moved);
        QTRY_VERIFY(bannerText().contains("small.safetensors"));
        QVERIFY(document().isEmpty());
    }

    void theSavedNameIsKnownToTheDesktop()
    {
        openSmall();
        find<QAction>("saveConfigAs")->trigger();
        auto *dialog = find<QFileDialog>("saveDialog");
        QVERIFY(dialog);
        QCOMPARE(QFileInfo(dialog->selectedFiles().constFirst()).fileName(),
                 QString("small.quantloupe.json"));
        dialog->close();
    }

    void filesCanBeDropped()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file("small.safetensors"))});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
        QTRY_VERIFY(!document().isEmpty());
        QVERIFY(QSettings()
                    .value("recentGenerators")
                    .toStringList()
                    .contains(file("small.safetensors")));
    }

    void closingAsksAboutChanges()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 4));
        m_window->close();
        QVERIFY(m_window->isVisible());
        answer(QMessageBox::Cancel);
        QTRY_VERIFY(!m_window->findChild<QMessageBox *>("unsavedQuestion"));
        QVERIFY(m_window->isVisible());
        m_window->close();
        answer(QMessageBox::Discard);
        QTRY_VERIFY(!m_window->isVisible());
    }

    void closingCanSave()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 4));
        saveAs(file("closing.json"));
        QTRY_VERIFY(!m_window->isWindowModified());
        document().edit({0}, bitsEdit(QuantSite::Weight, 7));
        m_window->close();
        answer(QMessageBox::Save);
        QTRY_VERIFY(!m_window->isVisible());
        QFile saved(file("closing.json"));
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().contains("7"));
    }

    void unmodifiedClosesAtOnce()
    {
        openSmall();
        m_window->close();
        QVERIFY(!m_window->isVisible());
    }

    void closedWhileRunning()
    {
        openSmall();
        layers()->selectAll();
        QTest::keyClick(layers(), Qt::Key_3);
        QTRY_VERIFY(m_window->preview()->isRunning() || settled());
        m_window->open(file("other.safetensors"));
        m_window.reset();
        QCoreApplication::processEvents();
    }

    void oneOfSeveralNetworksIsChosen()
    {
        test::writeTwoNetworks(file("two.safetensors").toStdString());
        m_window->open(file("two.safetensors"));
        QTRY_VERIFY(!document().isEmpty());
        QCOMPARE(document().info().network, std::string("g_ema"));
        QVERIFY(bannerText().contains("g_ema is open"));
        QTRY_VERIFY(settled());
        document().edit({0}, bitsEdit(QuantSite::Weight, 4));
        auto *networks = find<QComboBox>("network");
        QVERIFY(networks);
        networks->setFocus();
        networks->setCurrentText("g");
        Q_EMIT networks->textActivated("g");
        QTRY_COMPARE(document().info().network, std::string("g"));
        QCOMPARE(document().config().spec("main.0").weight.bits, 4);
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestMainWindowFiles>(argc, argv);
}

#include "tst_main_window_files.moc"
