// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/architecture.h"

#include "base/file_io.h"
#include "model/architecture_error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace quantloupe {

using nlohmann::json;

namespace {

constexpr const char *kFormat = "quantloupe-architecture";
constexpr std::uint64_t kLargestFile = 1 << 20;

[[noreturn]] void refuse(const std::filesystem::path &path, const std::string &reason)
{
    throw ArchitectureError({ArchitectureFault::Malformed, reason},
                            "The architecture file " + path.string() + " " + reason + ".");
}

std::string joinedLines(const json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    std::string text;
    for (const json &line : value)
        text += line.get<std::string>() + "\n";
    return text;
}

void readInput(const json &input, Architecture &architecture)
{
    const std::string kind = input.value("kind", "latent");
    if (kind != "latent" && kind != "image")
        throw Error(ErrorKind::BadInput, "input.kind");
    architecture.inputKind = kind == "image" ? InputKind::Image : InputKind::Latent;
    architecture.inputShape = input.at("shape").get<Shape>();
    for (const std::int64_t size : architecture.inputShape)
        if (size < 1 || size > 1 << 16)
            throw Error(ErrorKind::BadInput, "input.shape");
    const std::string distribution = input.value("distribution", "normal");
    if (distribution != "normal" && distribution != "uniform")
        throw Error(ErrorKind::BadInput, "input.distribution");
    architecture.distribution =
        distribution == "uniform" ? Distribution::Uniform : Distribution::Normal;
}

} // namespace

std::string readArchitectureText(const std::filesystem::path &path)
{
    try {
        return readTextFile(path, kLargestFile);
    } catch (const Error &error) {
        const std::string reason = error.what();
        throw ArchitectureError({ArchitectureFault::Unreadable, reason},
                                "The architecture file " + reason, error.context());
    }
}

Architecture readArchitecture(const std::filesystem::path &path)
{
    Architecture architecture;
    try {
        const json file = json::parse(readArchitectureText(path));
        if (file.value("format", "") != kFormat)
            refuse(path, "does not say \"format\": \"quantloupe-architecture\"");
        if (file.value("version", 0) != 1)
            refuse(path, "has a version other than 1, the only one this program reads");
        architecture.name = file.at("name").get<std::string>();
        architecture.source = joinedLines(file.at("source"));
        readInput(file.at("input"), architecture);
        if (file.contains("outputRange")) {
            const auto range = file.at("outputRange").get<std::array<double, 2>>();
            if (!(range[0] < range[1]))
                throw Error(ErrorKind::BadInput, "outputRange");
            architecture.outputRange = ValueRange{range[0], range[1]};
        }
        architecture.summary = file.value("summary", "");
    } catch (const json::exception &error) {
        refuse(path, std::string("could not be understood: ") + firstLine(error.what()));
    } catch (const Error &error) {
        const std::string field = error.what();
        if (field.starts_with("input.") || field == "outputRange")
            refuse(path, std::string("has a value out of range in ") + error.what());
        throw;
    }
    if (architecture.source.find("def forward(") == std::string::npos)
        refuse(path, "holds no \"def forward(self, x: Tensor) -> Tensor:\" in \"source\"");
    return architecture;
}

std::string toJson(const Architecture &architecture)
{
    json lines = json::array();
    std::istringstream source(architecture.source);
    for (std::string line; std::getline(source, line);)
        lines.push_back(line);
    nlohmann::ordered_json file;
    file["format"] = kFormat;
    file["version"] = 1;
    file["name"] = architecture.name;
    file["summary"] = architecture.summary;
    file["input"]["kind"] = architecture.inputKind == InputKind::Image ? "image" : "latent";
    file["input"]["shape"] = architecture.inputShape;
    file["input"]["distribution"] = std::string(name(architecture.distribution));
    if (architecture.outputRange)
        file["outputRange"] = {architecture.outputRange->low, architecture.outputRange->high};
    file["source"] = lines;
    return file.dump(2) + "\n";
}

std::vector<std::string> keysOf(const std::string &source)
{
    std::vector<std::string> keys;
    for (std::size_t open = source.find('{'); open != std::string::npos;
         open = source.find('{', open + 1)) {
        const std::size_t close = source.find('}', open);
        if (close == std::string::npos)
            break;
        const std::string key = source.substr(open + 1, close - open - 1);
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            keys.push_back(key);
    }
    return keys;
}

} // namespace quantloupe
