// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <csignal>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// Runs quantloupe-cli as a user would, on a machine without a display.
namespace command {

struct Result
{
    int code = -1;
    std::string output;
    std::string errors;

    /// The one JSON object on stdout; throws if there is anything else.
    nlohmann::json json() const { return nlohmann::json::parse(output); }
};

struct Interruption
{
    /// Polled while the program runs; the signal is sent once, as soon as it says yes.
    std::function<bool()> when;
    int signal = SIGINT;
};

Result run(const std::vector<std::string> &arguments, const Interruption &interruption = {},
           const std::string &outputFile = {});

/// A folder for this program, removed at its end.
const std::filesystem::path &folder();
/// A new empty folder in it.
std::filesystem::path emptyFolder();
/// Names of the files in a folder, sorted, joined by blanks.
std::string namesIn(const std::filesystem::path &path);

/// Networks to open, made on first use.
std::string dcgan();        ///< zip pickle, 8x1x1 -> 3x16x16, layers main.0, main.3, main.6
std::string imageToImage(); ///< CycleGAN in a safetensors file
std::string twoReaders();   ///< TorchScript, 8x1x1 -> 3x8x8: left and right read one tensor
std::string labelled();     ///< TorchScript with a class label (7) and an embedding
std::string endless();      ///< TorchScript that never ends

} // namespace command
