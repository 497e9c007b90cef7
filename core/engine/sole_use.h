// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/operation_list.h"

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <optional>

namespace quantloupe {

/// The step of a layer that is a convolution, a transposed convolution or a matrix product with
/// nothing but its weight and its bias; null where the weight is used several times, is read by
/// something else, or is worked on again before it is used.
const Step *soleUse(const Program &program, const OperationList &operations, std::size_t layer);

/// The bias of a soleUse(), undefined for none; empty where it is not known before a run.
std::optional<at::Tensor> biasOf(const Program &program, const Step &step);

/// The only reader of a value but for those that ask for its shape; null where there are several or
/// none, or the network returns it.
const Operation *soleReader(const Program &program, const OperationList &operations, ValueId value);

} // namespace quantloupe
