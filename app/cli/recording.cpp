// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording.h"

#include "base/error.h"
#include "search_options.h"
#include "session/run_answers.h"
#include "session/run_findings.h"

#include <algorithm>
#include <array>

namespace quantloupe::cli {

namespace {

constexpr std::array<std::string_view, 9> kRecorded = {
    "compare", "quantizers", "metrics", "sensitivity", "search", "fid", "kid", "swd", "reproduce"};

/// The values of what was given, by option.
void addQuestions(const CLI::App &app, AskedOptions &options)
{
    for (const CLI::Option *option : app.get_options())
        if (option->count() > 0)
            options[option->get_name()] = option->results();
}

} // namespace

Recording::Recording(RunStore &store, const RunRequest &request, Answer answer)
    : RunRecording(store, request, Empty::Discarded), m_answerTo(answer)
{
}

bool Recording::take(const nlohmann::ordered_json &answer)
{
    m_answer = answer;
    return m_answerTo == Answer::Printed;
}

void Recording::keepPicture(const std::function<std::vector<std::byte>()> &make) noexcept
{
    if (m_answerTo == Answer::Printed)
        RunRecording::keepPicture(make);
}

void Recording::finish()
{
    RunResult result;
    if (m_answer) {
        result.report = m_answer->dump();
        if (m_answer->contains("generator"))
            result.generator = generatorIn(*m_answer);
    }
    RunRecording::finish(result);
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
        recording.end(RunState::Failed, translateCurrentException("running the command").what());
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
    AskedOptions options;
    addQuestions(app, options);
    addQuestions(command, options);
    return runRequest(command.get_name(), options,
                      withoutOptions(arguments, {"--json", "--quiet"}, {"--store"}), seed);
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

std::filesystem::path storeFile(const CommandContext &context)
{
    if (!context.global.store.empty())
        return context.global.store;
    const std::filesystem::path file = usualStore();
    if (file.empty() || !std::filesystem::exists(file))
        throw Error(ErrorKind::BadInput,
                    "No runs were kept yet; give --store FILE to a measurement to keep it, and "
                    "here to name that file.");
    return file;
}

} // namespace quantloupe::cli
