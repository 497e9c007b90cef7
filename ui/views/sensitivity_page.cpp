// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sensitivity_page.h"

#include "views/sensitivity_form.h"
#include "views/sensitivity_plots.h"
#include "widgets/elided_label.h"
#include "widgets/help_page.h"
#include "widgets/message_banner.h"
#include "widgets/progress_line.h"
#include "widgets/reading_block.h"
#include "widgets/row_scroll_area.h"
#include "widgets/stale_veil.h"
#include "widgets/state_page.h"
#include "widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace quantloupe {

namespace {

const QString kView = QStringLiteral("view");

} // namespace

SensitivityPage::SensitivityPage(QuantDocument *document, SensitivityController *controller,
                                 QAction *open, QWidget *parent)
    : QWidget(parent), m_document(document), m_controller(controller), m_open(open)
{
    createActions();
    createWidgets();
    createLayout();
    connectSignals();
    showKnown();
}

/// A plot that has the focus loses it while the base class goes, and tells of it.
SensitivityPage::~SensitivityPage()
{
    m_plots->disconnect(this);
}

void SensitivityPage::createActions()
{
    m_find = new QAction(tr("Find &sensitive layers"), this);
    m_find->setObjectName("findSensitivities");
    m_find->setToolTip(tr("Which layer hurts, at which bit-width"));
    m_find->setStatusTip(m_find->toolTip());
    m_copyCommand = new QAction(tr("Copy sensiti&vity as command"), this);
    m_copyCommand->setObjectName("copySensitivity");
    m_copyCommand->setToolTip(tr("The quantloupe-cli command that gives this map, for a shell"));
    m_start = new QAction(this);
    m_start->setObjectName("startSensitivities");
}

void SensitivityPage::createWidgets()
{
    setObjectName("page:sensitivity");
    setHelpPage(this, "sensitivity");
    m_form = new SensitivityForm(this);
    m_form->setSettings(m_controller->settings());
    m_run = new QPushButton(this);
    m_run->setObjectName("sensitivityRun");
    m_banner = new MessageBanner(this);
    m_banner->setObjectName("sensitivityBanner");
    setHelpPage(m_banner, "sensitivity", {"Esc"});
    m_state = new StatePage(this);
    m_state->setObjectName("sensitivityState");
    m_plots = new SensitivityPlots(m_document, m_controller, this);
    m_plots->addMenuAction(m_copyCommand);
    m_stack = new QStackedWidget(this);
    // The other tabs say how narrow the dock may be.
    m_stack->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    m_progress = new ProgressLine(m_stack);
    createTexts();
}

void SensitivityPage::createTexts()
{
    m_answer = new ElidedLabel(this);
    m_answer->setObjectName("sensitivityAnswer");
    QFont strong = font();
    strong.setBold(true);
    m_answer->setFont(strong);
    m_summary = new ElidedLabel(this);
    m_summary->setObjectName("sensitivitySummary");
    m_summary->setFont(smallFont(font()));
    m_note = new ElidedLabel(this);
    m_note->setObjectName("sensitivityNote");
    m_note->setFont(smallFont(font()));
}

void SensitivityPage::createLayout()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    layout->setSpacing(kSpacingWide);
    layout->addWidget(createFormColumn());
    layout->addWidget(createResultColumn(), 1);
}

QWidget *SensitivityPage::createFormColumn()
{
    auto *column = new QWidget(this);
    column->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_formScroll = new RowScrollArea(this);
    m_formScroll->setObjectName("sensitivityFormScroll");
    m_formScroll->setAccessibleName(tr("What is swept"));
    m_formScroll->setWidgetResizable(true);
    m_formScroll->setFrameShape(QFrame::NoFrame);
    m_formScroll->setFocusPolicy(Qt::NoFocus);
    m_formScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_formScroll->setWidget(m_form);
    fitFormColumn();
    // What is scrolled away is above the button all the same.
    readAsBlock(m_formScroll);
    readAsBlock(column);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacingTight);
    layout->addWidget(m_formScroll, 1);
    layout->addWidget(m_run);
    return column;
}

void SensitivityPage::fitFormColumn()
{
    // Layouts inside of layouts learn of another font one turn of the event loop after the other.
    for (QWidget *field : m_form->findChildren<QWidget *>())
        field->updateGeometry();
    m_formScroll->setMinimumWidth(m_form->sizeHint().width() +
                                  m_formScroll->verticalScrollBar()->sizeHint().width());
}

