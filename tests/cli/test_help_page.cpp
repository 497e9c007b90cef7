// SPDX-License-Identifier: GPL-3.0-or-later
// The help page, which is the man page too, names exactly the commands and options that there are.
#include "command.h"
#include "plain_test.h"

#include "base/file_io.h"

#include <map>
#include <regex>
#include <set>

namespace {

using Names = std::set<std::string>;

Names matches(const std::string &text, const std::string &pattern)
{
    const std::regex expression(pattern);
    Names names;
    for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it)
        names.insert((*it)[1].str());
    return names;
}

Names optionsOf(const std::string &text)
{
    return matches(text, "(--[a-z][a-z0-9-]*)");
}

std::string helpOf(const std::string &command)
{
    const auto result =
        command.empty() ? command::run({"--help"}) : command::run({command, "--help"});
    CHECK_EQUAL(result.code, 0);
    // Examples show options of other programs and commands, too.
    return result.output.substr(0, result.output.find("\nExample: "));
}

/// Names of subcommands stand two blanks in; what they do is further to the right.
Names commandsOfHelp()
{
    const std::string help = helpOf({});
    return matches(help.substr(help.find("Subcommands:")), "\n  ([a-z-]+) ");
}

std::map<std::string, std::string> sections()
{
    const std::string page =
        quantloupe::readTextFile(QUANTLOUPE_SOURCE_DIR "/resources/help/command-line.md");
    std::map<std::string, std::string> found;
    std::size_t begin = page.find("\n## ");
    while (begin != std::string::npos) {
        const std::size_t end = page.find("\n## ", begin + 1);
        const std::string section = page.substr(begin + 4, end - begin - 4);
        const std::size_t line = section.find('\n');
        found[section.substr(0, line)] = section.substr(line);
        begin = end;
    }
    return found;
}

void checkSame(const Names &written, const Names &there, const std::string &what)
{
    for (const std::string &name : there)
        if (!written.contains(name))
            plain_test::fail("command-line.md", 0, what + ": " + name + " is missing");
    for (const std::string &name : written)
        if (!there.contains(name))
            plain_test::fail("command-line.md", 0, what + ": there is no " + name);
}

} // namespace

TEST(everyCommandIsOnThePage)
{
    const Names commands = commandsOfHelp();
    CHECK(commands.contains("inspect"));
    checkSame(matches(sections().at("Commands"), "\n\\| `([a-z-]+)"), commands, "commands");
}

TEST(everyOptionIsOnThePage)
{
    Names there = optionsOf(helpOf({}));
    for (const std::string &command : commandsOfHelp())
        there.merge(optionsOf(helpOf(command)));
    Names written;
    for (const auto &[title, text] : sections())
        written.merge(optionsOf(text));
    CHECK(there.size() > 40);
    checkSame(written, there, "options");
}

TEST(optionsOfACommandStandInItsSection)
{
    const Names commands = commandsOfHelp();
    for (const auto &[title, text] : sections()) {
        const std::string prefix = "Options of ";
        const std::string command = title.rfind(prefix, 0) == 0 ? title.substr(prefix.size()) : "";
        if (!commands.contains(command))
            continue;
        Names there = optionsOf(helpOf(command));
        there.erase("--help");
        checkSame(optionsOf(text), there, title);
    }
}
