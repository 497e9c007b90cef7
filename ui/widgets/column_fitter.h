// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QTreeView;

namespace quantloupe {

/// Gives LayerColumn columns widths that suit their content, the name what is left over, and
/// while automatic hides the less important ones that do not fit.
class ColumnFitter : public QObject
{
    Q_OBJECT

public:
    explicit ColumnFitter(QTreeView *view);
    bool isAutomatic() const { return m_automatic; }
    void setAutomatic(bool automatic);
    /// After a new model or font: widths from scratch.
    void setDefaultWidths();
    void fit();
    /// The columns that are shown.
    QList<int> shownColumns() const;
    /// Shows these columns, whether they fit or not.
    void choose(const QList<int> &columns);

private:
    int nameWidth(int characters) const;
    int wantedWidth(int column) const;
    int narrowWidth(int column) const;
    bool fitsNarrow(int available) const;
    int barRoom(int available) const;
    void setNarrow(bool narrow, int barRoom);
    void shareOut(int available);

    QTreeView *m_view;
    bool m_automatic = true;
    /// Bits and SQNR have the room for their bars that the name leaves, so that all of them
    /// fit.
    bool m_isNarrow = false;
    int m_barRoom = 0;
};

} // namespace quantloupe
