// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording.h"

#include "base/error.h"
#include "search_options.h"
#include "session/library_versions.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace quantloupe::cli {

namespace {

constexpr std::array<std::string_view, 9> kRecorded = {
    "compare", "quantizers", "metrics", "sensitivity", "search", "fid", "kid", "swd", "reproduce"};

/// They change where an answer goes or how soon it is there, not what it is.
constexpr std::array<std::string_view, 6> kNoQuestions = {"--json", "--quiet",    "--store",
                                                          "--out",  "--no-cache", "--resume"};

/// The values of what was given, by option.
void addQuestions(const CLI::App &app, nlohmann::json &options)
{
    for (const CLI::Option *option : app.get_options())
        if (option->count() > 0 &&
            std::ranges::find(kNoQuestions, option->get_name()) == kNoQuestions.end())
            options[option->get_name()] = option->results();
}

StoredGenerator generatorOf(const nlohmann::ordered_json &identity)
{
    nlohmann::ordered_json facts = identity;
    for (const char *key : {"sha256", "name", "assumptions"})
        facts.erase(key);
    return {identity.value("sha256", ""), identity.value("name", ""), facts.dump()};
}

} // namespace

Recording::Recording(RunStore &store, const RunRequest &request, Answer answer)
    : m_store(store), m_answerTo(answer), m_run(store.beginRun(request))
{
}

bool Recording::take(const nlohmann::ordered_json &answer)
{
    m_answer = answer;
    return m_answerTo == Answer::Printed;
}

std::optional<std::string> Recording::knownCell(const std::string &key) const
{
    return m_store.knownCell(key);
}

void Recording::appendCell(const std::string &key, const std::string &json)
{
    m_store.appendCell(m_run, key, json);
    m_hasFindings = true;
}

void Recording::appendTrial(const StoredTrial &trial)
{
    m_store.appendTrial(m_run, trial);
    m_hasFindings = true;
}

void Recording::finish()
{
    RunResult result;
    if (m_answer) {
        result.report = m_answer->dump();
        if (m_answer->contains("generator"))
            result.generator = generatorOf(m_answer->at("generator"));
    }
    m_store.finishRun(m_run, result);
}

void Recording::end(RunState state)
{
    if (m_hasFindings)
        m_store.finishRun(m_run, {state, {}, {}});
    else
        m_store.discardRun(m_run);
}

RunId runRecorded(CommandContext &context, RunStore &store, const RunRequest &request,
                  Recording::Answer answer, const Command &command)
{
    Recording recording(store, request, answer);
    context.recording = &recording;
    try {
        command(context);
    } catch (const Cancelled &) {
        recording.end(RunState::Cancelled);
        throw;
    } catch (const BoundUnreachable &) {
        // That is an answer, too.
        recording.finish();
        // Who asks silently is after the answer alone.
        if (answer == Recording::Answer::Silent)
            return recording.run();
        throw;
    } catch (...) {
        recording.end(RunState::Interrupted);
        throw;
    }
    recording.finish();
    return recording.run();
}

bool isRecorded(const std::string &command)
{
    return std::ranges::find(kRecorded, command) != kRecorded.end();
}

RunRequest runRequestFor(const CLI::App &app, std::vector<std::string> arguments,
                         std::uint64_t seed)
{
    const CLI::App &command = *app.get_subcommands().front();
    nlohmann::json question = {{"command", command.get_name()},
                               {"options", nlohmann::json::object()}};
    addQuestions(app, question["options"]);
    addQuestions(command, question["options"]);
    RunRequest request;
    request.command = command.get_name();
    request.words = withoutOptions(arguments, {"--json", "--quiet"}, {"--store"});
    request.folder = std::filesystem::current_path().string();
    request.request = question.dump();
    request.seed = seed;
    request.versions = nlohmann::json{{"LibTorch", libTorchVersion()}}.dump();
    return request;
}

std::vector<std::string> withoutOptions(const std::vector<std::string> &words,
                                        const std::vector<std::string> &flags,
                                        const std::vector<std::string> &withValue)
{
    std::vector<std::string> kept;
    bool onlyWords = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        const std::string option = word.substr(0, word.find('='));
        onlyWords |= word == "--";
        const bool takesValue = std::ranges::find(withValue, option) != withValue.end();
        const bool isOut = takesValue || std::ranges::find(flags, option) != flags.end();
        if (onlyWords || !isOut)
            kept.push_back(word);
        else if (takesValue && option == word)
            ++i;
    }
    return kept;
}

} // namespace quantloupe::cli
