// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/ledger_page.h"

#include "widgets/amount_text.h"
#include "widgets/elided_label.h"
#include "widgets/help_page.h"
#include "widgets/numbers_view.h"
#include "widgets/state_page.h"
#include "widgets/theme.h"

#include <QAction>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quantloupe {

LedgerPage::LedgerPage(const QuantDocument *document, const EditLedger *ledger, QAction *open,
                       QWidget *parent)
    : QWidget(parent), m_document(document), m_ledger(ledger), m_open(open)
{
    createWidgets();
    createLayout();
    connect(m_ledger, &EditLedger::changed, this, &LedgerPage::showKnown);
}

void LedgerPage::showEvent(QShowEvent *event)
{
    showKnown();
    QWidget::showEvent(event);
}

void LedgerPage::createWidgets()
{
    setObjectName("page:ledger");
    setHelpPage(this, "search#what-bought-what");
    m_summary = new ElidedLabel(this);
    m_summary->setObjectName("ledgerSummary");
    m_summary->setFont(smallFont(font()));
    m_state = new StatePage(this);
    m_state->setObjectName("ledgerState");
    m_table = new NumbersView(LedgerTableModel::kRawRole, this);
    m_table->setObjectName("ledgerTable");
    m_table->setAccessibleName(tr("What bought what"));
    setHelpPage(m_table, "search#what-bought-what", {"Ctrl+C"});
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    // The other tabs say how low the dock may be.
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_model = new LedgerTableModel(m_ledger, m_table);
    m_table->setModel(m_model);
    m_stack = new QStackedWidget(this);
    m_stack->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_table);
}

void LedgerPage::createLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    layout->setSpacing(kSpacingTight);
    layout->addWidget(m_summary);
    layout->addWidget(m_stack, 1);
}

QString LedgerPage::summary() const
{
    std::int64_t saved = 0;
    for (const LedgerEntry &entry : m_ledger->entries())
        saved += entry.bytesSaved;
    const QString all =
        tr("Edits: %1; bytes saved: %2")
            .arg(QLocale().toString(m_ledger->entries().size()),
                 saved < 0 ? QStringLiteral("−") + bytesText(-saved) : bytesText(saved));
    return m_ledger->pictures() == 0
               ? all
               : tr("%1; SQNR over %2 pictures")
                     .arg(all, QLocale().toString(qulonglong(m_ledger->pictures())));
}

void LedgerPage::showKnown()
{
    if (!isVisible())
        return;
    m_model->refresh();
    const bool hasEdits = !m_ledger->entries().isEmpty();
    m_summary->setText(hasEdits ? summary() : QString());
    m_summary->setVisible(hasEdits);
    m_stack->setCurrentWidget(hasEdits ? static_cast<QWidget *>(m_table) : m_state);
    if (m_document->isEmpty())
        m_state->setState({tr("No generator is open"),
                           tr("What each edit saves and costs is listed here."),
                           {},
                           {m_open},
                           {}});
    else if (!hasEdits)
        m_state->setState({tr("What bought what?"),
                           tr("Edits that change settings are listed here, with the bytes that "
                              "each saves and the quality that it costs."),
                           {},
                           {},
                           {}});
}

} // namespace quantloupe
