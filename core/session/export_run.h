// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export.h"
#include "session/session.h"

#include <string>

namespace quantloupe {

struct ExportRequest
{
    ExportFormat format = ExportFormat::Quantloupe;
    /// Generator, configuration, sampling plan and calibration; its source counts only for the
    /// pictures to calibrate on.
    CompareRequest compare;
    /// The same as a file, with locks, ties and keys of other programs.
    ConfigFile file;
    /// Names by layer; those of the file, and then derived ones, where there is none.
    OnnxNameMap names;
    /// OpenRequest::architectureFile, with which the generator was opened.
    std::string architectureFile;
};

/// Quantizes the weights, calibrates activations where the request holds no range for them, and for
/// the packed format reads the network's other tensors again. Throws as requireOwnNames(), before
/// all that takes long, for a format that keeps ONNX names, and as Session::calibrate().
ExportSource exportSource(Session &session, const ExportRequest &request,
                          const RunContext &context);

} // namespace quantloupe
