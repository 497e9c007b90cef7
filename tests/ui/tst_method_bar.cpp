// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_generator.h"
#include "models/layer_tooltip.h"
#include "models/quant_document.h"
#include "views/method_bar.h"

#include <QComboBox>
#include <QTest>

using namespace quantloupe;

/// Every method can be chosen by keyboard and says where it comes from.
class TestMethodBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<QuantDocument>();
        m_document->open(test::madeUpGenerator());
    }

    void everyMethodIsOfferedWithItsSource()
    {
        MethodBar bar(m_document.get());
        const auto *methods = bar.findChild<QComboBox *>("weightMethod");
        for (const WeightMethod method : weightMethods()) {
            const int index = methods->findData(static_cast<int>(method));
            QVERIFY2(index >= 0, name(method).data());
            QCOMPARE(methods->itemText(index), displayName(method));
            const QString source = methods->itemData(index, Qt::ToolTipRole).toString();
            QVERIFY(source.endsWith('.'));
            // Authors and where they published.
            QVERIFY2(source.contains("et al.") || source.contains("Wu"), qPrintable(source));
        }
        QCOMPARE(methods->count(), static_cast<int>(weightMethods().size()) + 1);
        const int em = methods->findData(static_cast<int>(WeightMethod::Em));
        QVERIFY(methods->itemData(em, Qt::ToolTipRole).toString().contains("1901.08263"));
    }

    void arrowKeysChoose()
    {
        MethodBar bar(m_document.get());
        bar.setRows({1});
        bar.show();
        auto *methods = bar.findChild<QComboBox *>("weightMethod");
        methods->setFocus();
        const int em = methods->findData(static_cast<int>(WeightMethod::Em));
        for (int i = 0; i <= methods->count() && methods->currentIndex() != em; ++i)
            QTest::keyClick(methods, methods->currentIndex() < em ? Qt::Key_Down : Qt::Key_Up);
        const LayerInfo &layer = m_document->info().layers.at(1);
        QCOMPARE(m_document->config().spec(layer.name).weight.method, WeightMethod::Em);
        QCOMPARE(methods->currentIndex(), em);
    }

    void groupsOfWeightsCanShareAScale()
    {
        MethodBar bar(m_document.get());
        m_document->edit({1}, bitsEdit(QuantSite::Weight, 4));
        bar.setRows({1});
        bar.show();
        auto *scales = bar.findChild<QComboBox *>("granularity");
        QCOMPARE(scales->count(), static_cast<int>(granularities().size()));
        scales->setFocus();
        const int group = scales->findData(static_cast<int>(Granularity::PerGroup32));
        for (int i = 0; i <= scales->count() && scales->currentIndex() < group; ++i)
            QTest::keyClick(scales, Qt::Key_Down);
        const LayerInfo &layer = m_document->info().layers.at(1);
        const WeightSpec weight = m_document->config().spec(layer.name).weight;
        QCOMPARE(weight.granularity, Granularity::PerGroup32);
        QVERIFY(methodText(weight).contains(scales->currentText()));
    }

private:
    std::unique_ptr<QuantDocument> m_document;
};

QTEST_MAIN(TestMethodBar)
#include "tst_method_bar.moc"
