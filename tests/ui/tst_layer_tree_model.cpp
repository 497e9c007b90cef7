// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_setting_edit.h"
#include "models/layer_table_model.h"
#include "models/layer_tree_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace quantloupe;

namespace {

OpenedGenerator generatorOf(const QStringList &names)
{
    OpenedGenerator opened;
    opened.info.name = "nested.pt";
    std::int64_t weights = 100;
    for (const QString &name : names) {
        LayerInfo layer;
        layer.name = name.toStdString();
        layer.kind = name.contains("affine") ? LayerKind::Linear : LayerKind::Convolution;
        layer.weights = layer.parameters = weights;
        layer.weightShape = {weights, 1};
        weights += 100;
        opened.info.layers.push_back(layer);
    }
    return opened;
}

const QStringList kStyle = {"mapping.fc0",        "mapping.fc1",        "synthesis.b4.conv1.affine",
                            "synthesis.b4.conv1", "synthesis.b4.torgb", "synthesis.b8.conv0",
                            "synthesis.b8.conv1"};

/// Titles with groups' children in brackets.
QString outline(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString title = index.data().toString();
        titles += model.hasChildren(index) ? title + u'[' + outline(model, index) + u']' : title;
    }
    return titles.join(u' ');
}

} // namespace

class TestLayerTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<QuantDocument>();
        m_layers = std::make_unique<LayerTableModel>(m_document.get());
        m_tree = std::make_unique<LayerTreeModel>();
        m_tree->setSourceModel(m_layers.get());
        using Mode = QAbstractItemModelTester::FailureReportingMode;
        m_tester = std::make_unique<QAbstractItemModelTester>(m_tree.get(), Mode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_tree.reset();
        m_layers.reset();
        m_document.reset();
    }

    void groups_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << QStringList{} << "";
        QTest::newRow("plain names") << QStringList{"fc", "up", "out"} << "fc up out";
        QTest::newRow("a path that all share")
            << QStringList{"main.0", "main.3", "main.6"} << "main.0 main.3 main.6";
        QTest::newRow("one layer is no group")
            << QStringList{"fc.linear", "up.conv", "out"} << "fc.linear up.conv out";
        QTest::newRow("modules") << QStringList{"fc", "main.0", "main.3"} << "fc main[0 3]";
        QTest::newRow("nested") << kStyle
                                << "mapping[fc0 fc1] synthesis[b4[conv1.affine conv1 torgb] "
                                   "b8[conv0 conv1]]";
        QTest::newRow("a path without branches")
            << QStringList{"g.net.body.a", "g.net.body.b", "g.rgb"} << "g.net.body[a b] g.rgb";
        QTest::newRow("order is kept where modules alternate")
            << QStringList{"a.0", "a.1", "b.0", "a.2", "a.3"} << "a[0 1] b.0 a[2 3]";
    }

    void groups()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, expected);
        m_document->open(generatorOf(names));
        QCOMPARE(outline(*m_tree), expected);
        m_tree->setGrouping(false);
        QCOMPARE(outline(*m_tree), names.join(u' '));
    }

    void mapsBothWays()
    {
        m_document->open(generatorOf(kStyle));
        for (int row = 0; row < kStyle.size(); ++row) {
            const QModelIndex source = m_layers->index(row, 3);
            QCOMPARE(m_tree->mapToSource(m_tree->mapFromSource(source)), source);
        }
        QVERIFY(!m_tree->mapToSource(m_tree->index(0, 0)).isValid());
    }

    void groupsSayWhatTheirLayersShare()
    {
        m_document->open(generatorOf(kStyle));
        QCOMPARE(cell(synthesis(), LayerColumn::WeightBits), QString("fp"));
        m_document->edit({2, 3, 4}, bitsEdit(QuantSite::Weight, 4));
        QCOMPARE(cell(b4(), LayerColumn::WeightBits), QString("4"));
        QCOMPARE(cell(synthesis(), LayerColumn::WeightBits), QString("4–fp"));
        m_document->edit({4}, bitsEdit(QuantSite::Weight, 2));
        m_document->edit({5, 6}, bitsEdit(QuantSite::Weight, 8));
        QCOMPARE(cell(synthesis(), LayerColumn::WeightBits), QString("2–8"));
        QCOMPARE(at(synthesis(), LayerColumn::WeightBits).data(BitsRole).toInt(), 2);
        QCOMPARE(at(synthesis(), LayerColumn::WeightBits).data(MostBitsRole).toInt(), 8);
        QCOMPARE(synthesis().data(LayerCountRole).toInt(), 5);
        QCOMPARE(cell(b4(), LayerColumn::Kind), QString());
        QCOMPARE(cell(m_tree->index(0, 0), LayerColumn::Kind), QString("conv"));
        QCOMPARE(cell(b4(), LayerColumn::Method), QString("MSE clip"));
        m_document->edit({4}, methodEdit(WeightMethod::Ternary));
        QCOMPARE(cell(b4(), LayerColumn::Method), QString("mixed"));
    }

    void groupsAddUp()
    {
        m_document->open(generatorOf(kStyle));
        m_document->edit({2}, bitsEdit(QuantSite::Weight, 4));
        m_document->edit({3, 4}, bitsEdit(QuantSite::Weight, 8));
        SizeReport size;
        // 300, 400 and 500 weights.
        size.layers = {{"synthesis.b4.conv1.affine", 150, 0, 0},
                       {"synthesis.b4.conv1", 400, 0, 0},
                       {"synthesis.b4.torgb", 650, 0, 0}};
        m_layers->setSize(size);
        QCOMPARE(cell(b4(), LayerColumn::Parameters), QLocale().toString(1200));
        QCOMPARE(cell(b4(), LayerColumn::Bytes), QLocale().toString(1200));
        // (300 x 4 + 900 x 8) / 1200, and 1200 bytes for 1200 weights.
        QCOMPARE(cell(b4(), LayerColumn::NominalBits), QString("7"));
        QCOMPARE(cell(b4(), LayerColumn::EffectiveBits), QString("8"));
        QCOMPARE(cell(synthesis(), LayerColumn::Bytes), QString());
    }

    void groupsFollowEdits()
    {
        m_document->open(generatorOf(kStyle));
        QSignalSpy changes(m_tree.get(), &QAbstractItemModel::dataChanged);
        m_document->edit({2}, bitsEdit(QuantSite::Weight, 4));
        const bool covered =
            std::any_of(changes.begin(), changes.end(), [this](const QList<QVariant> &change) {
                const auto first = change[0].toModelIndex();
                return first.parent() == synthesis() && first.row() <= b4().row();
            });
        QVERIFY(covered);
    }

    void lockedGroupsAreNotEdited()
    {
        m_document->open(generatorOf(kStyle));
        QVERIFY(at(b4(), LayerColumn::WeightBits).flags() & Qt::ItemIsEditable);
        m_document->toggleLock({2, 3});
        QVERIFY(!b4().data(LockedRole).toBool());
        m_document->toggleLock({4});
        QVERIFY(b4().data(LockedRole).toBool());
        QVERIFY(!(at(b4(), LayerColumn::WeightBits).flags() & Qt::ItemIsEditable));
    }

    void filterKeepsTheGroupsOfWhatMatches()
    {
        m_document->open(generatorOf(kStyle));
        m_tree->setFilterText("conv1");
        QCOMPARE(outline(*m_tree), QString("synthesis.b4[conv1.affine conv1] synthesis.b8.conv1"));
        m_tree->setFilterText("LINEAR b4");
        QCOMPARE(outline(*m_tree), QString("synthesis.b4.conv1.affine"));
        m_tree->setFilterText({});
        QCOMPARE(m_tree->rowCount(), 2);
    }

    void siblingsKnowWhereTheyDiffer()
    {
        m_document->open(generatorOf({"conv1.conv", "up", "deconv1.conv", "deconv2.conv"}));
        const auto differsAt = [this](int row) {
            return m_tree->index(row, 0).data(DiffersAtRole).toInt();
        };
        QCOMPARE(differsAt(0), 0);
        QCOMPARE(differsAt(1), 0);
        QCOMPARE(differsAt(2), int(qstrlen("deconv")));
        QCOMPARE(differsAt(3), int(qstrlen("deconv")));
    }

private:
    QModelIndex synthesis() const { return m_tree->index(1, 0); }
    QModelIndex b4() const { return m_tree->index(0, 0, synthesis()); }
    static QModelIndex at(const QModelIndex &row, LayerColumn column)
    {
        return row.siblingAtColumn(static_cast<int>(column));
    }
    static QString cell(const QModelIndex &row, LayerColumn column)
    {
        return at(row, column).data().toString();
    }

    std::unique_ptr<QuantDocument> m_document;
    std::unique_ptr<LayerTableModel> m_layers;
    std::unique_ptr<LayerTreeModel> m_tree;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestLayerTreeModel)
#include "tst_layer_tree_model.moc"
