// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/config_search_request.h"
#include "session/session.h"

namespace quantloupe {

/// Measures each layer alone at each setting it may get (runSensitivity()), searches on the sum of
/// those errors, and measures the best anew on evaluation samples. A bound on a metric is met by
/// measuring points of the front, since distances of sets do not add, see cheapestWithin(); the
/// cheapest of all measured points that meet it is refined and answered. After Cancelled
/// all that was measured has gone to `hooks.sweep.cell`; given back by `hooks.sweep.known`, it is
/// not measured again. Throws Error{BadInput} unless there is one of budget and bound, and as
/// runSensitivity() and configProblem().
ConfigSearchReport searchConfig(Session &session, const ConfigSearchRequest &request,
                                const RunContext &context, const ConfigSearchHooks &hooks = {});

} // namespace quantloupe
