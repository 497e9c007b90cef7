// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recipe_table_model.h"
#include "widgets/numbers_view.h"

class QAction;
class QMenu;

namespace quantloupe {

/// The configurations of a recipe with their numbers. Enter, a double click or the context menu
/// load one.
class RecipeTable : public NumbersView
{
    Q_OBJECT

public:
    explicit RecipeTable(QWidget *parent = nullptr);

    /// The chosen row stays chosen.
    void setRows(const std::vector<RecipeRow> &rows);
    /// Loads the current one; disabled on the lines of float and the floor.
    QAction *loadAction() const { return m_load; }
    QAction *copyCommandAction() const { return m_copyCommand; }
    QMenu *menu() const { return m_menu; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void loadWanted(int row);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void createMenu();
    void connectSignals();
    int currentConfiguration() const;
    void followChoice();

    RecipeTableModel *m_model = nullptr;
    QMenu *m_menu = nullptr;
    QAction *m_load = nullptr;
    QAction *m_copyCommand = nullptr;
};

} // namespace quantloupe
