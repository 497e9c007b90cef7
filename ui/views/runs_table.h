// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run_table_model.h"
#include "widgets/numbers_view.h"

class QAction;
class QMenu;

namespace quantloupe {

/// The list of a store's runs. Enter or a double click load the configuration of one, Ctrl+Enter
/// repeats it, Delete removes it; the context menu has all that can be done with it.
class RunsTable : public NumbersView
{
    Q_OBJECT

public:
    explicit RunsTable(QWidget *parent = nullptr);

    /// For the context menu; not owned.
    void setActions(const QList<QAction *> &actions);
    /// The chosen run stays chosen.
    void setRuns(const std::vector<RunSummary> &runs, RunId chosen);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// 0 for none.
    void runChosen(RunId run);
    void loadWanted();
    void repeatWanted();
    void removeWanted();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void followChoice();

    RunTableModel *m_model = nullptr;
    QMenu *m_menu = nullptr;
    bool m_isFilling = false;
};

} // namespace quantloupe
