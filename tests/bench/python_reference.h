// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stopwatch.h"

#include "base/child_process.h"

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

/// Reference implementations in Python, from Debian's packages.
namespace bench {

/// Debian's own Python: another one on the path has other packages.
inline const char *const kPython = "/usr/bin/python3";

struct PythonRun
{
    Timing timing;
    std::vector<double> values;
};

inline quantloupe::ChildResult runPython(std::vector<std::string> arguments)
{
    quantloupe::ChildRequest request;
    request.program = kPython;
    request.arguments = std::move(arguments);
    request.cpuSeconds = 600;
    request.wallSeconds = 600;
    return quantloupe::runChild(request, quantloupe::RunContext());
}

inline bool pythonHas(const std::string &module)
{
    try {
        return runPython({"-c", "import " + module}).ending == "exit code 0";
    } catch (const std::exception &) {
        return false;
    }
}

/// A script of this folder with `threads` threads in its libraries.
inline PythonRun runScript(const std::string &name, std::vector<std::string> arguments, int threads)
{
    for (const char *variable : {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"})
        ::setenv(variable, std::to_string(threads).c_str(), 1);
    // Threads that spin on cores which others use would slow the reference down manyfold.
    ::setenv("OMP_WAIT_POLICY", "passive", 1);
    arguments.insert(arguments.begin(), QUANTLOUPE_SOURCE_DIR "/tests/bench/" + name);
    const quantloupe::ChildResult result = runPython(std::move(arguments));
    if (result.ending != "exit code 0")
        throw std::runtime_error(name + " ended with " + result.ending);
    const nlohmann::json answer = nlohmann::json::parse(result.output);
    return {{answer.at("milliseconds")}, answer.at("values")};
}

} // namespace bench
