// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "interface.h"
#include "recording.h"
#include "session/hidden_command.h"
#include "usage.h"
#include "watcher.h"

#include <iostream>

namespace quantloupe::cli {

namespace {

constexpr int kDone = 0;
constexpr int kBadInput = 1;
constexpr int kInternalError = 2;
constexpr int kUnreachable = 3;
constexpr int kCancelled = 130;

/// As a run of a store.
RunId runFor(RunStore &store, const Interface &interface, CommandContext &context,
             Recording::Answer answer)
{
    return runRecorded(context, store,
                       runRequestFor(interface.app(), interface.words(), interface.global.seed),
                       answer, [&](CommandContext &inner) { interface.run(inner); });
}

/// A command of a store, inside the one that asks for it.
RunId runAgain(CommandContext &context, RunStore &store, const std::vector<std::string> &words,
               bool isSilent)
{
    Interface interface(words, runAgain);
    try {
        interface.parse();
    } catch (const CLI::ParseError &error) {
        throw Error(ErrorKind::BadInput,
                    "This version of the program does not know the stored command: " +
                        firstLine(error.what()) + ".");
    }
    interface.global.json = context.global.json;
    interface.global.quiet = isSilent || context.global.quiet;
    CommandContext inner{interface.global, context.run, {}};
    inner.command = interface.line();
    return runFor(store, interface, inner,
                  isSilent ? Recording::Answer::Silent : Recording::Answer::Printed);
}

/// With --store as a run of that file.
void run(const Interface &interface, CommandContext &context)
{
    const std::string &file = interface.global.store;
    const std::string command = interface.app().get_subcommands().front()->get_name();
    // These read it.
    if (file.empty() || command == "runs" || command == "export") {
        interface.run(context);
        return;
    }
    if (!isRecorded(command))
        throw Error(ErrorKind::BadInput, "--store has no effect on " + command + "; leave it out.");
    RunStore store(file);
    runFor(store, interface, context, Recording::Answer::Printed);
}

int report(const Error &error)
{
    std::cerr << "quantloupe-cli: " << error.what() << '\n';
    // Technical detail of internal errors is for reports; lists of differences are for everyone.
    if (error.kind() == ErrorKind::BadInput && error.context().starts_with("- "))
        std::cerr << error.context() << '\n';
    return error.kind() == ErrorKind::Internal ? kInternalError : kBadInput;
}

int runChosen(const Interface &interface, Watcher &watcher)
{
    try {
        const RunContext watched = watcher.context();
        if (!interface.global.quiet)
            watcher.showProgress();
        CommandContext context{interface.global, watched, {}};
        context.command = interface.line();
        cli::run(interface, context);
        std::cout.flush();
        if (!std::cout)
            throw Error(ErrorKind::Io, "The answer could not be written to standard output.");
        return kDone;
    } catch (const BoundUnreachable &) {
        return kUnreachable;
    } catch (const Cancelled &) {
        std::cerr << "quantloupe-cli: cancelled\n";
        return kCancelled;
    } catch (...) {
        try {
            return report(translateCurrentException("running the command"));
        } catch (const Cancelled &) {
            return kCancelled;
        }
    }
}

int runWords(std::vector<std::string> words)
{
    Watcher watcher;
    Interface interface(std::move(words), runAgain);
    try {
        interface.parse();
    } catch (const CLI::ParseError &error) {
        return reportUsage(interface.app(), error) ? kDone : kBadInput;
    }
    return runChosen(interface, watcher);
}

} // namespace

} // namespace quantloupe::cli

int main(int argc, char **argv)
{
    using namespace quantloupe;
    if (const auto code = runHiddenCommand(argc, argv))
        return *code;
    try {
        return cli::runWords({argv + 1, argv + argc});
    } catch (...) {
        return cli::report(translateCurrentException("starting"));
    }
}
