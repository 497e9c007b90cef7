// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers_view_fixture.h"

#include <QComboBox>
#include <QSortFilterProxyModel>

using namespace quantloupe;
using namespace quantloupe::test;
using Fixture = LayersViewFixture;

class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }

    void digitSetsWholeSelection()
    {
        Fixture f;
        f.focus(2, kWeight);
        f.selectRows(1, 3);
        QTest::keyClick(&f.view, Qt::Key_4);
        compareEdit(f.entered, {1, 2, 3}, QuantSite::Weight, 4);
    }

    void otherColumnsMeanTheWeight()
    {
        Fixture f;
        f.focus(2, int(LayerColumn::Kind));
        QTest::keyClick(&f.view, Qt::Key_8);
        compareEdit(f.entered, {2}, QuantSite::Weight, 8);
    }

    void activationRowsWithoutSiteAreLeftOut()
    {
        Fixture f;
        f.focus(0, kActivation);
        QTest::keyClick(&f.view, Qt::Key_8);
        QCOMPARE(f.entered.size(), 0);
        f.selectRows(0, 2);
        QTest::keyClick(&f.view, Qt::Key_F);
        compareEdit(f.entered, {1, 2}, QuantSite::Activation, 32);
    }

    void twoDigits_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QList<int>>("bits");
        QTest::newRow("10") << "10" << Rows{10};
        QTest::newRow("16") << "16" << Rows{16};
        QTest::newRow("17 is 1 and 7") << "17" << Rows{1, 7};
        QTest::newRow("0 alone") << "0" << Rows{};
        QTest::newRow("40 is 4") << "40" << Rows{4};
        QTest::newRow("117 is 11 and 7") << "117" << Rows{11, 7};
        QTest::newRow("f ends the wait") << "1f" << Rows{1, 32};
    }

    void twoDigits()
    {
        QFETCH(QString, typed);
        QFETCH(QList<int>, bits);
        Fixture f;
        f.focus(1, kWeight);
        QTest::keyClicks(&f.view, typed);
        Rows delivered;
        for (const QList<QVariant> &arguments : f.entered)
            delivered.append(arguments[2].toInt());
        QCOMPARE(delivered, bits);
    }

    void oneIsDeliveredAfterTheWait()
    {
        Fixture f;
        f.focus(1, kWeight);
        QTest::keyClick(&f.view, Qt::Key_1);
        QCOMPARE(f.entered.size(), 0);
        QTRY_COMPARE(f.entered.size(), 1);
        compareEdit(f.entered, {1}, QuantSite::Weight, 1);
    }

    void waitingOneKeepsItsRow()
    {
        Fixture f;
        f.focus(1, kWeight);
        QTest::keyClick(&f.view, Qt::Key_1);
        QTest::keyClick(&f.view, Qt::Key_Down);
        compareEdit(f.entered, {1}, QuantSite::Weight, 1);
        QCOMPARE(f.view.currentIndex().row(), 2);
    }

    void keysStep()
    {
        Fixture f;
        f.focus(1, kActivation);
        QTest::keyClick(&f.view, Qt::Key_Plus);
        compareEdit(f.stepped, {1}, QuantSite::Activation, 1);
        QTest::keyClick(&f.view, Qt::Key_Minus);
        compareEdit(f.stepped, {1}, QuantSite::Activation, -1);
    }

    void editKeysBeatShortcuts()
    {
        Fixture f;
        QKeyEvent key(QEvent::ShortcutOverride, Qt::Key_F, Qt::NoModifier, QStringLiteral("f"));
        key.ignore();
        QApplication::sendEvent(&f.view, &key);
        QVERIFY(key.isAccepted());
        QKeyEvent other(QEvent::ShortcutOverride, Qt::Key_L, Qt::NoModifier, QStringLiteral("l"));
        other.ignore();
        QApplication::sendEvent(&f.view, &other);
        QVERIFY(!other.isAccepted());
    }

    void controlWheelStepsTheCellUnderIt()
    {
        Fixture f;
        f.focus(1, kWeight);
        wheel(f.view, f.centre(3, kActivation), 120, Qt::ControlModifier);
        compareEdit(f.stepped, {3}, QuantSite::Activation, 1);
        wheel(f.view, f.centre(3, kActivation), -60, Qt::ControlModifier);
        QCOMPARE(f.stepped.size(), 0);
        wheel(f.view, f.centre(3, kActivation), -60, Qt::ControlModifier);
        compareEdit(f.stepped, {3}, QuantSite::Activation, -1);
        wheel(f.view, f.centre(3, kActivation), 120, Qt::NoModifier);
        QCOMPARE(f.stepped.size(), 0);
    }

    void dragStepsTheSelection()
    {
        Fixture f;
        f.selectRows(1, 2);
        const QPoint from = f.centre(2, kWeight);
        QTest::mousePress(f.view.viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(f.view.viewport(), from - QPoint(0, 5));
        QCOMPARE(f.stepped.size(), 0);
        QTest::mouseMove(f.view.viewport(), from - QPoint(0, 17));
        compareEdit(f.stepped, {1, 2}, QuantSite::Weight, 2);
        QCOMPARE(f.view.viewport()->cursor().shape(), Qt::SizeVerCursor);
        QTest::mouseMove(f.view.viewport(), from - QPoint(0, 9));
        compareEdit(f.stepped, {1, 2}, QuantSite::Weight, -1);
        QTest::mouseRelease(f.view.viewport(), Qt::LeftButton, {}, from - QPoint(0, 9));
        QCOMPARE(f.finished.size(), 1);
        QCOMPARE(f.view.selectionModel()->selectedRows().size(), 2);
    }

    void clickOnAnotherRowSelectsItAndEditsNothing()
    {
        Fixture f;
        f.focus(1, kWeight);
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, f.centre(3, kWeight));
        QCOMPARE(f.view.currentIndex(), f.model.index(3, kWeight));
        QCOMPARE(f.view.selectionModel()->selectedRows().size(), 1);
        QCOMPARE(f.stepped.size() + f.entered.size() + f.finished.size(), 0);
    }

    void rowsAreThoseOfTheSource()
    {
        Fixture f;
        QSortFilterProxyModel proxy;
        proxy.setSourceModel(&f.model);
        proxy.sort(0, Qt::DescendingOrder);
        f.view.setModel(&proxy);
        f.focus(0, kWeight);
        f.selectRows(0, 1);
        QTest::keyClick(&f.view, Qt::Key_5);
        compareEdit(f.entered, {3, 4}, QuantSite::Weight, 5);
    }

    void editorOpens_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("choices");
        QTest::newRow("weight") << kWeight << 17;
        QTest::newRow("activation") << kActivation << 16;
    }

    void editorOpens()
    {
        QFETCH(int, column);
        QFETCH(int, choices);
        Fixture f;
        f.focus(1, column);
        QTest::keyClick(&f.view, Qt::Key_Return);
        auto *editor = f.view.findChild<QComboBox *>(QStringLiteral("bitsEditor"));
        QVERIFY(editor);
        QCOMPARE(editor->count(), choices);
        QCOMPARE(editor->currentData(), f.model.index(1, column).data(BitsRole));
    }

    void editorEditsTheSelection()
    {
        Fixture f;
        f.selectRows(1, 2);
        QTest::mouseDClick(f.view.viewport(), Qt::LeftButton, {}, f.centre(3, kWeight));
        QTest::mouseRelease(f.view.viewport(), Qt::LeftButton, {}, f.centre(3, kWeight));
        auto *editor = f.view.findChild<QComboBox *>(QStringLiteral("bitsEditor"));
        QVERIFY(editor);
        f.selectRows(1, 3);
        const int six = editor->findData(6);
        editor->setCurrentIndex(six);
        Q_EMIT editor->activated(six);
        compareEdit(f.entered, {1, 2, 3}, QuantSite::Weight, 6);
        QCOMPARE(f.model.index(3, kWeight).data(BitsRole).toInt(), 8);
        QTRY_VERIFY(!f.view.findChild<QComboBox *>(QStringLiteral("bitsEditor")));
    }

    void escapeClosesTheListWithItsEditor()
    {
        Fixture f;
        f.focus(1, kWeight);
        QTest::keyClick(&f.view, Qt::Key_F2);
        auto *editor = f.view.findChild<QComboBox *>(QStringLiteral("bitsEditor"));
        QVERIFY(editor);
        QTRY_VERIFY(editor->view()->isVisible());
        QTest::keyClick(editor->view(), Qt::Key_Escape);
        QTRY_VERIFY(!f.view.findChild<QComboBox *>(QStringLiteral("bitsEditor")));
        QVERIFY(f.view.hasFocus());
        QCOMPARE(f.entered.size(), 0);
        QTest::keyClick(&f.view, Qt::Key_4);
        compareEdit(f.entered, {1}, QuantSite::Weight, 4);
    }

    void aChoiceInTheListIsAnEdit()
    {
        Fixture f;
        f.focus(1, kWeight);
        QTest::keyClick(&f.view, Qt::Key_F2);
        auto *editor = f.view.findChild<QComboBox *>(QStringLiteral("bitsEditor"));
        QVERIFY(editor);
        QTRY_VERIFY(editor->view()->isVisible());
        const int before = editor->currentData().toInt();
        QTest::keyClick(editor->view(), Qt::Key_Down);
        QTest::keyClick(editor->view(), Qt::Key_Return);
        compareEdit(f.entered, {1}, QuantSite::Weight, before - 1);
        QTRY_VERIFY(!f.view.findChild<QComboBox *>(QStringLiteral("bitsEditor")));
        QVERIFY(f.view.hasFocus());
    }

    void editorStaysClosedWithoutSiteOrPermission()
    {
        Fixture f;
        f.focus(0, kActivation);
        QTest::keyClick(&f.view, Qt::Key_F2);
        f.model.item(1, kWeight)->setEditable(false);
        f.focus(1, kWeight);
        QTest::keyClick(&f.view, Qt::Key_F2);
        QVERIFY(!f.view.findChild<QComboBox *>(QStringLiteral("bitsEditor")));
        QCOMPARE(f.blocked.size(), 2);
        QCOMPARE(f.blocked[1][0].value<Rows>(), Rows{1});
    }

    void anEditWithoutSiteIsReported()
    {
        Fixture f;
        f.focus(0, kActivation);
        QTest::keyClick(&f.view, Qt::Key_8);
        QTest::keyClick(&f.view, Qt::Key_Plus);
        wheel(f.view, f.centre(0, kActivation), 120, Qt::ControlModifier);
        QCOMPARE(f.entered.size() + f.stepped.size(), 0);
        QCOMPARE(f.blocked.size(), 3);
        for (const QList<QVariant> &arguments : f.blocked) {
            QCOMPARE(arguments[0].value<Rows>(), Rows{0});
            QVERIFY(arguments[1].value<QuantSite>() == QuantSite::Activation);
        }
    }
};

QTEST_MAIN(TestLayers)
#include "tst_widgets_layers.moc"
