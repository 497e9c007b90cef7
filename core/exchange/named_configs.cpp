// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/named_configs.h"

#include "base/error.h"
#include "image/png_text.h"

#include <nlohmann/json.hpp>

namespace quantloupe {

using Json = nlohmann::ordered_json;

std::string toJson(const std::vector<NamedConfig> &configs, const ConfigFile &base)
{
    ConfigFile file = base;
    // Locks, ties and what is known of it are the edited configuration's.
    file.marks = {};
    file.origins = {};
    file.results.clear();
    file.provenance = {};
    Json json = Json::array();
    for (const NamedConfig &named : configs) {
        file.config = named.config;
        json.push_back({{"name", named.name}, {"file", toJson(file)}});
    }
    return json.dump();
}

std::vector<NamedConfig> parseNamedConfigs(const std::string &text, const std::string &source)
{
    std::vector<NamedConfig> configs;
    try {
        for (const Json &entry : Json::parse(text))
            configs.push_back(
                {entry.at("name").get<std::string>(),
                 parseConfigFile(entry.at("file").get<std::string>(), source).config});
    } catch (const Json::exception &error) {
        throw Error(ErrorKind::BadInput,
                    source + " holds further configurations that cannot be read; save the picture "
                             "again.",
                    error.what());
    }
    return configs;
}

std::vector<NamedConfig> readNamedConfigs(const std::filesystem::path &path)
{
    if (!isPngFile(path))
        return {};
    const std::optional<std::string> text = readPngText(path, kNamedConfigsKeyword);
    return text ? parseNamedConfigs(*text, path.filename().string()) : std::vector<NamedConfig>();
}

} // namespace quantloupe
