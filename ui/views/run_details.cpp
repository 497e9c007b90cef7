// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/run_details.h"

#include "models/run_words.h"
#include "widgets/sharp_picture.h"
#include "widgets/theme.h"

#include <QAction>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace quantloupe {

namespace {

/// The picture takes 40 % of the width at most.
constexpr int kTextShare = 3;
constexpr int kPictureShare = 2;

} // namespace

RunDetails::RunDetails(RunsController *controller, const Actions &actions, QWidget *parent)
    : QWidget(parent), m_controller(controller)
{
    createWidgets();
    m_repeat = createButton("repeatRunButton", actions.repeat);
    m_best = createButton("loadBestOfRunButton", actions.best);
    createLayout();
    connect(m_note, &QLineEdit::editingFinished, this,
            [this] { m_controller->setNote(m_note->text()); });
    connect(m_tags, &QLineEdit::editingFinished, this,
            [this] { m_controller->setTags(m_tags->text()); });
    connect(controller, &RunsController::chosenChanged, this, &RunDetails::showChosen);
    showChosen();
}

/// As the action is, whose tooltip says why it is disabled.
QPushButton *RunDetails::createButton(const char *objectName, QAction *action)
{
    auto *button = new QPushButton(action->text(), this);
    button->setObjectName(objectName);
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    return button;
}

void RunDetails::createWidgets()
{
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName("runDetails");
    m_text->setAccessibleName(tr("What is known of the run"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(smallFont(font()));
    m_picture = new SharpPicture(this);
    m_picture->setObjectName("runPicture");
    m_picture->setAccessibleName(tr("Pictures of the run: float, quantized, difference"));
    m_picture->setToolTip(tr("Rows: float, quantized and difference of the first samples"));
    m_note = new QLineEdit(this);
    m_note->setObjectName("runNote");
    m_note->setAccessibleName(tr("Note"));
    m_tags = new QLineEdit(this);
    m_tags->setObjectName("runTags");
    m_tags->setAccessibleName(tr("Tags"));
    m_tags->setPlaceholderText(tr("between commas"));
}

void RunDetails::createLayout()
{
    auto *form = new QFormLayout;
    form->setSpacing(kSpacingTight);
    form->addRow(tr("Note"), m_note);
    form->addRow(tr("Tags"), m_tags);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kSpacingTight);
    buttons->addWidget(m_repeat);
    buttons->addWidget(m_best);
    buttons->addStretch(1);
    auto *known = new QHBoxLayout;
    known->setSpacing(kSpacingTight);
    known->addWidget(m_text, kTextShare);
    known->addWidget(m_picture, kPictureShare);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacingTight);
    layout->addLayout(form);
    layout->addLayout(buttons);
    layout->addLayout(known, 1);
}

void RunDetails::showChosen()
{
    const auto &run = m_controller->chosen();
    m_text->setPlainText(run ? runDetails(*run) : QString());
    m_picture->setPicture(m_controller->chosenPicture());
    const RunId shown = std::exchange(m_shown, run ? run->summary.id : 0);
    // What is being typed stays when the run it is about ends.
    if (shown != m_shown || !m_note->isModified())
        m_note->setText(run ? QString::fromStdString(run->summary.note) : QString());
    if (shown != m_shown || !m_tags->isModified())
        m_tags->setText(run ? tagsText(run->summary) : QString());
    for (QWidget *field : {static_cast<QWidget *>(m_note), static_cast<QWidget *>(m_tags)})
        field->setEnabled(run.has_value());
    m_repeat->setVisible(run.has_value());
    m_best->setVisible(m_controller->hasBest());
}

} // namespace quantloupe
