// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/perceptual_distance.h"
#include "session/extractor_request.h"

#include <string>

namespace quantloupe {

/// All that an extractor is opened with, numbers to the last bit: for keys of what was measured
/// with it. Requests that differ in any of it have different texts.
std::string keyText(const ExtractorRequest &request);
/// As above, of the networks of LPIPS.
std::string keyText(const PerceptualFiles &files);

} // namespace quantloupe
