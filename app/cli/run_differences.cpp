// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_differences.h"

#include "runs_text.h"
#include "tables.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace quantloupe::cli {

namespace {

using Json = nlohmann::ordered_json;

/// Rows of a text; JSON has all.
constexpr std::size_t kShownDifferences = 20;

/// Values by JSON pointer; empty lists and objects are values, too.
using Values = std::map<std::string, nlohmann::json>;

/// Wherever they stand: "run" holds threads, times and steps of the caches, "versions" libraries,
/// "provenance" when a configuration was made.
constexpr std::array<std::string_view, 8> kNotCompared = {
    "seconds", "ms", "run", "version", "versions", "resumed", "files", "provenance"};

/// Sentences, which another version may word otherwise. The values that they are about are compared
/// beside them: what is absent for a reason is null.
constexpr std::array<std::string_view, 7> kProse = {"nearest", "notes",   "warnings", "mark",
                                                    "reason",  "reasons", "skipped"};

bool isCompared(std::string_view key)
{
    // "buildSeconds" of a sketch is a time as any other.
    return !key.ends_with("Seconds") &&
           std::ranges::find(kNotCompared, key) == kNotCompared.end() &&
           std::ranges::find(kProse, key) == kProse.end();
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

/// What only the new answer tells, of something that the stored one tells less of, as that of an
/// older version does. A further entry of a list is none.
bool isFurtherMember(const std::string &path, const Values &stored)
{
    std::size_t end = path.size();
    for (std::size_t slash = path.rfind('/'); slash != std::string::npos;
         slash = slash == 0 ? std::string::npos : path.rfind('/', slash - 1)) {
        const std::string inside = path.substr(0, slash + 1);
        const auto known = stored.lower_bound(inside);
        if (known != stored.end() && known->first.starts_with(inside)) {
            const std::string member = path.substr(slash + 1, end - slash - 1);
            return member.find_first_not_of("0123456789") != std::string::npos;
        }
        end = slash;
    }
    return false;
}

void compare(const Values &stored, const Values &now, const std::string &prefix,
             Verification &verification)
{
    Values all = stored;
    all.insert(now.begin(), now.end());
    for (const auto &[path, value] : all) {
        const auto a = stored.find(path);
        const auto b = now.find(path);
        if (a == stored.end() && isFurtherMember(path, stored))
            continue;
        ++verification.values;
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

/// Results of each configuration in the order in which they were told: predicted, then measured.
using Results = std::map<std::string, std::vector<std::string>>;

/// What the new run gave for the `nth` result of a configuration; one that tells the same twice is
/// no difference.
Values resultNow(const Results &results, const StoredTrial &trial, std::size_t nth)
{
    const auto found = results.find(trial.configuration);
    if (found == results.end())
        return {};
    const std::vector<std::string> &all = found->second;
    if (std::ranges::find(all, trial.result) != all.end())
        return valuesOf(trial.result);
    return valuesOf(all[std::min(nth, all.size() - 1)]);
}

void compareTrials(const std::vector<StoredTrial> &stored, const std::vector<StoredTrial> &now,
                   Verification &verification)
{
    Results results;
    for (const StoredTrial &trial : now)
        results[trial.configuration].push_back(trial.result);
    std::map<std::string, std::size_t> told;
    for (const StoredTrial &trial : stored) {
        const std::size_t nth = told[trial.configuration]++;
        const std::string place = "trial " + std::to_string(++verification.trials) + " ";
        compare(valuesOf(trial.result), resultNow(results, trial, nth), place, verification);
    }
}

/// Which configurations a search came to until it was stopped is a clock's affair where it had a
/// time box; those of one that came to its end are not.
bool hasTrialsOfAClock(const StoredRun &run)
{
    return !run.report && std::ranges::any_of(run.summary.words, [](const std::string &word) {
        return word == "--time" || word.starts_with("--time=");
    });
}

} // namespace

Verification differencesOf(RunStore &stored, RunId run, RunStore &fresh, RunId again)
{
    Verification verification;
    const StoredRun before = stored.show(run);
    const std::optional<std::string> after = fresh.show(again).report;
    if (before.report)
        compare(valuesOf(*before.report), after ? valuesOf(*after) : Values(), "", verification);
    const std::map<std::string, std::string> cells = cellsOf(fresh, again);
    for (const auto &[key, json] : cellsOf(stored, run)) {
        const auto found = cells.find(key);
        compare(valuesOf(json), found == cells.end() ? Values() : valuesOf(found->second),
                "cell " + key + " ", verification);
    }
    if (!hasTrialsOfAClock(before))
        compareTrials(stored.trials(run), fresh.trials(again), verification);
    return verification;
}

std::string verificationText(const Verification &verification)
{
    if (verification.differences.empty())
        return "All " + std::to_string(verification.values) + " values are the same again" +
               (verification.trials > 0
                    ? ", those of " + std::to_string(verification.trials) + " trials among them"
                    : "") +
               ".\n";
    Table table({"value", "stored", "now"});
    const std::size_t shown = std::min(verification.differences.size(), kShownDifferences);
    for (std::size_t i = 0; i < shown; ++i) {
        const Difference &difference = verification.differences[i];
        table.add(
            {printable(difference.path), printable(difference.stored), printable(difference.now)});
    }
    const std::size_t more = verification.differences.size() - shown;
    return table.text() + (more > 0 ? std::to_string(more) + " more; --json has all.\n" : "");
}

nlohmann::ordered_json differencesJson(const Verification &verification)
{
    Json json = Json::array();
    for (const Difference &difference : verification.differences)
        json.push_back(
            {{"value", difference.path}, {"stored", difference.stored}, {"now", difference.now}});
    return json;
}

} // namespace quantloupe::cli
