// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_source.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// Files of other tools that a configuration is written as (EXCHANGE.md).
enum class ExportFormat {
    Quantloupe,
    Csv,
    Aimet061,
    Aimet100,
    Aimet200,
    OnnxRuntime,
    Nncf,
    TorchAo,
    QConfigMapping,
    ModelOpt,
    ModelExplorer,
    Safetensors
};

/// In the order of the help texts.
std::span<const ExportFormat> exportFormats();
/// "aimet-1.0.0".
std::string_view name(ExportFormat format);
/// Inverse. Throws Error{BadInput} that lists the formats.
ExportFormat parseExportFormat(std::string_view text);
/// One line: which program reads it, and what must be known of it.
std::string_view sourceOf(ExportFormat format);
/// With the dot, of the first file.
std::string_view extensionOf(ExportFormat format);
/// It holds the weights themselves.
bool needsCodes(ExportFormat format);
/// It speaks of ONNX nodes and tensors.
bool usesOnnxNames(ExportFormat format);
/// It holds them, whatever it is keyed by.
bool keepsOnnxNames(ExportFormat format);

/// A setting that a format cannot say, and what stands there instead.
struct ExportLoss
{
    std::string layer;
    std::string what;
    std::string written;
    bool operator==(const ExportLoss &) const = default;
};

/// Whether the sweep has no value for any of the layers as they are set: an overlay of it would be
/// empty.
bool showsNothing(const SweepOverlay &sweep, std::span<const ExportLayer> layers);

struct ExportedFile
{
    std::filesystem::path path;
    std::string content;
};

struct ExportResult
{
    std::vector<ExportedFile> files;
    /// In the order of the layers.
    std::vector<ExportLoss> losses;
};

/// Throws Error{BadInput} for what no export of the format can be called: a folder, a name that the
/// script beside it has too, and one whose script would stand before the modules that it imports.
void requireFileName(ExportFormat format, const std::filesystem::path &out);

/// The files of a format; the first is `out`, another beside it has its name with another ending.
/// Throws Error{BadInput} as requireFileName(), and as requireOwnNames() for a format that keeps
/// ONNX names; Error{Internal} if a format needs codes and the source has none.
ExportResult exportConfiguration(ExportFormat format, const ExportSource &source,
                                 const std::filesystem::path &out);

/// Each beside its place and renamed. Throws Error{Io}.
void writeFiles(const ExportResult &result);

} // namespace quantloupe
