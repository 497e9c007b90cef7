// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export_words.h"

#include "models/core_words.h"
#include "models/layer_edit.h"
#include "models/translate.h"

#include <QDir>
#include <QFileInfo>

#include <set>

namespace quantloupe {

namespace {

QString text(std::string_view said)
{
    return QString::fromUtf8(said.data(), qsizetype(said.size()));
}

} // namespace

QString exportFormatTitle(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Quantloupe:
        return QStringLiteral("Quantloupe JSON");
    case ExportFormat::Csv:
        return QStringLiteral("CSV");
    case ExportFormat::Aimet061:
        return QStringLiteral("AIMET 0.6.1");
    case ExportFormat::Aimet100:
        return QStringLiteral("AIMET 1.0.0");
    case ExportFormat::Aimet200:
        return QStringLiteral("AIMET 2.0.0");
    case ExportFormat::OnnxRuntime:
        return QStringLiteral("ONNX Runtime");
    case ExportFormat::Nncf:
        return QStringLiteral("NNCF");
    case ExportFormat::TorchAo:
        return QStringLiteral("torchao");
    case ExportFormat::QConfigMapping:
        return QStringLiteral("PyTorch QConfigMapping");
    case ExportFormat::ModelOpt:
        return QStringLiteral("NVIDIA ModelOpt");
    case ExportFormat::ModelExplorer:
        return QStringLiteral("Model Explorer");
    case ExportFormat::Safetensors:
        break;
    }
    return QStringLiteral("safetensors");
}

QString exportFormatPurpose(ExportFormat format)
{
    return coreText(sourceOf(format));
}

QString exportFileName(const QString &stem, ExportFormat format)
{
    const QString extension = text(extensionOf(format));
    switch (format) {
    case ExportFormat::Quantloupe:
        return stem + QStringLiteral(".quantloupe") + extension;
    case ExportFormat::Csv:
        return stem + extension;
    case ExportFormat::Safetensors:
        return stem + QStringLiteral("-packed") + extension;
    default:
        return stem + u'-' + text(name(format)) + extension;
    }
}

QString lossSummary(const std::vector<ExportLoss> &losses)
{
    if (losses.empty())
        return tr("Nothing is lost.");
    std::set<std::string> layers;
    for (const ExportLoss &loss : losses)
        layers.insert(loss.layer);
    return tr("The format cannot say all, in %1:").arg(layerCountText(qsizetype(layers.size())));
}

QString writtenSentence(const QStringList &files)
{
    if (files.isEmpty())
        return {};
    const QFileInfo first(files.constFirst());
    const QString folder = QDir::toNativeSeparators(first.absolutePath());
    if (files.size() == 1)
        return tr("%1 is written to %2.").arg(first.fileName(), folder);
    return tr("%1 and %2 are written to %3.")
        .arg(first.fileName(), QFileInfo(files.at(1)).fileName(), folder);
}

} // namespace quantloupe
