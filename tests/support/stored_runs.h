// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/run_store.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <string>

/// Runs to keep in stores, and errors to expect of them.
namespace stored_runs {

using namespace quantloupe;

inline RunRequest request(const std::string &command = "metrics",
                          const std::string &json = R"({"count": 64, "metric": ["fid", "swd"]})")
{
    RunRequest request;
    request.command = command;
    request.words = {command, "builtin:avatars-64", "--set", "*=w4", "--seed", "7"};
    request.folder = "/pictures";
    request.request = json;
    request.seed = 0xfedcba9876543210ULL;
    request.versions = R"({"LibTorch": "1.13.1"})";
    return request;
}

inline std::string cellKey(int index)
{
    return "layer" + std::to_string(index % 7) + " bits " + std::to_string(index);
}

/// As the store writes it: numbers are as short as they can be read back exactly.
inline std::string cellJson(int index)
{
    return R"({"value":)" + std::to_string(index) + R"(.125,"why":")" +
           std::string(static_cast<std::size_t>(index % 50), 'x') + "\"}";
}

inline std::filesystem::path fileIn(const QTemporaryDir &folder, const char *name = "runs.db")
{
    return folder.filePath(name).toStdString();
}

/// The message of the Error that `action` throws; empty if it throws none.
inline std::string messageOf(const std::function<void()> &action)
{
    try {
        action();
    } catch (const std::exception &error) {
        return error.what();
    }
    return {};
}

} // namespace stored_runs
