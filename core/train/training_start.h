// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/trainable.h"
#include "train/trained_architecture.h"

#include <filesystem>
#include <string>
#include <vector>

namespace quantloupe {

/// The files that a training started from `file` reads: itself, and for a generator the
/// discriminator beside it. Throws Error{BadInput|Io} if it is no such file.
std::vector<std::filesystem::path> startFiles(const std::filesystem::path &file);

/// Copies the networks of a checkpoint, whatever its settings, or of a generator (also for its
/// average) and the discriminator beside it into `networks`, those of AdversarialLoop. Networks
/// with classes can start from such without: they compute the same at first, whatever the class.
/// Throws Error{BadInput} if a tensor is missing or of another shape, or a file is damaged.
void readStart(const std::filesystem::path &file, const std::vector<NamedTensor> &networks,
               const TrainedArchitecture &architecture);

} // namespace quantloupe
