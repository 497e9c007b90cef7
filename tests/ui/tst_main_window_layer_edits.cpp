// SPDX-License-Identifier: GPL-3.0-or-later
#include "nested_window_fixture.h"

#include "exchange/config_file.h"
#include "models/layer_setting_edit.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QWheelEvent>

using namespace quantloupe;
using test::kWeight;

/// Locks, ties, rules, fill and paste.
class TestMainWindowLayerEdits : public test::NestedWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        test::writeNestedDcgan(file("nested.safetensors").toStdString());
    }
    void init() { openNested(); }
    void cleanup() { destroyWindow(); }

    void locksRefuseKeysWithTheirReason()
    {
        press(Qt::Key_6);
        press(Qt::Key_L);
        QVERIFY(document().marks().isLocked("block0.0"));
        QVERIFY(row(0).data(LockedRole).toBool());
        for (const auto key : {Qt::Key_4, Qt::Key_F, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Return}) {
            dismissBanner();
            press(key);
            QVERIFY2(bannerText().contains("locked; press L to unlock"), qPrintable(bannerText()));
            QVERIFY(find<QWidget>("windowBanner")->isVisible());
            QCOMPARE(settings().constFirst(), QString("w6"));
        }
        QVERIFY(row(0).data(Qt::ToolTipRole).toString().contains("Refused"));
        press(Qt::Key_L);
        QVERIFY2(!find<QWidget>("windowBanner")->isVisible(), "what is said is no longer true");
        press(Qt::Key_4);
        QCOMPARE(settings().constFirst(), QString("w4"));
        find<QAction>("undo")->trigger();
        find<QAction>("undo")->trigger();
        QVERIFY(document().marks().isLocked("block0.0"));
    }

    void presetsPassOverLockedLayers()
    {
        press(Qt::Key_6);
        press(Qt::Key_L);
        // Two layers below a lock that they share by a tie.
        document().tie({2, 3}, 2);
        document().toggleLock({3});
        find<QAction>("preset2")->trigger();
        QCOMPARE(settings(), QStringList({"w6", "w4", "wfloat", "wfloat"}));
        QCOMPARE(m_window->statusBar()->currentMessage(), QString("Kept by locks: 3 layers."));
        QVERIFY(!find<QWidget>("windowBanner")->isVisible());
        m_window->statusBar()->clearMessage();
        document().toggleLock({0, 3});
        find<QAction>("preset2")->trigger();
        QCOMPARE(settings(), QStringList({"w4", "w4", "w4", "w4"}));
        QVERIFY(m_window->statusBar()->currentMessage().isEmpty());
    }

    void locksRefuseTheMouseToo()
    {
        press(Qt::Key_6);
        press(Qt::Key_L);
        QWidget *viewport = layers()->viewport();
        const QPoint at = layers()->visualRect(row(0).siblingAtColumn(kWeight)).center();
        const auto refuses = [&] {
            const bool told = bannerText().contains("locked; press L to unlock") &&
                              find<QWidget>("windowBanner")->isVisible();
            dismissBanner();
            return told && settings().constFirst() == "w6";
        };
        QTest::mousePress(viewport, Qt::LeftButton, {}, at);
        QTest::mouseMove(viewport, at - QPoint(0, 17));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, at - QPoint(0, 17));
        QVERIFY(refuses());
        QWheelEvent wheel(at, viewport->mapToGlobal(at), {}, {0, 120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(viewport, &wheel);
        QVERIFY(refuses());
        QTest::mouseDClick(viewport, Qt::LeftButton, {}, at);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, at);
        QVERIFY(refuses());
        auto *method = find<QComboBox>("weightMethod");
        method->setCurrentIndex(method->findData(int(WeightMethod::Binary)));
        Q_EMIT method->activated(method->currentIndex());
        QVERIFY(refuses());
        QCOMPARE(method->currentData().toInt(), int(WeightMethod::Mse));
    }

    void locksAndTiesAreSavedAndLoaded()
    {
        document().toggleLock({0});
        document().tie({1, 2}, 1);
        const QString path = file("marks.json");
        saveAs(path);
        QTRY_VERIFY(!m_window->isWindowModified());
        const LayerMarks saved = document().marks();
        QVERIFY(readConfigFile(path.toStdString()).marks == saved);
        document().untie({1});
        document().toggleLock({0});
        find<QAction>("undo")->trigger();
        find<QAction>("undo")->trigger();
        QTRY_VERIFY(!m_window->isWindowModified());
        m_window->open(file("nested.safetensors"));
        QTRY_VERIFY(document().marks() == LayerMarks());
        QTRY_VERIFY(settled());
        m_window->open(path);
        QTRY_VERIFY(document().marks() == saved);
    }

    void tiedLayersAreEditedTogether()
    {
        layers()->selectLayers({0, 3}, 3, kWeight);
        press(Qt::Key_T);
        QCOMPARE(row(0).data(TieRole).toString(), row(2).data(TieRole).toString());
        QVERIFY(!row(0).data(TieRole).toString().isEmpty());
        layers()->selectLayers({0}, 0, kWeight);
        press(Qt::Key_5);
        QCOMPARE(settings(), QStringList({"w5", "wfloat", "wfloat", "w5"}));
        QCOMPARE(document().undoStack()->undoText(), QString("5 bits on 2 layers"));
        document().toggleLock({3});
        press(Qt::Key_4);
        QCOMPARE(settings(), QStringList({"w5", "wfloat", "wfloat", "w5"}));
        QVERIFY2(bannerText().contains("block2.0"), qPrintable(bannerText()));
        press(Qt::Key_T, Qt::ShiftModifier);
        press(Qt::Key_4);
        QCOMPARE(settings(), QStringList({"w4", "wfloat", "wfloat", "w5"}));
        QVERIFY(row(2).data(TieRole).toString().isEmpty());
    }

    void oneLayerCannotBeTied()
    {
        press(Qt::Key_T);
        QVERIFY(bannerText().contains("two layers"));
        QVERIFY(document().marks().ties().empty());
    }

    void rulesShowTheirMatchesAndAreOneStep()
    {
        press(Qt::Key_R, Qt::ControlModifier);
        auto *pattern = find<QComboBox>("rulePattern");
        auto *setting = find<QLineEdit>("ruleSetting");
        auto *status = find<QLabel>("ruleStatus");
        auto *apply = find<QPushButton>("ruleApply");
        QVERIFY(pattern->isVisible() && pattern->lineEdit()->hasFocus());
        QVERIFY(!apply->isEnabled());
        QTest::keyClicks(pattern->lineEdit(), "block1.*");
        QVERIFY2(status->text().startsWith("2 layers match."), qPrintable(status->text()));
        QVERIFY(row(1).data(MatchRole).toBool() && !row(0).data(MatchRole).toBool());
        setting->setFocus();
        QTest::keyClicks(setting, "w3:nonsense");
        QVERIFY(status->text().contains("nonsense") && !apply->isEnabled());
        setting->clear();
        QTest::keyClicks(setting, "w3,a8");
        document().toggleLock({2});
        QVERIFY2(status->text().contains("1 layer would refuse"), qPrintable(status->text()));
        QVERIFY(status->text().contains("block1.3: locked"));
        document().toggleLock({2});
        QVERIFY(document().config().isFloat());
        const int steps = document().undoStack()->count();
        QTest::mouseClick(apply, Qt::LeftButton);
        QCOMPARE(settings(), QStringList({"wfloat", "w3", "w3", "wfloat"}));
        QCOMPARE(document().config().spec("block1.0").activation.bits, 8);
        QCOMPARE(document().undoStack()->count(), steps + 1);
        QTest::keyClick(setting, Qt::Key_Escape);
        QVERIFY(!find<QWidget>("ruleBar")->isVisible());
        QVERIFY(!row(1).data(MatchRole).toBool());
        QVERIFY(layers()->hasFocus());
    }

    void aWholeRuleIsTakenInThePatternsPlace()
    {
        press(Qt::Key_R, Qt::ControlModifier);
        auto *pattern = find<QComboBox>("rulePattern")->lineEdit();
        QTest::keyClicks(pattern, "4x4 = w4");
        const auto *status = find<QLabel>("ruleStatus");
        QVERIFY2(status->text().startsWith("4 layers match."), qPrintable(status->text()));
        QTest::keyClick(pattern, Qt::Key_Return);
        QCOMPARE(settings(), QStringList(4, "w4"));
    }

    void hostilePatternsAreAnsweredWhileTheyAreWritten()
    {
        press(Qt::Key_R, Qt::ControlModifier);
        auto *pattern = find<QComboBox>("rulePattern")->lineEdit();
        auto *status = find<QLabel>("ruleStatus");
        QTest::keyClicks(pattern, "re:((([a-z0-9.]*)*)*)*x");
        QVERIFY2(status->text().startsWith("No layer matches."), qPrintable(status->text()));
        pattern->setText("re:" + QString("(").repeated(100000));
        QVERIFY2(status->text().contains("500 letters"), qPrintable(status->text()));
        pattern->setText("re:((.{999}){999}){999}");
        QVERIFY2(status->text().contains("repetition"), qPrintable(status->text()));
        pattern->setText("re:block[12].*");
        QVERIFY2(status->text().startsWith("3 layers match."), qPrintable(status->text()));
    }

    void recentRulesAreOffered()
    {
        find<QAction>("setByRule")->trigger();
        auto *pattern = find<QComboBox>("rulePattern");
        auto *setting = find<QLineEdit>("ruleSetting");
        pattern->setEditText("4x4");
        setting->setText("w5:minmax");
        QTest::keyClick(setting, Qt::Key_Return);
        QCOMPARE(settings(), QStringList(4, "w5:minmax"));
        find<QAction>("setByRule")->trigger();
        QVERIFY(!find<QWidget>("ruleBar")->isVisible());
        pattern->setEditText("");
        setting->clear();
        find<QAction>("setByRule")->trigger();
        const int offer = pattern->findText("4x4=w5:minmax");
        QCOMPARE(offer, 0);
        pattern->setCurrentIndex(offer);
        Q_EMIT pattern->activated(offer);
        QCOMPARE(pattern->currentText(), QString("4x4"));
        QCOMPARE(setting->text(), QString("w5:minmax"));
        QVERIFY(pattern->findText("kind:transposed") > 0);
    }

    void fillCopiesTheFocusedCell()
    {
        document().edit({3}, settingEdit(parseSpec("w6:minmax,a7"), "test"));
        layers()->selectLayers({0, 1, 3}, 3, kWeight);
        press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(settings(), QStringList({"w6", "w6", "wfloat", "w6:minmax"}));
        layers()->selectLayers({2, 3}, 3, int(LayerColumn::Name));
        press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(settingText(document().config().spec("block1.3")), QString("w6:minmax,a7"));
        QCOMPARE(document().undoStack()->undoText(), QString("Fill on 1 layer"));
    }

    void settingsAreCopiedAndPasted()
    {
        document().edit({0}, settingEdit(parseSpec("w6:minmax,a7"), "test"));
        press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains("block0.0"));
        layers()->selectLayers({1, 2}, 1, kWeight);
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(settings(), QStringList({"w6:minmax", "w6:minmax", "w6:minmax", "wfloat"}));
        QCOMPARE(document().config().spec("block1.3").activation.bits, 7);
        QGuiApplication::clipboard()->setText(" w4:mse:channel \n");
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(settings(), QStringList({"w6:minmax", "w4", "w4", "wfloat"}));
        QCOMPARE(document().config().spec("block1.3").activation.bits, 7);
        QGuiApplication::clipboard()->setText("a picture of a cat");
        press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(bannerText().contains("no setting"));
        document().toggleLock({1, 2});
        QGuiApplication::clipboard()->setText("w8");
        press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(bannerText().contains("locked"));
        QCOMPARE(settings(), QStringList({"w6:minmax", "w4", "w4", "wfloat"}));
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestMainWindowLayerEdits>(argc, argv);
}

#include "tst_main_window_layer_edits.moc"
