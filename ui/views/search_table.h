// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search_table_model.h"
#include "widgets/numbers_view.h"

class QAction;
class QMenu;

namespace quantloupe {

/// The configurations of a search with their numbers. Enter or a double click load one.
class SearchTable : public NumbersView
{
    Q_OBJECT

public:
    explicit SearchTable(QWidget *parent = nullptr);

    /// The chosen configuration stays chosen.
    void setFindings(const SearchFindings &findings, const QuantConfig &present,
                     const std::vector<LayerInfo> &layers);
    /// A place in SearchFindings::trials; absent for none.
    std::optional<std::size_t> currentTrial() const;
    /// Opens over the current one.
    QMenu *menu() const { return m_menu; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void loadWanted(std::size_t trial);
    void trialChanged();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void connectSignals();

    SearchTableModel *m_model = nullptr;
    QMenu *m_menu = nullptr;
};

} // namespace quantloupe
