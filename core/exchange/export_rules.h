// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quantloupe {

/// What exporters share: how a layer's scales lie, and which of its settings are lost.

/// What the scales of a weight belong to, as other tools can say it.
enum class ScaleShape {
    Tensor,
    Axis,   ///< One for each index of LayerInfo::outputAxis.
    Blocks, ///< One for so many input channels of each output channel; see blockSize().
    Other   ///< A grouped transposed convolution, or groups that end within an input channel.
};
ScaleShape scaleShape(const ExportLayer &layer);
/// Input channels of a block.
std::int64_t blockSize(const ExportLayer &layer);

/// Codes are whole multiples of the scale, counted from the zero point, and reach over the whole of
/// the bits: all methods with a range.
bool isUniform(const ExportLayer &layer);
/// "codes -7..7".
std::string codesText(std::int32_t quantMin, std::int32_t quantMax);
/// "w4:mse" or "a8" in words for a table of losses.
std::string weightText(const ExportLayer &layer);
std::string activationText(const ExportLayer &layer);

/// Real = scale (q + offset) for q counted from 0 on.
std::int32_t offsetOf(std::int32_t quantMin, std::int32_t zeroPoint);

class LossList
{
public:
    void add(const ExportLayer &layer, std::string what, std::string written)
    {
        m_losses.push_back({layer.info.name, std::move(what), std::move(written)});
    }
    /// The names of a layer that only derivation gave, and no other of its names; at most one loss.
    void addNames(const ExportLayer &layer);
    /// What of the weight no scale can say: its method or where its scales lie. False if there is
    /// something, which is added as `written`.
    bool acceptUniform(const ExportLayer &layer, const std::string &written);

    std::vector<ExportLoss> take() { return std::move(m_losses); }

private:
    std::vector<ExportLoss> m_losses;
};

/// Why a format cannot say a layer's activation: what follows the setting in the table of losses
/// (", fewer than 4 bits"), and what stands there if no other layer reads the tensor.
struct UnsaidActivation
{
    std::string what;
    std::string written;
};

/// For formats in which a tensor has one range: calls write(layer) for the layers whose activation
/// has one, in their order, until one of those that read a tensor is written, which write() tells
/// by giving no reason. Whatever another reader of that tensor asked for, float too, is a loss, as
/// is an activation without a range and one range for more than one place. Gives the tensors that
/// are written.
std::set<std::string>
writeActivations(const ExportSource &source, LossList &losses,
                 const std::function<std::optional<UnsaidActivation>(const ExportLayer &)> &write);

/// Of the Python file beside `out` that reads it: its name with the ending ".py".
std::filesystem::path scriptBeside(const std::filesystem::path &out);
/// The line of that file that says where `out` is, whatever it is called: SETTINGS = ....
std::string settingsBeside(const std::filesystem::path &out);
/// A literal of JSON and of Python; the text is UTF-8.
std::string quotedText(const std::string &text);

/// Each in a file of its own.
ExportResult exportQuantloupe(const ExportSource &source, const std::filesystem::path &out);
ExportResult exportCsv(const ExportSource &source, const std::filesystem::path &out);
ExportResult exportAimet061(const ExportSource &source, const std::filesystem::path &out);
ExportResult exportAimet100(const ExportSource &source, const std::filesystem::path &out);
ExportResult exportAimet200(const ExportSource &source, const std::filesystem::path &out);
ExportResult exportOnnxRuntime(const ExportSource &source, const std::filesystem::path &out);
ExportResult exportNncf(const ExportSource &source, const std::filesystem::path &out);
ExportResult exportTorchAo(const ExportSource &source, const std::filesystem::path &out);
ExportResult exportQConfigMapping(const ExportSource &source, const std::filesystem::path &out);
ExportResult exportModelOpt(const ExportSource &source, const std::filesystem::path &out);
ExportResult exportModelExplorer(const ExportSource &source, const std::filesystem::path &out);
ExportResult exportSafetensors(const ExportSource &source, const std::filesystem::path &out);

} // namespace quantloupe
