// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/run_question.h"

#include "quant/corrections.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

namespace quantloupe {

namespace {

using Words = std::vector<std::string>;

/// They change where an answer goes or how soon it is there, not what it is.
constexpr std::array<std::string_view, 6> kNoQuestions = {"--json", "--quiet",    "--store",
                                                          "--out",  "--no-cache", "--resume"};
constexpr std::array<std::string_view, 4> kFlags = {"--train-norm", "--few", "--sketch",
                                                    "--measure-front"};

bool isFlag(std::string_view option)
{
    return std::ranges::find(kFlags, option) != kFlags.end() ||
           std::ranges::any_of(corrections(), [&](const Correction each) {
               return option.substr(2) == name(each);
           });
}

/// Options whose values stand between commas.
bool isList(const std::string &command, std::string_view option)
{
    return option == "--bits" || option == "--site" || option == "--mode" ||
           (option == "--method" && command == "search");
}

Words split(const std::string &text)
{
    Words parts;
    std::istringstream rest(text);
    for (std::string part; std::getline(rest, part, ',');)
        parts.push_back(part);
    return parts;
}

void add(AskedOptions &options, const std::string &command, const std::string &option,
         const std::string &value)
{
    const Words values = isList(command, option) ? split(value) : Words{value};
    Words &all = options[option];
    all.insert(all.end(), values.begin(), values.end());
}

/// How the words that are no options are called, in their order.
Words placesOf(const std::string &command)
{
    return command == "reproduce" ? Words{"RECIPE", "GENERATOR"} : Words{"GENERATOR"};
}

} // namespace

AskedOptions askedOptions(const Words &words)
{
    AskedOptions options;
    if (words.empty())
        return options;
    const std::string &command = words.front();
    const Words places = placesOf(command);
    std::size_t place = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string &word = words[i];
        const std::size_t equals = word.find('=');
        if (!word.starts_with("--"))
            add(options, command, places[std::min(place++, places.size() - 1)], word);
        else if (equals != std::string::npos)
            add(options, command, word.substr(0, equals), word.substr(equals + 1));
        else if (isFlag(word) || i + 1 == words.size())
            add(options, command, word, "true");
        else {
            add(options, command, word, words[i + 1]);
            ++i;
        }
    }
    return options;
}

std::string questionJson(const std::string &command, const AskedOptions &options)
{
    nlohmann::json question = {{"command", command}, {"options", nlohmann::json::object()}};
    for (const auto &[option, values] : options)
        if (std::ranges::find(kNoQuestions, option) == kNoQuestions.end())
            question["options"][option] = values;
    return question.dump();
}

} // namespace quantloupe
