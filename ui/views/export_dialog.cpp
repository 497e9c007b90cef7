// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/export_dialog.h"

#include "models/export_loss_model.h"
#include "models/export_words.h"
#include "widgets/help_page.h"
#include "widgets/numbers_view.h"
#include "widgets/theme.h"
#include "widgets/wheel_guard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

constexpr QSize kDefaultSize{980, 620};
constexpr int kFormatsShare = 2;
constexpr int kLossesShare = 3;
constexpr int kFewestRows = 4;
/// Places in the list of values.
constexpr int kSqnrItem = 0;
constexpr int kSweepItem = 1;

ExportFormat formatOf(const QListWidgetItem *item)
{
    return static_cast<ExportFormat>(item->data(Qt::UserRole).toInt());
}

} // namespace

ExportDialog::ExportDialog(QuantDocument *document, ExportController *controller, QWidget *parent)
    : OutputDialog(QStringLiteral("export"), document, controller->output(), parent),
      m_document(document),
      m_controller(controller)
{
    createWidgets();
    createLayout();
    connectSignals();
    showValues();
    showLosses();
}

void ExportDialog::createWidgets()
{
    setWindowTitle(tr("Export the configuration"));
    setHelpPage(this, "files#formats-of-other-tools");
    createFormats();
    createValues();
    createLosses();
    resize(kDefaultSize);
}

void ExportDialog::createFormats()
{
    m_formats = new QListWidget(this);
    m_formats->setObjectName("exportFormats");
    m_formats->setAccessibleName(tr("Format"));
    m_formats->setWordWrap(true);
    m_formats->setSpacing(kSpacingTight / 2);
    m_formats->setResizeMode(QListView::Adjust);
    m_formats->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const ExportFormat format : exportFormats()) {
        auto *item = new QListWidgetItem(
            exportFormatTitle(format) + u'\n' + exportFormatPurpose(format), m_formats);
        item->setData(Qt::UserRole, int(format));
        item->setToolTip(exportFormatPurpose(format));
        if (format == m_controller->format())
            m_formats->setCurrentItem(item);
    }
}

void ExportDialog::createValues()
{
    m_valuesRow = new QWidget(this);
    m_values = new QComboBox(m_valuesRow);
    m_values->setObjectName("exportValues");
    m_values->setAccessibleName(tr("Values"));
    m_values->setToolTip(
        tr("What stands over the graph: the SQNR of each weight, or what the tab "
           "Sensitivity has measured of each layer alone, at the bits it has now."));
    m_values->addItem(tr("SQNR of the weights"));
    m_values->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    ignoreWheelUnlessFocused(m_values);
    auto *label = new QLabel(tr("&Values"), m_valuesRow);
    label->setBuddy(m_values);
    auto *layout = new QHBoxLayout(m_valuesRow);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacing);
    layout->addWidget(label);
    layout->addWidget(m_values);
    layout->addStretch(1);
}

void ExportDialog::createLosses()
{
    m_summary = new QLabel(this);
    m_summary->setObjectName("exportSummary");
    m_summary->setWordWrap(true);
    m_summary->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_model = new ExportLossModel(this);
    m_losses = new NumbersView(Qt::DisplayRole, this);
    m_losses->setObjectName("exportLosses");
    m_losses->setAccessibleName(tr("What the format cannot say"));
    m_losses->setModel(m_model);
    // As many rows as there is room for; the others are scrolled.
    m_losses->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_losses->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_losses->setMinimumHeight(kFewestRows * 2 * m_losses->fontMetrics().height());
}

void ExportDialog::createLayout()
{
    auto *losses = new QVBoxLayout;
    losses->setSpacing(kSpacingTight);
    losses->addWidget(m_valuesRow);
    losses->addWidget(m_summary);
    losses->addWidget(m_losses, 1);
    auto *content = new QHBoxLayout;
    content->setSpacing(kSpacingWide);
    content->addWidget(m_formats, kFormatsShare);
    content->addLayout(losses, kLossesShare);
    setContent(content, {m_formats, m_values, m_losses});
}

void ExportDialog::connectSignals()
{
    connect(m_formats, &QListWidget::currentRowChanged, this, &ExportDialog::followFormat);
    // Only what the user chooses.
    connect(m_values, &QComboBox::activated, this,
            [this](int item) { m_controller->setWantsSweep(item == kSweepItem); });
    connect(m_controller, &ExportController::changed, this, &ExportDialog::showValues);
    connect(m_controller, &ExportController::changed, this, &ExportDialog::showLosses);
}

QString ExportDialog::proposedName(const QString &stem) const
{
    return exportFileName(stem, m_controller->format());
}

void ExportDialog::writeTo(const QString &path)
{
    m_controller->write(path);
}

void ExportDialog::followFormat(int row)
{
    const ExportFormat format = formatOf(m_formats->item(row));
    m_controller->setFormat(format);
    const std::string_view ending = extensionOf(format);
    followProposal(QString::fromUtf8(ending.data(), qsizetype(ending.size())));
}

void ExportDialog::showValues()
{
    const std::optional<ShownSweep> &sweep = m_controller->sweep();
    if (!sweep)
        m_values->removeItem(kSweepItem);
    else if (m_values->count() == kSweepItem)
        m_values->addItem({});
    if (sweep)
        m_values->setItemText(
            kSweepItem,
            tr("Sensitivity: %1 of the sweep shown").arg(QString::fromStdString(sweep->metric)));
    m_values->setCurrentIndex(sweep && m_controller->wantsSweep() ? kSweepItem : kSqnrItem);
    m_valuesRow->setVisible(m_controller->format() == ExportFormat::ModelExplorer);
}

void ExportDialog::showLosses()
{
    using State = ExportController::State;
    const State state = m_controller->state();
    m_model->setLosses(m_controller->losses());
    m_losses->setVisible(!m_controller->losses().empty());
    if (m_document->isEmpty())
        m_summary->setText(tr("What is lost is told here once a generator is open."));
    else if (state == State::Known)
        m_summary->setText(knownSummary());
    else if (state == State::Failed)
        m_summary->setText(
            tr("What is lost could not be found out. %1").arg(m_controller->failure()));
    else
        m_summary->setText(tr("Looking what is lost…"));
}

QString ExportDialog::knownSummary() const
{
    const QString lost = lossSummary(m_controller->losses());
    return m_controller->showsNothing()
               ? tr("The sweep has no value at the bits of the configuration: the file shows "
                    "none. %1")
                     .arg(lost)
               : lost;
}

void ExportDialog::showEvent(QShowEvent *event)
{
    OutputDialog::showEvent(event);
    m_controller->setWatched(true);
}

void ExportDialog::hideEvent(QHideEvent *event)
{
    OutputDialog::hideEvent(event);
    m_controller->setWatched(false);
}

} // namespace quantloupe
