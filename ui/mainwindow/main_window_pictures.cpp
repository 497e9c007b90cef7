// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/file_writer.h"
#include "mainwindow/compare_set_parts.h"
#include "mainwindow/config_store.h"
#include "mainwindow/generator_lookup.h"
#include "mainwindow/generator_opener.h"
#include "mainwindow/main_window.h"
#include "mainwindow/picture_files.h"
#include "mainwindow/recent_files.h"
#include "mainwindow/view_parts.h"
#include "views/compare_actions.h"
#include "views/compare_page.h"
#include "views/inspector_dock.h"

#include <QFileDialog>
#include <QFileInfo>

namespace quantloupe {

void MainWindow::connectPictures()
{
    const CompareActions &actions = m_compare->compareActions();
    connect(actions.copyPicture, &QAction::triggered, m_pictures, &PictureFiles::copy);
    connect(actions.savePicture, &QAction::triggered, this, &MainWindow::choosePictureFile);
    for (const SessionPart &part : {seedPart(&m_document), picturePinsPart(&m_compareSet),
                                    differencePart(m_compare->view()), pathPart(m_compare)})
        m_pictures->addPart(part);
    connect(m_configs, &ConfigStore::foundView, m_pictures, &PictureFiles::restoreView);
    connect(m_inspectorDock, &InspectorDock::mapsCopied, m_pictures, &PictureFiles::copySheet);
    connect(m_inspectorDock, &InspectorDock::mapsSaved, m_pictures, &PictureFiles::saveSheet);
    connect(m_pictures, &PictureFiles::copied, this,
            [this] { showNote(tr("The pictures are copied.")); });
    connect(m_files, &FileWriter::written, this, [this](const QString &path) {
        showNote(tr("%1 is saved.").arg(QFileInfo(path).fileName()));
    });
    connect(m_pictures, &PictureFiles::configurationFound, this, &MainWindow::loadFromPicture);
    connect(m_pictures, &PictureFiles::plainPictureFound, this, [this](const QString &path) {
        if (m_document.info().isImageToImage())
            readInputPictures(path);
        else
            showError(tr("%1 is a picture without a configuration; only pictures saved "
                         "by Quantloupe hold one.")
                          .arg(QFileInfo(path).fileName()));
    });
    const auto fail = [this](const QString &sentence, const QString &details) {
        m_closeWhenSaved = false;
        showError(sentence, details);
    };
    connect(m_pictures, &PictureFiles::failed, this, fail);
    connect(m_files, &FileWriter::failed, this, fail);
    connect(m_files, &FileWriter::idle, this, &MainWindow::closeIfSaved);
}

/// Without a generator to open, the open one is asked whether the configuration fits.
void MainWindow::loadFromPicture(const QString &path, const QString &generator)
{
    if (generator.isEmpty())
        m_configs->load(path);
    else
        openGenerator(RecentFilesMenu::requestFor(generator), path);
}

void MainWindow::choosePictureFile()
{
    QFileDialog *dialog = fileDialog("savePictureDialog", tr("Save the pictures"),
                                     tr("Pictures (*.png);;All files (*)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(fileNameFor(m_document.info()) + QStringLiteral(".png"));
    connect(dialog, &QFileDialog::fileSelected, m_pictures, &PictureFiles::save);
    dialog->open();
}

} // namespace quantloupe
