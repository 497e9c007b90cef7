// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/feature_extractor.h"

#include <optional>
#include <string>

namespace quantloupe {

/// A feature network by its file: the FID Inception's state dict, TorchScript, or one of
/// trainAttributes(), such as the built-in one.
struct ExtractorRequest
{
    std::string file;
    /// Of the Inception.
    std::size_t depth = kFidDimension;
    /// pytorch-fid for the Inception and clean for TorchScript where it is not stated.
    std::optional<InputResize> pipeline;
    /// Inputs of TorchScript; its file and resize are those above.
    ScriptedExtractorRequest scripted;
};

} // namespace quantloupe
