// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant_document_fixture.h"
#include "views/difference_page.h"
#include "widgets/elided_label.h"
#include "widgets/numbers_view.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace quantloupe;

/// What differs between the present and the kept configurations, layer by layer.
class TestDifferencePage : public test::QuantDocumentFixture
{
    Q_OBJECT

    /// A byte for each bit of each layer.
    static SizeReport sizeOf(const QuantConfig &config)
    {
        SizeReport size;
        for (const LayerInfo &layer : test::madeUpGenerator().info.layers) {
            SizedLayer sized;
            sized.name = layer.name;
            sized.bytes = config.spec(layer.name).weight.bits;
            size.bytes += sized.bytes;
            size.layers.push_back(sized);
        }
        size.averageBits = double(size.bytes) / double(size.layers.size());
        return size;
    }
    template <typename Child> Child *find(const char *name) const
    {
        return m_page->findChild<Child *>(name);
    }
    const QAbstractItemModel &model() const
    {
        return *find<NumbersView>("differenceTable")->model();
    }
    QString cell(int row, int column) const { return model().index(row, column).data().toString(); }
    QString summary() const { return find<ElidedLabel>("differenceSummary")->text(); }
    void choose(const char *list, const QString &text)
    {
        auto *combo = find<QComboBox>(list);
        const int item = combo->findText(text);
        QVERIFY2(item >= 0, qPrintable(text));
        combo->setCurrentIndex(item);
        Q_EMIT combo->activated(item);
    }
    void setBits(int row, int bits)
    {
        m_document->finishGesture();
        m_document->edit({row}, bitsEdit(QuantSite::Weight, bits));
    }

private Q_SLOTS:
    void init()
    {
        openMadeUp();
        m_kept = std::make_unique<CompareSet>(m_document.get());
        m_page = std::make_unique<DifferencePage>(m_document.get(), m_kept.get(), sizeOf, &m_open,
                                                  &m_keep);
        connect(&m_keep, &QAction::triggered, m_kept.get(), &CompareSet::keepPresent);
        m_page->resize(1000, 300);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup()
    {
        m_keep.disconnect();
        m_page.reset();
        m_kept.reset();
        m_document.reset();
    }

    void oneIsKeptFirst()
    {
        QVERIFY(find<QWidget>("differenceState")->isVisible());
        QVERIFY(!find<QWidget>("differenceFirst")->isVisible());
        QTest::mouseClick(find<QPushButton>("stateAction1"), Qt::LeftButton);
        QVERIFY(!find<QWidget>("differenceState")->isVisible());
        QVERIFY(find<QWidget>("differenceFirst")->isVisible());
        // The kept one, then what has become of it.
        QCOMPARE(find<QComboBox>("differenceFirst")->currentText(), QString("A"));
        QCOMPARE(find<QComboBox>("differenceSecond")->currentText(), QString("Current"));
        QVERIFY2(summary().startsWith("0 of 3 layers differ"), qPrintable(summary()));
        m_document->open({});
        QVERIFY(find<QWidget>("differenceState")->isVisible());
        QCOMPARE(find<QPushButton>("stateAction1")->text(), QString("Open"));
    }

    void layersThatDifferAreListed()
    {
        QAbstractItemModelTester tester(find<NumbersView>("differenceTable")->model());
        m_kept->keepPresent();
        setBits(kUp, 8);
        setBits(kOut, 4);
        QCOMPARE(model().rowCount(), 2);
        QCOMPARE(cell(0, DifferenceTableModel::Layer), QString("up"));
        QCOMPARE(cell(0, DifferenceTableModel::First), QString("wfloat,afloat"));
        QCOMPARE(cell(0, DifferenceTableModel::Second), QString("w8,afloat"));
        QCOMPARE(cell(0, DifferenceTableModel::Bytes), QString("−24 B"));
        QCOMPARE(cell(1, DifferenceTableModel::Layer), QString("out"));
        QVERIFY2(summary().startsWith("2 of 3 layers differ; 96 B → 44 B"), qPrintable(summary()));
        QTest::keyClick(find<QCheckBox>("differenceAll"), Qt::Key_Space);
        QCOMPARE(model().rowCount(), 3);
        QCOMPARE(cell(0, DifferenceTableModel::Layer), QString("embed"));
        QCOMPARE(cell(0, DifferenceTableModel::Bytes), QString("="));
        QVERIFY(summary().startsWith("2 of 3 layers differ"));
    }

    void keptOnesAreComparedWithEachOther()
    {
        m_kept->keepPresent();
        setBits(kUp, 8);
        m_kept->keepPresent();
        setBits(kUp, 3);
        choose("differenceSecond", "B");
        QCOMPARE(cell(0, DifferenceTableModel::Second), QString("w8,afloat"));
        choose("differenceFirst", "Current");
        QCOMPARE(cell(0, DifferenceTableModel::First), QString("w3,afloat"));
        QCOMPARE(cell(0, DifferenceTableModel::Bytes), QString("+5 B"));
        // The choice survives others, and names follow.
        m_kept->rename(m_kept->kept().constLast().id, "eight");
        QCOMPARE(find<QComboBox>("differenceSecond")->currentText(), QString("eight"));
        m_kept->remove(m_kept->kept().constFirst().id);
        QCOMPARE(find<QComboBox>("differenceSecond")->currentText(), QString("eight"));
        QCOMPARE(cell(0, DifferenceTableModel::First), QString("w3,afloat"));
    }

private:
    QAction m_open{"Open"};
    QAction m_keep{"Keep"};
    std::unique_ptr<CompareSet> m_kept;
    std::unique_ptr<DifferencePage> m_page;
};

QTEST_MAIN(TestDifferencePage)

#include "tst_difference_page.moc"
