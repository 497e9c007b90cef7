// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/recipe_rows.h"

#include "base/error.h"
#include "base/file_io.h"
#include "base/hash.h"
#include "base/version.h"
#include "exchange/config_file.h"
#include "exchange/kept_report.h"
#include "session/extractor_key.h"
#include "session/metrics_plan.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <system_error>

namespace quantloupe {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

/// Which files of a folder are ours.
constexpr const char *kEnding = ".json";

std::string planText(const RecipeRequest &request, const QuantConfig &config)
{
    const MetricsRequest &measurement = request.measurement;
    return toJson(configFileFor(info(*measurement.generator), measurement.plan,
                                measurement.calibration, config));
}

std::string keyOf(const RecipeRequest &request)
{
    const MetricsRequest &measurement = request.measurement;
    const GeneratorInfo &facts = info(*measurement.generator);
    std::string text =
        std::string(kVersion) + "\n" + std::string(name(request.kind)) + "\n" +
        planText(request, {}) + facts.network + "\n" + facts.architectureFile + "\n" +
        measurement.reference.source + "\n" + std::string(name(measurement.reference.crop)) + "\n" +
        std::string(name(measurement.reference.filter)) + "\n" + keyText(measurement.extractor) +
        "\n" + keyText(measurement.perceptual) + "\n" + picturesKey(measurement);
    for (const MetricKind kind : measurement.metrics)
        text += "\n" + std::string(name(kind));
    for (const std::uint64_t number :
         {std::uint64_t(measurement.count), measurement.seed,
          std::uint64_t(measurement.allowSmallFid), std::uint64_t(measurement.execution.microBatch),
          std::uint64_t(measurement.execution.threads)})
        text += "\n" + std::to_string(number);
    return sha256(text);
}

std::optional<RecipeRow> readRow(const fs::path &file, const RecipeRequest &request,
                                 const RecipeConfiguration &configuration)
{
    std::error_code ignored;
    if (!fs::exists(file, ignored))
        return {};
    try {
        const Json json = Json::parse(readTextFile(file));
        RecipeRow row{configuration, {}, {}, parseKeptReport(json.at("report"))};
        row.report.plan = request.measurement.plan;
        row.report.inputs = inputsOf(request.measurement);
        if (const Json &levels = json.at("levels"); !levels.is_null())
            row.levels = LevelUse{levels.at(0).get<double>(), levels.at(1).get<double>()};
        return row;
    } catch (const Error &) {
        return {};
    } catch (const Json::exception &) {
        return {};
    }
}

} // namespace

RecipeRows::RecipeRows(const fs::path &cache, const RecipeRequest &request) : m_request(request)
{
    if (!cache.empty())
        m_folder = cache / "recipes" / keyOf(request);
}

fs::path RecipeRows::fileOf(const RecipeConfiguration &configuration) const
{
    return m_folder / (sha256(planText(m_request, configuration.config)) + kEnding);
}

std::vector<RecipeRow> RecipeRows::read() const
{
    std::vector<RecipeRow> rows;
    if (m_folder.empty())
        return rows;
    const Recipe recipe = recipeFor(m_request.kind, info(*m_request.measurement.generator));
    for (const RecipeConfiguration &configuration : recipe.configurations)
        if (auto row = readRow(fileOf(configuration), m_request, configuration))
            rows.push_back(std::move(*row));
    return rows;
}

void RecipeRows::keep(const RecipeRow &row) const
{
    if (m_folder.empty())
        return;
    Json json = {{"report", keptReportJson(row.report)}, {"levels", nullptr}};
    if (row.levels)
        json["levels"] = Json::array({row.levels->occupancy, row.levels->entropy});
    try {
        fs::create_directories(m_folder);
        writeFileAtomically(fileOf(row.configuration), json.dump());
    } catch (const Error &) {
    } catch (const fs::filesystem_error &) {
    }
}

void RecipeRows::remove() const
{
    std::error_code ignored;
    if (!m_folder.empty())
        fs::remove_all(m_folder, ignored);
}

} // namespace quantloupe
