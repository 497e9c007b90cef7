// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sweep_overlay.h"

#include "base/error.h"

#include <nlohmann/json.hpp>

namespace quantloupe {

using Json = nlohmann::json;

namespace {

std::optional<SensitivityMean> meanIn(const Json &cell)
{
    if (cell.at("mode") != name(SensitivityMode::Alone) || cell.at("value").is_null())
        return {};
    SensitivityMean mean;
    mean.layer = cell.at("layer").get<std::string>();
    mean.site = parseSensitivitySite(cell.at("site").get<std::string>());
    mean.spec = parseSpec(cell.at("setting").get<std::string>()).spec;
    mean.value = cell.at("value").get<double>();
    if (cell.contains("float"))
        mean.floatValue = cell.at("float").get<double>();
    return mean;
}

SweepCells read(const StoredRun &run, const std::string &store)
{
    const Json report = Json::parse(*run.report);
    SweepCells cells;
    cells.metricName = report.at("metricName").get<std::string>();
    cells.unit = report.at("unit").get<std::string>();
    cells.largerIsBetter = report.at("largerIsBetter").get<bool>();
    for (const Json &cell : report.at("cells"))
        if (auto mean = meanIn(cell))
            cells.means.push_back(*std::move(mean));
    cells.count = report.at("count").get<std::size_t>();
    cells.seed = run.summary.seed;
    cells.run = {run.summary.id, store, run.version};
    return cells;
}

SweepOverlay::Value valueOf(const SensitivityMean &mean, bool largerIsBetter)
{
    SweepOverlay::Value value{mean.layer, mean.site, mean.spec, *mean.value};
    if (mean.floatValue)
        value.value = (*mean.value - *mean.floatValue) * (largerIsBetter ? -1 : 1);
    return value;
}

std::string titleOf(const SweepCells &cells, bool isAgainstFloat)
{
    std::string title = cells.metricName;
    title += isAgainstFloat ? " worse than float" : " of the output";
    if (!cells.unit.empty())
        title += ", " + cells.unit;
    title += ", each layer quantized alone (";
    if (cells.run)
        title += "run " + std::to_string(cells.run->id) + " of " + cells.run->store +
                 ", quantloupe " + cells.run->version + ", ";
    return title + std::to_string(cells.count) + " samples, seed " + std::to_string(cells.seed) +
           ")";
}

/// What of a setting a site quantizes.
LayerQuantSpec partOf(LayerQuantSpec spec, SensitivitySite site)
{
    if (site == SensitivitySite::Weights)
        spec.activation = {};
    if (site == SensitivitySite::Activations)
        spec.weight = {};
    return spec;
}

bool hasBitsOf(const LayerQuantSpec &one, const LayerQuantSpec &other)
{
    return one.weight.bits == other.weight.bits && one.activation.bits == other.activation.bits;
}

} // namespace

SweepOverlay sweepOverlay(const SweepCells &cells)
{
    SweepOverlay sweep;
    bool isAgainstFloat = false;
    for (const SensitivityMean &mean : cells.means) {
        if (mean.mode != SensitivityMode::Alone || !mean.value)
            continue;
        isAgainstFloat |= mean.floatValue.has_value();
        sweep.values.push_back(valueOf(mean, cells.largerIsBetter));
    }
    sweep.largerIsBetter = cells.largerIsBetter && !isAgainstFloat;
    sweep.title = titleOf(cells, isAgainstFloat);
    return sweep;
}

SweepOverlay sweepOverlay(const StoredRun &run, const std::string &store,
                          const std::string &generatorSha256)
{
    const std::string which = "Run " + std::to_string(run.summary.id);
    if (run.summary.command != "sensitivity")
        throw Error(ErrorKind::BadInput, which + " is one of " + run.summary.command +
                                             "; give the number of a run of sensitivity.");
    if (!run.report)
        throw Error(ErrorKind::BadInput, which + " did not come to its end; repeat it with "
                                                 "--resume, and give the number of that run.");
    if (!run.generator || run.generator->sha256 != generatorSha256)
        throw Error(ErrorKind::BadInput, which + " measured another generator; give the number "
                                                 "of a sweep of this one.");
    try {
        SweepOverlay sweep = sweepOverlay(read(run, store));
        if (sweep.values.empty())
            throw Error(ErrorKind::BadInput, which + " measured no layer alone; give the number "
                                                     "of a sweep with the mode alone.");
        return sweep;
    } catch (const Json::exception &failure) {
        throw Error(ErrorKind::BadInput,
                    which + " holds no answer of a sweep that can be read; "
                            "measure it again.",
                    failure.what());
    }
}

std::optional<SweepOverlay::Value> valueOf(const SweepOverlay &sweep, const std::string &layer,
                                           const LayerQuantSpec &spec)
{
    for (const SensitivitySite site :
         {SensitivitySite::Both, SensitivitySite::Weights, SensitivitySite::Activations}) {
        const LayerQuantSpec part = partOf(spec, site);
        const bool isNothing = part.weight.isFloat() && part.activation.isFloat();
        std::optional<SweepOverlay::Value> found;
        for (const SweepOverlay::Value &value : sweep.values)
            if (!isNothing && value.layer == layer && hasBitsOf(value.spec, part) &&
                (!found || value.spec == part))
                found = value;
        if (found)
            return found;
    }
    return {};
}

} // namespace quantloupe
