// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/config_file.h"
#include "image/png_text.h"
#include "main_window_fixture.h"
#include "views/compare_toolbar.h"
#include "widgets/compare_grid.h"
#include "widgets/compare_large.h"

#include <QClipboard>
#include <QComboBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QRegularExpression>
#include <QSpinBox>
#include <QToolButton>

using namespace quantloupe;

/// Ways to compare, kept configurations, pinned latents and pictures as files, in the window.
class TestMainWindowCompare : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void keysChangeTheView()
    {
        openSmall();
        QVERIFY(layers()->hasFocus());
        QTest::keyClick(layers(), Qt::Key_W);
        QVERIFY(view()->mode() == CompareMode::Wipe);
        QVERIFY(find<QAction>("wipeMode")->isChecked());
        QTest::keyClick(layers(), Qt::Key_D);
        QVERIFY(view()->mode() == CompareMode::Difference);
        QTest::keyClick(layers(), Qt::Key_G);
        QVERIFY(view()->mode() == CompareMode::Grid);
        QTest::keyClick(layers(), Qt::Key_BracketRight);
        QCOMPARE(view()->current(), 1);
        QTest::keyClick(layers(), Qt::Key_BracketLeft);
        QCOMPARE(view()->current(), 0);
        // These are the table's own.
        QTest::keyClick(layers(), Qt::Key_5);
        QTRY_COMPARE(document().config().spec("main.0").weight.bits, 5);
        QTest::keyClick(layers(), Qt::Key_F);
        QTRY_VERIFY(document().config().isFloat());
        QVERIFY(view()->mode() == CompareMode::Grid);
    }

    void returnEnlargesFromThePicturesOnly()
    {
        openSmall();
        view()->grid()->setFocus();
        QTRY_VERIFY(view()->grid()->hasFocus());
        QTest::keyClick(view()->grid(), Qt::Key_Return);
        QVERIFY(view()->mode() == CompareMode::Pair);
        QTRY_VERIFY(view()->large()->hasFocus());
        QTRY_VERIFY(settled());
        QTest::keyClick(view()->large(), Qt::Key_Escape);
        QVERIFY(view()->mode() == CompareMode::Grid);
        QTRY_VERIFY(view()->grid()->hasFocus());
        auto *seed = find<QSpinBox>("seed");
        seed->setFocus();
        QTest::keyClick(seed, Qt::Key_Return);
        QVERIFY(view()->mode() == CompareMode::Grid);
    }

    void typingInFieldsIsTyping()
    {
        openSmall();
        QLineEdit *filter = nullptr;
        for (QLineEdit *line : m_window->findChildren<QLineEdit *>())
            if (line->placeholderText().startsWith("Filter"))
                filter = line;
        QVERIFY(filter);
        filter->setFocus();
        QTRY_VERIFY(filter->hasFocus());
        QTest::keyClicks(filter, "gwd pc");
        QCOMPARE(filter->text(), QString("gwd pc"));
        QVERIFY(view()->mode() == CompareMode::Grid);
        QVERIFY(!find<QAction>("flicker")->isChecked());
        QVERIFY(m_window->findChildren<QToolButton *>(QRegularExpression("^kept\\d")).isEmpty());
    }

    void spaceFlickersWhileHeld()
    {
        openSmall();
        auto *flicker = find<QAction>("flicker");
        QTest::keyPress(layers(), Qt::Key_Space);
        QVERIFY(flicker->isChecked());
        QTest::keyRelease(layers(), Qt::Key_Space);
        QVERIFY(!flicker->isChecked());
        // A button with the focus is pressed by it.
        auto *button = find<QToolButton>("pinLatentButton");
        button->setFocus();
        QTRY_VERIFY(button->hasFocus());
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(!flicker->isChecked());
        QVERIFY(find<QAction>("pinLatent")->isChecked());
    }

    void pinnedLatentsSurviveAReroll()
    {
        openSmall();
        const std::vector<Image> before = floatPictures();
        view()->setCurrent(5);
        QTest::keyClick(m_window.get(), Qt::Key_P);
        QCOMPARE(view()->current(), 0);
        QVERIFY(view()->pair(0)->reference == before[5]);
        QTRY_VERIFY(settled());
        QVERIFY(find<QAction>("pinLatent")->isChecked());
        const std::vector<Image> pinned = floatPictures();
        QCOMPARE(pinned[0], before[5]);
        for (int i = 0; i < 5; ++i)
            QVERIFY(pinned[i + 1] == before[i]);

        QTest::keyClick(m_window.get(), Qt::Key_R);
        QTRY_VERIFY(settled());
        QCOMPARE(floatPictures()[0], before[5]);
        QVERIFY(floatPictures()[1] != pinned[1]);
        QCOMPARE(view()->current(), 0);

        QTest::keyClick(m_window.get(), Qt::Key_P);
        QTRY_VERIFY(settled());
        const std::vector<Image> unpinned = floatPictures();
        QVERIFY(std::ranges::count(unpinned, before[5]) == 0);
    }

    void keptConfigurationsStayWhileTheCurrentIsEdited()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 2));
        QTRY_VERIFY(settled());
        const std::vector<Image> two = quantizedPictures();
        QTest::keyClick(m_window.get(), Qt::Key_C);
        QTRY_VERIFY(allKept(1));
        QCOMPARE(keptPictures(1), two);

        document().edit({0}, bitsEdit(QuantSite::Weight, 8));
        QTRY_VERIFY(settled());
        QVERIFY(quantizedPictures() != two);
        QCOMPARE(keptPictures(1), two);
        QTest::keyClick(m_window.get(), Qt::Key_C);
        QTRY_VERIFY(allKept(2));
        QCOMPARE(keptPictures(2), quantizedPictures());
        QTRY_VERIFY(chip(1)->text().contains("dB") && chip(2)->text().contains("dB"));
        QVERIFY(chip(1)->text().startsWith("A") && chip(2)->text().startsWith("B"));

        // They follow other latents.
        QTest::keyClick(m_window.get(), Qt::Key_R);
        QTRY_VERIFY(settled());
        QTRY_VERIFY(allKept(1) && allKept(2));
        QVERIFY(keptPictures(1) != two);
        QCOMPARE(keptPictures(2), quantizedPictures());

        find<QAction>("loadKept1")->trigger();
        QCOMPARE(document().config().spec("main.0").weight.bits, 2);
        find<QAction>("undo")->trigger();
        QCOMPARE(document().config().spec("main.0").weight.bits, 8);
        QTRY_VERIFY(settled());
        find<QAction>("removeKept1")->trigger();
        QCOMPARE(view()->configurations().size(), 2);
        QCOMPARE(keptPictures(1), quantizedPictures());
    }

    void threeCanBeKeptAndNamed()
    {
        openSmall();
        auto *keep = find<QAction>("keepConfiguration");
        for (int i = 0; i < 3; ++i) {
            QVERIFY(keep->isEnabled());
            keep->trigger();
        }
        QVERIFY(!keep->isEnabled());
        find<QAction>("renameKept2")->trigger();
        auto *dialog = find<QInputDialog>("renameDialog");
        QVERIFY(dialog);
        dialog->setTextValue("  four & bits ");
        dialog->accept();
        QCOMPARE(view()->configurations(), (QStringList{"Current", "A", "four & bits", "C"}));
        find<QAction>("wipeMode")->trigger();
        auto *right = find<QComboBox>("rightPicture");
        QVERIFY(right->isVisible());
        QCOMPARE(right->itemText(3), QString("four & bits"));
        right->setCurrentIndex(3);
        Q_EMIT right->activated(3);
        QCOMPARE(view()->choice().right, 3);
        find<QAction>("removeKept2")->trigger();
        QVERIFY(keep->isEnabled());
        QVERIFY(view()->choice() == LargeChoice());
        keep->trigger();
        QCOMPARE(view()->configurations(), (QStringList{"Current", "A", "C", "B"}));
    }

    void anotherGeneratorStartsWithoutThem()
    {
        openSmall();
        find<QAction>("keepConfiguration")->trigger();
        QTest::keyClick(m_window.get(), Qt::Key_P);
        QTRY_VERIFY(settled());
        m_window->open(file("other.safetensors"));
        QTRY_COMPARE(document().info().name, std::string("other.safetensors"));
        QCOMPARE(view()->configurations().size(), 1);
        QVERIFY(!find<QWidget>("keptBar")->isVisible());
        QVERIFY(!find<QAction>("pinLatent")->isChecked());
        QTRY_VERIFY(settled());
    }

    void aSavedPictureBringsItsConfigurationBack()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        QTRY_VERIFY(settled());
        const QString path = file("saved.png");
        savePicture(path);
        QTRY_VERIFY(QFile::exists(path));
        QTRY_VERIFY(readPngText(path.toStdString(), kConfigurationKeyword).has_value());
        const QImage saved(path);
        QVERIFY(saved.width() > 16 * 128 && saved.height() > 3 * 128);
        const QuantConfig before = document().config();
        document().setSaved();

        destroyWindow();
        showWindow();
        m_window->open(path);
        QTRY_VERIFY(!document().isEmpty());
        QTRY_COMPARE(document().config(), before);
        QCOMPARE(document().info().name, std::string("small.safetensors"));
        QTRY_VERIFY(settled());
    }

    void aPictureForTheOpenGeneratorIsUndoable()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        QTRY_VERIFY(settled());
        savePicture(file("open.png"));
        QTRY_VERIFY(QFile::exists(file("open.png")));
        find<QAction>("undo")->trigger();
        QVERIFY(document().config().isFloat());
        m_window->open(file("open.png"));
        QTRY_COMPARE(document().config().spec("main.0").weight.bits, 3);
        find<QAction>("undo")->trigger();
        QVERIFY(document().config().isFloat());
    }

    void picturesWithoutAConfigurationSayWhy()
    {
        openSmall();
        writePng(file("plain.png").toStdString(), Image(4, 4, 3));
        m_window->open(file("plain.png"));
        QTRY_VERIFY(bannerText().contains("without a configuration"));
        write(file("broken.png"), QByteArray("\x89PNG\r\n\x1a\n\x7f\xff\xff\xffiTXt", 16));
        m_window->open(file("broken.png"));
        QTRY_VERIFY(bannerText().contains("broken.png"));
        QVERIFY(document().config().isFloat());
    }

    void copyPutsThePictureIntoTheClipboard()
    {
        openSmall();
        QGuiApplication::clipboard()->clear();
        view()->grid()->setFocus();
        QTRY_VERIFY(view()->grid()->hasFocus());
        QTest::keyClick(view()->grid(), Qt::Key_C, Qt::ControlModifier);
        const auto copied = [] { return QGuiApplication::clipboard()->mimeData(); };
        QTRY_VERIFY(copied() && copied()->hasImage());
        const QByteArray png = copied()->data("image/png");
        QVERIFY(png.contains(kConfigurationKeyword));
        QVERIFY(!QImage::fromData(png, "PNG").isNull());
    }

    void everyActionIsNamedAndInTheMenu()
    {
        const CompareActions &actions = find<CompareToolbar>("compareToolbar")->actions();
        const QMenu *menu = nullptr;
        for (const QAction *entry : m_window->menuBar()->actions())
            if (entry->text().contains("View"))
                menu = entry->menu();
        QVERIFY(menu);
        for (QAction *action : actions.inOrder()) {
            if (!action)
                continue;
            QVERIFY(!action->objectName().isEmpty() && !action->text().isEmpty());
            QVERIFY(!action->toolTip().isEmpty());
            QVERIFY(menu->actions().contains(action));
        }
    }

private:
    QToolButton *chip(int id) const
    {
        return find<QToolButton>(qPrintable(QString("kept%1").arg(id)));
    }

    bool allKept(int configuration) const
    {
        for (int i = 0; i < kShown; ++i)
            if (!view()->pair(i, configuration))
                return false;
        return true;
    }

    std::vector<Image> keptPictures(int configuration) const
    {
        std::vector<Image> images;
        for (int i = 0; i < kShown; ++i)
            images.push_back(view()->pair(i, configuration)->quantized);
        return images;
    }

    void savePicture(const QString &path)
    {
        find<QAction>("savePicture")->trigger();
        auto *dialog = find<QFileDialog>("savePictureDialog");
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestMainWindowCompare>(argc, argv);
}

#include "tst_main_window_compare.moc"
