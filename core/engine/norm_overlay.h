// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/executor.h"

namespace quantloupe {

/// What a norm step has in place of its own statistics; null where it keeps them.
const NormOverlay *normOverlay(const Program &program, const Step &step, const Overlay &overlay);

} // namespace quantloupe
