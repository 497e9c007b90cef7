// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/unsaved_changes.h"

#include "models/translate.h"

#include <QAbstractButton>
#include <QMessageBox>

namespace quantloupe {

void askAboutUnsavedChanges(QWidget *parent, const UnsavedAnswers &answers)
{
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Quantloupe"),
                        tr("The configuration has changes that are not saved."),
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, parent);
    box->setObjectName("unsavedQuestion");
    box->setInformativeText(tr("Save them?"));
    // Qt's own words have no keys on most desktops.
    box->button(QMessageBox::Save)->setText(tr("&Save"));
    box->button(QMessageBox::Discard)->setText(tr("&Discard"));
    box->button(QMessageBox::Cancel)->setText(tr("&Cancel"));
    box->setDefaultButton(QMessageBox::Save);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(box, &QMessageBox::buttonClicked, parent,
                     [box, answers](QAbstractButton *button) {
                         const auto answer = box->standardButton(button);
                         if (answer == QMessageBox::Save)
                             answers.save();
                         else if (answer == QMessageBox::Discard)
                             answers.discard();
                         else
                             answers.cancel();
                     });
    box->open();
}

} // namespace quantloupe
