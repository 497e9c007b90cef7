// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rule_bar.h"

#include "models/layer_setting_edit.h"
#include "views/recent_rules.h"
#include "views/rule_words.h"
#include "widgets/help_page.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace quantloupe {

RuleBar::RuleBar(QuantDocument *document, QWidget *parent) : QWidget(parent), m_document(document)
{
    createWidgets();
    createLayout();
    connectSignals();
}

void RuleBar::createWidgets()
{
    setObjectName("ruleBar");
    setHelpPage(this, "layers#rules", {"Esc"});
    m_pattern = new QComboBox(this);
    m_pattern->setObjectName("rulePattern");
    m_pattern->setAccessibleName(tr("Pattern of the rule"));
    m_pattern->setToolTip(tr("Names with * ? [], re: and a regular expression, kind:linear, "
                             "3x3 for a kernel, position:first or position:last"));
    m_pattern->setEditable(true);
    m_pattern->setInsertPolicy(QComboBox::NoInsert);
    m_pattern->setCompleter(nullptr);
    m_pattern->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_pattern->setMinimumContentsLength(8);
    m_pattern->lineEdit()->setPlaceholderText(tr("Pattern, such as 3x3"));
    m_setting = new QLineEdit(this);
    m_setting->setObjectName("ruleSetting");
    m_setting->setAccessibleName(tr("Setting of the rule"));
    m_setting->setPlaceholderText(tr("w4,a8"));
    m_setting->setToolTip(
        tr("A setting in the command line's notation, such as w4, w8:minmax:tensor "
           "or w4:mse:channel,a8"));
    m_status = new QLabel(this);
    m_status->setObjectName("ruleStatus");
    m_status->setWordWrap(true);
    m_status->setTextFormat(Qt::PlainText);
    m_apply = new QPushButton(tr("Apply"), this);
    m_apply->setObjectName("ruleApply");
    m_close = new QToolButton(this);
    m_close->setObjectName("ruleClose");
    m_close->setText(QStringLiteral("×"));
    m_close->setAccessibleName(tr("Close the rule"));
    m_close->setAutoRaise(true);
    hide();
}

void RuleBar::createLayout()
{
    auto *title = new QLabel(tr("Set by rule"), this);
    title->setFont(smallFont(font()));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kSpacing);
    layout->setVerticalSpacing(kSpacingTight);
    layout->addWidget(title, 0, 0);
    layout->addWidget(m_close, 0, 1, Qt::AlignRight);
    layout->addWidget(m_pattern, 1, 0);
    layout->addWidget(m_setting, 1, 1);
    layout->addWidget(m_status, 2, 0, 1, 2);
    layout->addWidget(m_apply, 3, 1, Qt::AlignRight);
    layout->setColumnStretch(0, 3);
    layout->setColumnStretch(1, 2);
    setTabOrder(m_pattern, m_setting);
    setTabOrder(m_setting, m_apply);
    setTabOrder(m_apply, m_close);
}

void RuleBar::connectSignals()
{
    connect(m_pattern, &QComboBox::editTextChanged, this, &RuleBar::follow);
    connect(m_pattern, &QComboBox::activated, this, &RuleBar::takeOffer);
    connect(m_pattern->lineEdit(), &QLineEdit::returnPressed, this, &RuleBar::apply);
    connect(m_setting, &QLineEdit::textChanged, this, &RuleBar::follow);
    connect(m_setting, &QLineEdit::returnPressed, this, &RuleBar::apply);
    connect(m_apply, &QPushButton::clicked, this, &RuleBar::apply);
    connect(m_close, &QToolButton::clicked, this, &RuleBar::dismiss);
    connect(m_document, &QuantDocument::configChanged, this, &RuleBar::follow);
    connect(m_document, &QuantDocument::marksChanged, this, &RuleBar::follow);
    connect(m_document, &QuantDocument::opened, this, [this] {
        offerPatterns();
        follow();
    });
}

void RuleBar::open()
{
    offerPatterns();
    setVisible(true);
    follow();
    m_pattern->setFocus(Qt::ShortcutFocusReason);
    m_pattern->lineEdit()->selectAll();
}

void RuleBar::dismiss()
{
    hide();
    Q_EMIT matchesChanged({});
    Q_EMIT dismissed();
}

void RuleBar::offerPatterns()
{
    const QSignalBlocker blocker(m_pattern);
    const QString written = m_pattern->currentText();
    m_pattern->clear();
    const QStringList recent = recentRules();
    for (const QString &rule : recent)
        m_pattern->addItem(rule, rule);
    if (!recent.isEmpty())
        m_pattern->insertSeparator(m_pattern->count());
    m_pattern->addItems(propertyPatterns(m_document->info()));
    m_pattern->setEditText(written);
}

void RuleBar::takeOffer(int index)
{
    const QString rule = m_pattern->itemData(index).toString();
    if (rule.isEmpty())
        return;
    const auto [pattern, setting] = splitRule(rule);
    m_pattern->setEditText(pattern);
    m_setting->setText(setting);
}

void RuleBar::follow()
{
    if (isHidden())
        return;
    if (m_pattern->currentText().trimmed().isEmpty()) {
        RulePreview nothing;
        nothing.problem = tr("Write or choose a pattern of layer names or properties.");
        display(nothing);
        return;
    }
    display(previewRule(*m_document, m_pattern->currentText(), m_setting->text()));
}

void RuleBar::display(const RulePreview &preview)
{
    m_status->setText(statusText(preview));
    m_status->setToolTip(refusalLines(preview.refusals));
    m_apply->setEnabled(preview.rule && preview.refusals.size() < preview.rows.size());
    Q_EMIT matchesChanged(preview.rows);
}

void RuleBar::apply()
{
    const RulePreview preview =
        previewRule(*m_document, m_pattern->currentText(), m_setting->text());
    if (!preview.rule)
        return;
    addRecentRule(m_pattern->currentText().trimmed() + u'=' + m_setting->text().trimmed());
    m_document->edit(preview.rows, ruleEdit(*preview.rule));
    offerPatterns();
}

void RuleBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

} // namespace quantloupe
