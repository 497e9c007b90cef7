// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"

#include <QAbstractListModel>

namespace quantloupe {

/// The jobs of all lanes, running ones first. Lanes outlive the model.
class JobListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { FractionRole = Qt::UserRole + 1, ActivityRole, RunningRole, StoppingRole };

    using QAbstractListModel::QAbstractListModel;

    void addLane(JobLane *lane);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    bool isEmpty() const { return m_rows.isEmpty(); }
    /// Asks the job of a row to stop.
    void cancel(int row);
    void cancelAll();

private:
    struct Row
    {
        JobLane *lane = nullptr;
        JobStatus status;
    };

    QList<Row> currentRows() const;
    void reload();
    void refresh();

    QList<JobLane *> m_lanes;
    QList<Row> m_rows;
};

} // namespace quantloupe
