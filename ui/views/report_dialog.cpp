// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report_dialog.h"

#include "widgets/help_page.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

constexpr QSize kDefaultSize{640, 400};
/// In the order of the list; the first is proposed.
const char *const kEndings[] = {".html", ".md", ".tex"};

} // namespace

ReportDialog::ReportDialog(QuantDocument *document, ReportController *controller, QWidget *parent)
    : OutputDialog(QStringLiteral("report"), document, controller->output(), parent),
      m_document(document),
      m_controller(controller)
{
    createWidgets();
    createLayout();
    connectSignals();
    showContents();
}

void ReportDialog::createWidgets()
{
    setWindowTitle(tr("Report on the configuration"));
    setHelpPage(this, "files#reports");
    createForms();
    m_contents = new QLabel(this);
    m_contents->setObjectName("reportContents");
    m_contents->setWordWrap(true);
    resize(kDefaultSize);
}

void ReportDialog::createForms()
{
    m_forms = new QListWidget(this);
    m_forms->setObjectName("reportForms");
    m_forms->setAccessibleName(tr("Form"));
    m_forms->setWordWrap(true);
    m_forms->setSpacing(kSpacingTight / 2);
    m_forms->setResizeMode(QListView::Adjust);
    m_forms->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const QStringList texts = {
        tr("Page (.html)\npictures, charts and tables in one file; opened here, it brings the "
           "configuration back"),
        tr("Markdown (.md)\nthe tables, for notes and issues"),
        tr("LaTeX (.tex)\nthe tables, for papers")};
    for (qsizetype i = 0; i < texts.size(); ++i) {
        auto *item = new QListWidgetItem(texts[i], m_forms);
        item->setData(Qt::UserRole, QLatin1String(kEndings[i]));
        item->setToolTip(texts[i].section(u'\n', 1));
    }
    m_forms->setCurrentRow(0);
}

void ReportDialog::createLayout()
{
    auto *content = new QVBoxLayout;
    content->setSpacing(kSpacing);
    content->addWidget(m_forms, 1);
    content->addWidget(m_contents);
    setContent(content, {m_forms});
}

void ReportDialog::connectSignals()
{
    connect(m_forms, &QListWidget::currentRowChanged, this, [this] { followProposal(ending()); });
    connect(m_controller, &ReportController::changed, this, &ReportDialog::showContents);
}

QString ReportDialog::ending() const
{
    return m_forms->currentItem()->data(Qt::UserRole).toString();
}

QString ReportDialog::proposedName(const QString &stem) const
{
    return stem + QStringLiteral("-report") + ending();
}

QString ReportDialog::objectionTo(const QString &path) const
{
    return path.endsWith(ending()) ? QString()
                                   : tr("The name of this form ends in %1.").arg(ending());
}

void ReportDialog::writeTo(const QString &path)
{
    m_controller->write(path);
}

void ReportDialog::showContents()
{
    showTarget();
    const Measurement *measured = m_controller->measurement();
    if (m_document->isEmpty()) {
        m_contents->clear();
        return;
    }
    const QString always = tr("In it: pictures of float and quantized samples compared, sizes, all "
                              "layers, seeds, hashes and the command.");
    if (!measured) {
        m_contents->setText(always + u' ' +
                            tr("Metrics such as SWD or FID come in once this configuration is "
                               "measured (F5)."));
        return;
    }
    QStringList names;
    for (const MetricRow &row : measured->report.rows)
        if (row.layer.empty())
            names.append(QString::fromStdString(row.name));
    m_contents->setText(always + u' ' +
                        tr("The metrics of measurement #%1: %2.")
                            .arg(measured->number)
                            .arg(names.join(QStringLiteral(", "))));
}

} // namespace quantloupe
