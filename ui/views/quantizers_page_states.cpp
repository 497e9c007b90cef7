// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quantizer_levels_chart.h"
#include "plots/levels_plot.h"
#include "views/quantizers_page.h"
#include "views/quantizers_table.h"
#include "widgets/elided_label.h"
#include "widgets/progress_line.h"
#include "widgets/state_page.h"

#include <QAction>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace quantloupe {

void QuantizersPage::startAnew()
{
    m_hasFailed = false;
    m_table->setTrials({});
    m_table->setPresent(m_controller->present());
    showKnown();
}

void QuantizersPage::showKnown()
{
    m_table->setTrials(m_controller->trials());
    showLevels();
    showState();
}

void QuantizersPage::showState()
{
    if (!m_hasFailed && !showGap())
        m_stack->setCurrentWidget(m_content);
    showProgress();
}

bool QuantizersPage::showGap()
{
    PageState state;
    const PlacedWeights *weights = m_controller->weights();
    const LayerInfo *layer = m_controller->layer();
    const QString name = layer ? QString::fromStdString(layer->name) : QString();
    if (m_document->isEmpty())
        state = {tr("No generator is open"),
                 tr("Quantizers are compared here on the weight of a selected layer."),
                 {},
                 {m_open},
                 {}};
    else if (m_controller->selectedCount() > 1)
        state = {tr("Several layers are selected"),
                 tr("Quantizers are compared on one layer; select one in the table of layers."),
                 {},
                 {},
                 {}};
    else if (!layer)
        state = {tr("No layer is selected"),
                 tr("Select one in the table of layers to compare quantizers on its weight."),
                 {},
                 {},
                 {}};
    else if (weights && weights->histogram.isEmpty())
        state = {tr("Quantizers cannot be compared on %1").arg(name),
                 tr("Its weight holds no finite value."),
                 {},
                 {},
                 {}};
    else if (m_controller->trials().empty() && m_controller->isInterrupted())
        state = {tr("The comparison was cancelled"),
                 tr("Nothing is known yet of the quantizers on %1.").arg(name),
                 {},
                 {m_resume},
                 {}};
    else if (m_controller->trials().empty())
        state = {tr("Comparing quantizers on %1").arg(name), {}, {}, {}, -1};
    else
        return false;
    m_state->setState(state);
    m_stack->setCurrentWidget(m_state);
    return true;
}

void QuantizersPage::showFailure(const QString &sentence, const QString &details)
{
    m_hasFailed = true;
    m_state->setState(
        {tr("The quantizers could not be compared"), sentence, details, {m_retry}, {}});
    m_stack->setCurrentWidget(m_state);
    showProgress();
}

QStringList QuantizersPage::summary() const
{
    const LayerInfo *layer = m_controller->layer();
    if (!layer)
        return {QString()};
    const QString name = QString::fromStdString(layer->name);
    const QString known = progressText();
    return {tr("%1, scales %2; %3").arg(name, displayName(m_controller->granularity()), known),
            QStringLiteral("%1; %2").arg(name, known), known};
}

QString QuantizersPage::progressText() const
{
    const auto known = m_controller->trials().size();
    const auto wanted = m_controller->wanted().size();
    if (known == wanted)
        return tr("%1 quantizers").arg(wanted);
    return m_controller->isInterrupted() ? tr("cancelled after %1 of %2 quantizers").arg(known).arg(wanted)
                                         : tr("%1 of %2 quantizers").arg(known).arg(wanted);
}

void QuantizersPage::showProgress()
{
    const bool showsContent = m_stack->currentWidget() == m_content;
    const bool isRunning = m_controller->isRunning();
    m_summary->setTexts(showsContent ? summary() : QStringList(QString()));
    m_run->setText(isRunning ? tr("Cancel") : tr("Continue"));
    m_run->setAccessibleName(isRunning ? tr("Cancel comparing quantizers")
                                       : tr("Continue comparing quantizers"));
    m_run->setVisible(showsContent && (isRunning || m_controller->isInterrupted()));
    m_assign->setVisible(showsContent);
    const double known = double(m_controller->trials().size());
    const bool showsLine = showsContent && isRunning;
    m_progress->setBusy(showsLine);
    m_progress->setFraction(showsLine ? known / double(m_controller->wanted().size()) : -1);
    Q_EMIT progressSeen(isVisible() && isRunning);
}

void QuantizersPage::showLevels()
{
    const LayerInfo *layer = m_controller->layer();
    const PlacedWeights *weights = m_controller->weights();
    m_drawn.clear();
    if (!layer || !weights || weights->histogram.isEmpty())
        return;
    const std::vector<QuantizerTrial> drawn =
        drawnQuantizers(m_controller->trials(), m_table->chosen(), m_controller->present());
    for (const QuantizerTrial &trial : drawn)
        m_drawn.push_back(trial.spec);
    m_plot->setData(quantizerLevels(QString::fromStdString(layer->name), *weights, drawn,
                                    m_controller->present()));
    const bool isEarly = drawn.empty() && m_controller->isRunning();
    m_caption->setTexts(isEarly ? QStringList(tr("Levels appear with the first quantizers of the "
                                                 "layer's bits."))
                                : levelsCaption(*weights, drawn));
}

void QuantizersPage::chooseDrawn(int item)
{
    const int row = m_plot->rowOf(item);
    if (row >= 0 && row < int(m_drawn.size()))
        m_table->choose(m_drawn[std::size_t(row)]);
}

} // namespace quantloupe
