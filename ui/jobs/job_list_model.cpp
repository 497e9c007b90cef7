// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_list_model.h"

#include <algorithm>

namespace quantloupe {

void JobListModel::addLane(JobLane *lane)
{
    m_lanes.append(lane);
    connect(lane, &JobLane::jobsChanged, this, &JobListModel::reload);
    connect(lane, &JobLane::progressed, this, &JobListModel::refresh);
}

int JobListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant JobListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JobStatus &status = m_rows.at(index.row()).status;
    switch (role) {
    case Qt::DisplayRole:
        return status.name;
    case FractionRole:
        return status.fraction;
    case ActivityRole:
        return status.activity;
    case RunningRole:
        return status.isRunning;
    case StoppingRole:
        return status.isStopping;
    default:
        return {};
    }
}

void JobListModel::cancel(int row)
{
    const Row &wanted = m_rows.at(row);
    wanted.lane->cancel(wanted.status.id);
}

void JobListModel::cancelAll()
{
    for (JobLane *lane : std::as_const(m_lanes))
        lane->cancelAll();
}

QList<JobListModel::Row> JobListModel::currentRows() const
{
    QList<Row> rows;
    for (JobLane *lane : m_lanes)
        for (const JobStatus &status : lane->jobs())
            rows.append({lane, status});
    std::stable_partition(rows.begin(), rows.end(),
                          [](const Row &row) { return row.status.isRunning; });
    return rows;
}

void JobListModel::reload()
{
    beginResetModel();
    m_rows = currentRows();
    endResetModel();
}

void JobListModel::refresh()
{
    const QList<Row> rows = currentRows();
    if (rows.size() != m_rows.size() || rows.isEmpty())
        return;
    m_rows = rows;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace quantloupe
