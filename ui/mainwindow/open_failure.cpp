// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/open_failure.h"

#include "models/core_words.h"
#include "models/translate.h"
#include "session/requests.h"

#include <QFileInfo>

namespace quantloupe {

namespace {

/// Empty where the error itself says what to do.
QString adviceFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Io:
        return tr("Check that the file is still there and may be read, then open it again.");
    case ErrorKind::OutOfMemory:
        return tr("It does not fit into memory; close other programs and open it again.");
    case ErrorKind::Internal:
        return tr("Something went wrong that should not; see the details, and open it again.");
    case ErrorKind::BadInput:
    case ErrorKind::Unsupported:
        break;
    }
    return {};
}

QString fileName(const std::string &path)
{
    return QFileInfo(QString::fromStdString(path)).fileName();
}

/// What is wrong with the generator's file; the path is told by the details.
QString reasonFor(const OpenRequest &request, const Error &error)
{
    return coreText(error.what())
        .replace(QString::fromStdString(request.path), fileName(request.path));
}

QString sentenceFor(const OpenRequest &request, const Error &error)
{
    const bool isOfFile =
        error.kind() == ErrorKind::BadInput || error.kind() == ErrorKind::Unsupported;
    return isOfFile ? reasonFor(request, error) : adviceFor(error.kind());
}

/// What is wrong with a file that was given, in one sentence.
QString faultOf(const QString &file, const ArchitectureProblem &problem)
{
    const QString detail = coreText(problem.detail);
    switch (problem.fault) {
    case ArchitectureFault::Unreadable:
        return tr("Its architecture file %1 is not there any more, or may not be read.").arg(file);
    case ArchitectureFault::LacksTensor:
        return tr("The architecture file %1 needs the tensor %2, which the weights do not hold.")
            .arg(file, detail);
    case ArchitectureFault::DoesNotCompile:
        return tr("The source in the architecture file %1 does not compile (%2).")
            .arg(file, detail);
    case ArchitectureFault::DoesNotRun:
        return tr("The network of the architecture file %1 does not run: %2.").arg(file, detail);
    case ArchitectureFault::Malformed:
    case ArchitectureFault::Unknown:
        break;
    }
    return tr("The architecture file %1 is not written like one (it %2).").arg(file, detail);
}

QString architectureAdvice(const OpenRequest &request, const ArchitectureProblem &problem)
{
    if (request.architectureFile.empty() || problem.fault == ArchitectureFault::Unknown)
        return tr("Its weights alone do not tell their network; describe it in an architecture "
                  "file that fits them, or export it as TorchScript.");
    return tr("%1 Use another architecture file, or export the network as TorchScript.")
        .arg(faultOf(fileName(request.architectureFile), problem));
}

} // namespace

OpenFailure openFailure(const OpenRequest &request, const Error &error,
                        const std::optional<ArchitectureProblem> &problem)
{
    OpenFailure failure;
    failure.headline = tr("%1 could not be opened").arg(fileName(request.path));
    failure.sentence =
        problem ? architectureAdvice(request, *problem) : sentenceFor(request, error);
    failure.details = coreText(error.what());
    if (!error.context().empty())
        failure.details += QStringLiteral("\n\n") + QString::fromStdString(error.context());
    return failure;
}

} // namespace quantloupe
