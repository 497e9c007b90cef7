// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

namespace quantloupe::cli {

/// Prints the help or version that was asked for, or one sentence about what is wrong with the
/// command line. True if it was only a question.
bool reportUsage(const CLI::App &app, const CLI::ParseError &error);

} // namespace quantloupe::cli
