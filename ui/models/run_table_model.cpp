// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run_table_model.h"

#include "models/run_words.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// Of a command, a generator or a note in the list; the tooltip has all of it.
constexpr qsizetype kMostLetters = 48;

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= kMostLetters ? line : line.left(kMostLetters - 1) + u'…';
}

} // namespace

void RunTableModel::setRuns(const std::vector<RunSummary> &runs)
{
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

RunId RunTableModel::runAt(int row) const
{
    return row < 0 || row >= rowCount() ? 0 : m_runs[std::size_t(row)].id;
}

int RunTableModel::rowOf(RunId run) const
{
    const auto found = std::ranges::find(m_runs, run, &RunSummary::id);
    return found == m_runs.end() ? -1 : int(found - m_runs.begin());
}

int RunTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(kColumns);
}

QString RunTableModel::text(const QModelIndex &index) const
{
    const RunSummary &run = m_runs[std::size_t(index.row())];
    switch (index.column()) {
    case Number:
        return QString::number(run.id);
    case Started:
        return runStart(run);
    case What:
        return runQuestion(run);
    case Generator:
        return QString::fromStdString(run.generator);
    case Time:
        return runDuration(run);
    case State:
        return runStateName(run.state);
    case Tags:
        return tagsText(run);
    default:
        return QString::fromStdString(run.note);
    }
}

QVariant RunTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return shortened(text(index));
    case Qt::ToolTipRole:
    case kRawRole:
        return text(index);
    case Qt::TextAlignmentRole:
        return int((index.column() == Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles = {tr("Run"),  tr("Started"), tr("Command"), tr("Generator"),
                                tr("Time"), tr("State"),   tr("Tags"),    tr("Note")};
    return titles.at(section);
}

} // namespace quantloupe
