// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ledger_table_model.h"

#include <QWidget>

class QAction;
class QStackedWidget;

namespace quantloupe {

class ElidedLabel;
class NumbersView;
class StatePage;

/// What bought what: the accepted edits with the bytes each saved and the quality it cost.
class LedgerPage : public QWidget
{
    Q_OBJECT

public:
    /// `open` is the button of the empty state; not owned.
    LedgerPage(const QuantDocument *document, const EditLedger *ledger, QAction *open,
               QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void createWidgets();
    void createLayout();
    /// Where it is seen; else when it comes to be.
    void showKnown();
    /// Over all edits.
    QString summary() const;

    const QuantDocument *m_document;
    const EditLedger *m_ledger;
    QAction *m_open;
    ElidedLabel *m_summary = nullptr;
    LedgerTableModel *m_model = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatePage *m_state = nullptr;
    NumbersView *m_table = nullptr;
};

} // namespace quantloupe
