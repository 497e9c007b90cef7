// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_differences.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace quantloupe::cli {

namespace {

/// Values by JSON pointer; empty lists and objects are values, too.
using Values = std::map<std::string, nlohmann::json>;

/// Wherever they stand: "run" holds threads, times and steps of the caches, "versions" libraries,
/// "provenance" when a configuration was made.
constexpr std::array<std::string_view, 8> kNotCompared = {
    "seconds", "ms", "run", "version", "versions", "resumed", "files", "provenance"};

bool isCompared(std::string_view key)
{
    // "buildSeconds" of a sketch is a time as any other.
    return !key.ends_with("Seconds") && std::ranges::find(kNotCompared, key) == kNotCompared.end();
}

std::string childPath(const std::string &path, const std::string &key)
{
    return (nlohmann::json::json_pointer(path) / key).to_string();
}

void addValues(const nlohmann::json &json, const std::string &path, Values &values)
{
    if (!json.is_structured() || json.empty()) {
        values[path] = json;
        return;
    }
    if (json.is_array())
        for (std::size_t i = 0; i < json.size(); ++i)
            addValues(json[i], path + "/" + std::to_string(i), values);
    else
        for (const auto &[key, value] : json.items())
            if (isCompared(key))
                addValues(value, childPath(path, key), values);
}

Values valuesOf(const std::string &text)
{
    Values values;
    addValues(nlohmann::json::parse(text), "", values);
    return values;
}

std::string textOf(const Values &values, const std::string &path)
{
    const auto found = values.find(path);
    return found == values.end() ? "absent" : found->second.dump();
}

void compare(const Values &stored, const Values &now, const std::string &prefix,
             Verification &verification)
{
    Values all = stored;
    all.insert(now.begin(), now.end());
    for (const auto &[path, value] : all) {
        ++verification.values;
        const auto a = stored.find(path);
        const auto b = now.find(path);
        if (a == stored.end() || b == now.end() || a->second != b->second)
            verification.differences.push_back(
                {prefix + path, textOf(stored, path), textOf(now, path)});
    }
}

std::map<std::string, std::string> cellsOf(RunStore &store, RunId run)
{
    std::map<std::string, std::string> cells;
    for (StoredCell &cell : store.cells(run))
        cells.insert_or_assign(std::move(cell.key), std::move(cell.json));
    return cells;
}

} // namespace

Verification differencesOf(RunStore &stored, RunId run, RunStore &fresh, RunId again)
{
    Verification verification;
    const std::optional<std::string> before = stored.show(run).report;
    const std::optional<std::string> after = fresh.show(again).report;
    if (before)
        compare(valuesOf(*before), after ? valuesOf(*after) : Values(), "", verification);
    const std::map<std::string, std::string> cells = cellsOf(fresh, again);
    for (const auto &[key, json] : cellsOf(stored, run)) {
        const auto found = cells.find(key);
        compare(valuesOf(json), found == cells.end() ? Values() : valuesOf(found->second),
                "cell " + key + " ", verification);
    }
    return verification;
}

} // namespace quantloupe::cli
