// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/quantizer_trial.h"
#include "widgets/numbers_view.h"

#include <vector>

class QAction;
class QMenu;

namespace quantloupe {

class QuantizerOrder;
class QuantizerTableModel;

/// The quantizers that were tried on a layer, in an order of the user's. Enter, a double click or
/// the context menu give one to the layer.
class QuantizersTable : public NumbersView
{
    Q_OBJECT

public:
    explicit QuantizersTable(QWidget *parent = nullptr);

    void setTrials(const std::vector<QuantizerTrial> &trials);
    /// Marked; chosen, too, while nothing else is.
    void setPresent(const WeightSpec &spec);
    /// What is selected, the current one first; empty for nothing.
    std::vector<WeightSpec> chosen() const;
    /// Nothing where the quantizer is not there.
    void choose(const WeightSpec &spec);
    /// Gives the current one to the layer; disabled where that is so already.
    QAction *assignAction() const { return m_assign; }
    QMenu *menu() const { return m_menu; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void choiceChanged();
    void assigned(const quantloupe::WeightSpec &spec);
    /// The user wants to try the same on the command line.
    void commandWanted();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void createWidgets();
    void createMenu();
    void connectSignals();
    void sortBy(int column);
    void assignCurrent();
    void followChoice();
    int currentRow() const;

    QuantizerTableModel *m_model = nullptr;
    QuantizerOrder *m_order = nullptr;
    QMenu *m_menu = nullptr;
    QAction *m_assign = nullptr;
    WeightSpec m_present;
};

} // namespace quantloupe
