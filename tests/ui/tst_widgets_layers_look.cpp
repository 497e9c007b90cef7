// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers_view_fixture.h"

#include "widgets/name_delegate.h"

#include <QClipboard>
#include <QHeaderView>
#include <QMenu>

using namespace quantloupe;
using namespace quantloupe::test;
using Fixture = LayersViewFixture;

class TestLayersLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }

    void columnKeysKeepTheSelection()
    {
        Fixture f;
        f.focus(1, kWeight);
        f.selectRows(1, 3);
        QTest::keyClick(&f.view, Qt::Key_Right);
        QCOMPARE(f.view.currentIndex().column(), kActivation);
        QTest::keyClick(&f.view, Qt::Key_8);
        compareEdit(f.entered, {1, 2, 3}, QuantSite::Activation, 8);
    }

    void marksAreDrawn_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("lock") << int(LockedRole) << QVariant(true);
        QTest::newRow("tie") << int(TieRole) << QVariant(QStringLiteral("A"));
        QTest::newRow("corrections") << int(CorrectedRole) << QVariant(true);
        QTest::newRow("rule") << int(MatchRole) << QVariant(true);
    }

    void marksAreDrawn()
    {
        QFETCH(int, role);
        QFETCH(QVariant, value);
        Fixture f;
        const auto cell = [&] {
            return f.view.viewport()->grab(f.view.visualRect(f.model.index(3, 0))).toImage();
        };
        const QImage before = cell();
        f.model.setData(f.model.index(3, 0), value, role);
        QVERIFY(cell() != before);
        f.model.setData(f.model.index(3, 0), QVariant(), role);
        QCOMPARE(cell(), before);
    }

    void longNamesStayDistinct_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<int>("differsAt");
        QTest::newRow("ends") << QStringList{"synthesis.block.conv1", "synthesis.block.conv2"}
                              << int(qstrlen("synthesis.block.conv"));
        QTest::newRow("before a shared end")
            << QStringList{"deconv1.convolution", "deconv2.convolution"} << int(qstrlen("deconv"));
        QTest::newRow("far in the middle") << QStringList{"synthesis.block.conv1.modulation.affine",
                                                          "synthesis.block.conv2.modulation.affine"}
                                           << int(qstrlen("synthesis.block.conv"));
        QTest::newRow("middles") << QStringList{"synthesis.b64.convolution.affine",
                                                "synthesis.b128.convolution.affine"}
                                 << int(qstrlen("synthesis.b"));
        QTest::newRow("beginnings")
            << QStringList{"first.convolution.of.the.network", "other.convolution.of.the.network"}
            << 0;
    }

    void longNamesStayDistinct()
    {
        QFETCH(QStringList, names);
        QFETCH(int, differsAt);
        const QFontMetrics metrics(QApplication::font());
        const int width = metrics.horizontalAdvance(QStringLiteral("synthesis.b64"));
        QSet<QString> shown;
        for (const QString &name : names) {
            const QString text = distinctlyElided(metrics, name, differsAt, width);
            QVERIFY(metrics.horizontalAdvance(text) <= width);
            shown.insert(text);
        }
        QCOMPARE(shown.size(), names.size());
        QCOMPARE(distinctlyElided(metrics, names[0], differsAt, 10000), names[0]);
    }

    void copiesRowsAsText()
    {
        Fixture f;
        f.selectRows(1, 2);
        QTest::keyClick(&f.view, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        const QStringList cells = lines.first().split(u'\t');
        QCOMPARE(cells.first(), QStringLiteral("1:0"));
        QVERIFY(cells.contains(QStringLiteral("1001")));
    }

    void unimportantColumnsHideWhenNarrow()
    {
        Fixture f;
        QVERIFY(!f.view.isColumnHidden(int(LayerColumn::Parameters)));
        f.view.resize(330, 300);
        QTRY_VERIFY(f.view.isColumnHidden(int(LayerColumn::Parameters)));
        QVERIFY(!f.view.isColumnHidden(kWeight));
        QVERIFY(!f.view.isColumnHidden(kActivation));
        QVERIFY(f.view.header()->length() <= f.view.viewport()->width());
        f.view.resize(900, 300);
        QTRY_VERIFY(!f.view.isColumnHidden(int(LayerColumn::Parameters)));
    }

    void narrowPanelsKeepWhatAnEditChanges()
    {
        Fixture f;
        const int wide = f.view.columnWidth(kWeight);
        f.view.resize(222, 300);
        QTRY_VERIFY(f.view.header()->length() <= f.view.viewport()->width());
        for (const LayerColumn column :
             {LayerColumn::WeightBits, LayerColumn::ActivationBits, LayerColumn::Sqnr})
            QVERIFY(!f.view.isColumnHidden(int(column)));
        QVERIFY(f.view.columnWidth(kWeight) < wide);
        f.view.resize(900, 300);
        QTRY_COMPARE(f.view.columnWidth(kWeight), wide);
    }

    void columnMenuHides()
    {
        Fixture f;
        Q_EMIT f.view.columnMenu()->aboutToShow();
        QAction *kind = f.view.columnMenu()->actions().at(int(LayerColumn::Kind));
        kind->setChecked(false);
        QVERIFY(f.view.isColumnHidden(int(LayerColumn::Kind)));
        QVERIFY(!f.view.automaticColumns());
        QVERIFY(!f.view.columnMenu()->actions().at(int(LayerColumn::Name))->isEnabled());
    }
};

QTEST_MAIN(TestLayersLook)
#include "tst_widgets_layers_look.moc"
