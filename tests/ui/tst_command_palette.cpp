// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette_fixture.h"

#include "mainwindow/fuzzy_match.h"
#include "mainwindow/palette_model.h"
#include "mainwindow/window_actions.h"

#include <QAbstractItemModelTester>
#include <QMenu>
#include <QMenuBar>

using namespace quantloupe;

namespace {

PaletteEntry entryOf(const QString &text, const QString &unavailable = {})
{
    return {text, text, {}, {}, unavailable, [] {}};
}

} // namespace

class TestCommandPalette : public test::PaletteFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void lettersStartWordsOrFollowOn()
    {
        QVERIFY(fuzzyMatch("sc", "Save configuration"));
        QVERIFY(fuzzyMatch("savcon", "Save configuration"));
        QVERIFY(fuzzyMatch("fisac", "File: Save configuration"));
        QVERIFY(fuzzyMatch("go m6", "Go to main.6"));
        QVERIFY(fuzzyMatch("w4", "Presets: W4"));
        // Letters from inside of words only as one piece.
        QVERIFY(fuzzyMatch("gain", "View: Raise the gain of the difference"));
        QVERIFY(fuzzyMatch("figur", "Save configuration"));
        QVERIFY(fuzzyMatch("bits", "Show 4bits"));
        QVERIFY(!fuzzyMatch("svc", "Save configuration"));
        QVERIFY(!fuzzyMatch("figsave", "Save configuration"));
        QVERIFY(!fuzzyMatch("gain", "Go to a main network"));
        QVERIFY(!fuzzyMatch("wipe", "View: Swap the picture"));
        QVERIFY(!fuzzyMatch("grid", "Go to generator.middle"));
    }

    void matchesKeepTheOrder()
    {
        QVERIFY(fuzzyMatch("SAVE", "save"));
        QVERIFY(fuzzyMatch("s a", "save"));
        QVERIFY(!fuzzyMatch("vs", "save"));
        QVERIFY(!fuzzyMatch("savex", "save"));
        QCOMPARE(fuzzyMatch("", "save")->score, 0);
        QCOMPARE(fuzzyMatch("lc", "File: Load configuration")->positions, (QList<int>{6, 11}));
        QCOMPARE(fuzzyMatch("main6", "Go to main.6")->positions, (QList<int>{6, 7, 8, 9, 11}));
    }

    void startsOfWordsAndRunsCountMore()
    {
        const auto better = [](const char *query, const char *good, const char *bad) {
            return fuzzyMatch(query, good)->score > fuzzyMatch(query, bad)->score;
        };
        QVERIFY(better("sc", "Save configuration", "Discard"));
        QVERIFY(better("lay", "View: Layers", "View: Display"));
        QVERIFY(better("redo", "Edit: Redo", "Reset edge docks"));
        QVERIFY(better("main.1", "Go to main.1", "Go to main.10"));
    }

    void recentOnesComeFirstAndUnavailableOnesLast()
    {
        PaletteModel model;
        QAbstractItemModelTester tester(&model);
        const auto order = [&model] {
            QStringList texts;
            for (int row = 0; row < model.rowCount(); ++row)
                texts.append(model.index(row).data().toString());
            return texts;
        };
        model.setEntries({entryOf("Open a"), entryOf("Open b", "Not now"), entryOf("Open c")},
                         {"Open b", "Open c"});
        QCOMPARE(order(), (QStringList{"Open c", "Open a", "Open b"}));
        model.setQuery("opena");
        QCOMPARE(order(), (QStringList{"Open a"}));
        model.setQuery("open");
        QCOMPARE(order(), (QStringList{"Open c", "Open a", "Open b"}));
        QVERIFY(!(model.flags(model.index(2)) & Qt::ItemIsEnabled));
        QCOMPARE(model.index(2).data(PaletteModel::NoteRole).toString(), QString("Not now"));
    }

    void holdsEveryActionWithAKey()
    {
        openSmall();
        pressPaletteKey();
        const QStringList texts = shownTexts();
        for (const QAction *action : m_window->findChildren<QAction *>())
            if (!action->shortcut().isEmpty() && action->isVisible())
                QVERIFY2(texts.contains(paletteEntry(const_cast<QAction *>(action)).text),
                         qPrintable(action->text()));
        for (const QAction *action : menuActions())
            QVERIFY2(texts.contains(paletteEntry(const_cast<QAction *>(action)).text),
                     qPrintable(action->text()));
        QVERIFY(texts.contains("Built-in generators: avatars-64"));
        QVERIFY(texts.contains("Presets: W4"));
        QVERIFY(texts.contains("Go to main.6"));
        QCOMPARE(rowOf("Edit: Undo").data(PaletteModel::NoteRole).toString(),
                 QString("Nothing to undo"));
        QCOMPARE(rowOf("File: Save configuration").data(PaletteModel::KeyRole).toString(),
                 QString("Ctrl+S"));
    }

    void noTwoEnabledActionsShareAKey()
    {
        openSmall();
        QHash<QString, QString> owners;
        for (const QAction *action : m_window->findChildren<QAction *>()) {
            if (!action->isEnabled() || action->shortcutContext() == Qt::WidgetShortcut)
                continue;
            for (const QKeySequence &key : action->shortcuts()) {
                const QString text = key.toString();
                QVERIFY2(!owners.contains(text),
                         qPrintable(QString("%1: %2 and %3")
                                        .arg(text, owners.value(text), action->objectName())));
                owners.insert(text, action->objectName());
            }
        }
        QVERIFY(owners.size() > 10);
    }

    void everyMenuActionHasTextAndName()
    {
        openSmall();
        QVERIFY(menuActions().size() > 20);
        for (const QAction *action : menuActions()) {
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
            QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
        }
    }

    void runsByKeysAloneAndGivesTheFocusBack()
    {
        openSmall();
        pressPaletteKey();
        QVERIFY(query()->hasFocus());
        QTest::keyClicks(query(), "w8a8");
        QCOMPARE(list()->currentIndex().data().toString(), QString("Presets: W8A8"));
        QTest::keyClick(query(), Qt::Key_Return);
        QVERIFY(palette()->isHidden());
        QVERIFY(layers()->hasFocus());
        QCOMPARE(document().config().spec("main.0").weight.bits, 8);

        pressPaletteKey();
        QCOMPARE(list()->currentIndex().data().toString(), QString("Presets: W8A8"));
        QTest::keyClick(query(), Qt::Key_Down);
        QVERIFY(list()->currentIndex().row() == 1);
        QTest::keyClick(query(), Qt::Key_Up);
        QTest::keyClick(query(), Qt::Key_Escape);
        QVERIFY(palette()->isHidden());
        QVERIFY(layers()->hasFocus());
    }

    void goesToALayerThatAFilterHides()
    {
        openSmall();
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(find<QLineEdit>("layersFilter"), "main.0");
        pressPaletteKey();
        QTest::keyClicks(query(), "go to main.6");
        QTest::keyClick(query(), Qt::Key_Return);
        QVERIFY(layers()->hasFocus());
        QTest::keyClick(layers(), Qt::Key_3);
        QTRY_COMPARE(document().config().spec("main.6").weight.bits, 3);
        QVERIFY(document().config().spec("main.0").isFloat());
    }

    void unavailableOnesCannotBeRun()
    {
        pressPaletteKey();
        QTest::keyClicks(query(), "save configuration as");
        QCOMPARE(rowOf("File: Save configuration as…").data(PaletteModel::NoteRole).toString(),
                 QString("Open a generator first"));
        QTest::keyClick(query(), Qt::Key_Return);
        QVERIFY(palette()->isVisible());
        QVERIFY(!m_window->findChild<QFileDialog *>());
    }

    void nothingFoundIsSaid()
    {
        pressPaletteKey();
        QTest::keyClicks(query(), "zzzz");
        QVERIFY(list()->isHidden());
        QVERIFY(find<QLabel>("paletteNothing")->isVisible());
        QTest::keyClick(query(), Qt::Key_Return);
        QVERIFY(palette()->isVisible());
    }

    void clicksRunToo()
    {
        openSmall();
        pressPaletteKey();
        QTest::keyClicks(query(), "reroll");
        const QRect row = list()->visualRect(list()->model()->index(0, 0));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(document().seed(), quint64(1));
        QVERIFY(palette()->isHidden());
    }

    void theListIsAsTallAsItsAnswers()
    {
        openSmall();
        pressPaletteKey();
        const int all = palette()->height();
        QTest::keyClicks(query(), "presentation");
        const int rows = list()->model()->rowCount();
        QVERIFY(rows > 0 && rows < 5);
        QTRY_VERIFY(palette()->height() < all);
        QVERIFY(list()->height() < (rows + 1) * list()->sizeHintForRow(0));
        query()->clear();
        QTRY_COMPARE(palette()->height(), all);
    }

private:
    QWidget *palette() const { return find<QWidget>("commandPalette"); }

    /// What the menu bar leads to, without separators and submenus.
    QList<QAction *> menuActions() const
    {
        QList<QAction *> found;
        QList<QAction *> open = m_window->menuBar()->actions();
        while (!open.isEmpty()) {
            const QAction *action = open.takeFirst();
            if (action->menu())
                open += action->menu()->actions();
            else if (!action->isSeparator())
                found.append(const_cast<QAction *>(action));
        }
        return found;
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestCommandPalette>(argc, argv);
}

#include "tst_command_palette.moc"
