// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/output_dialog.h"

#include "jobs/output_job.h"
#include "models/export_words.h"
#include "models/quant_document.h"
#include "widgets/help_page.h"
#include "widgets/progress_banner.h"
#include "widgets/theme.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

/// The same file under another path counts.
bool isSameFile(const QString &a, const QString &b)
{
    const QString real = QFileInfo(a).canonicalFilePath();
    return !real.isEmpty() && real == QFileInfo(b).canonicalFilePath();
}

} // namespace

OutputDialog::OutputDialog(const QString &prefix, QuantDocument *document, OutputJob *output,
                           QWidget *parent)
    : QDialog(parent), m_prefix(prefix), m_document(document), m_output(output)
{
    createWidgets();
    connectSignals();
    connectOutput();
}

QString OutputDialog::nameOf(const char *part) const
{
    return m_prefix + QLatin1String(part);
}

void OutputDialog::createWidgets()
{
    setObjectName(nameOf("Dialog"));
    createTarget();
    createButtons();
    auto *help = new QAction(this);
    help->setShortcut(Qt::Key_F1);
    connect(help, &QAction::triggered, this,
            [this] { Q_EMIT helpWanted(helpPageOf(focusWidget() ? focusWidget() : this)); });
    addAction(help);
}

void OutputDialog::createTarget()
{
    m_path = new QLineEdit(this);
    m_path->setObjectName(nameOf("Path"));
    m_path->setAccessibleName(tr("File to write"));
    m_note = new QLabel(this);
    m_note->setObjectName(nameOf("Note"));
    m_note->setWordWrap(true);
    m_progress = new ProgressBanner(this);
    m_progress->setObjectName(nameOf("Progress"));
    m_message = new MessageBanner(this);
    m_message->setObjectName(nameOf("Message"));
}

QPushButton *OutputDialog::createButton(const char *part, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(nameOf(part));
    button->setAutoDefault(false);
    return button;
}

void OutputDialog::createButtons()
{
    m_browse = createButton("Browse", tr("&Browse…"));
    m_copy = createButton("Copy", tr("&Copy as command"));
    m_write = createButton("Write", tr("&Write"));
    m_write->setDefault(true);
    m_close = createButton("Close", tr("C&lose"));
}

QHBoxLayout *OutputDialog::createTargetLayout()
{
    auto *label = new QLabel(tr("&File"), this);
    label->setBuddy(m_path);
    auto *target = new QHBoxLayout;
    target->setSpacing(kSpacing);
    target->addWidget(label);
    target->addWidget(m_path, 1);
    target->addWidget(m_browse);
    return target;
}

QHBoxLayout *OutputDialog::createButtonLayout()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kSpacing);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_write);
    buttons->addWidget(m_close);
    return buttons;
}

void OutputDialog::setContent(QLayout *content, const QList<QWidget *> &order)
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(kSpacing);
    layout->addLayout(content, 1);
    layout->addLayout(createTargetLayout());
    layout->addWidget(m_note);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    layout->addLayout(createButtonLayout());
    const QList<QWidget *> all =
        order + QList<QWidget *>{m_path, m_browse, m_copy, m_write, m_close};
    for (qsizetype i = 1; i < all.size(); ++i)
        setTabOrder(all[i - 1], all[i]);
    order.constFirst()->setFocus();
    showTarget();
}

void OutputDialog::connectSignals()
{
    connect(m_path, &QLineEdit::textChanged, this, &OutputDialog::showTarget);
    connect(m_browse, &QPushButton::clicked, this, &OutputDialog::chooseFile);
    connect(m_copy, &QPushButton::clicked, this, &OutputDialog::commandWanted);
    connect(m_write, &QPushButton::clicked, this, &OutputDialog::write);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_document, &QuantDocument::opened, this, &OutputDialog::showTarget);
}

void OutputDialog::connectOutput()
{
    connect(m_progress, &ProgressBanner::cancelRequested, m_output, &OutputJob::cancel);
    connect(m_output, &OutputJob::started, this, &OutputDialog::showTarget);
    connect(m_output, &OutputJob::progressed, this,
            [this] { m_progress->setFraction(m_output->fraction()); });
    connect(m_output, &OutputJob::ended, this, [this] {
        m_progress->stop();
        showTarget();
    });
    connect(m_output, &OutputJob::written, this,
            [this](const QStringList &files) { tell(MessageKind::Info, writtenSentence(files)); });
    connect(m_output, &OutputJob::failed, this,
            [this](const QString &sentence, const QString &details) {
                tell(MessageKind::Error, sentence, details);
            });
    connect(m_output, &OutputJob::cancelled, this,
            [this] { tell(MessageKind::Info, tr("It was cancelled; nothing is written.")); });
}

void OutputDialog::tell(MessageKind kind, const QString &sentence, const QString &details)
{
    m_message->showMessage(kind, sentence, details);
}

void OutputDialog::propose(const QString &folder, const QString &stem)
{
    m_stem = stem;
    m_proposed = proposedName(stem);
    m_path->setText(QDir(folder.isEmpty() ? QDir::currentPath() : folder).filePath(m_proposed));
}

QString OutputDialog::path() const
{
    const QString text = m_path->text().trimmed();
    return text.isEmpty() ? QString() : QDir::cleanPath(QFileInfo(text).absoluteFilePath());
}

void OutputDialog::followProposal(const QString &ending)
{
    const QFileInfo now(path());
    const bool isOwn = now.fileName() != m_proposed;
    m_proposed = proposedName(m_stem);
    m_message->dismiss();
    if (!path().isEmpty())
        m_path->setText(now.dir().filePath(isOwn ? now.completeBaseName() + ending : m_proposed));
}

void OutputDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, windowTitle());
    dialog->setObjectName(nameOf("FileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // What is replaced is said beside the name.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    const QFileInfo now(path());
    dialog->setDirectory(path().isEmpty() ? QDir::currentPath() : now.absolutePath());
    dialog->selectFile(now.fileName());
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void OutputDialog::write()
{
    if (!hindrance().isEmpty() || m_output->isWriting())
        return;
    m_message->dismiss();
    m_progress->start(tr("Writing %1").arg(QFileInfo(path()).fileName()));
    writeTo(path());
}

QString OutputDialog::hindrance() const
{
    if (m_document->isEmpty())
        return tr("No generator is open; open one first.");
    if (path().isEmpty() || QFileInfo(path()).isDir())
        return tr("Name a file to write.");
    if (isSameFile(path(), QString::fromStdString(m_document->info().path)))
        return tr("That is the generator's own file; name another one.");
    return objectionTo(path());
}

QString OutputDialog::objectionTo(const QString &) const
{
    return {};
}

void OutputDialog::showTarget()
{
    const QString hindered = hindrance();
    const QFileInfo target(path());
    if (!hindered.isEmpty())
        m_note->setText(hindered);
    else if (target.exists() && !m_output->isWriting())
        m_note->setText(tr("%1 is there already and will be replaced.").arg(target.fileName()));
    else
        m_note->clear();
    m_note->setVisible(!m_note->text().isEmpty());
    m_write->setEnabled(hindered.isEmpty() && !m_output->isWriting());
    m_copy->setEnabled(hindered.isEmpty());
    m_copy->setToolTip(hindered.isEmpty()
                           ? tr("The quantloupe-cli command that writes the same file, for a shell")
                           : hindered);
}

} // namespace quantloupe
