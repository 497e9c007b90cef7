// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inputs_dock.h"

#include "views/inputs_panel.h"
#include "widgets/help_page.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

namespace quantloupe {

InputsDock::InputsDock(QuantDocument *document, QWidget *parent)
    : QDockWidget(tr("Inputs"), parent), m_document(document)
{
    createWidgets();
    createLayout();
    connectSignals();
    rebuild();
}

void InputsDock::createWidgets()
{
    setObjectName("inputsDock");
    setHelpPage(this, "inputs");
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName("inputsScroll");
    m_scroll->setAccessibleName(tr("Inputs and assumptions"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
}

void InputsDock::createLayout()
{
    setWidget(m_scroll);
}

void InputsDock::connectSignals()
{
    connect(m_document, &QuantDocument::opened, this, &InputsDock::rebuild);
}

void InputsDock::setOpening(bool isOpening)
{
    m_isOpening = isOpening;
    if (m_document->isEmpty())
        rebuild();
}

void InputsDock::showWithoutContent()
{
    auto *empty = new QLabel(
        m_isOpening ? tr("A file is being opened; what it is fed will stand here.")
                    : tr("What a generator is fed, and what had to be guessed to read it, "
                         "stands here once one is open."));
    empty->setWordWrap(true);
    empty->setMargin(fontMetrics().averageCharWidth());
    empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_scroll->setWidget(empty);
}

void InputsDock::rebuild()
{
    if (m_document->isEmpty()) {
        showWithoutContent();
        return;
    }
    // The old panel may be the sender of the signal that led here, but must not look at the new
    // document any more.
    if (QWidget *old = m_scroll->takeWidget()) {
        m_document->disconnect(old);
        old->deleteLater();
    }
    auto *panel = new InputsPanel(m_document);
    connect(panel, &InputsPanel::reopenRequested, this, &InputsDock::reopenRequested);
    connect(panel, &InputsPanel::architectureFileRequested, this,
            &InputsDock::architectureFileRequested);
    connect(panel, &InputsPanel::refused, this, &InputsDock::refused);
    m_scroll->setWidget(panel);
    m_scroll->setMinimumWidth(panel->minimumSizeHint().width() +
                              m_scroll->verticalScrollBar()->sizeHint().width());
}

} // namespace quantloupe
