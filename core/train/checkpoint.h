// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/trainable.h"
#include "train/training_settings.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace quantloupe {

/// Numbers of a training that are no tensors, exact as text.
using CheckpointFacts = std::map<std::string, std::string>;

/// Writes the tensors as float32 with the settings and facts as metadata of a safetensors file;
/// the old checkpoint stays until the new one is whole. Throws Error{Io}.
void writeCheckpoint(const std::filesystem::path &path, const std::vector<NamedTensor> &state,
                     const SettingsText &settings, const CheckpointFacts &facts);

/// The facts of a checkpoint. Throws Error{BadInput} if it is damaged or no checkpoint.
CheckpointFacts readCheckpointFacts(const std::filesystem::path &path);

/// Copies a checkpoint into `state`. Throws Error{BadInput} if it was made with other settings
/// (naming each with both values), is damaged or is no checkpoint.
void readCheckpoint(const std::filesystem::path &path, const std::vector<NamedTensor> &state,
                    const SettingsText &settings);

/// Whether a file of safetensors is a checkpoint. Throws Error{BadInput|Io} if it is damaged.
bool isCheckpoint(const std::filesystem::path &path);

/// A fact of a checkpoint as a number. Throws Error{BadInput} if it is missing or none.
double numberOf(const CheckpointFacts &facts, const std::string &key);
/// The same for a whole number from 0 to 10^15.
std::int64_t countOf(const CheckpointFacts &facts, const std::string &key);

} // namespace quantloupe
