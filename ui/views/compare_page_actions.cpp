// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare_page.h"

#include "views/compare_toolbar.h"
#include "views/kept_bar.h"
#include "widgets/compare_view.h"
#include "widgets/held_key.h"
#include "widgets/message_banner.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace quantloupe {

void ComparePage::connectActions()
{
    const CompareActions &actions = compareActions();
    new HeldKey(actions.flicker);
    connect(actions.flicker, &QAction::toggled, m_view, &CompareView::setShowsFloat);
    connect(actions.fit, &QAction::triggered, m_view, &CompareView::fit);
    connect(actions.raiseGain, &QAction::triggered, m_view, &CompareView::raiseGain);
    connect(actions.lowerGain, &QAction::triggered, m_view, &CompareView::lowerGain);
    connect(actions.next, &QAction::triggered, m_view, &CompareView::selectNext);
    connect(actions.previous, &QAction::triggered, m_view, &CompareView::selectPrevious);
    connect(actions.worstFirst, &QAction::toggled, m_view, &CompareView::setWorstFirst);
    connect(actions.brush, &QAction::triggered, m_view, &CompareView::startBrush);
    connect(m_view, &CompareView::brushed, this, &ComparePage::tellPart);
    connect(actions.pin, &QAction::triggered, this, &ComparePage::togglePin);
    connect(m_view, &CompareView::currentChanged, this, &ComparePage::showPin);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ComparePage::popUpMenu);
    connect(m_set, &CompareSet::pinsChanged, this, &ComparePage::showSamples);
}

void ComparePage::connectModes()
{
    const CompareActions &actions = compareActions();
    const auto showMode = [this](CompareMode mode) {
        compareActions().modes.at(int(mode))->setChecked(true);
        m_keptBar->setMode(mode);
    };
    for (QAction *action : actions.modes)
        connect(action, &QAction::triggered, this, [this, action, showMode] {
            m_view->setMode(CompareMode(action->data().toInt()));
            showMode(m_view->mode());
        });
    connect(m_view, &CompareView::modeChanged, this, showMode);
    connect(m_keptBar, &KeptBar::choiceChanged, m_view, &CompareView::setChoice);
}

void ComparePage::connectKept()
{
    connect(compareActions().keep, &QAction::triggered, this, &ComparePage::keepPresent);
    connect(m_set, &CompareSet::keptChanged, this, &ComparePage::showKept);
    connect(m_set, &CompareSet::renamed, this, [this] { m_view->rename(configurationNames()); });
    connect(m_kept, &KeptPreview::pairArrived, this, &ComparePage::showKeptPair);
    connect(m_kept, &KeptPreview::started, m_view, [this] { m_view->setBusy(true); });
    connect(m_kept, &KeptPreview::finished, m_view, [this] { m_view->setBusy(false); });
    connect(m_kept, &KeptPreview::failed, this,
            [this](const QString &sentence, const QString &details) {
                m_banner->showMessage(MessageKind::Error, sentence, details, m_retryKept);
            });
    connect(m_kept, &KeptPreview::cancelled, this, [this] {
        m_banner->showMessage(MessageKind::Info,
                              tr("Drawing the kept configurations was cancelled."), {},
                              m_retryKept);
    });
    connect(m_retryKept, &QAction::triggered, this, [this] {
        m_banner->dismiss();
        m_kept->resume();
    });
}

void ComparePage::showSamples()
{
    std::vector<SampleRef> samples = m_preview->samples();
    samples.resize(std::min(samples.size(), std::size_t(m_preview->shownCount())));
    const auto pinned = std::ranges::find_if_not(
        samples, [this](const SampleRef &sample) { return m_set->isPinned(sample); });
    const bool hasSeed = !m_document->info().isImageToImage();
    m_view->setSeed(hasSeed ? std::optional(m_document->seed()) : std::nullopt);
    m_view->setSamples(samples, int(pinned - samples.begin()));
    showWantedSample(samples);
    showPin();
}

void ComparePage::showWantedSample(const std::vector<SampleRef> &samples)
{
    if (!m_wantedSample)
        return;
    const auto wanted = std::ranges::find(samples, *m_wantedSample);
    if (wanted == samples.end())
        return;
    m_view->setCurrent(int(wanted - samples.begin()));
    m_wantedSample.reset();
}

std::optional<SampleRef> ComparePage::currentSample() const
{
    const std::vector<SampleRef> samples = m_preview->samples();
    const int current = m_view->current();
    if (current < 0 || current >= int(samples.size()))
        return {};
    return samples[std::size_t(current)];
}

void ComparePage::tellPart(int position, QRect pixels)
{
    const std::vector<SampleRef> &samples = m_view->samples();
    if (position < int(samples.size()))
        Q_EMIT partChosen({samples[std::size_t(position)],
                           {pixels.left(), pixels.top(), pixels.width(), pixels.height()}});
}

void ComparePage::chooseSample(const SampleRef &sample)
{
    m_wantedSample = sample;
    showSamples();
}

void ComparePage::showPin()
{
    const int current = m_view->current();
    const bool known = current >= 0 && current < int(m_view->samples().size());
    compareActions().pin->setChecked(known && m_set->isPinned(m_view->samples()[current]));
}

void ComparePage::togglePin()
{
    const int current = m_view->current();
    if (current >= 0 && current < int(m_view->samples().size()))
        m_set->togglePin(m_view->samples()[current]);
    showPin();
}

void ComparePage::keepPresent()
{
    if (const KeptConfiguration *same = m_set->keptAsPresent())
        m_banner->showMessage(MessageKind::Info,
                              tr("The present configuration is kept already, as %1. Change a "
                                 "setting first, then keep that one beside it.")
                                  .arg(same->name));
    else
        m_set->keepPresent();
}

void ComparePage::popUpMenu(QPoint at)
{
    auto *menu = new QMenu(m_view);
    menu->setObjectName("pictureMenu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : compareActions().forContextMenu())
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    menu->popup(m_view->mapToGlobal(at));
}

QStringList ComparePage::configurationNames() const
{
    QStringList names{tr("Current")};
    for (const KeptConfiguration &kept : m_set->kept())
        names.append(kept.name);
    return names;
}

int ComparePage::configurationOf(int keptId) const
{
    const auto &kept = m_set->kept();
    const auto found = std::ranges::find(kept, keptId, &KeptConfiguration::id);
    return int(found - kept.begin()) + 1;
}

void ComparePage::showKept()
{
    m_view->setConfigurations(configurationNames());
    compareActions().keep->setEnabled(!m_document->isEmpty() && !m_set->isFull());
    for (const KeptConfiguration &kept : m_set->kept()) {
        const KeptPictures *drawn = m_kept->pictures(kept.id);
        for (int position = 0; drawn && position < int(drawn->pairs.size()); ++position)
            showKeptPair(kept.id, position, drawn->pairs[position]);
    }
}

void ComparePage::showKeptPair(int id, int position, const SamplePair &pair)
{
    m_view->setPair(position, configurationOf(id), pair);
}

} // namespace quantloupe
