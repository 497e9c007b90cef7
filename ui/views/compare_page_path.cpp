// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare_page.h"

#include "jobs/path_preview.h"
#include "views/compare_toolbar.h"
#include "views/kept_bar.h"
#include "views/path_bar.h"
#include "widgets/compare_view.h"
#include "widgets/message_banner.h"

#include <QAction>
#include <QApplication>

#include <utility>

namespace quantloupe {

void ComparePage::connectPath()
{
    QAction *action = compareActions().interpolate;
    connect(action, &QAction::triggered, this, [this](bool on) { on ? startPath() : endPath(); });
    connect(m_pathBar, &PathBar::positionChanged, m_path, &PathPreview::moveTo);
    connect(m_pathBar, &PathBar::closeRequested, this, &ComparePage::endPath);
    connect(m_path, &PathPreview::arrived, this, &ComparePage::showBetween);
    connect(m_keptBar, &KeptBar::choiceChanged, this, &ComparePage::chooseKeptOnPath);
    connect(m_view, &CompareView::modeChanged, this, &ComparePage::chooseKeptOnPath);
    // Drawing the kept ones made room for the scrubber.
    connect(m_path, &PathPreview::settled, m_kept, &KeptPreview::resume);
    // Keeping or removing a configuration may have taken the scrubber's place.
    connect(m_kept, &KeptPreview::started, m_path, &PathPreview::restart);
    connect(m_path, &PathPreview::failed, this,
            [this](const QString &sentence, const QString &details) {
                endPath();
                m_banner->showMessage(MessageKind::Error, sentence, details);
            });
    connect(m_view, &CompareView::modeChanged, this, [this](CompareMode mode) {
        m_cameFromGrid = false;
        if (mode == CompareMode::Grid)
            endPath();
    });
    connect(m_document, &QuantDocument::opened, this, &ComparePage::endPath);
    connect(m_document, &QuantDocument::planChanged, this,
            [this] { m_pathBar->setDistribution(m_document->plan().distribution); });
}

/// Through the pinned latents, or from the current one to the next.
std::vector<SampleRef> ComparePage::pathOfLatents() const
{
    if (m_set->pins().size() > 1)
        return m_set->pins();
    const auto &samples = m_view->samples();
    const int current = m_view->current();
    if (current < 0 || samples.size() < 2)
        return {};
    const int next = (current + 1) % int(samples.size());
    return {samples[current], samples[next]};
}

void ComparePage::chooseKeptOnPath()
{
    const LargeChoice &choice = m_view->choice();
    const bool showsAll = choice.showsAll && m_view->mode() == CompareMode::Pair;
    std::vector<int> ids;
    for (const KeptConfiguration &kept : m_set->kept()) {
        const int picture = configurationOf(kept.id) + 1;
        if (showsAll || choice.left == picture || choice.right == picture)
            ids.push_back(kept.id);
    }
    m_path->setKept(ids);
}

void ComparePage::showBetween(const std::map<int, SamplePair> &drawn, const PathPlace &place)
{
    m_place = place;
    std::vector<std::optional<SamplePair>> pairs{drawn.at(0)};
    for (const KeptConfiguration &kept : m_set->kept()) {
        const auto found = drawn.find(kept.id);
        pairs.push_back(found == drawn.end() ? std::nullopt : std::optional(found->second));
    }
    m_view->showBetween(std::move(pairs),
                        tr("Interpolation: %1 (%2).")
                            .arg(placeText(place, m_document->seed()),
                                 interpolationText(m_document->plan().distribution)));
}

void ComparePage::startPath()
{
    const std::vector<SampleRef> path = pathOfLatents();
    const GeneratorInfo &info = m_document->info();
    if (!info.isImageToImage() && !path.empty())
        return beginPath(path);
    compareActions().interpolate->setChecked(false);
    m_banner->showMessage(MessageKind::Info,
                          info.isImageToImage()
                              ? tr("%1 takes pictures; only latents can be interpolated.")
                                    .arg(QString::fromStdString(info.name))
                              : tr("A path needs two latents; show two samples or pin two."));
}

void ComparePage::beginPath(const std::vector<SampleRef> &path)
{
    const bool isGrid = m_view->mode() == CompareMode::Grid;
    if (isGrid)
        m_view->setMode(CompareMode::Pair);
    m_cameFromGrid = isGrid;
    compareActions().interpolate->setChecked(true);
    m_pathBar->setDistribution(m_document->plan().distribution);
    m_pathBar->setSeed(m_document->seed());
    m_pathBar->setPath(path);
    m_path->setPath(path);
    m_pathBar->focusSlider();
}

void ComparePage::showPath(const PathPlace &place)
{
    if (m_document->info().isImageToImage() || place.path.size() < 2)
        return;
    beginPath(place.path);
    m_pathBar->setPosition(place.position);
}

void ComparePage::endPath()
{
    compareActions().interpolate->setChecked(false);
    // Else the focus would go to whatever comes next.
    if (m_pathBar->isAncestorOf(QApplication::focusWidget()))
        m_view->setFocus();
    m_path->setPath({});
    m_pathBar->setPath({});
    m_place.reset();
    m_view->endBetween();
    if (std::exchange(m_cameFromGrid, false))
        m_view->setMode(CompareMode::Grid);
}

} // namespace quantloupe
