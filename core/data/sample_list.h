// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sample_ref.h"

#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// Samples by name, of any streams and in any order.
struct SampleList
{
    std::vector<SampleRef> samples;
    /// As SampleSource holds them: empty, or one for each sample.
    std::vector<LatentBlend> blends;
    bool operator==(const SampleList &) const = default;
};

/// "9:0-61,0:3,0:3~0:7@0.25": SEED:INDEX, SEED:FIRST-LAST, and a quarter of the way from sample
/// 0:3 to 0:7. Shares are written so that they are read to the last bit.
std::string toText(const SampleList &list);
/// Throws Error{BadInput} that shows how samples are written.
SampleList parseSampleList(std::string_view text);

} // namespace quantloupe
