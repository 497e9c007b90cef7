// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/range_edit.h"
#include "quant_document_fixture.h"
#include "views/method_bar.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QTest>

using namespace quantloupe;

/// Observer, its parameter and the mapping of activations are chosen beside the weight's method.
class TestRangeField : public test::QuantDocumentFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bar.reset();
        openMadeUp();
        m_document->edit({kUp, kOut}, bitsEdit(QuantSite::Activation, 8));
        m_document->undoStack()->clear();
        m_bar = std::make_unique<MethodBar>(m_document.get());
        m_bar->setRows({kOut});
        m_bar->show();
    }

    void everyObserverIsOfferedWithItsSource()
    {
        for (const RangeEstimator estimator : rangeEstimators()) {
            const int index = estimators()->findData(static_cast<int>(estimator));
            QVERIFY2(index >= 0, name(estimator).data());
            QCOMPARE(estimators()->itemText(index), displayName(estimator));
            QVERIFY(estimators()->itemData(index, Qt::ToolTipRole).toString().endsWith('.'));
        }
        QCOMPARE(estimators()->count(), static_cast<int>(rangeEstimators().size()));
    }

    void arrowKeysChooseAndUndoBringsBack()
    {
        choose(estimators(), static_cast<int>(RangeEstimator::Entropy));
        QCOMPARE(spec(kOut).estimator, RangeEstimator::Entropy);
        QCOMPARE(spec(kUp).estimator, RangeEstimator::Percentile);
        const int steps = m_document->undoStack()->count();
        choose(mappings(), static_cast<int>(MappingType::Symmetric));
        QCOMPARE(toText(spec(kOut)), std::string("a8:entropy:sym"));
        QCOMPARE(m_document->undoStack()->count(), steps + 1);
        m_document->undoStack()->undo();
        QCOMPARE(mappings()->currentData().toInt(), static_cast<int>(MappingType::Asymmetric));
        while (m_document->undoStack()->canUndo())
            m_document->undoStack()->undo();
        QCOMPARE(spec(kOut).estimator, RangeEstimator::Percentile);
        QCOMPARE(estimators()->currentData().toInt(), static_cast<int>(RangeEstimator::Percentile));
    }

    void wholeGeneratorIsOneStep()
    {
        m_bar->setRows({kUp, kOut});
        choose(mappings(), static_cast<int>(MappingType::Symmetric));
        QCOMPARE(toText(spec(kUp)), std::string("a8:sym"));
        QCOMPARE(toText(spec(kOut)), std::string("a8:sym"));
        QCOMPARE(m_document->undoStack()->count(), 1);
    }

    void onlySomeObserversTakeANumber()
    {
        QVERIFY(number()->isVisible());
        QCOMPARE(number()->value(), 0.01);
        enter("0.5");
        QCOMPARE(spec(kOut).percentile, 0.005);
        choose(estimators(), static_cast<int>(RangeEstimator::MovingAverage));
        QVERIFY(number()->isVisible());
        QCOMPARE(number()->value(), 1.0);
        enter("20");
        QCOMPARE(toText(spec(kOut)), std::string("a8:average=0.2"));
        for (const RangeEstimator estimator : {RangeEstimator::MinMax, RangeEstimator::MeanExtremes,
                                               RangeEstimator::Mse, RangeEstimator::Entropy}) {
            choose(estimators(), static_cast<int>(estimator));
            QVERIFY2(!number()->isVisible(), name(estimator).data());
        }
    }

    void numbersHaveNoMoreDigitsThanWereEntered()
    {
        for (const char *percent : {"0.0700", "0.0003", "12.3400", "49.9999"}) {
            enter(percent);
            QCOMPARE(QString::number(spec(kOut).percentile * 100, 'f', 4), QString(percent));
            QVERIFY(toText(spec(kOut)).size() <= std::string("a8:percentile=0.499999").size());
        }
    }

    void differentLayersShowNothing()
    {
        m_document->edit({kUp}, estimatorParameterEdit(0.02));
        m_bar->setRows({kUp, kOut});
        QCOMPARE(number()->text(), QString("–"));
        m_document->edit({kUp}, estimatorEdit(RangeEstimator::Mse));
        QCOMPARE(estimators()->currentIndex(), -1);
        QVERIFY(!number()->isVisible());
        QVERIFY(mappings()->isEnabled());
    }

    void floatActivationsHaveNoRange()
    {
        m_document->edit({kOut}, bitsEdit(QuantSite::Activation, kFloatBits));
        QVERIFY(!estimators()->isEnabled());
        QVERIFY(!mappings()->isEnabled());
        QVERIFY(!number()->isVisible());
        QList<EditRefusal> refusals = m_document->refusals({kOut}, estimatorParameterEdit(0.1));
        QCOMPARE(refusals.size(), 1);
        m_document->edit({kOut}, bitsEdit(QuantSite::Activation, 8));
        m_document->edit({kOut}, estimatorEdit(RangeEstimator::Mse));
        refusals = m_document->refusals({kOut}, estimatorParameterEdit(0.1));
        QVERIFY(refusals.value(0).reason.contains(displayName(RangeEstimator::Mse)));
    }

private:
    QComboBox *estimators() const { return m_bar->findChild<QComboBox *>("estimator"); }
    QComboBox *mappings() const { return m_bar->findChild<QComboBox *>("activationMapping"); }
    QDoubleSpinBox *number() const
    {
        return m_bar->findChild<QDoubleSpinBox *>("estimatorParameter");
    }

    ActivationSpec spec(int row) const
    {
        return m_document->config().spec(m_document->info().layers.at(row).name).activation;
    }

    static void choose(QComboBox *combo, int value)
    {
        combo->setFocus();
        const int wanted = combo->findData(value);
        for (int i = 0; i <= combo->count() && combo->currentIndex() != wanted; ++i)
            QTest::keyClick(combo, combo->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
        QCOMPARE(combo->currentIndex(), wanted);
    }

    void enter(const char *text) const
    {
        number()->setFocus();
        number()->selectAll();
        QTest::keyClicks(number(), text);
        QTest::keyClick(number(), Qt::Key_Return);
    }

    std::unique_ptr<MethodBar> m_bar;
};

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale::c());
    QApplication application(argc, argv);
    TestRangeField test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_range_field.moc"
