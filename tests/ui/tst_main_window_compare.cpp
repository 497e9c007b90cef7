// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"
#include "views/compare_toolbar.h"
#include "widgets/compare_footer.h"
#include "widgets/compare_grid.h"
#include "widgets/compare_large.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSpinBox>
#include <QToolButton>

using namespace quantloupe;

/// Ways to compare, kept configurations, and pinned latents in the window.
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

    void gainHasKeys()
    {
        openSmall();
        const double gain = view()->gain();
        QTest::keyClick(layers(), Qt::Key_Period);
        QTest::keyClick(layers(), Qt::Key_Period);
        QCOMPARE(view()->gain(), 4 * gain);
        QTest::keyClick(layers(), Qt::Key_Comma);
        QCOMPARE(view()->gain(), 2 * gain);
        QVERIFY(find<QLabel>("differenceCaption")->text().contains("8x"));
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(layers(), Qt::Key_Comma);
        QCOMPARE(view()->gain(), CompareFooter::kSmallestGain);
        QVERIFY(!find<QToolButton>("lowerGain")->isEnabled());
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
        for (const int bits : {2, 3, 4}) {
            QVERIFY(keep->isEnabled());
            document().edit({0}, bitsEdit(QuantSite::Weight, bits));
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
        QCOMPARE(view()->choice().right, 3);
        find<QAction>("removeKept2")->trigger();
        QVERIFY(keep->isEnabled());
        QVERIFY(view()->choice() == LargeChoice());
        document().edit({0}, bitsEdit(QuantSite::Weight, 5));
        keep->trigger();
        QCOMPARE(view()->configurations(), (QStringList{"Current", "A", "C", "B"}));
    }

    void theSameIsNotKeptTwice()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        auto *keep = find<QAction>("keepConfiguration");
        keep->trigger();
        QTRY_VERIFY(settled() && allKept(1));
        keep->trigger();
        QCOMPARE(view()->configurations(), (QStringList{"Current", "A"}));
        QVERIFY(textOf("previewBanner").contains("already, as A"));
        document().edit({0}, bitsEdit(QuantSite::Weight, 2));
        keep->trigger();
        QCOMPARE(view()->configurations(), (QStringList{"Current", "A", "B"}));
        QTRY_VERIFY(settled() && allKept(2));
    }

    void theMenuOfAPictureIsAboutThatPicture()
    {
        openSmall();
        QTRY_VERIFY(settled());
        auto *grid = view()->grid();
        const QPoint third = grid->tileRect(2, PictureRow::Quantized).toRect().center();
        QTest::mousePress(grid->viewport(), Qt::RightButton, {}, third);
        QCOMPARE(view()->current(), 2);
        QContextMenuEvent event(QContextMenuEvent::Mouse, third,
                                grid->viewport()->mapToGlobal(third));
        QApplication::sendEvent(grid->viewport(), &event);
        auto *menu = m_window->findChild<QMenu *>("pictureMenu");
        QVERIFY(menu && menu->isVisible());
        QVERIFY(menu->actions().contains(find<QAction>("savePicture")));
        find<QAction>("pinLatent")->trigger();
        menu->close();
        QVERIFY(find<QAction>("pinLatent")->isChecked());
        QTRY_VERIFY(!m_window->findChild<QMenu *>("pictureMenu"));
    }

    void keptConfigurationsLeaveTheDocksTheirRoom()
    {
        m_window->resize(1440, 900);
        openSmall();
        const int before = layers()->width();
        auto *keep = find<QAction>("keepConfiguration");
        for (const int id : {1, 2, 3}) {
            document().edit({0}, bitsEdit(QuantSite::Weight, id + 1));
            keep->trigger();
            find<QAction>(qPrintable(QString("renameKept%1").arg(id)))->trigger();
            auto *dialog = find<QInputDialog>("renameDialog");
            dialog->setTextValue(QString("configuration number %1").arg(id));
            dialog->accept();
            QTRY_VERIFY(!find<QInputDialog>("renameDialog"));
        }
        find<QAction>("pairMode")->trigger();
        QTRY_VERIFY(allKept(3));
        QTRY_VERIFY(chip(3)->isVisible());
        QCOMPARE(layers()->width(), before);
        const auto *bar = find<QWidget>("keptBar");
        for (const int id : {1, 2, 3}) {
            QTRY_VERIFY(bar->rect().contains(chip(id)->geometry()));
            QTRY_VERIFY(chip(id)->width() >= chip(id)->sizeHint().width());
        }
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
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestMainWindowCompare>(argc, argv);
}

#include "tst_main_window_compare.moc"
