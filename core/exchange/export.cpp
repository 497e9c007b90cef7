// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export.h"

#include "base/error.h"
#include "base/file_io.h"
#include "exchange/export_names.h"
#include "exchange/export_rules.h"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>

namespace quantloupe {

namespace {

using Exporter = ExportResult (*)(const ExportSource &, const std::filesystem::path &);

struct FormatRow
{
    ExportFormat format;
    std::string_view name;
    std::string_view extension;
    bool usesOnnxNames;
    Exporter exporter;
    std::string_view source;
    /// Of Python, which looks for them beside the script first: those that it imports, and that
    /// these need. Empty without a script.
    std::string_view modules = {};
};

constexpr std::array kRows = {
    FormatRow{ExportFormat::Quantloupe, "quantloupe", ".json", false, exportQuantloupe,
              "this program; also with names, scales and codebooks for others"},
    FormatRow{ExportFormat::Csv, "csv", ".csv", false, exportCsv, "spreadsheets: one row a layer"},
    FormatRow{ExportFormat::Aimet061, "aimet-0.6.1", ".json", true, exportAimet061,
              "AIMET, Qualcomm's SNPE and QNN: encodings by ONNX tensor, 4 bits or more"},
    FormatRow{ExportFormat::Aimet100, "aimet-1.0.0", ".json", true, exportAimet100,
              "the same from AIMET 1.35 on, with blocks"},
    FormatRow{ExportFormat::Aimet200, "aimet-2.0.0", ".json", true, exportAimet200,
              "the same with ONNX's types; needs QAIRT 2.37 or later"},
    FormatRow{ExportFormat::OnnxRuntime, "onnxruntime", ".json", true, exportOnnxRuntime,
              "ONNX Runtime's TensorQuantOverrides, and a .py that reads them",
              "json pathlib onnxruntime onnx numpy"},
    FormatRow{ExportFormat::Nncf, "nncf", ".json", true, exportNncf,
              "NNCF's ignored scope, which layers stay float, and a .py",
              "json pathlib nncf onnx openvino numpy torch"},
    FormatRow{ExportFormat::TorchAo, "torchao", ".json", false, exportTorchAo,
              "torchao's FqnToConfig: weights of linear layers and 2-D convolutions"},
    FormatRow{ExportFormat::QConfigMapping, "qconfig-mapping", ".py", false, exportQConfigMapping,
              "torch.ao.quantization: a QConfigMapping in Python", "torch numpy"},
    FormatRow{ExportFormat::ModelOpt, "modelopt", ".yaml", false, exportModelOpt,
              "NVIDIA ModelOpt: YAML by module"},
    FormatRow{ExportFormat::ModelExplorer, "model-explorer", ".json", true, exportModelExplorer,
              "Google Model Explorer: SQNR of the weights, or a sweep, over the graph"},
    FormatRow{ExportFormat::Safetensors, "safetensors", ".safetensors", false, exportSafetensors,
              "packed codes, scales and codebooks, and all float tensors"}};

constexpr std::string_view kScriptExtension = ".py";

/// Of words with blanks between them.
bool listsWord(std::string_view words, std::string_view word)
{
    return std::ranges::any_of(words | std::views::split(' '),
                               [&](const auto &each) { return std::ranges::equal(each, word); });
}

const FormatRow &rowOf(ExportFormat format)
{
    return *std::ranges::find(kRows, format, &FormatRow::format);
}

/// Only the program's own files keep them.
void addCorrections(ExportFormat format, const ExportSource &source,
                    std::vector<ExportLoss> &losses)
{
    if (format == ExportFormat::Quantloupe || format == ExportFormat::Csv)
        return;
    const std::string written = format == ExportFormat::Safetensors
                                    ? "only in the configuration; made again from its calibration"
                                    : "left out";
    for (const ExportLayer &layer : source.layers)
        for (const Correction each : corrections())
            if (source.file.config.corrects(each, layer.info.name))
                losses.push_back(
                    {layer.info.name, "correction " + std::string(name(each)), written});
}

void sortByLayer(const ExportSource &source, std::vector<ExportLoss> &losses)
{
    std::map<std::string, std::size_t> places;
    for (const ExportLayer &layer : source.layers)
        places.emplace(layer.info.name, places.size());
    std::ranges::stable_sort(losses, {},
                             [&](const ExportLoss &loss) { return places.at(loss.layer); });
}

} // namespace

std::span<const ExportFormat> exportFormats()
{
    static const auto formats = [] {
        std::array<ExportFormat, kRows.size()> all{};
        std::ranges::transform(kRows, all.begin(), &FormatRow::format);
        return all;
    }();
    return formats;
}

std::string_view name(ExportFormat format)
{
    return rowOf(format).name;
}

ExportFormat parseExportFormat(std::string_view text)
{
    const auto found = std::ranges::find(kRows, text, &FormatRow::name);
    if (found != kRows.end())
        return found->format;
    std::string list;
    for (const FormatRow &row : kRows)
        list += (list.empty() ? "" : ", ") + std::string(row.name);
    throw Error(ErrorKind::BadInput, "There is no format '" + std::string(text) +
                                         "' to export; there are " + list + ".");
}

std::string_view sourceOf(ExportFormat format)
{
    return rowOf(format).source;
}

std::string_view extensionOf(ExportFormat format)
{
    return rowOf(format).extension;
}

bool needsCodes(ExportFormat format)
{
    return format == ExportFormat::Safetensors;
}

bool usesOnnxNames(ExportFormat format)
{
    return rowOf(format).usesOnnxNames;
}

bool keepsOnnxNames(ExportFormat format)
{
    return usesOnnxNames(format) || format == ExportFormat::Quantloupe;
}

void requireFileName(ExportFormat format, const std::filesystem::path &out)
{
    const std::string extension(extensionOf(format));
    if (!out.has_filename())
        throw Error(ErrorKind::BadInput, "'" + out.string() +
                                             "' is no name of a file to export to; give one such "
                                             "as bits" +
                                             extension + ".");
    const std::string_view modules = rowOf(format).modules;
    if (modules.empty())
        return;
    const bool isScript = extension == kScriptExtension;
    const std::filesystem::path script = isScript ? out : scriptBeside(out);
    if (!isScript && script == out)
        throw Error(ErrorKind::BadInput, "The script that reads the export would be called " +
                                             script.filename().string() +
                                             ", too; give the export another ending, such as " +
                                             extension + ".");
    const std::string stem = script.stem().string();
    if (script.extension() == kScriptExtension && listsWord(modules, stem))
        throw Error(ErrorKind::BadInput, "Python would take " + script.filename().string() +
                                             " for the module " + stem +
                                             ", which the export needs; give the export another "
                                             "name, such as " +
                                             stem + "-bits" + extension + ".");
}

ExportResult exportConfiguration(ExportFormat format, const ExportSource &source,
                                 const std::filesystem::path &out)
{
    requireFileName(format, out);
    if (needsCodes(format) && !source.hasCodes)
        throw Error(ErrorKind::Internal, "The packed format was asked for without codes.");
    if (keepsOnnxNames(format))
        requireOwnNames(source.layers);
    ExportResult result = rowOf(format).exporter(source, out);
    addCorrections(format, source, result.losses);
    sortByLayer(source, result.losses);
    return result;
}

void writeFiles(const ExportResult &result)
{
    for (const ExportedFile &file : result.files)
        writeFileAtomically(file.path, file.content);
}

} // namespace quantloupe
