// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff_command.h"

#include "base/version.h"
#include "exchange/difference_json.h"
#include "tables.h"

#include <algorithm>
#include <iostream>

namespace quantloupe::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string settingText(bool isThere, const LayerQuantSpec &spec)
{
    return isThere ? toText(spec.weight) + "," + toText(spec.activation) : "not there";
}

std::string correctionNames(const LayerDifference &difference)
{
    std::string names;
    for (const Correction each : difference.corrections)
        names += (names.empty() ? "" : ", ") + std::string(name(each));
    return names.empty() ? "-" : names;
}

std::string tableText(const std::vector<LayerDifference> &differences, bool all)
{
    Table table({"layer", "weights", "first", "second", "corrections that differ"});
    for (const LayerDifference &one : differences)
        if (all || !one.isSame())
            table.add({one.layer, std::to_string(one.weights),
                       settingText(one.isInFirst, one.first),
                       settingText(one.isInSecond, one.second), correctionNames(one)});
    return table.text();
}

Json fileJson(const std::string &path, const ConfigFile &file)
{
    return {{"file", path},
            {"generator", file.generatorName},
            {"sha256", file.generatorSha256},
            {"averageBits", averageBits({file.config, file.layers})}};
}

} // namespace

void addTo(CLI::App &command, DiffOptions &options)
{
    command
        .add_option("FIRST", options.first,
                    "Configuration file (JSON), or a picture saved with one")
        ->required();
    command.add_option("SECOND", options.second, "The one to compare it with")->required();
    command.add_flag("--all", options.all, "Show layers that are the same, too");
}

void runDiff(CommandContext &context, const DiffOptions &options)
{
    const ConfigFile first = readConfigFile(options.first);
    const ConfigFile second = readConfigFile(options.second);
    const std::vector<LayerDifference> differences =
        configDifference({first.config, first.layers}, {second.config, second.layers});
    const auto same =
        std::ranges::count_if(differences, [](const LayerDifference &one) { return one.isSame(); });
    if (context.global.json) {
        const Json answer = {{"tool", "quantloupe"},
                             {"version", kVersion},
                             {"command", "diff"},
                             {"seed", context.global.seed},
                             {"first", fileJson(options.first, first)},
                             {"second", fileJson(options.second, second)},
                             {"layers", differencesJson(differences)}};
        std::cout << answer.dump(2) << '\n';
        return;
    }
    const auto count = static_cast<std::ptrdiff_t>(differences.size());
    if (same < count || options.all)
        std::cout << tableText(differences, options.all);
    std::cout << count - same << " of " << count << " layers differ; average bits "
              << numberText(averageBits({first.config, first.layers}), 2) << " and "
              << numberText(averageBits({second.config, second.layers}), 2) << ".\n";
}

} // namespace quantloupe::cli
