// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "base/version.h"
#include "recording.h"
#include "run_differences.h"
#include "runs_options.h"
#include "runs_text.h"
#include "store/run_recovery.h"
#include "tables.h"
#include "words.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace quantloupe::cli {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

Json answerHead(const CommandContext &context, const RunsOptions &options, const fs::path &file)
{
    return {{"tool", "quantloupe"},     {"version", kVersion},
            {"command", "runs"},        {"seed", context.global.seed},
            {"action", options.action}, {"store", fs::absolute(file).string()}};
}

void refuseIdleOptions(const RunsOptions &options)
{
    const auto refuse = [&](bool isGiven, const std::string &what, const std::string &action) {
        if (isGiven && options.action != action)
            throw Error(ErrorKind::BadInput,
                        what + " has no effect on runs " + options.action + "; leave it out.");
    };
    refuse(!options.text.empty(), "--text", "list");
    refuse(!options.command.empty(), "--command", "list");
    refuse(!options.state.empty(), "--state", "list");
    refuse(!options.tag.empty(), "--tag", "list");
    refuse(options.deleted, "--deleted", "list");
    refuse(options.most.has_value(), "--most", "list");
    refuse(options.print, "--print", "repeat");
    refuse(!options.picture.empty(), "--picture", "show");
    const bool takesWords = options.action == "note" || options.action == "tag";
    if (!options.words.empty() && !takesWords)
        throw Error(ErrorKind::BadInput, "'" + options.words.front() + "' has no effect on runs " +
                                             options.action + "; leave it out.");
    const bool takesNoRun =
        options.action == "list" || options.action == "purge" || options.action == "recover";
    if (options.run.has_value() == takesNoRun)
        throw Error(ErrorKind::BadInput,
                    takesNoRun ? "runs " + options.action + " takes no number of a run."
                               : "runs " + options.action +
                                     " needs the number of a run; `quantloupe-cli runs list` "
                                     "shows them.");
}

RunFilter filterFor(const RunsOptions &options)
{
    RunFilter filter;
    filter.text = options.text;
    filter.command = options.command;
    filter.tag = options.tag;
    for (const RunState state : {RunState::Running, RunState::Finished, RunState::Cancelled,
                                 RunState::Failed, RunState::Interrupted})
        if (name(state) == options.state)
            filter.state = state;
    if (options.deleted)
        filter.deleted = RunFilter::Deleted::Only;
    filter.most = options.most.value_or(filter.most);
    return filter;
}

void giveRuns(CommandContext &context, Json answer, const std::vector<RunSummary> &runs)
{
    answer["runs"] = Json::array();
    for (const RunSummary &run : runs)
        answer["runs"].push_back(runJson(run));
    give(context, answer, runsText(runs));
}

void writePicture(RunStore &store, RunId run, const fs::path &file)
{
    if (file.extension() != ".png")
        throw Error(ErrorKind::BadInput, "The picture of a run is a PNG; give --picture a name "
                                         "that ends in .png, not '" +
                                             file.string() + "'.");
    const std::optional<std::vector<std::byte>> png = store.thumbnail(run, kRunPicture);
    if (!png)
        throw Error(ErrorKind::BadInput,
                    "Run " + std::to_string(run) +
                        " has no picture; runs of compare, metrics and search that came to their "
                        "end have one.");
    writeFileAtomically(file, *png);
}

void show(CommandContext &context, const RunsOptions &options, RunStore &store)
{
    const StoredRun run = store.show(*options.run);
    Json answer = answerHead(context, options, store.file());
    answer["runs"] =
        Json::array({runJson(run, store.cells(*options.run), store.trials(*options.run))});
    std::string text = runText(run);
    if (!options.picture.empty()) {
        writePicture(store, *options.run, options.picture);
        answer["files"] = Json::array({options.picture});
        text += printable(options.picture) + "\n";
    }
    give(context, answer, text);
}

/// Where its relative paths begin; the words to run there.
std::vector<std::string> enterFolderOf(const StoredRun &run)
{
    if (run.summary.words.empty())
        throw Error(ErrorKind::BadInput, "Run " + std::to_string(run.summary.id) +
                                             " cannot be said as a command; repeat it in the "
                                             "window.");
    std::error_code failure;
    if (!run.folder.empty())
        fs::current_path(run.folder, failure);
    if (failure)
        throw Error(ErrorKind::Io, "The folder " + run.folder + ", in which run " +
                                       std::to_string(run.summary.id) +
                                       " was asked, cannot be entered: " + failure.message() + ".");
    return run.summary.words;
}

void repeat(CommandContext &context, const RunsOptions &options, RunStore &store,
            const RunAgain &again)
{
    const StoredRun run = store.show(*options.run);
    if (!options.print) {
        again(context, store, enterFolderOf(run), false);
        return;
    }
    Json answer = answerHead(context, options, store.file());
    answer["run"] = run.summary.id;
    answer["folder"] = run.folder;
    answer["words"] = run.summary.words;
    answer["line"] = shellLineOf(run);
    give(context, answer, printable(shellLineOf(run)) + "\n");
}

