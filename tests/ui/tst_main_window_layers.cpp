// SPDX-License-Identifier: GPL-3.0-or-later
#include "nested_window_fixture.h"

#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace quantloupe;
using test::kWeight;

/// Modules, columns and the filter.
class TestMainWindowLayers : public test::NestedWindowFixture
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

    void groupsCloseAndOpenByKey()
    {
        const QModelIndex group = row(1);
        QCOMPARE(group.data().toString(), QString("block1"));
        QVERIFY(layers()->isExpanded(group));
        press(Qt::Key_Down);
        QCOMPARE(layers()->currentIndex().siblingAtColumn(0), group);
        press(Qt::Key_Left);
        QVERIFY(!layers()->isExpanded(group));
        press(Qt::Key_Down);
        QCOMPARE(layers()->currentIndex().siblingAtColumn(0), row(2));
        press(Qt::Key_Up);
        press(Qt::Key_Right);
        QVERIFY(layers()->isExpanded(group));
        press(Qt::Key_Down);
        QCOMPARE(layers()->currentIndex().siblingAtColumn(0),
                 layers()->model()->index(0, 0, group));
    }

    void leftAndRightReachEveryCellAndTheGroup()
    {
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        QCOMPARE(layers()->currentLayer(), 1);
        press(Qt::Key_Right);
        QCOMPARE(layers()->currentIndex().column(), int(LayerColumn::ActivationBits));
        press(Qt::Key_Left);
        QCOMPARE(layers()->currentIndex().column(), kWeight);
        for (int i = 0; i < int(LayerColumn::Count) && layers()->currentIndex().parent().isValid();
             ++i)
            press(Qt::Key_Left);
        QCOMPARE(layers()->currentIndex().siblingAtColumn(0), row(1));
    }

    void aDigitOnAGroupEditsItsLayersAsOneStep()
    {
        press(Qt::Key_Down);
        press(Qt::Key_4);
        QCOMPARE(settings(), QStringList({"wfloat", "w4", "w4", "wfloat"}));
        QCOMPARE(document().undoStack()->count(), 1);
        QCOMPARE(document().undoStack()->undoText(), QString("4 bits on 2 layers"));
        QCOMPARE(row(1).siblingAtColumn(kWeight).data().toString(), QString("4"));
        find<QAction>("undo")->trigger();
        QVERIFY(document().config().isFloat());
        press(Qt::Key_Left);
        press(Qt::Key_8);
        QCOMPARE(settings(), QStringList({"wfloat", "w8", "w8", "wfloat"}));
        document().edit({1}, bitsEdit(QuantSite::Weight, 2));
        QCOMPARE(row(1).siblingAtColumn(kWeight).data().toString(), QString("2–8"));
    }

    void aChoiceOnAMixedGroupIsAnEdit()
    {
        document().edit({1}, bitsEdit(QuantSite::Weight, 2));
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        auto *editor = layers()->findChild<QComboBox *>("bitsEditor");
        QVERIFY(editor);
        QCOMPARE(editor->currentIndex(), -1);
        const int two = editor->findData(2);
        editor->setCurrentIndex(two);
        Q_EMIT editor->activated(two);
        QCOMPARE(settings(), QStringList({"wfloat", "w2", "w2", "wfloat"}));
    }

    void networksWithoutNestingAreFlat()
    {
        openSmall();
        QCOMPARE(layers()->model()->rowCount(), 3);
        QVERIFY(!layers()->rootIsDecorated());
        QCOMPARE(row(0).data().toString(), QString("main.0"));
    }

    void groupingCanBeTurnedOffAndStaysOff()
    {
        document().toggleLock({1});
        find<QAction>("groupLayers")->trigger();
        QCOMPARE(layers()->model()->rowCount(), 4);
        QCOMPARE(row(1).data().toString(), QString("block1.0"));
        m_window.reset();
        m_window = std::make_unique<MainWindow>(*m_session);
        QVERIFY(!find<QAction>("groupLayers")->isChecked());
    }

    void theFilterKeepsTheSelectionAndClosedGroups()
    {
        layers()->setCurrentIndex(layers()->model()->index(0, kWeight, row(1)));
        layers()->collapse(row(1));
        auto *filter = find<QLineEdit>("layersFilter");
        filter->setFocus();
        QTest::keyClicks(filter, "block1");
        QCOMPARE(layers()->model()->rowCount(), 2);
        QCOMPARE(layers()->selectedLayers(), QList<int>{1});
        filter->clear();
        QCOMPARE(layers()->model()->rowCount(), 3);
        QCOMPARE(layers()->selectedLayers(), QList<int>{1});
    }

    void whatAnEditChangesStaysVisibleInANarrowDock()
    {
        constexpr int kNarrow = 260;
        auto *dock = find<QDockWidget>("layersDock");
        m_window->resizeDocks({dock}, {kNarrow}, Qt::Horizontal);
        QTRY_COMPARE(dock->width(), kNarrow);
        QVERIFY(!layers()->isColumnHidden(kWeight));
        QVERIFY(!layers()->isColumnHidden(int(LayerColumn::ActivationBits)));
        QVERIFY(!layers()->isColumnHidden(int(LayerColumn::Sqnr)));
        QVERIFY(layers()->isColumnHidden(int(LayerColumn::Bytes)));
        QVERIFY(layers()->header()->length() <= layers()->viewport()->width());
    }

    void chosenColumnsAreKept()
    {
        Q_EMIT layers()->columnMenu()->aboutToShow();
        layers()->columnMenu()->actions().at(int(LayerColumn::EffectiveBits))->setChecked(true);
        Q_EMIT layers()->columnMenu()->aboutToShow();
        layers()->columnMenu()->actions().at(int(LayerColumn::Sqnr))->setChecked(false);
        const QList<int> chosen = layers()->shownColumns();
        QVERIFY(chosen.contains(int(LayerColumn::EffectiveBits)));
        m_window.reset();
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->show();
        QVERIFY(!layers()->automaticColumns());
        QCOMPARE(layers()->shownColumns(), chosen);
        layers()->setAutomaticColumns(true);
        Q_EMIT layers()->columnsChosen();
        m_window.reset();
        m_window = std::make_unique<MainWindow>(*m_session);
        QVERIFY(layers()->automaticColumns());
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestMainWindowLayers>(argc, argv);
}

#include "tst_main_window_layers.moc"
