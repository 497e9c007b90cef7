// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare_page.h"

#include "views/compare_summary.h"
#include "views/compare_toolbar.h"
#include "views/kept_bar.h"
#include "views/path_bar.h"
#include "widgets/compare_view.h"
#include "widgets/help_page.h"
#include "widgets/message_banner.h"
#include "widgets/progress_banner.h"
#include "widgets/state_page.h"
#include "widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quantloupe {

ComparePage::ComparePage(const CompareSources &sources, QAction *open, QWidget *parent)
    : QWidget(parent),
      m_document(sources.document),
      m_set(sources.set),
      m_preview(sources.preview),
      m_kept(sources.kept),
      m_path(sources.path),
      m_open(open)
{
    createWidgets();
    createLayout();
    connectSignals();
    showEmpty();
}

void ComparePage::createWidgets()
{
    setObjectName("comparePage");
    setHelpPage(this, "compare");
    m_openAgain = new QAction(tr("Open again"), this);
    m_openAgain->setObjectName("openAgain");
    m_openAgain->setEnabled(false);
    m_retry = new QAction(tr("Try again"), this);
    m_retry->setObjectName("retryPreview");
    m_retryKept = new QAction(tr("Draw the others again"), this);
    m_retryKept->setObjectName("retryKept");
    m_bars = new QWidget(this);
    m_toolbar = new CompareToolbar(m_bars);
    m_keptBar = new KeptBar(m_set, m_kept, m_bars);
    m_pathBar = new PathBar(this);
    m_view = new CompareView(this);
    m_view->setObjectName("compareView");
    setHelpPage(m_view, "compare#pictures",
                {"Left", "Right", "Up", "Down", "Home", "End", "Shift+Left", "Shift+Right",
                 "Ctrl+Left", "Ctrl+Right", "Ctrl+Up", "Ctrl+Down", "+", "-", "0", "Esc"});
    m_view->setAccessibleName(tr("Float, quantized and difference pictures"));
    m_opening = new ProgressBanner(this);
    m_opening->setObjectName("openingBanner");
    setHelpPage(m_opening, "window#opening");
    m_banner = new MessageBanner(this);
    m_banner->setObjectName("previewBanner");
    m_state = new StatePage(this);
    m_state->setObjectName("compareState");
    m_content = new QWidget(this);
    m_stack = new QStackedWidget(this);
}

