// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sensitivity_request.h"
#include "session/session.h"

namespace quantloupe {

class WeightCache;

/// Measures all cells, the last layer first: what lies before a layer is the same for all its
/// variants and comes from a cache. Only cells that are not known are measured. After Cancelled
/// what was found has gone to `hooks.cell`. Throws Error{BadInput} for a layer that is not there,
/// a plan without cells and a metric that cannot be measured, and as Session::measure(). Sketch and
/// sweep share quantized weights: through `weights`, which this thread alone uses meanwhile, or
/// through a cache of the run's own.
SensitivityReport runSensitivity(Session &session, const SensitivityRequest &request,
                                 const RunContext &context, const SensitivityHooks &hooks = {},
                                 WeightCache *weights = nullptr);

} // namespace quantloupe
