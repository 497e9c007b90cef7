// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/config_file.h"

#include <string>
#include <vector>

namespace quantloupe {

/// A configuration that stands beside the one that is edited.
struct NamedConfig
{
    std::string name;
    QuantConfig config;
    bool operator==(const NamedConfig &) const = default;
};

/// The keyword of the PNG text chunk that holds the configurations beside a picture's own
/// (kConfigurationKeyword).
inline constexpr const char *kNamedConfigsKeyword = "quantloupe-kept-configurations";

/// JSON; each as a configuration file for the generator of `base`.
std::string toJson(const std::vector<NamedConfig> &configs, const ConfigFile &base);
/// Throws Error{BadInput} that names `source`.
std::vector<NamedConfig> parseNamedConfigs(const std::string &text, const std::string &source);
/// Those beside a picture's own configuration; none in any other file. Throws as readPngText().
std::vector<NamedConfig> readNamedConfigs(const std::filesystem::path &path);

} // namespace quantloupe
