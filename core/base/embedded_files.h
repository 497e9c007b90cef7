// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// Files that are part of the program, so that it needs none to start. Their paths begin with
/// "builtin:"; whatever reads files in base/ and model/archive reads them too. List and contents
/// come from resources/models by core/embed.cmake.
inline constexpr std::string_view kEmbeddedPrefix = "builtin:";

bool isEmbedded(const std::filesystem::path &path);

/// The bytes of one. Throws Error{BadInput} that lists the generators if there is none of the name.
std::span<const std::byte> embeddedFile(const std::filesystem::path &path);

/// Paths of the embedded generators: those files that have a configuration of the same name.
std::vector<std::string_view> embeddedGenerators();

/// Path of the configuration that an embedded generator is shown with at first.
std::string embeddedConfiguration(std::string_view generator);

} // namespace quantloupe
