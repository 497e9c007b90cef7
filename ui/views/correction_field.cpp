// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/correction_field.h"

#include "models/correction_words.h"
#include "widgets/elided_label.h"
#include "widgets/elided_tool_button.h"
#include "widgets/help_page.h"
#include "widgets/theme.h"

#include <QAction>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace quantloupe {

namespace {

/// Menus are as wide as their actions; headings are cut.
void fitSections(QMenu *menu, const QStringList &headings)
{
    QFont bold = menu->font();
    bold.setBold(true);
    int widest = 0;
    for (const QString &heading : headings)
        widest = std::max(widest, QFontMetrics(bold).horizontalAdvance(heading));
    menu->setMinimumWidth(widest + 4 * kSpacing);
}

} // namespace

CorrectionField::CorrectionField(QuantDocument *document, QWidget *parent)
    : QWidget(parent), m_document(document)
{
    createWidgets();
    createMenu();
    createLayout();
    connectSignals();
    showChoices();
}

void CorrectionField::createWidgets()
{
    setObjectName("correctionField");
    setHelpPage(this, "quantizers#corrections");
    m_button = new ElidedToolButton(this);
    m_button->setObjectName("corrections");
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_button->setAccessibleName(tr("Corrections of the selected layers and the generator"));
    m_gain = new ElidedLabel(this);
    m_gain->setObjectName("correctionGain");
    m_gain->setFont(smallFont(font()));
}

QAction *CorrectionField::addChoice(Correction correction, const char *name)
{
    QAction *action = m_button->menu()->addAction(displayName(correction));
    action->setObjectName(QString::fromUtf8(name) +
                          QString::fromUtf8(quantloupe::name(correction).data()));
    action->setCheckable(true);
    action->setToolTip(explanation(correction));
    return action;
}

void CorrectionField::createMenu()
{
    auto *menu = new QMenu(m_button);
    menu->setToolTipsVisible(true);
    m_button->setMenu(menu);
    const QString ofLayers = tr("Corrections of the selected layers");
    const QString ofGenerator = tr("Corrections of the whole generator");
    fitSections(menu, {ofLayers, ofGenerator});
    menu->addSection(ofLayers);
    for (const Correction each : corrections())
        m_ofLayers[each] = addChoice(each, "layers-");
    menu->addSection(ofGenerator);
    for (const Correction each : corrections())
        m_ofGenerator[each] = addChoice(each, "generator-");
}

void CorrectionField::createLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacingTight);
    layout->addWidget(m_button);
    layout->addWidget(m_gain);
    setFocusProxy(m_button);
}

void CorrectionField::connectSignals()
{
    connect(m_document, &QuantDocument::configChanged, this, [this] { setReport({}); });
    connect(m_document, &QuantDocument::planChanged, this, [this] { setReport({}); });
    connect(m_document, &QuantDocument::opened, this, [this] { setReport({}); });
    for (const Correction each : corrections()) {
        connect(m_ofLayers[each], &QAction::triggered, this, [this, each](bool on) {
            m_document->setCorrection(m_rows, each, on);
            showChoices();
        });
        connect(m_ofGenerator[each], &QAction::triggered, this, [this, each](bool on) {
            m_document->setCorrectionEverywhere(each, on);
            showChoices();
        });
    }
}

void CorrectionField::setRows(const QList<int> &rows)
{
    m_rows = rows;
    showChoices();
}

void CorrectionField::setReport(const CorrectionReport &report)
{
    m_report = report;
    showChoices();
}

bool CorrectionField::isOnAllRows(Correction correction) const
{
    const CorrectionChoice &choice = m_document->config().corrections();
    return !m_rows.isEmpty() && std::ranges::all_of(m_rows, [&](int row) {
        return choice.isOn(correction, m_document->info().layers.at(row).name);
    });
}

bool CorrectionField::isOnSomeRow(Correction correction) const
{
    const CorrectionChoice &choice = m_document->config().corrections();
    return std::ranges::any_of(m_rows, [&](int row) {
        return choice.isOn(correction, m_document->info().layers.at(row).name);
    });
}

void CorrectionField::showChoices()
{
    QStringList names;
    bool isMixed = false;
    for (const Correction each : corrections()) {
        const bool isOn = isOnAllRows(each);
        m_ofLayers[each]->setChecked(isOn);
        m_ofLayers[each]->setEnabled(!m_rows.isEmpty());
        m_ofGenerator[each]->setChecked(m_document->config().corrections().isOnEverywhere(each));
        isMixed |= !isOn && isOnSomeRow(each);
        if (isOn)
            names += displayName(each);
    }
    m_button->setEnabled(!m_document->isEmpty());
    m_button->setText(isMixed            ? QStringLiteral("–")
                      : names.size() > 1 ? tr("%n corrections", nullptr, int(names.size()))
                      : names.isEmpty()  ? tr("none", "corrections")
                                         : names.constFirst());
    showGain();
}

void CorrectionField::showGain()
{
    // A line of its own that comes and goes with the corrections, not with every number.
    m_gain->setVisible(!m_document->config().corrections().isEmpty());
    const QString text = gainText(m_report);
    const bool isElsewhere =
        !m_rows.isEmpty() &&
        std::ranges::none_of(corrections(), [this](Correction each) { return isOnSomeRow(each); });
    m_gain->setText(isElsewhere && !text.isEmpty() ? tr("other layers: %1").arg(text) : text);
    QStringList lines{tr("What mends the quantized layers without training, made from the samples "
                         "of the calibration")};
    if (m_rows.size() == 1) {
        const std::string &layer = m_document->info().layers.at(m_rows.constFirst()).name;
        lines += gainSentences(m_report, layer);
        lines += idleSentences(m_report, m_document->config(), layer);
    }
    if (!m_report.isEmpty())
        lines += tr("Without corrections and with all together, by the SQNR of the output on %1 "
                    "samples.")
                     .arg(m_report.samples);
    if (const QString steps = stepSentence(m_report); !steps.isEmpty())
        lines += steps;
    // As rich text it is wrapped.
    m_button->setToolTip(Qt::convertFromPlainText(lines.join(u'\n'), Qt::WhiteSpaceNormal));
}

} // namespace quantloupe
