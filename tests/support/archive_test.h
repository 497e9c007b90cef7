// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive_builder.h"
#include "base/error.h"
#include "base/file_io.h"
#include "model/archive/state_dict.h"
#include "model/archive/state_dict_bytes.h"

#include <bit>
#include <filesystem>
#include <initializer_list>
#include <string>

/// What the tests of the archive readers share.
namespace archive_builder {

/// The name under which files in memory are read.
inline const std::string kFile = "some/model.pth";

inline std::filesystem::path fixture(const std::string &name)
{
    return std::filesystem::path(QUANTLOUPE_SOURCE_DIR) / "tests/data" / name;
}

inline std::string fixtureContents(const std::string &name)
{
    return quantloupe::readTextFile(fixture(name));
}

inline bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

struct Refusal
{
    bool isRefused = false;
    quantloupe::ErrorKind kind = quantloupe::ErrorKind::Internal;
    std::string message;
};

inline quantloupe::StateDictFile readText(const std::string &file)
{
    return quantloupe::readStateDictBytes(bytesOf(file), kFile);
}

inline Refusal refusalOf(const std::string &file)
{
    try {
        readText(file);
    } catch (const quantloupe::Error &error) {
        return {true, error.kind(), error.what()};
    }
    return {};
}

inline std::string floats(std::initializer_list<float> values)
{
    std::string bytes;
    for (const float value : values)
        bytes += little(std::bit_cast<std::uint32_t>(value), 4);
    return bytes;
}

/// The storage of tensor({}).
inline const std::string kFour = floats({1, 2, 3, 4});

} // namespace archive_builder
