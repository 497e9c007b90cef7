// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/config_file.h"

#include "base/error.h"
#include "base/file_io.h"
#include "exchange/calibration_json.h"
#include "exchange/correction_json.h"
#include "exchange/layer_setting_json.h"
#include "exchange/packed_file.h"
#include "exchange/report_document.h"
#include "image/png_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

LayerKind parseKind(const std::string &text)
{
    for (const LayerKind kind : {LayerKind::Convolution, LayerKind::TransposedConvolution,
                                 LayerKind::Linear, LayerKind::MatrixProduct, LayerKind::Embedding})
        if (name(kind) == text)
            return kind;
    throw Error(ErrorKind::BadInput, "an unknown layer kind '" + text + "'");
}

/// "spec" counts; what stands beside it for other tools must say the same.
void requireSame(const std::string &layer, const Json &given, const Json &meant)
{
    for (const auto &[key, value] : meant.items())
        if (given.contains(key) && given.at(key) != value)
            throw Error(ErrorKind::BadInput, "two settings for " + layer + ": \"" + key +
                                                 "\": " + given.at(key).dump() +
                                                 " and \"spec\": " + given.at("spec").dump());
}

LayerQuantSpec parseLayerSpec(const Json &json, const LayerInfo &layer)
{
    const Json &weight = json.at("weight");
    const Json &activation = json.at("activation");
    const LayerQuantSpec spec = parseSpec(weight.at("spec").get<std::string>() + "," +
                                          activation.at("spec").get<std::string>())
                                    .spec;
    Json meant = weightJson(spec.weight, layer);
    meant.erase("spec");
    requireSame(layer.name, weight, meant);
    meant = activationJson(spec.activation);
    meant.erase("spec");
    requireSame(layer.name, activation, meant);
    return spec;
}

ValueRange parseRangeJson(const Json &json)
{
    const auto ends = json.get<std::array<double, 2>>();
    if (!(ends[0] < ends[1]))
        throw Error(ErrorKind::BadInput, "a range whose ends are not in order");
    return {ends[0], ends[1]};
}

SamplingPlan parsePlan(const Json &json)
{
    SamplingPlan plan;
    const std::string distribution = json.at("distribution").get<std::string>();
    if (distribution != "normal" && distribution != "uniform")
        throw Error(ErrorKind::BadInput, "an unknown distribution '" + distribution + "'");
    plan.distribution = distribution == "uniform" ? Distribution::Uniform : Distribution::Normal;
    plan.inputRange = parseRangeJson(json.at("inputRange"));
    plan.outputRange = parseRangeJson(json.at("outputRange"));
    if (json.at("labels").is_number_integer())
        plan.label = json.at("labels").get<std::int64_t>();
    plan.truncation = json.at("truncation").get<double>();
    return plan;
}

void parseMarks(const Json &json, const std::string &layer, ConfigFile &file,
                std::map<std::string, std::vector<std::string>> &ties)
{
    file.marks.setLocked(layer, json.value("locked", false));
    const std::string tie = json.value("tie", "");
    if (tie.empty())
        return;
    std::vector<std::string> &members = ties[tie];
    members.push_back(layer);
    if (!(file.config.spec(layer) == file.config.spec(members.front())))
        throw Error(ErrorKind::BadInput, "two settings for " + members.front() + " and " + layer +
                                             ", which it ties together");
}

void parseLayers(const Json &json, ConfigFile &file)
{
    CorrectionChoice choice = file.config.corrections();
    std::map<std::string, std::vector<std::string>> ties;
    for (const Json &layer : json) {
        LayerInfo info;
        info.name = layer.at("name").get<std::string>();
        info.kind = parseKind(layer.at("kind").get<std::string>());
        info.weightShape = layer.at("weightShape").get<Shape>();
        info.outputAxis = layer.at("weight").value("axis", 0);
        if (std::ranges::find(file.layers, info.name, &LayerInfo::name) != file.layers.end())
            throw Error(ErrorKind::BadInput, "the layer " + info.name + " twice");
        const LayerQuantSpec spec = parseLayerSpec(layer, info);
        file.config.set(info.name, spec);
        if (const Json &activation = layer.at("activation"); activation.contains("range"))
            file.ranges.layers[info.name] = {
                canonical(spec.activation),
                parseActivationRange(activation.at("range"), spec.activation)};
        if (layer.contains("corrections"))
            parseCorrections(layer.at("corrections"), info.name, choice);
        parseMarks(layer, info.name, file, ties);
        file.origins.set(info.name, layer.contains("origin")
                                        ? parseSettingOrigin(layer.at("origin").get<std::string>())
                                        : SettingOrigin::Import);
        file.layers.push_back(std::move(info));
    }
    file.config.setCorrections(std::move(choice));
    for (const auto &[tie, members] : ties)
        file.marks.setTie(members, tie);
}

CorrectionChoice parseChoice(const Json &json)
{
    CorrectionChoice choice;
    parseCorrections(json, choice);
    return choice;
}

