// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sensitivity_request.h"
#include "session/session.h"

namespace quantloupe {

/// Measures all cells, the last layer first: what lies before a layer is the same for all its
/// variants and comes from a cache. Only cells that are not known are measured. After Cancelled
/// what was found has gone to `hooks.cell`. Throws Error{BadInput} for a layer that is not there,
/// a plan without cells and a metric that cannot be measured, and as Session::measure().
SensitivityReport runSensitivity(Session &session, const SensitivityRequest &request,
                                 const RunContext &context, const SensitivityHooks &hooks = {});

} // namespace quantloupe
