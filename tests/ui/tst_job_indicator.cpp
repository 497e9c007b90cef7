// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"
#include "jobs/job_indicator.h"
#include "jobs/job_list_model.h"
#include "widgets/elided_label.h"

#include <QProgressBar>
#include <QTest>
#include <QToolButton>

#include <semaphore>

using namespace quantloupe;

/// What the status bar says of jobs.
class TestJobIndicator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCancelledJobIsNoLongerOfferedForCancelling()
    {
        std::binary_semaphore notice(0);
        JobLane lane(QueuePolicy::Serial);
        JobListModel jobs;
        jobs.addLane(&lane);
        JobIndicator indicator(&jobs);
        indicator.resize(600, 40);
        indicator.show();
        auto job = std::make_unique<Job<bool>>(QStringLiteral("Opening big.pt"), this);
        job->work = [&notice](const RunContext &, const auto &) {
            notice.acquire();
            return true;
        };
        lane.start(std::move(job));
        auto *name = indicator.findChild<ElidedLabel *>(QStringLiteral("jobName"));
        auto *progress = indicator.findChild<QProgressBar *>();
        auto *cancel = indicator.findChild<QToolButton *>(QStringLiteral("jobCancel"));
        QTRY_VERIFY(name->isVisible() && progress->isVisible());
        QCOMPARE(textOf(name), QStringLiteral("Opening big.pt"));
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_COMPARE(textOf(name), QStringLiteral("Being cancelled: Opening big.pt"));
        QVERIFY(name->isVisible());
        QVERIFY(!progress->isVisible());
        QVERIFY(!cancel->isVisible());
        notice.release();
        QTRY_VERIFY(!name->isVisible());
    }

private:
    static QString textOf(const ElidedLabel *name) { return name->text(); }
};

QTEST_MAIN(TestJobIndicator)
#include "tst_job_indicator.moc"
