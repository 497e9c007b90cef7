// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "plain_test.h"
#include "python_script.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

/// Exports of a generator to every format, as tests/exchange reads them.
namespace exports {

using Words = std::vector<std::string>;

inline const Words &formats()
{
    static const Words names = {"quantloupe",      "csv",         "aimet-0.6.1",    "aimet-1.0.0",
                                "aimet-2.0.0",     "onnxruntime", "nncf",           "torchao",
                                "qconfig-mapping", "modelopt",    "model-explorer", "safetensors"};
    return names;
}

inline Words words(const std::string &generator, const std::string &format, const Words &settings,
                   const std::string &out)
{
    Words all = {"export", generator, "--format",  format, "--out", out, "--calibrate-count",
                 "8",      "--quiet", "--threads", "1"};
    for (const std::string &setting : settings)
        all.insert(all.end(), {"--set", setting});
    return all;
}

/// A name that no list of words needs a quote for, and whose script is called as no module.
inline std::string fileIn(const std::filesystem::path &folder, const std::string &format)
{
    return (folder / (format + "-bits.out")).string();
}

/// All formats with their reports of losses, and the generator's float tensors beside them; `more`
/// goes to each export.
inline std::filesystem::path exported(const std::string &generator, const Words &settings,
                                      const Words &more = {})
{
    const std::filesystem::path folder = command::emptyFolder();
    for (const std::string &format : formats()) {
        Words all = words(generator, format, settings, fileIn(folder, format));
        all.push_back("--json");
        all.insert(all.end(), more.begin(), more.end());
        const auto result = command::run(all);
        CHECK_EQUAL(result.code, 0);
        CHECK_EQUAL(result.errors, "");
        std::ofstream(folder / (format + ".losses")) << result.output;
    }
    const auto floats = words(generator, "safetensors", {}, (folder / "floats.out").string());
    CHECK_EQUAL(command::run(floats).code, 0);
    return folder;
}

/// Of a generator with three layers, by a program that shares nothing with this one.
inline void checkReadAgain(const std::filesystem::path &folder, const std::string &format)
{
    const auto check = python_script::run("exchange/check_export.py", {format, folder.string()});
    CHECK_EQUAL(check.code, 0);
    CHECK_CONTAINS(check.output, format + ": 3 layers as they should be");
}

} // namespace exports