/// A clock decides what a search finds that ran out of its time: there is nothing to compare.
void refuseCutShort(const StoredRun &run, const std::string &label)
{
    if (!run.report)
        return;
    const Json answer = Json::parse(*run.report, nullptr, false);
    for (const char *key : {"finished", "frontFinished"})
        if (answer.is_object() && answer.contains(key) && answer.at(key) == false)
            throw Error(ErrorKind::BadInput,
                        label + " ran out of its time, and another time finds other things; verify "
                                "a search that came to its end.");
}

/// Nothing that the stored run wrote is overwritten, and nothing kept is taken for computed. One
/// that came to its end in several pieces is computed in one.
std::vector<std::string> wordsToVerify(const std::vector<std::string> &words)
{
    std::vector<std::string> plain =
        withoutOptions(words, {"--resume", "--no-cache"}, {"--out", "--time"});
    plain.insert(plain.begin(), "--no-cache");
    return plain;
}

void verify(CommandContext &context, const RunsOptions &options, RunStore &store,
            const RunAgain &again)
{
    const StoredRun run = store.show(*options.run);
    const std::string label = "Run " + std::to_string(run.summary.id);
    if (!run.report && run.summary.cells == 0 && store.trials(*options.run).empty())
        throw Error(ErrorKind::BadInput, label + " holds no result that could be verified.");
    refuseCutShort(run, label);
    RunStore fresh = RunStore::temporary();
    const RunId fresher = again(context, fresh, wordsToVerify(enterFolderOf(run)), true);
    const Verification verification = differencesOf(store, run.summary.id, fresh, fresher);
    Json answer = answerHead(context, options, store.file());
    answer["run"] = run.summary.id;
    answer["storedVersion"] = run.version;
    answer["values"] = verification.values;
    answer["trials"] = verification.trials;
    answer["same"] = verification.differences.empty();
    answer["differences"] = differencesJson(verification);
    give(context, answer, verificationText(verification));
    if (verification.differences.empty())
        return;
    const Difference &first = verification.differences.front();
    throw Error(ErrorKind::BadInput,
                label + " is not reproduced: " + std::to_string(verification.differences.size()) +
                    " of " + std::to_string(verification.values) + " values differ; the first is " +
                    printable(first.path) + ", stored " + printable(first.stored) + ", now " +
                    printable(first.now) + ".");
}

void edit(CommandContext &context, const RunsOptions &options, RunStore &store)
{
    const RunId run = *options.run;
    if (options.action == "tag")
        store.setTags(run, splitAtCommas(options.words));
    else if (options.action == "delete")
        store.remove(run);
    else if (options.action == "restore")
        store.restore(run);
    else {
        std::string note;
        for (const std::string &word : options.words)
            note += (note.empty() ? "" : " ") + word;
        store.setNote(run, note);
    }
    giveRuns(context, answerHead(context, options, store.file()), {store.show(run).summary});
}

std::string recoveryText(const RecoveredStore &recovered)
{
    std::string text = recovered.file.string() + "\n";
    for (const char *table :
         {"runs", "cells", "reports", "trials", "thumbnails", "generators", "tags"}) {
        const bool isIncomplete = recovered.incomplete.contains(table);
        // What runs are called by is worth a line only where some may be lost.
        const bool isFinding =
            std::string_view(table) != "generators" && std::string_view(table) != "tags";
        if (isFinding || isIncomplete)
            text +=
                std::string(table) + ": " + std::to_string(recovered.rows.at(table)) + " saved" +
                (isIncomplete ? "; an unknown number, perhaps none, could not be read" : "") + "\n";
    }
    text += std::to_string(recovered.damaged) +
            " rows that could be read but were not as written were left out; the damaged file is "
            "as it was.\n";
    if (recovered.nameless > 0)
        text += std::to_string(recovered.nameless) + " runs are there without their command.\n";
    return text;
}

void recover(CommandContext &context, const RunsOptions &options, const fs::path &file)
{
    const RecoveredStore recovered = recoverStore(file, context.run);
    Json answer = answerHead(context, options, file);
    answer["rows"] = recovered.rows;
    answer["damaged"] = recovered.damaged;
    answer["incomplete"] = recovered.incomplete;
    answer["nameless"] = recovered.nameless;
    answer["files"] = Json::array({recovered.file.string()});
    give(context, answer, recoveryText(recovered));
}

void purge(CommandContext &context, const RunsOptions &options, RunStore &store)
{
    const std::size_t count = store.purge();
    Json answer = answerHead(context, options, store.file());
    answer["removed"] = count;
    give(context, answer,
         count == 1 ? "1 deleted run was removed for good.\n"
                    : std::to_string(count) + " deleted runs were removed for good.\n");
}

} // namespace

void runRuns(CommandContext &context, const RunsOptions &options, const RunAgain &again)
{
    refuseIdleOptions(options);
    const fs::path file = storeFile(context);
    if (options.action == "recover") {
        recover(context, options, file);
        return;
    }
    RunStore store(file, RunStore::Missing::Refuse);
    if (options.action == "list")
        giveRuns(context, answerHead(context, options, file), store.list(filterFor(options)));
    else if (options.action == "show")
        show(context, options, store);
    else if (options.action == "repeat")
        repeat(context, options, store, again);
    else if (options.action == "verify")
        verify(context, options, store, again);
    else if (options.action == "purge")
        purge(context, options, store);
    else
        edit(context, options, store);
}

} // namespace quantloupe::cli
