// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "plain_test.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// Commands that keep their runs in a store, and what `runs` answers of one.
namespace run_stores {

namespace fs = std::filesystem;
using nlohmann::json;
using Words = std::vector<std::string>;

inline Words operator+(Words words, const Words &more)
{
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

inline std::string newStore()
{
    return (command::emptyFolder() / "runs.db").string();
}

inline Words quantizers(const std::string &store)
{
    return {"quantizers", command::dcgan(), "--layer", "main.3",  "--bits",
            "4,2",        "--seed",         "5",       "--store", store};
}

inline Words compare(const std::string &generator, const std::string &store)
{
    return {"compare", generator, "--set", "*=w3", "--count", "3", "--store", store};
}

inline json runs(const std::string &store, const Words &words)
{
    return command::run(Words{"runs"} + words + Words{"--store", store, "--json"}).json();
}

} // namespace run_stores
