// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "train/train_request.h"

namespace quantloupe {

/// Trains a generator and writes its averaged weights with re-estimated running statistics to
/// `out`, the discriminator, the loss curve and grids of samples beside it. The same request gives
/// the same files on the CPU with the same number of threads, however often it was stopped and
/// resumed. A stop leaves a checkpoint of the steps done; a failure or a kill leaves the last one.
/// Uses the calling thread's number of LibTorch threads; request.threads is its owner's affair.
/// Throws Error{BadInput} if the pictures, the settings or the checkpoint do not fit, Cancelled.
TrainReport trainGenerator(const TrainRequest &request, const RunContext &context);

} // namespace quantloupe
