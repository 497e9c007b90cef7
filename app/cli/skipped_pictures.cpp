// SPDX-License-Identifier: GPL-3.0-or-later
#include "skipped_pictures.h"

#include <algorithm>

namespace quantloupe::cli {

namespace {

constexpr std::size_t kShown = 5;

} // namespace

std::string skippedList(const std::vector<std::string> &skipped)
{
    std::string lines;
    const std::size_t shown = std::min(kShown, skipped.size());
    for (std::size_t i = 0; i < shown; ++i)
        lines += (lines.empty() ? "- " : "\n- ") + skipped[i];
    if (skipped.size() > shown)
        lines += "\n- and " + std::to_string(skipped.size() - shown) + " more";
    return lines;
}

std::string skippedText(const std::vector<std::string> &skipped)
{
    if (skipped.empty())
        return {};
    return std::to_string(skipped.size()) +
           (skipped.size() == 1 ? " picture that cannot be read was passed over:\n"
                                : " pictures that cannot be read were passed over:\n") +
           skippedList(skipped) + "\n";
}

} // namespace quantloupe::cli
