// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sweep_overlay.h"

#include "base/error.h"

#include <nlohmann/json.hpp>

namespace quantloupe {

using Json = nlohmann::json;

namespace {

std::optional<SweepOverlay::Value> valueIn(const Json &cell, bool largerIsBetter)
{
    if (cell.at("mode") != name(SensitivityMode::Alone) || cell.at("value").is_null())
        return {};
    SweepOverlay::Value value;
    value.layer = cell.at("layer").get<std::string>();
    value.site = parseSensitivitySite(cell.at("site").get<std::string>());
    value.spec = parseSpec(cell.at("setting").get<std::string>()).spec;
    value.value = cell.at("value").get<double>();
    if (cell.contains("float"))
        value.value = (value.value - cell.at("float").get<double>()) * (largerIsBetter ? -1 : 1);
    return value;
}

std::string titleOf(const Json &report, const StoredRun &run, const std::string &store,
                    bool isAgainstFloat)
{
    const auto unit = report.at("unit").get<std::string>();
    return report.at("metricName").get<std::string>() +
           (isAgainstFloat ? " worse than float" : " of the output") +
           (unit.empty() ? "" : ", " + unit) + ", each layer quantized alone (run " +
           std::to_string(run.summary.id) + " of " + store + ", quantloupe " + run.version + ", " +
           std::to_string(report.at("count").get<std::size_t>()) + " samples, seed " +
           std::to_string(run.summary.seed) + ")";
}

SweepOverlay read(const StoredRun &run, const std::string &store)
{
    const Json report = Json::parse(*run.report);
    const bool largerIsBetter = report.at("largerIsBetter").get<bool>();
    SweepOverlay sweep;
    bool isAgainstFloat = false;
    for (const Json &cell : report.at("cells"))
        if (auto value = valueIn(cell, largerIsBetter)) {
            isAgainstFloat |= cell.contains("float");
            sweep.values.push_back(*std::move(value));
        }
    sweep.largerIsBetter = largerIsBetter && !isAgainstFloat;
    sweep.title = titleOf(report, run, store, isAgainstFloat);
    return sweep;
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
        SweepOverlay sweep = read(run, store);
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
