// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/assumption_editor.h"

#include "models/core_words.h"
#include "widgets/theme.h"
#include "widgets/wheel_guard.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <map>

namespace quantloupe {

namespace {

bool isRange(const std::string &key)
{
    return key.ends_with(".range");
}

} // namespace

AssumptionEditor::AssumptionEditor(const Assumption &assumption, QWidget *parent)
    : QWidget(parent), m_assumption(assumption)
{
    createWidgets();
    createLayout();
    connectSignals();
    setAssumption(assumption);
}

QString AssumptionEditor::title(const std::string &key)
{
    static const std::map<std::string, QString> titles = {
        {"latent.distribution", tr("Latent drawn from")},
        {"input.range", tr("Input range")},
        {"output.range", tr("Output range")},
        {"input.shape", tr("Input shape")},
        {"architecture.reading", tr("Read as")},
        {"activation.hidden", tr("Hidden activation")},
        {"activation.projection", tr("After the projection")},
        {"activation.final", tr("Final activation")},
        {"norm.eps", tr("Epsilon of norms")},
        {"padding", tr("Padding")}};
    const auto found = titles.find(key);
    return found == titles.end() ? QString::fromStdString(key) : found->second;
}

QString AssumptionEditor::key() const
{
    return QString::fromStdString(m_assumption.key);
}

void AssumptionEditor::createWidgets()
{
    setObjectName(QStringLiteral("assumption.%1").arg(key()));
    if (m_assumption.choices.empty()) {
        m_line = new QLineEdit(this);
        m_line->setObjectName("value");
        m_line->setAccessibleName(title(m_assumption.key));
    } else {
        m_choices = new QComboBox(this);
        m_choices->setObjectName("value");
        m_choices->setAccessibleName(title(m_assumption.key));
        m_choices->setEditable(isRange(m_assumption.key));
        m_choices->setInsertPolicy(QComboBox::NoInsert);
        if (m_choices->isEditable())
            m_choices->lineEdit()->setAccessibleName(title(m_assumption.key));
        m_choices->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_choices->setMinimumContentsLength(8);
        ignoreWheelUnlessFocused(m_choices);
    }
    m_mark = new QToolButton(this);
    m_mark->setObjectName("confirm");
    m_mark->setText(tr("assumed"));
    m_mark->setFont(smallFont(font()));
    m_mark->setAccessibleName(tr("Confirm: %1").arg(title(m_assumption.key)));
}

void AssumptionEditor::createLayout()
{
    QWidget *editor = m_line ? static_cast<QWidget *>(m_line) : m_choices;
    auto *label = new QLabel(title(m_assumption.key), this);
    label->setBuddy(editor);
    // The panel must not be as wide as the longest name in any language.
    label->setWordWrap(true);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kSpacing);
    layout->setVerticalSpacing(0);
    layout->setColumnStretch(0, 1);
    layout->addWidget(label, 0, 0);
    layout->addWidget(m_mark, 0, 1);
    layout->addWidget(editor, 1, 0, 1, 2);
    layout->setRowMinimumHeight(0, m_mark->sizeHint().height());
    setFocusProxy(editor);
}

void AssumptionEditor::connectSignals()
{
    if (m_line)
        connect(m_line, &QLineEdit::editingFinished, this, [this] { enter(m_line->text()); });
    if (m_choices)
        connect(m_choices, &QComboBox::textActivated, this,
                [this] { enter(m_choices->currentData().toString()); });
    if (m_choices && m_choices->isEditable())
        connect(m_choices->lineEdit(), &QLineEdit::editingFinished, this,
                [this] { enter(m_choices->currentText()); });
    connect(m_mark, &QToolButton::clicked, this, [this] { Q_EMIT confirmed(key()); });
}

void AssumptionEditor::setAssumption(const Assumption &assumption)
{
    m_assumption = assumption;
    const QString value = QString::fromStdString(assumption.value);
    m_asked = value;
    if (m_line)
        m_line->setText(value);
    if (m_choices) {
        m_choices->clear();
        for (const std::string &choice : assumption.choices)
            m_choices->addItem(coreText(choice), QString::fromStdString(choice));
        if (m_choices->findData(value) < 0)
            m_choices->insertItem(0, coreText(assumption.value), value);
        m_choices->setCurrentIndex(m_choices->findData(value));
    }
    m_mark->setVisible(!assumption.confirmed);
    const QString reason = coreText(assumption.reason);
    m_mark->setToolTip(QStringLiteral("<p>%1 %2</p>")
                           .arg(tr("Not in the file. Click to confirm."), reason.toHtmlEscaped()));
    setToolTip(QStringLiteral("<p>%1</p>").arg(reason.toHtmlEscaped()));
    if (m_choices)
        // A narrow dock does not show all of it.
        m_choices->setToolTip(
            QStringLiteral("<p>%1</p><p>%2</p>")
                .arg(coreText(assumption.value).toHtmlEscaped(), reason.toHtmlEscaped()));
}

void AssumptionEditor::enter(const QString &value)
{
    // Enter and then leaving the field must not ask twice.
    if (value == m_asked)
        return;
    m_asked = value;
    Q_EMIT valueEntered(key(), value);
}

} // namespace quantloupe
