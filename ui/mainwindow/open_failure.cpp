// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/open_failure.h"

#include "base/error.h"
#include "models/translate.h"

#include <QFileInfo>

namespace quantloupe {

namespace {

QString adviceFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Io:
        return tr("Check that the file is still there and may be read, then open it again.");
    case ErrorKind::Unsupported:
        return tr("It needs something that is not supported; see the details, or export it as "
                  "TorchScript.");
    case ErrorKind::OutOfMemory:
        return tr("It does not fit into memory; close other programs and open it again.");
    case ErrorKind::Internal:
        return tr("Something went wrong that should not; see the details, and open it again.");
    case ErrorKind::BadInput:
        break;
    }
    return tr("Choose a generator saved as TorchScript or as a state dict; the details say what is "
              "wrong with this file.");
}

} // namespace

OpenFailure openFailure(const QString &path, const Error &error, bool needsArchitecture)
{
    OpenFailure failure;
    failure.headline = tr("%1 could not be opened").arg(QFileInfo(path).fileName());
    failure.sentence = needsArchitecture
                           ? tr("Its weights alone do not tell their network; describe it in an "
                                "architecture file that fits them, or export it as TorchScript.")
                           : adviceFor(error.kind());
    failure.details = QString::fromUtf8(error.what());
    if (!error.context().empty())
        failure.details += QStringLiteral("\n\n") + QString::fromStdString(error.context());
    return failure;
}

} // namespace quantloupe
