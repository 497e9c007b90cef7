// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/config_search_request.h"
#include "session/session.h"

#include <cstddef>
#include <vector>

namespace quantloupe {

// The picture that a store keeps of a run, a PNG at most 256 pixels high and 340 wide: float,
// quantized and difference of up to 4 samples, as comparisonPicture() arranges them.

/// Of the first pairs.
std::vector<std::byte> runPicture(const CompareReport &report);
/// Runs the float and the configured network on the samples of the request; says nothing of its
/// progress. Throws as Session::sample().
std::vector<std::byte> runPicture(Session &session, const SampleRequest &request, Lane lane,
                                  const RunContext &context);

/// Configuration and first samples, those that compare() of the same seed begins with, of a
/// measurement.
SampleRequest pictureRequest(const MetricsRequest &request);
/// The same of the best of a search.
SampleRequest pictureRequest(const ConfigSearchRequest &request, const ConfigSearchReport &report);

} // namespace quantloupe
