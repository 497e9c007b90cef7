// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace quantloupe {

/// A scrolled form that shows whole rows only, as long as it stands at its top: what is left below
/// the last one that fits stays empty.
class RowScrollArea : public QScrollArea
{
    Q_OBJECT

public:
    explicit RowScrollArea(QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    /// Height of the rows of the content that fit into `available` whole.
    int wholeRows(int available) const;
};

} // namespace quantloupe
