// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace quantloupe {

enum class ExtractorKind {
    Inception,  ///< A state dict; of a file that is none, opening it tells.
    Scripted,   ///< TorchScript.
    Attributes, ///< The built-in network, or another of trainAttributes().
};

/// What a feature network's file is by its contents. Throws Error{BadInput} for a built-in name
/// that there is not, Error{Io} for a file that cannot be read.
ExtractorKind extractorKind(const std::string &file);

} // namespace quantloupe
