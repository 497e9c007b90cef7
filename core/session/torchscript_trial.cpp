// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/torchscript_trial.h"

#include "base/child_process.h"
#include "base/error.h"
#include "base/file_io.h"
#include "base/hash.h"
#include "model/architecture.h"
#include "model/architecture_error.h"
#include "model/archive/state_dict.h"
#include "session/hidden_command.h"

#include <nlohmann/json.hpp>

#include <ATen/Parallel.h>

#include <algorithm>
#include <cstdio>
#include <thread>

namespace quantloupe {

namespace {

constexpr const char *kSubcommand = "--quantloupe-try-torchscript";

std::string &trialProgram()
{
    static std::string program;
    return program;
}

nlohmann::json toJson(const LoadOptions &options)
{
    return {{"path", options.path},
            {"architectureFile", options.architectureFile},
            {"network", options.network},
            {"assumptions", options.assumptions},
            {"keepTrainingMode", options.keepTrainingMode}};
}

LoadOptions parseOptions(const nlohmann::json &json)
{
    LoadOptions options;
    options.path = json.at("path");
    options.architectureFile = json.at("architectureFile");
    options.network = json.at("network");
    options.assumptions = json.at("assumptions");
    options.keepTrainingMode = json.at("keepTrainingMode");
    return options;
}

nlohmann::json toJson(const ScriptedExtractorRequest &request)
{
    return {{"extractor", request.file},
            {"side", request.side},
            {"range", {request.low, request.high}},
            {"mean", request.mean},
            {"deviation", request.deviation}};
}

/// How pictures are resized does not reach the network.
ScriptedExtractorRequest parseExtractor(const nlohmann::json &json)
{
    ScriptedExtractorRequest request;
    request.file = json.at("extractor");
    request.side = json.at("side");
    request.low = json.at("range").at(0);
    request.high = json.at("range").at(1);
    request.mean = json.at("mean");
    request.deviation = json.at("deviation");
    return request;
}

/// Opens what the request names, as its owner will.
void openAsRequested(const std::string &request)
{
    const nlohmann::json json = nlohmann::json::parse(request);
    if (json.contains("extractor"))
        openScriptedExtractor(parseExtractor(json));
    else
        loadGenerator(parseOptions(json));
}

/// What the child threw.
[[noreturn]] void throwRefusal(const nlohmann::json &verdict)
{
    const auto message = verdict.at("message").get<std::string>();
    const auto context = verdict.at("context").get<std::string>();
    if (verdict.contains("architecture")) {
        const nlohmann::json &problem = verdict.at("architecture");
        throw ArchitectureError(
            {problem.at("fault").get<ArchitectureFault>(), problem.at("detail")}, message, context);
    }
    throw Error(static_cast<ErrorKind>(verdict.at("kind").get<int>()), message, context);
}

/// The child's last line is its verdict; anything else is what the network printed.
void throwVerdict(const ChildResult &result, const std::string &path)
{
    if (result.timedOut)
        throw Error(ErrorKind::BadInput, path + " was given up after " +
                                             std::to_string(static_cast<int>(result.seconds)) +
                                             " seconds: its program does not end.");
    nlohmann::json verdict;
    const std::size_t end = result.output.find_last_not_of('\n');
    if (end != std::string::npos) {
        const std::size_t begin = result.output.rfind('\n', end);
        verdict = nlohmann::json::parse(
            result.output.substr(begin == std::string::npos ? 0 : begin + 1), nullptr, false);
    }
    if (!verdict.is_object() || !verdict.contains("ok"))
        throw Error(ErrorKind::BadInput,
                    path + " made LibTorch crash when it was tried in a separate process; the file "
                           "is damaged or no network this program can run.",
                    "The child process ended with " + result.ending + ".");
    if (!verdict.at("ok").get<bool>())
        throwRefusal(verdict);
}

nlohmann::json refusal(const Error &error)
{
    return {{"ok", false},
            {"kind", static_cast<int>(error.kind())},
            {"message", error.what()},
            {"context", error.context()}};
}

int tryFile(const std::string &request)
{
    nlohmann::json verdict;
    try {
        at::set_num_threads(static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
        openAsRequested(request);
        verdict = {{"ok", true}};
    } catch (const ArchitectureError &error) {
        verdict = refusal(error);
        verdict["architecture"] = {{"fault", error.problem().fault},
                                   {"detail", error.problem().detail}};
    } catch (...) {
        verdict = refusal(translateCurrentException("trying the file"));
    }
    const std::string line =
        "\n" + verdict.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fflush(stdout);
    // Skips destructors: what the file left behind may be damaged.
    std::_Exit(0);
}

} // namespace

void setTrialProgram(std::string path)
{
    trialProgram() = std::move(path);
}

/// One opening of one file.
struct TrialLedger::Trial
{
    std::string path;
    /// Of the files it depends on, as SHA-256.
    std::string contents;
    std::string request;
};

void TrialLedger::requireHarmless(const LoadOptions &options, const RunContext &context,
                                  const TrialLimits &limits)
{
    requireReadableFile(options.path);
    const bool usersCode = !options.architectureFile.empty();
    if (!usersCode && detectFileKind(options.path) != FileKind::TorchScript)
        return;
    std::string contents = sha256OfFile(options.path);
    if (usersCode)
        contents += sha256(readArchitectureText(options.architectureFile));
    require({options.path, contents, toJson(options).dump()}, context, limits);
}

void TrialLedger::requireHarmless(const ScriptedExtractorRequest &request,
                                  const RunContext &context, const TrialLimits &limits)
{
    requireReadableFile(request.file);
    require({request.file, sha256OfFile(request.file), toJson(request).dump()}, context, limits);
}

void TrialLedger::require(const Trial &trial, const RunContext &context, const TrialLimits &limits)
{
    const std::string key = sha256(trial.contents + trial.request);
    {
        const std::lock_guard lock(m_mutex);
        if (m_harmless.count(key))
            return;
    }
    context.describe("Trying %1 in a separate process", trial.path);
    ChildRequest request;
    request.program = trialProgram().empty() ? "/proc/self/exe" : trialProgram();
    request.arguments = {kSubcommand, trial.request};
    request.addressSpaceBytes = limits.addressSpaceBytes;
    request.cpuSeconds = limits.cpuSeconds;
    request.wallSeconds = limits.wallSeconds;
    throwVerdict(runChild(request, context), trial.path);
    const std::lock_guard lock(m_mutex);
    m_harmless.insert(key);
}

std::optional<int> runHiddenCommand(int argc, char **argv)
{
    if (argc != 3 || std::string_view(argv[1]) != kSubcommand)
        return std::nullopt;
    return tryFile(argv[2]);
}

} // namespace quantloupe