ConfigFile fromJson(const Json &json)
{
    if (json.value("format", "") != kConfigurationKeyword)
        throw Error(ErrorKind::BadInput, "no \"format\": \"quantloupe-configuration\"");
    if (json.value("version", 0) != kConfigFileVersion)
        throw Error(ErrorKind::BadInput, "a version other than 1, the only one this program reads");
    ConfigFile file;
    const Json &generator = json.at("generator");
    file.generatorName = generator.at("name").get<std::string>();
    file.generatorSha256 = generator.at("sha256").get<std::string>();
    file.generatorFormat = generator.value("format", "");
    file.architecture = generator.value("architecture", "");
    for (const auto &[key, value] : generator.at("assumptions").items())
        file.assumptions.push_back({key, value.get<std::string>(), {}, "", false});
    for (const Json &key : generator.value("confirmed", Json::array()))
        for (Assumption &assumption : file.assumptions)
            assumption.confirmed |= assumption.key == key.get<std::string>();
    file.plan = parsePlan(json.at("samplingPlan"));
    file.calibration = parseCalibrationPlan(json.at("calibration"));
    file.ranges = parseCalibrationRecord(json.at("calibration"));
    if (json.contains("corrections"))
        file.config.setCorrections(parseChoice(json.at("corrections")));
    parseLayers(json.at("layers"), file);
    if (json.contains("results"))
        file.results = parseResults(json.at("results"));
    if (json.contains("provenance"))
        file.provenance = parseProvenance(json.at("provenance"));
    return file;
}

/// Without the library's own error code.
std::string plainReason(const Json::exception &error)
{
    const std::string text = firstLine(error.what());
    const std::size_t end = text.find("] ");
    return end == std::string::npos ? text : text.substr(end + 2);
}

} // namespace

ConfigFile configFileFor(const GeneratorInfo &info, const SamplingPlan &plan,
                         const CalibrationPlan &calibration, const QuantConfig &config)
{
    ConfigFile file;
    file.generatorName = info.name;
    file.generatorSha256 = info.sha256;
    file.generatorFormat = info.format;
    file.architecture = info.architecture;
    file.assumptions = info.assumptions;
    file.plan = plan;
    file.calibration = calibration;
    file.config = config;
    file.layers = info.layers;
    return file;
}

ConfigFile parseConfigFile(const std::string &text, const std::string &source)
{
    try {
        ConfigFile file = fromJson(Json::parse(text));
        file.original = text;
        return file;
    } catch (const Json::parse_error &error) {
        throw Error(ErrorKind::BadInput, source + " is no JSON file.", error.what());
    } catch (const Json::exception &error) {
        throw Error(ErrorKind::BadInput,
                    source + " is no configuration this program can read: " + plainReason(error) +
                        ".",
                    error.what());
    } catch (const Error &error) {
        const std::string reason = error.what();
        // Whole sentences come from below, ours complete "it has".
        throw Error(error.kind(),
                    source + " is no configuration this program can read" +
                        (reason.ends_with('.') ? ": " + reason : "; it has " + reason + "."));
    }
}

namespace {

constexpr std::uint64_t kMostBytes = 64 << 20;

ConfigFile configOfReport(const std::filesystem::path &path)
{
    const std::string page = readTextFile(path, kMostBytes);
    const std::string_view start = kHtmlConfigurationStart;
    const std::size_t begin = page.find(start);
    const std::size_t end = page.find(kHtmlConfigurationEnd, begin);
    if (begin == std::string::npos || end == std::string::npos)
        throw Error(ErrorKind::BadInput, path.string() +
                                             " is a page without a configuration; only reports "
                                             "written by Quantloupe hold one.");
    return parseConfigFile(page.substr(begin + start.size(), end - begin - start.size()),
                           path.string());
}

} // namespace

ConfigFile readConfigFile(const std::filesystem::path &path)
{
    if (isReportPage(path))
        return configOfReport(path);
    if (isPackedFile(path))
        return packedConfiguration(path);
    if (!isPngFile(path))
        return parseConfigFile(readTextFile(path, kMostBytes), path.string());
    const std::optional<std::string> text = readPngText(path, kConfigurationKeyword);
    if (!text)
        throw Error(ErrorKind::BadInput, path.string() +
                                             " is a picture without a configuration; only pictures "
                                             "saved by Quantloupe hold one.");
    return parseConfigFile(*text, path.string());
}

std::vector<std::string> mismatches(const ConfigFile &file, const GeneratorInfo &info)
{
    std::vector<std::string> differences;
    for (const LayerInfo &saved : file.layers) {
        const LayerInfo *layer = info.layer(saved.name);
        if (!layer)
            differences.push_back("The layer " + saved.name + " is not in " + info.name + ".");
        else if (layer->kind != saved.kind)
            differences.push_back(saved.name + " is a " + std::string(name(layer->kind)) +
                                  ", not a " + std::string(name(saved.kind)) + ".");
        else if (layer->weightShape != saved.weightShape)
            differences.push_back(saved.name + " has weights " + toText(layer->weightShape) +
                                  ", not " + toText(saved.weightShape) + ".");
    }
    for (const LayerInfo &layer : info.layers) {
        bool known = false;
        for (const LayerInfo &saved : file.layers)
            known |= saved.name == layer.name;
        if (!known)
            differences.push_back("The layer " + layer.name + " of " + info.name +
                                  " is not in the configuration.");
    }
    return differences;
}

std::shared_ptr<const CalibratedRanges> usableRanges(const ConfigFile &file,
                                                     const GeneratorInfo &info,
                                                     const SamplingPlan &plan,
                                                     const CalibrationPlan &calibration)
{
    const bool holds =
        file.generatorSha256 == info.sha256 && file.plan == plan && file.calibration == calibration;
    return file.ranges.layers.empty() || !holds
               ? nullptr
               : std::make_shared<const CalibratedRanges>(file.ranges);
}

std::string otherWeightsNote(const ConfigFile &file, const GeneratorInfo &info)
{
    if (file.generatorSha256 == info.sha256)
        return {};
    return "The configuration was made for " + file.generatorName +
           ", other weights than those of " + info.name +
           " in the same layers; its bits may not suit them.";
}

} // namespace quantloupe
