// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recipe_json.h"

#include "exchange/metrics_json.h"
#include "exchange/optional_json.h"

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

/// The settings of layers that are not float, by name.
Json layersJson(const QuantConfig &config)
{
    Json layers = Json::object();
    for (const auto &[layer, spec] : config.layers())
        layers[layer] = toText(spec.weight) + "," + toText(spec.activation);
    return layers;
}

Json sizeJson(const SizeReport &size)
{
    return {{"bytes", size.bytes},
            {"floatBytes", size.floatBytes},
            {"ratio", size.ratio},
            {"averageBits", size.averageBits},
            {"effectiveBits", size.effectiveBits}};
}

Json levelsJson(const std::optional<LevelUse> &levels)
{
    return levels ? Json({{"occupancy", levels->occupancy}, {"entropy", levels->entropy}})
                  : Json(nullptr);
}

} // namespace

Json recipeRowJson(const RecipeRow &row)
{
    Json json = {{"name", row.configuration.title},
                 {"roles", row.configuration.roles},
                 {"layers", layersJson(row.configuration.config)},
                 {"size", sizeJson(row.size)},
                 {"levels", levelsJson(row.levels)}};
    json.update(metricsJson(row.report));
    for (std::size_t i = 0; i < row.report.rows.size(); ++i)
        json["metrics"][i]["ratioToFloat"] = valueOrNull(ratioToFloat(row.report.rows[i]));
    return json;
}

Json claimsJson(std::span<const RecipeClaim> claims)
{
    Json json = Json::array();
    for (const RecipeClaim &claim : claims)
        json.push_back({{"claim", claim.claim},
                        {"by", name(claim.by)},
                        {"verdict", name(claim.verdict)},
                        {"reason", claim.reason}});
    return json;
}

} // namespace quantloupe
