// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

namespace quantloupe {

/// The options of a command by name ("--set"), each with its values in their order; "true" for a
/// flag. What stands for itself is under its name in capitals ("GENERATOR").
using AskedOptions = std::map<std::string, std::vector<std::string>>;

/// Those of a line that commandWords() made, without the program's name: `words` begins with the
/// command. Empty for no words.
AskedOptions askedOptions(const std::vector<std::string> &words);

/// All that the numbers of a command depend on, as JSON for RunRequest::request. Options that say
/// where an answer goes or how soon it is there make no other question.
std::string questionJson(const std::string &command, const AskedOptions &options);

} // namespace quantloupe
