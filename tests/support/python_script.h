// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/wait.h>
#include <vector>

/// Runs scripts of tests/ with python3, which needs nothing but its own library.
namespace python_script {

inline bool isThere()
{
    return std::system("python3 -c pass >/dev/null 2>&1") == 0;
}

struct Result
{
    int code = -1;
    /// Of both streams.
    std::string output;
};

/// `words` hold no quote.
inline Result run(const std::string &script, const std::vector<std::string> &words)
{
    std::string line =
        "PYTHONDONTWRITEBYTECODE=1 python3 '" QUANTLOUPE_SOURCE_DIR "/tests/" + script + "'";
    for (const std::string &word : words)
        line += " '" + word + "'";
    Result result;
    FILE *pipe = ::popen((line + " 2>&1").c_str(), "r");
    if (!pipe)
        return result;
    char buffer[4096];
    while (const std::size_t size = std::fread(buffer, 1, sizeof buffer, pipe))
        result.output.append(buffer, size);
    const int status = ::pclose(pipe);
    result.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return result;
}

} // namespace python_script
