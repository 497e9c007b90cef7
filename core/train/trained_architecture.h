// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/stated_assumptions.h"
#include "train/network_program.h"
#include "train/train_request.h"

namespace quantloupe {

/// The programs of a request's networks and what the generator's file will state.
struct TrainedArchitecture
{
    NetworkProgram generator;
    NetworkProgram discriminator;
    StatedAssumptions stated;
};

/// For pictures of these sides and channels in so many classes, 0 for none. Throws Error{BadInput}
/// for an unknown architecture or a shape it does not have.
TrainedArchitecture architectureFor(const TrainRequest &request, const ImageStack &pictures,
                                    int classes);

} // namespace quantloupe
