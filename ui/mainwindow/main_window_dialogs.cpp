// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/embedded_files.h"
#include "mainwindow/config_store.h"
#include "mainwindow/generator_lookup.h"
#include "mainwindow/generator_opener.h"
#include "mainwindow/main_window.h"

#include <QFileDialog>
#include <QFileInfo>

namespace quantloupe {

namespace {

/// What the desktop knows configurations by (packaging/share/quantloupe-mime.xml).
const QString kConfigurationSuffix = QStringLiteral("quantloupe.json");

/// Empty for what is built in, and for no file.
QString folderOf(const QString &path)
{
    return path.isEmpty() || isEmbedded(path.toStdString()) ? QString()
                                                            : QFileInfo(path).absolutePath();
}

void startIn(QFileDialog *dialog, const QString &folder)
{
    if (!folder.isEmpty())
        dialog->setDirectory(folder);
}

} // namespace

QFileDialog *MainWindow::fileDialog(const char *objectName, const QString &title,
                                    const QString &filter)
{
    auto *dialog = new QFileDialog(this, title, {}, filter);
    dialog->setObjectName(objectName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    // The endings are longer than the list that would show them.
    dialog->setOption(QFileDialog::HideNameFilterDetails);
    startIn(dialog, likelyFolder());
    return dialog;
}

QString MainWindow::likelyFolder() const
{
    const std::string &path =
        m_document.isEmpty() ? m_opener->request().path : m_document.info().path;
    return folderOf(QString::fromStdString(path));
}

void MainWindow::chooseGenerator()
{
    QFileDialog *dialog =
        fileDialog("openDialog", tr("Open a generator"),
                   tr("Generators (*.pt *.pth *.ckpt *.pkl *.th *.safetensors *.bin);;"
                      "Pictures and reports with a configuration (*.png *.html);;All files (*)"));
    connect(dialog, &QFileDialog::fileSelected, this,
            qOverload<const QString &>(&MainWindow::open));
    dialog->open();
}

void MainWindow::chooseConfiguration()
{
    QFileDialog *dialog = fileDialog("loadDialog", tr("Load a configuration"),
                                     tr("Configurations (*.json *.png *.html);;All files (*)"));
    connect(dialog, &QFileDialog::fileSelected, m_configs, &ConfigStore::load);
    dialog->open();
}

void MainWindow::chooseArchitecture(const QString &weights,
                                    const std::function<void(const QString &)> &use)
{
    QFileDialog *dialog = fileDialog("architectureDialog", tr("Use an architecture file"),
                                     tr("Architectures (*.json);;All files (*)"));
    startIn(dialog, folderOf(weights));
    connect(dialog, &QFileDialog::fileSelected, this, use);
    dialog->open();
}

void MainWindow::chooseInputPictures()
{
    QFileDialog *dialog =
        fileDialog("inputPicturesDialog", tr("Input pictures"),
                   tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tar *.tgz);;All files (*)"));
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::readInputPictures);
    dialog->open();
}

void MainWindow::saveAs(const std::function<void()> &then)
{
    QFileDialog *dialog = fileDialog("saveDialog", tr("Save the configuration"),
                                     tr("Configurations (*.json);;All files (*)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(kConfigurationSuffix);
    dialog->selectFile(fileNameFor(m_document.info()) + u'.' + kConfigurationSuffix);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, then](const QString &path) { m_configs->save(path, then); });
    dialog->open();
}

} // namespace quantloupe
