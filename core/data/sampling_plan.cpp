// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sampling_plan.h"

#include "base/error.h"

#include <cmath>
#include <cstdio>
#include <sstream>

namespace quantloupe {

std::string_view name(Distribution distribution)
{
    return distribution == Distribution::Normal ? "normal" : "uniform";
}

std::string_view name(CalibrationInputs inputs)
{
    switch (inputs) {
    case CalibrationInputs::Given:
        return "given";
    case CalibrationInputs::Drawn:
        return "drawn";
    case CalibrationInputs::Both:
        return "both";
    }
    return "unknown";
}

std::string toText(ValueRange range)
{
    std::ostringstream text;
    text << range.low << ',' << range.high;
    return text.str();
}

ValueRange parseRange(std::string_view text)
{
    std::istringstream stream{std::string(text)};
    ValueRange range;
    char comma = 0;
    const bool read = static_cast<bool>(stream >> range.low >> comma >> range.high);
    if (!read || comma != ',' || !stream.eof() || !(range.low < range.high) ||
        !std::isfinite(range.low) || !std::isfinite(range.high))
        throw Error(ErrorKind::BadInput, "The range '" + std::string(text) +
                                             "' is not two numbers LO,HI with LO < HI; write for "
                                             "example -1,1.");
    return range;
}

} // namespace quantloupe
