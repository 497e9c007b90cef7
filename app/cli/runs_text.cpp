// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs_text.h"

#include "durations.h"
#include "exchange/command_line.h"
#include "tables.h"
#include "words.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace quantloupe::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char *kProgram = "quantloupe-cli";
/// Of a SHA-256.
constexpr std::size_t kShownDigits = 12;
/// Of a command in a list.
constexpr std::size_t kShownLetters = 60;

/// "2030-12-31 23:59:59", UTC.
std::string timeText(std::int64_t milliseconds)
{
    const std::time_t seconds = milliseconds / 1000;
    std::tm parts{};
    std::array<char, 64> text{};
    if (!::gmtime_r(&seconds, &parts) ||
        std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S", &parts) == 0)
        return "-";
    return text.data();
}

std::string commandLine(const RunSummary &run)
{
    return run.words.empty() ? run.command : shellLine(run.words);
}

/// Whole letters of UTF-8.
std::string shortened(const std::string &text)
{
    if (text.size() <= kShownLetters)
        return text;
    std::size_t end = kShownLetters - 3;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end) + "...";
}

void line(std::string &text, const std::string &label, const std::string &value)
{
    if (!value.empty())
        text += label + std::string(12 - label.size(), ' ') + printable(value) + "\n";
}

} // namespace

std::string printable(const std::string &text)
{
    std::string safe = text;
    std::ranges::replace_if(
        safe,
        [](char letter) { return static_cast<unsigned char>(letter) < ' ' || letter == '\x7f'; },
        '?');
    return safe;
}

std::string shellLineOf(const StoredRun &run)
{
    if (run.summary.words.empty())
        return {};
    std::vector<std::string> words = {kProgram};
    words.insert(words.end(), run.summary.words.begin(), run.summary.words.end());
    const std::string enter = run.folder.empty() ? "" : shellLine({"cd", run.folder}) + " && ";
    return enter + shellLine(words);
}

std::string runsText(const std::vector<RunSummary> &runs)
{
    if (runs.empty())
        return "No runs.\n";
    Table table({"run", "state", "started (UTC)", "time", "cells", "command", "tags", "note"});
    for (const RunSummary &run : runs)
        table.add({std::to_string(run.id), std::string(name(run.state)), timeText(run.started),
                   run.seconds > 0 ? durationText(run.seconds) : "-", std::to_string(run.cells),
                   printable(shortened(commandLine(run))), printable(joined(run.tags)),
                   printable(shortened(run.note))});
    return table.text();
}

std::string runText(const StoredRun &run)
{
    const RunSummary &summary = run.summary;
    std::string text;
    line(text, "run", std::to_string(summary.id));
    line(text, "state", std::string(name(summary.state)) + (summary.isDeleted ? ", deleted" : ""));
    line(text, "failure", summary.failure);
    line(text, "started", timeText(summary.started) + " UTC");
    line(text, "time", summary.seconds > 0 ? durationText(summary.seconds) : "");
    const std::string command = shellLineOf(run);
    line(text, "command", command.empty() ? summary.command : command);
    if (run.generator)
        line(text, "generator",
             run.generator->name + " (" + run.generator->sha256.substr(0, kShownDigits) + ")");
    line(text, "version", run.version);
    line(text, "libraries", run.versions);
    line(text, "cells", std::to_string(summary.cells));
    line(text, "picture", summary.hasPicture ? "kept; --picture FILE.png writes it" : "");
    line(text, "tags", joined(summary.tags));
    line(text, "note", summary.note);
    if (run.report)
        text += Json::parse(*run.report).dump(2) + "\n";
    return text;
}

Json runJson(const RunSummary &run)
{
    return {{"run", run.id},
            {"state", name(run.state)},
            {"failure", run.failure.empty() ? Json(nullptr) : Json(run.failure)},
            {"started", timeText(run.started)},
            {"seconds", run.seconds},
            {"command", run.command},
            {"words", run.words},
            {"generator", run.generator.empty() ? Json(nullptr) : Json(run.generator)},
            {"seed", run.seed},
            {"cells", run.cells},
            {"hasReport", run.hasReport},
            {"hasPicture", run.hasPicture},
            {"note", run.note},
            {"tags", run.tags},
            {"deleted", run.isDeleted}};
}

Json runJson(const StoredRun &run, const std::vector<StoredCell> &cells,
             const std::vector<StoredTrial> &trials)
{
    Json json = runJson(run.summary);
    json["folder"] = run.folder;
    json["line"] = shellLineOf(run);
    json["request"] = Json::parse(run.request);
    json["requestHash"] = run.requestHash;
    json["version"] = run.version;
    json["versions"] = Json::parse(run.versions);
    if (run.generator)
        json["generator"] = {{"name", run.generator->name}, {"sha256", run.generator->sha256}};
    json["report"] = run.report ? Json::parse(*run.report) : Json(nullptr);
    json["cells"] = Json::object();
    for (const StoredCell &cell : cells)
        json["cells"][cell.key] = Json::parse(cell.json);
    json["trials"] = Json::array();
    for (const StoredTrial &trial : trials)
        json["trials"].push_back({{"configuration", Json::parse(trial.configuration)},
                                  {"result", Json::parse(trial.result)}});
    return json;
}

} // namespace quantloupe::cli
