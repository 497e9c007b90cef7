// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTableView;

namespace quantloupe {

/// Gives LayerColumn columns widths that suit their content, the name what is left over, and
/// while automatic hides the less important ones that do not fit.
class ColumnFitter : public QObject
{
    Q_OBJECT

public:
    explicit ColumnFitter(QTableView *view);
    bool isAutomatic() const { return m_automatic; }
    void setAutomatic(bool automatic);
    /// After a new model or font: widths from scratch.
    void setDefaultWidths();
    void fit();

private:
    int wantedWidth(int column) const;
    int shareOut(int available);

    QTableView *m_view;
    bool m_automatic = true;
};

} // namespace quantloupe
