// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QTimer>
#include <QWidget>

class QProgressBar;
class QToolButton;

namespace quantloupe {

class ElidedLabel;
class JobListModel;

/// The running job in the status bar: name, progress, Cancel. Jobs that are over within a blink
/// never show, so that quick edits do not make it flicker.
class JobIndicator : public QWidget
{
    Q_OBJECT

public:
    explicit JobIndicator(JobListModel *jobs, QWidget *parent = nullptr);
    /// `view` is in sight, tells how far the job is and offers Cancel: the name is enough here.
    void setToldElsewhere(const QObject *view, bool told);

private:
    void createWidgets();
    void createLayout();
    void connectSignals();

    void followJobs();
    void showFirst();
    void setShown(bool shown);

    JobListModel *m_jobs;
    ElidedLabel *m_name = nullptr;
    QProgressBar *m_progress = nullptr;
    QToolButton *m_cancel = nullptr;
    QTimer m_delay;
    QSet<const QObject *> m_tellers;
};

} // namespace quantloupe
