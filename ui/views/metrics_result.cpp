// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/metrics_result.h"

#include "models/metrics_table_model.h"
#include "models/metrics_words.h"
#include "widgets/help_page.h"
#include "widgets/numbers_view.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace quantloupe {

MetricsResult::MetricsResult(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
}

QLabel *MetricsResult::createText(const char *objectName)
{
    auto *label = new QLabel(this);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void MetricsResult::createWidgets()
{
    setObjectName("metricsResult");
    m_verdict = createText("metricsVerdict");
    QFont bold = m_verdict->font();
    bold.setBold(true);
    m_verdict->setFont(bold);
    m_model = new MetricsTableModel(this);
    m_table = new NumbersView(MetricsTableModel::kRawRole, this);
    m_table->setObjectName("metricsTable");
    m_table->setAccessibleName(tr("Measured numbers"));
    m_table->setModel(m_model);
    setHelpPage(m_table, "metrics#reading-the-table", {"Ctrl+C"});
    m_notes = createText("metricsNotes");
    m_conditions = createText("metricsConditions");
    for (QLabel *label : {m_notes, m_conditions})
        label->setFont(smallFont(label->font()));
    m_copy = new QPushButton(tr("Copy numbers"), this);
    m_copy->setObjectName("copyMetrics");
    m_copy->setToolTip(tr("Copy the selected rows, or all, tab-separated with all digits"));
}

void MetricsResult::createLayout()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpacing);
    head->addWidget(m_verdict, 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacingTight);
    layout->addLayout(head);
    layout->addWidget(m_table);
    layout->addWidget(m_notes);
    layout->addWidget(m_conditions);
    layout->addStretch(1);
    connect(m_copy, &QPushButton::clicked, m_table, &NumbersView::copy);
}

void MetricsResult::setReport(const MetricsReport &report,
                              const std::optional<MetricsReport> &previous)
{
    m_verdict->setText(verdict(report));
    m_model->setReport(report, previous);
    m_hasPrevious = previous.has_value();
    fitColumns();
    const QStringList notes = metricNotes(report, previous ? &*previous : nullptr);
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_conditions->setText(conditionsText(report));
}

void MetricsResult::setPartialReport(const MetricsReport &report)
{
    setReport(report, {});
    m_verdict->setText(tr("So far, of %1 samples:").arg(QLocale().toString(qulonglong(report.n))));
    m_notes->hide();
}

void MetricsResult::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void MetricsResult::fitColumns()
{
    m_table->setColumnHidden(MetricsTableModel::Previous, !m_hasPrevious);
    m_table->setColumnHidden(MetricsTableModel::Count, false);
    // The history tells the change, the conditions the count; a name or number cut off tells less.
    for (const int column : {MetricsTableModel::Count, MetricsTableModel::Previous})
        if (m_table->contentsWidth() > contentsRect().width())
            m_table->setColumnHidden(column, true);
}

} // namespace quantloupe