QWidget *SensitivityPage::createResultColumn()
{
    auto *column = new QWidget(this);
    readAsBlock(column);
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpacing);
    head->addWidget(m_plots->formList());
    head->addWidget(m_plots->bitsList());
    head->addWidget(m_summary, 1);
    m_veil = new StaleVeil(m_plots);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_plots);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacingTight);
    layout->addWidget(m_banner);
    layout->addWidget(m_answer);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_note);
    return column;
}

void SensitivityPage::connectSignals()
{
    connect(m_find, &QAction::triggered, this, &SensitivityPage::revealed);
    // The button that was pressed is about to go; this one stays, and cancels.
    for (const QAction *action : {m_find, m_start})
        connect(action, &QAction::triggered, this, [this] {
            m_controller->start();
            m_run->setFocus();
        });
    connect(m_run, &QPushButton::clicked, this, &SensitivityPage::startOrCancel);
    connect(m_state, &StatePage::cancelRequested, m_controller, &SensitivityController::cancel);
    connect(m_form, &SensitivityForm::edited, m_controller, &SensitivityController::setSettings);
    connect(m_plots, &SensitivityPlots::exported, this, &SensitivityPage::exported);
    connect(m_plots, &SensitivityPlots::cellRead, this, &SensitivityPage::cellRead);
    connect(m_plots, &SensitivityPlots::chosen, this, [this] {
        showHead();
        Q_EMIT choiceChanged();
    });
    connectController();
}

void SensitivityPage::connectController()
{
    connect(m_controller, &SensitivityController::settingsChanged, this, [this] {
        m_form->setSettings(m_controller->settings());
        Q_EMIT choiceChanged();
    });
    connect(m_controller, &SensitivityController::changed, this, &SensitivityPage::showKnown);
    // Not within what tells that the last one has ended.
    connect(m_controller, &SensitivityController::changed, this, &SensitivityPage::startAgain,
            Qt::QueuedConnection);
    // A drag edits the document many times a second.
    connect(m_controller, &SensitivityController::questionChanged, this, [this] {
        if (isVisible())
            showKnown();
    });
    connect(m_controller, &SensitivityController::progressed, this, &SensitivityPage::showProgress);
    connect(m_controller, &SensitivityController::failed, this, &SensitivityPage::showFailure);
}

void SensitivityPage::showCell(const SamplePair &pair)
{
    m_plots->showCell(pair);
}

void SensitivityPage::findWhatHarms(const PicturePart &part)
{
    SensitivitySettings settings = m_controller->settings();
    settings.part = part;
    settings.mode = SensitivityMode::LeaveOneOut;
    if (!comparesParts(settings.metric))
        settings.metric = MetricKind::OutputSqnr;
    m_controller->setSettings(settings);
    m_plots->setForm(SensitivityPlots::Form::Bars);
    Q_EMIT revealed();
    if (m_controller->isRunning()) {
        m_startsAgain = true;
        m_controller->cancel();
    } else {
        m_controller->start();
    }
}

void SensitivityPage::startAgain()
{
    if (!m_controller->isRunning() && std::exchange(m_startsAgain, false))
        m_controller->start();
}

void SensitivityPage::startOrCancel()
{
    if (m_controller->isRunning())
        m_controller->cancel();
    else
        m_controller->start();
}

QJsonObject SensitivityPage::choice() const
{
    QJsonObject choice = toJson(m_controller->settings());
    choice.insert(kView, int(m_plots->form()));
    return choice;
}

void SensitivityPage::setChoice(const QJsonObject &choice)
{
    m_controller->setSettings(sensitivitySettings(choice));
    const int view = m_plots->formList()->findData(choice[kView].toInt());
    m_plots->formList()->setCurrentIndex(std::max(0, view));
    showKnown();
}

void SensitivityPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showKnown();
}

void SensitivityPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    showProgress();
}

void SensitivityPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_progress->setGeometry(0, 0, m_stack->width(), ProgressLine::kThickness);
    m_progress->raise();
}

void SensitivityPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // The fields have the font after the page.
    if (event->type() == QEvent::FontChange && m_formScroll)
        QMetaObject::invokeMethod(this, &SensitivityPage::fitFormColumn, Qt::QueuedConnection);
}

} // namespace quantloupe
