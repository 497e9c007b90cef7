// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/difference_page.h"

#include "views/source_list.h"
#include "widgets/amount_text.h"
#include "widgets/elided_label.h"
#include "widgets/help_page.h"
#include "widgets/numbers_view.h"
#include "widgets/state_page.h"
#include "widgets/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace quantloupe {

namespace {

/// KeptConfiguration::id counts from 1 on.
constexpr int kPresent = 0;

QString averageText(const SizeReport &size)
{
    return QLocale().toString(size.averageBits, 'f', 2);
}

} // namespace

DifferencePage::DifferencePage(const QuantDocument *document, const CompareSet *kept,
                               SizeFunction size, QAction *open, QAction *keep, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_kept(kept),
      m_size(std::move(size)),
      m_open(open),
      m_keep(keep)
{
    createWidgets();
    createLayout();
    connectSignals();
    showKnown();
}

QComboBox *DifferencePage::createList(const char *objectName, const QString &name)
{
    auto *list = new QComboBox(m_head);
    list->setObjectName(objectName);
    list->setAccessibleName(name);
    fitToForm(list);
    return list;
}

void DifferencePage::createWidgets()
{
    setObjectName("page:difference");
    setHelpPage(this, "search#difference");
    m_head = new QWidget(this);
    m_first = createList("differenceFirst", tr("First configuration"));
    m_second = createList("differenceSecond", tr("Second configuration"));
    m_all = new QCheckBox(tr("All layers"), m_head);
    m_all->setObjectName("differenceAll");
    m_all->setToolTip(tr("Layers that are the same, too"));
    m_summary = new ElidedLabel(m_head);
    m_summary->setObjectName("differenceSummary");
    m_summary->setFont(smallFont(font()));
    m_state = new StatePage(this);
    m_state->setObjectName("differenceState");
    m_model = new DifferenceTableModel(this);
    m_table = new NumbersView(DifferenceTableModel::kRawRole, this);
    m_table->setObjectName("differenceTable");
    m_table->setAccessibleName(tr("Layers that differ"));
    setHelpPage(m_table, "search#difference", {"Ctrl+C"});
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    // The other tabs say how small the dock may be.
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_table->setModel(m_model);
    m_stack = new QStackedWidget(this);
    m_stack->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_table);
}

void DifferencePage::createLayout()
{
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(kSpacing);
    head->addWidget(m_first);
    head->addWidget(m_second);
    head->addWidget(m_all);
    head->addWidget(m_summary, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    layout->setSpacing(kSpacingTight);
    layout->addWidget(m_head);
    layout->addWidget(m_stack, 1);
}

void DifferencePage::connectSignals()
{
    for (QComboBox *list : {m_first, m_second})
        connect(list, &QComboBox::activated, this, &DifferencePage::showDifference);
    connect(m_all, &QCheckBox::toggled, this, &DifferencePage::showDifference);
    connect(m_document, &QuantDocument::opened, this, &DifferencePage::showKnown);
    connect(m_document, &QuantDocument::configChanged, this, &DifferencePage::showDifference);
    connect(m_kept, &CompareSet::keptChanged, this, &DifferencePage::showKnown);
    connect(m_kept, &CompareSet::renamed, this, &DifferencePage::showKnown);
}

void DifferencePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showDifference();
}

void DifferencePage::fill(QComboBox *list, int usual)
{
    const QVariant before = list->currentData();
    const QSignalBlocker blocker(list);
    list->clear();
    list->addItem(tr("Current"), kPresent);
    for (const KeptConfiguration &kept : m_kept->kept())
        list->addItem(kept.name, kept.id);
    const int same = before.isValid() ? list->findData(before) : -1;
    list->setCurrentIndex(same >= 0 ? same : std::min(usual, list->count() - 1));
}

void DifferencePage::showKnown()
{
    const bool canCompare = !m_document->isEmpty() && !m_kept->kept().isEmpty();
    // Two at least: else what was chosen is no choice to keep.
    if (!canCompare) {
        m_first->clear();
        m_second->clear();
    } else {
        fill(m_first, 1);
        fill(m_second, 0);
    }
    m_head->setVisible(canCompare);
    m_stack->setCurrentWidget(canCompare ? static_cast<QWidget *>(m_table) : m_state);
    if (m_document->isEmpty())
        m_state->setState({tr("No generator is open"),
                           tr("What differs between two of its configurations is shown here."),
                           {},
                           {m_open},
                           {}});
    else if (!canCompare)
        m_state->setState({tr("What differs?"),
                           tr("Keep a configuration beside the one you edit, and this tab shows "
                              "layer by layer what differs."),
                           {},
                           {m_keep},
                           {}});
    showDifference();
}

QuantConfig DifferencePage::chosen(const QComboBox *list) const
{
    const KeptConfiguration *kept = m_kept->kept(list->currentData().toInt());
    return kept ? kept->config : m_document->config();
}

QString DifferencePage::summary(const ConfigPair &pair) const
{
    return tr("%1 of %2 layers differ; %3 → %4, %5 → %6 bits on average")
        .arg(QLocale().toString(m_model->differing()), QLocale().toString(pair.layers.size()),
             bytesText(pair.firstSize.bytes), bytesText(pair.secondSize.bytes),
             averageText(pair.firstSize), averageText(pair.secondSize));
}

void DifferencePage::showDifference()
{
    // Drags change the configuration many times a second.
    if (m_head->isHidden() || !isVisible())
        return;
    ConfigPair pair;
    pair.first = chosen(m_first);
    pair.second = chosen(m_second);
    pair.firstSize = m_size(pair.first);
    pair.secondSize = m_size(pair.second);
    pair.layers = m_document->info().layers;
    m_model->setPair(pair, m_all->isChecked());
    m_summary->setText(summary(pair));
    for (QComboBox *list : {m_first, m_second})
        list->setToolTip(list->currentText());
}

} // namespace quantloupe
