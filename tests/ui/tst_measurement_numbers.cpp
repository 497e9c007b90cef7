// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_generator.h"
#include "made_up_measurement.h"

#include "models/metrics_charts.h"
#include "models/metrics_readings.h"

#include <QJsonObject>
#include <QTest>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

const MetricQuantity kSwd{MetricQuantity::Aspect::Value, MetricKind::SlicedWasserstein, "SWD"};

} // namespace

/// The name of a measurement, "#12", is its own for good.
class TestMeasurementNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<QuantDocument>();
        m_history = std::make_unique<MetricsHistory>(m_document.get());
        m_document->open(madeUpGenerator());
    }
    void cleanup()
    {
        m_history.reset();
        m_document.reset();
    }

    void numbersStayWhenOldOnesArePushedOut()
    {
        for (qsizetype i = 0; i < MetricsHistory::kMost; ++i)
            add();
        QCOMPARE(numberOf(m_history->all().last()), QString("#1000"));
        add();
        add();
        QCOMPARE(m_history->all().size(), MetricsHistory::kMost);
        QCOMPARE(numberOf(m_history->all().first()), QString("#3"));
        QCOMPARE(numberOf(m_history->all().last()), QString("#1002"));
        const LinePlotData line = historyLine(m_history->all(), kSwd, 999).data;
        QCOMPARE(line.places.first(), 3.0);
        QCOMPARE(line.places.last(), 1002.0);
        QVERIFY(line.readings.last().startsWith("#1002:"));
        QVERIFY2(line.readings.last().contains("to #1001"), qPrintable(line.readings.last()));
    }

    void numbersComeBackWithTheSession()
    {
        for (int i = 0; i < 3; ++i)
            add();
        QJsonArray kept = m_history->toJson();
        kept.removeFirst();
        m_history->restore(kept);
        QCOMPARE(numberOf(m_history->all().first()), QString("#2"));
        add();
        QCOMPARE(numberOf(m_history->all().last()), QString("#4"));
    }

    void sessionsWithoutNumbersAreCounted()
    {
        add();
        QJsonObject measurement = m_history->toJson()[0].toObject();
        measurement.remove("number");
        m_history->restore(QJsonArray{measurement, measurement});
        QCOMPARE(numberOf(m_history->all().first()), QString("#1"));
        QCOMPARE(numberOf(m_history->all().last()), QString("#2"));
    }

private:
    void add() { m_history->add(madeUpMeasurement(*m_document, 2)); }

    std::unique_ptr<QuantDocument> m_document;
    std::unique_ptr<MetricsHistory> m_history;
};

QTEST_MAIN(TestMeasurementNumbers)
#include "tst_measurement_numbers.moc"
