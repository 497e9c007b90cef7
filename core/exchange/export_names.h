// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_source.h"

#include <span>

namespace quantloupe {

/// Names come from a map, a configuration and derivation, and may be the same by chance: a file
/// that is keyed by them would lose what stands under the other. Throws Error{BadInput} that names
/// both layers where they share a node or a weight, where the weight of one is the input of
/// another, and where they share an input although that of one is not known but only derived.
/// Layers that read one tensor by names that were given, or the network's input, may share it.
void requireOwnNames(std::span<const ExportLayer> layers);

} // namespace quantloupe
