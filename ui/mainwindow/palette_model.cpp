// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/palette_model.h"

#include "mainwindow/fuzzy_match.h"

#include <algorithm>
#include <optional>

namespace quantloupe {

namespace {

/// More than any match is worth.
constexpr int kUnavailable = 1000000;
/// For the newest of the recent entries; less than a letter at the start of a word.
constexpr int kRecent = 40;

QString spokenText(QString text, const QString &note, const QString &key)
{
    for (const QString &part : {note, key})
        if (!part.isEmpty())
            text += QStringLiteral(", ") + part;
    return text;
}

} // namespace

void PaletteModel::setEntries(const QList<PaletteEntry> &entries, const QStringList &recent)
{
    m_entries = entries;
    m_recent = recent;
    rank();
}

void PaletteModel::setQuery(const QString &query)
{
    m_query = query;
    rank();
}

int PaletteModel::scoreOf(const PaletteEntry &entry, int match) const
{
    const qsizetype age = m_recent.indexOf(entry.id);
    const int recent = age < 0 ? 0 : std::max(1, kRecent - int(age));
    return match + recent - (entry.unavailable.isEmpty() ? 0 : kUnavailable);
}

void PaletteModel::rank()
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        if (const std::optional<FuzzyMatch> match = fuzzyMatch(m_query, m_entries.at(i).text))
            m_rows.append({i, scoreOf(m_entries.at(i), match->score), match->positions});
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &a, const Row &b) { return a.score > b.score; });
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry &shown = entry(index.row());
    const QString note = shown.unavailable.isEmpty() ? shown.state : shown.unavailable;
    switch (role) {
    case Qt::DisplayRole:
        return shown.text;
    case Qt::AccessibleTextRole:
        return spokenText(shown.text, note, shown.key);
    case KeyRole:
        return shown.key;
    case NoteRole:
        return note;
    case PositionsRole:
        return QVariant::fromValue(m_rows.at(index.row()).positions);
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return entry(index.row()).unavailable.isEmpty() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                                    : Qt::NoItemFlags;
}

} // namespace quantloupe