void ComparePage::createLayout()
{
    auto *bars = new QVBoxLayout(m_bars);
    bars->setContentsMargins(0, 0, 0, 0);
    bars->setSpacing(0);
    bars->addWidget(m_toolbar);
    bars->addWidget(m_keptBar);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(m_opening);
    content->addWidget(m_bars);
    content->addWidget(m_pathBar);
    content->addWidget(m_banner);
    content->addWidget(m_view, 1);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void ComparePage::connectSignals()
{
    connect(m_document, &QuantDocument::opened, this, &ComparePage::showGenerator);
    connect(m_document, &QuantDocument::inputPicturesChanged, this, &ComparePage::showGenerator);
    connect(m_document, &QuantDocument::seedChanged, this, [this] {
        m_toolbar->setSeed(m_document->seed());
        m_pathBar->setSeed(m_document->seed());
    });
    connect(m_openAgain, &QAction::triggered, this, &ComparePage::openAgainRequested);
    connect(m_retry, &QAction::triggered, m_preview, &PreviewController::refresh);
    connect(m_state, &StatePage::cancelRequested, this, &ComparePage::cancelRequested);
    connect(m_opening, &ProgressBanner::cancelRequested, this, &ComparePage::cancelRequested);
    connectPreview();
    connectToolbar();
    connectActions();
    connectModes();
    connectKept();
    connectPath();
}

QList<QWidget *> ComparePage::chrome() const
{
    return {m_bars, m_view->footer()};
}

const CompareActions &ComparePage::compareActions() const
{
    return m_toolbar->actions();
}

void ComparePage::connectPreview()
{
    connect(m_preview, &PreviewController::started, this, &ComparePage::showStarted);
    connect(m_preview, &PreviewController::pairArrived, m_view,
            qOverload<int, const SamplePair &>(&CompareView::setPair));
    connect(m_preview, &PreviewController::stageReached, this, &ComparePage::showStage);
    connect(m_preview, &PreviewController::progressed, m_view, &CompareView::setProgress);
    connect(m_preview, &PreviewController::failed, this, &ComparePage::showFailure);
    connect(m_preview, &PreviewController::cancelled, this, &ComparePage::showCancelled);
    connect(m_preview, &PreviewController::finished, m_view, [this] {
        m_view->setProgress(-1);
        m_view->setBusy(false);
    });
}

void ComparePage::connectToolbar()
{
    connect(m_toolbar, &CompareToolbar::seedEntered, m_document, &QuantDocument::setSeed);
    for (QAction *action : compareActions().inOrder())
        if (action)
            action->setEnabled(false);
    m_view->addActions(compareActions().forPicturesOnly());
}

void ComparePage::showEmpty()
{
    m_state->setState({tr("No generator is open"),
                       tr("Open a TorchScript file or the weights of a generator "
                          "(.pt, .pth, .ckpt, .pkl, .safetensors), or drop one here."),
                       {},
                       {m_open},
                       {}});
    m_stack->setCurrentWidget(m_document->isEmpty() ? m_state : m_content);
}

void ComparePage::showOpening(const QString &fileName)
{
    m_openAgain->setEnabled(false);
    const QString title = tr("Opening %1").arg(fileName);
    m_state->setState({title, tr("Reading the file and trying its network."), {}, {}, -1.0});
    m_opening->start(title);
}

void ComparePage::setOpeningProgress(double fraction)
{
    m_state->setProgress(fraction);
    m_opening->setFraction(fraction);
}

void ComparePage::endOpening()
{
    // Else the focus would go to whatever comes next.
    if (m_opening->isAncestorOf(QApplication::focusWidget()))
        m_view->setFocus();
    m_opening->stop();
}

void ComparePage::showOpenFailure(const QString &headline, const QString &sentence,
                                  const QString &details, QAction *remedy)
{
    QList<QAction *> actions = {m_open};
    if (remedy)
        actions.prepend(remedy);
    m_state->setState({headline, sentence, details, actions, {}});
}

void ComparePage::showOpenCancelled(const QString &fileName)
{
    m_openAgain->setEnabled(true);
    m_state->setState({tr("Opening %1 was cancelled").arg(fileName),
                       tr("No generator is open."),
                       {},
                       {m_openAgain, m_open},
                       {}});
}

void ComparePage::showGenerator()
{
    m_banner->dismiss();
    m_view->clear();
    m_wantedSample.reset();
    showSamples();
    m_toolbar->setSummary({}, {});
    for (QAction *action : compareActions().inOrder())
        if (action)
            action->setEnabled(true);
    compareActions().keep->setEnabled(!m_set->isFull());
    m_stack->setCurrentWidget(m_content);
}

void ComparePage::showStarted()
{
    m_banner->dismiss();
    showSamples();
    m_view->setStale(m_preview->keepsFloat() ? Staleness::Present : Staleness::All);
    m_view->setBusy(true);
}

void ComparePage::showStage(const PreviewStage &stage)
{
    m_toolbar->setSummary(summaryWordings(stage),
                          tr("Mean distance to the float pictures over %1 samples; PSNR and SSIM "
                             "on 8 bits, SQNR of the outputs. No measure of quality.")
                              .arg(stage.samples));
    m_keptBar->setPresent(stage.mean, stage.samples);
}

void ComparePage::showFailure(const QString &sentence, const QString &details)
{
    m_banner->showMessage(MessageKind::Error,
                          tr("The pictures could not be drawn. %1").arg(sentence), details,
                          m_retry);
}

void ComparePage::showCancelled()
{
    m_banner->showMessage(MessageKind::Info,
                          m_view->pair(m_view->current())
                              ? tr("Drawing was cancelled; dimmed pictures are of older settings.")
                              : tr("Drawing was cancelled."),
                          {}, m_retry);
}

} // namespace quantloupe
