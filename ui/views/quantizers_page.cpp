// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quantizers_page.h"

#include "models/quantizer_levels_chart.h"
#include "views/quantizers_table.h"
#include "widgets/elided_label.h"
#include "widgets/help_page.h"
#include "widgets/progress_line.h"
#include "widgets/state_page.h"
#include "widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

const QStringList kPlotKeys{"Left",   "Right", "Up",    "Down",   "Home", "End",
                            "Return", "Enter", "Space", "Ctrl+C", "Menu", "Shift+F10"};
constexpr int kFewBits = 4;
constexpr int kMostBits = 8;
constexpr int kBitsCharacters = 9;
/// More than any screen, so that the splitter shrinks both parts alike.
constexpr int kPart = 10000;

/// 1 to `most`, as an item of the list keeps it.
QVariantList bitsUpTo(int most)
{
    QVariantList bits;
    for (int each = 1; each <= most; ++each)
        bits.append(each);
    return bits;
}

std::vector<int> bitsOf(const QVariant &item)
{
    std::vector<int> bits;
    for (const QVariant &each : item.toList())
        bits.push_back(each.toInt());
    return bits;
}

} // namespace

QuantizersPage::QuantizersPage(QuantDocument *document, QuantizerController *controller,
                               QAction *open, QWidget *parent)
    : QWidget(parent), m_document(document), m_controller(controller), m_open(open)
{
    createWidgets();
    createLayout();
    connectSignals();
    showState();
}

void QuantizersPage::createWidgets()
{
    setObjectName("page:quantizers");
    setHelpPage(this, "quantizers#comparing-quantizers");
    m_resume = new QAction(tr("Continue"), this);
    m_resume->setObjectName("resumeQuantizers");
    m_retry = new QAction(tr("Try again"), this);
    m_retry->setObjectName("retryQuantizers");
    createHead();
    m_state = new StatePage(this);
    m_state->setObjectName("quantizersState");
    m_table = new QuantizersTable(this);
    m_plot = new LevelsPlot(this);
    m_plot->setObjectName("plot:quantizers");
    m_plot->setAccessibleName(tr("Levels of quantizers"));
    m_plot->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setHelpPage(m_plot, "quantizers#comparing-quantizers", kPlotKeys);
    m_caption = new ElidedLabel(this);
    m_caption->setObjectName("levelsCaption");
    m_caption->setFont(smallFont(font()));
    m_stack = new QStackedWidget(this);
    // The other tabs say how narrow the dock may be.
    m_stack->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    m_progress = new ProgressLine(m_stack);
}

void QuantizersPage::createHead()
{
    m_bits = new QComboBox(this);
    m_bits->setObjectName("quantizerBits");
    m_bits->setAccessibleName(tr("Bits that are tried"));
    m_bits->setToolTip(tr("Bits that are tried, besides those of the layer"));
    m_bits->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_bits->setMinimumContentsLength(kBitsCharacters);
    m_bits->addItem(tr("1 to 4 bits"), bitsUpTo(kFewBits));
    m_bits->addItem(tr("1 to 8 bits"), bitsUpTo(kMostBits));
    m_bits->addItem(tr("bits of the layer"), QVariantList());
    for (int bits = 1; bits <= kMostBits; ++bits)
        m_bits->addItem(bitsPhrase(QuantSite::Weight, bits), QVariantList{bits});
    m_summary = new ElidedLabel(this);
    m_summary->setObjectName("quantizersSummary");
    m_summary->setFont(smallFont(font()));
    m_assign = new QPushButton(tr("Give to the layer"), this);
    m_assign->setObjectName("assignQuantizerButton");
    m_assign->setToolTip(tr("The layer is quantized by the method of the selected row (Enter)"));
    m_assign->setEnabled(false);
    m_run = new QPushButton(this);
    m_run->setObjectName("quantizersRun");
}

void QuantizersPage::createLayout()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpacing);
    head->addWidget(m_bits);
    head->addWidget(m_summary, 1);
    head->addWidget(m_run);
    head->addWidget(m_assign);

    auto *drawing = new QWidget(this);
    auto *column = new QVBoxLayout(drawing);
    column->setContentsMargins(kSpacing, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_plot, 1);
    column->addWidget(m_caption);
    m_content = new QSplitter(Qt::Horizontal, this);
    m_content->setObjectName("quantizersSplitter");
    m_content->setChildrenCollapsible(false);
    m_content->addWidget(m_table);
    m_content->addWidget(drawing);
    for (int part = 0; part < m_content->count(); ++part)
        m_content->setStretchFactor(part, 1);
    // Equal parts of whatever there is.
    m_content->setSizes({kPart, kPart});

    m_stack->addWidget(m_state);
    m_stack->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    layout->setSpacing(kSpacingTight);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
}

void QuantizersPage::connectSignals()
{
    connect(m_bits, &QComboBox::activated, this,
            [this] { m_controller->setBits(bitsOf(m_bits->currentData())); });
    connect(m_run, &QPushButton::clicked, this, [this] {
        m_controller->isRunning() ? m_controller->cancel() : m_controller->resume();
    });
    for (const QAction *action : {m_resume, m_retry})
        connect(action, &QAction::triggered, m_controller, &QuantizerController::resume);
    connect(m_state, &StatePage::cancelRequested, m_controller, &QuantizerController::cancel);
    connect(m_assign, &QPushButton::clicked, m_table->assignAction(), &QAction::trigger);
    connect(m_table->assignAction(), &QAction::changed, this,
            [this] { m_assign->setEnabled(m_table->assignAction()->isEnabled()); });
    connect(m_table, &QuantizersTable::assigned, m_controller, &QuantizerController::assign);
    connect(m_table, &QuantizersTable::choiceChanged, this, &QuantizersPage::showLevels);
    connect(m_plot, &PlotView::itemActivated, this, &QuantizersPage::chooseDrawn);
    connect(m_plot, &PlotView::exported, this, &QuantizersPage::exported);
    connectController();
}

void QuantizersPage::connectController()
{
    connect(m_controller, &QuantizerController::subjectChanged, this, &QuantizersPage::startAnew);
    connect(m_controller, &QuantizerController::presentChanged, this, [this] {
        m_table->setPresent(m_controller->present());
        showState();
    });
    connect(m_controller, &QuantizerController::arrived, this, &QuantizersPage::showKnown);
    connect(m_controller, &QuantizerController::stateChanged, this, [this] {
        m_hasFailed &= m_controller->isInterrupted();
        showState();
    });
    connect(m_controller, &QuantizerController::failed, this, &QuantizersPage::showFailure);
    connect(m_document, &QuantDocument::opened, this, &QuantizersPage::showState);
}

QJsonArray QuantizersPage::triedBits() const
{
    return QJsonArray::fromVariantList(m_bits->currentData().toList());
}

void QuantizersPage::tryBits(const QJsonArray &bits)
{
    for (int item = 0; item < m_bits->count(); ++item)
        if (QJsonArray::fromVariantList(m_bits->itemData(item).toList()) == bits) {
            m_bits->setCurrentIndex(item);
            m_controller->setBits(bitsOf(m_bits->itemData(item)));
        }
}

void QuantizersPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_controller->setActive(true);
    showState();
}

void QuantizersPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_controller->setActive(false);
    showProgress();
}

void QuantizersPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_progress->setGeometry(0, 0, m_stack->width(), ProgressLine::kThickness);
    m_progress->raise();
}

} // namespace quantloupe
