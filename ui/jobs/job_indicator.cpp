// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_indicator.h"

#include "jobs/job_list_model.h"
#include "widgets/elided_label.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

namespace quantloupe {

namespace {

constexpr std::chrono::milliseconds kBlink{250};
constexpr int kPermille = 1000;
constexpr int kNameCharacters = 60;

QString textOf(const QModelIndex &job)
{
    const QString name = job.data().toString();
    if (job.data(JobListModel::StoppingRole).toBool())
        return JobIndicator::tr("Being cancelled: %1").arg(name);
    const QString activity = job.data(JobListModel::ActivityRole).toString();
    return activity.isEmpty() ? name : activity;
}

} // namespace

JobIndicator::JobIndicator(JobListModel *jobs, QWidget *parent) : QWidget(parent), m_jobs(jobs)
{
    createWidgets();
    createLayout();
    connectSignals();
}

void JobIndicator::createWidgets()
{
    setObjectName("jobIndicator");
    m_name = new ElidedLabel(this);
    m_name->setMaximumWidth(fontMetrics().averageCharWidth() * kNameCharacters);
    m_name->setObjectName("jobName");
    m_name->setAccessibleName(tr("Running job"));

    m_progress = new QProgressBar(this);
    m_progress->setObjectName("jobProgress");
    m_progress->setAccessibleName(tr("Progress of the running job"));
    m_progress->setRange(0, kPermille);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(fontMetrics().averageCharWidth() * 16);
    m_progress->setMaximumHeight(fontMetrics().height());

    m_cancel = new QToolButton(this);
    m_cancel->setObjectName("jobCancel");
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop what is running (Esc)"));
    m_cancel->setAccessibleName(tr("Cancel the running job"));
    m_cancel->setAutoRaise(true);

    m_delay.setSingleShot(true);
    m_delay.setInterval(kBlink);
    setShown(false);
}

void JobIndicator::createLayout()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_name);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addStretch(1);
    // The status bar, and with it the pictures, must not move when a job comes or goes.
    setFixedHeight(m_cancel->sizeHint().height());
}

void JobIndicator::connectSignals()
{
    connect(m_jobs, &JobListModel::modelReset, this, &JobIndicator::followJobs);
    connect(m_jobs, &JobListModel::dataChanged, this, &JobIndicator::showFirst);
    connect(&m_delay, &QTimer::timeout, this, [this] { setShown(!m_jobs->isEmpty()); });
    connect(m_cancel, &QToolButton::clicked, m_jobs, &JobListModel::cancelAll);
}

void JobIndicator::followJobs()
{
    showFirst();
    if (m_jobs->isEmpty()) {
        m_delay.stop();
        setShown(false);
    } else if (m_name->isHidden() && !m_delay.isActive()) {
        m_delay.start();
    }
}

void JobIndicator::showFirst()
{
    if (m_jobs->isEmpty())
        return;
    const QModelIndex first = m_jobs->index(0);
    QString text = textOf(first);
    if (m_jobs->rowCount() > 1)
        text += tr(" (+%1)").arg(m_jobs->rowCount() - 1);
    m_name->setText(text);
    const double fraction = first.data(JobListModel::FractionRole).toDouble();
    m_progress->setValue(static_cast<int>(fraction * kPermille));
    setShown(!m_name->isHidden());
}

void JobIndicator::setToldElsewhere(const QObject *view, bool told)
{
    if (told)
        m_tellers.insert(view);
    else
        m_tellers.remove(view);
    setShown(!m_name->isHidden());
}

void JobIndicator::setShown(bool shown)
{
    m_name->setVisible(shown);
    const bool isStopping = m_jobs->index(0).data(JobListModel::StoppingRole).toBool();
    const bool canBeCancelled = shown && m_tellers.isEmpty() && !isStopping;
    m_progress->setVisible(canBeCancelled);
    m_cancel->setVisible(canBeCancelled);
}

} // namespace quantloupe
