// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage.h"

#include <iostream>

namespace quantloupe::cli {

namespace {

std::string commandNames(const CLI::App &app)
{
    std::string names;
    for (const CLI::App *command : app.get_subcommands(nullptr))
        names += (names.empty() ? "" : ", ") + command->get_name();
    return names;
}

std::string mistake(const CLI::App &app, const CLI::ParseError &error)
{
    if (!app.get_subcommands().empty())
        return std::string(error.what()) + "; see quantloupe-cli " +
               app.get_subcommands().front()->get_name() + " --help.";
    const std::vector<std::string> words = app.remaining();
    const std::string commands = "the commands are " + commandNames(app) + ".";
    return words.empty() ? "A command is missing; " + commands
                         : "There is no command '" + words.front() + "'; " + commands;
}

} // namespace

bool reportUsage(const CLI::App &app, const CLI::ParseError &error)
{
    const auto success = static_cast<int>(CLI::ExitCodes::Success);
    if (error.get_exit_code() == success)
        return app.exit(error) == success;
    std::cerr << "quantloupe-cli: " << mistake(app, error) << '\n';
    return false;
}

} // namespace quantloupe::cli
