// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/stored_tensor.h"
#include "train/trainable.h"

namespace quantloupe {

/// Float32 values of a tensor on any device, as float32 or float16 (rounded to nearest).
StoredTensor toStored(const NamedTensor &tensor, DType type);

/// Copies float32 values into the tensor. Throws Error{BadInput} naming `file` if type or shape
/// differ.
void copyStored(const StoredTensor &stored, const NamedTensor &target, const std::string &file);

} // namespace quantloupe
