// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace quantloupe::cli {

/// The first sentences about pictures that could not be read, in lines after "- ", and how many
/// there are more; empty for none.
std::string skippedList(const std::vector<std::string> &skipped);

/// The same under a line that counts them: the end of an answer in text.
std::string skippedText(const std::vector<std::string> &skipped);

} // namespace quantloupe::cli
