// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include <QFile>
#include <QTest>

using namespace quantloupe;

namespace {

/// Megabytes that this process has had at most.
double peakMegabytes()
{
    QFile status("/proc/self/status");
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').value(0).toDouble() / 1024;
    return 0;
}

} // namespace

/// Samples are generated, measured and dropped.
class TestMetricsMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moreSamplesTakeNoMoreMemory()
    {
        const double few = peakAfter(64);
        if (few == 0)
            QSKIP("The system does not tell the memory of a process.");
        // A sample leaves half a megabyte of values on its way through this network.
        constexpr double kSmall = 32;
        const double many = peakAfter(320);
        QVERIFY2(many - few < kSmall, qPrintable(QString("%1 to %2").arg(few).arg(many)));
    }

private:
    double peakAfter(std::size_t count)
    {
        OpenRequest open;
        open.path = "builtin:avatars-64";
        MetricsRequest request;
        request.generator = m_session.open(open, {});
        request.plan = samplingPlan(*request.generator);
        request.metrics = {MetricKind::Psnr};
        request.count = count;
        m_session.measure(request, Lane::Compute, {}, {});
        return peakMegabytes();
    }

    Session m_session;
};

QTEST_APPLESS_MAIN(TestMetricsMemory)
#include "tst_metrics_memory.moc"
