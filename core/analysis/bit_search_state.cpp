// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/bit_search_state.h"

#include "analysis/knapsack_bounds.h"
#include "base/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

/// A search, its front and what is searched between points of it.
constexpr std::size_t kMostStates = 4096;
/// Of options, nodes of a level and restarts.
constexpr std::uint64_t kMostNumber = std::numeric_limits<int>::max();

/// Parent and option of each in turn: far fewer texts to read than one for each node.
Json levelJson(const std::vector<KnapsackNode> &level)
{
    Json json = Json::array();
    for (const KnapsackNode &node : level) {
        json.push_back(node.parent);
        json.push_back(node.option);
    }
    return json;
}

/// Of `room` nodes, what is written is taken off.
Json levelsJson(const std::vector<std::vector<KnapsackNode>> &levels, std::size_t &room)
{
    Json json = Json::array();
    for (const std::vector<KnapsackNode> &level : levels) {
        if (level.size() > room)
            break;
        room -= level.size();
        json.push_back(levelJson(level));
    }
    return json;
}

Json stateJson(const BitSearchState &state, std::size_t &room)
{
    Json start = Json::array();
    for (const BitSearchState &knapsack : state.start)
        start.push_back(stateJson(knapsack, room));
    return {{"key", state.key},
            {"best", state.best.choice},
            {"levels", levelsJson(state.levels, room)},
            {"exact", state.isExact},
            {"restarts", state.restarts},
            {"restartFrom", state.restartFrom.choice},
            {"current", state.current.choice},
            {"start", std::move(start)},
            {"finished", state.isFinished}};
}

struct NotAState
{
};

void require(bool condition)
{
    if (!condition)
        throw NotAState();
}

/// A whole number of 0 or more.
std::uint32_t parseNumber(const Json &json)
{
    require(json.is_number_unsigned() && json.get<std::uint64_t>() <= kMostNumber);
    return json.get<std::uint32_t>();
}

/// Cost and error are computed anew.
SearchSolution parseSolution(const Json &json, const SearchProblem &problem)
{
    require(json.is_array());
    if (json.empty())
        return {};
    require(json.size() == problem.groups.size());
    std::vector<std::size_t> choice;
    for (const SearchGroup &group : problem.groups) {
        const std::size_t option = parseNumber(json[choice.size()]);
        require(option < group.options.size() && group.isAllowed(option));
        choice.push_back(option);
    }
    return solutionOf(problem, std::move(choice));
}

KnapsackNode parseNode(std::uint32_t parent, std::uint32_t option,
                       const std::vector<KnapsackNode> &parents, const KnapsackGroup &group)
{
    require(parent < parents.size());
    const auto found = std::ranges::find(group.options, option, &KnapsackOption::index);
    require(found != group.options.end());
    // As the search adds them up, to the bit.
    return {parents[parent].cost + found->cost, parents[parent].error + found->error, parent,
            option};
}

std::vector<KnapsackNode> parseLevel(const Json &json, const std::vector<KnapsackNode> &parents,
                                     const KnapsackGroup &group)
{
    require(json.is_array() && json.size() % 2 == 0 && json.size() / 2 <= kMostWrittenNodes);
    std::vector<KnapsackNode> level;
    level.reserve(json.size() / 2);
    for (std::size_t i = 0; i < json.size(); i += 2) {
        const KnapsackNode node =
            parseNode(parseNumber(json[i]), parseNumber(json[i + 1]), parents, group);
        // No other one beats it.
        require(level.empty() ||
                (node.cost >= level.back().cost && node.error < level.back().error));
        level.push_back(node);
    }
    return level;
}

std::vector<std::vector<KnapsackNode>> parseLevels(const Json &json, const SearchProblem &problem)
{
    require(json.is_array());
    std::vector<std::vector<KnapsackNode>> levels;
    if (json.empty())
        return levels;
    const std::vector<KnapsackGroup> groups = knapsackGroups(problem);
    require(json.size() <= groups.size() + 1 && json[0].is_array() && json[0].size() == 2);
    levels.push_back({KnapsackNode{}});
    for (std::size_t i = 1; i < json.size(); ++i)
        levels.push_back(parseLevel(json[i], levels.back(), groups[i - 1]));
    return levels;
}

BitSearchState parseState(const Json &json, const SearchProblem &problem, bool hasStart)
{
    BitSearchState state;
    state.key = json.at("key").get<std::string>();
    state.best = parseSolution(json.at("best"), problem);
    state.levels = parseLevels(json.at("levels"), problem);
    state.isExact = json.at("exact").get<bool>();
    state.restarts = static_cast<int>(parseNumber(json.at("restarts")));
    state.restartFrom = parseSolution(json.at("restartFrom"), problem);
    require(state.restarts == 0 || !state.restartFrom.choice.empty());
    state.current = parseSolution(json.at("current"), problem);
    const Json &start = json.at("start");
    require(start.is_array() && start.size() <= (hasStart ? 1 : 0));
    if (!start.empty()) {
        SearchProblem additive = problem;
        additive.cross.clear();
        state.start.push_back(parseState(start[0], additive, false));
    }
    state.isFinished = json.at("finished").get<bool>();
    return state;
}

BitSearchStates parseStates(const Json &json, const SearchProblem &problem)
{
    require(json.is_array() && json.size() <= kMostStates);
    BitSearchStates states;
    for (const Json &each : json) {
        BitSearchState state = parseState(each, problem, true);
        const std::string key = state.key;
        states.insert_or_assign(key, std::move(state));
    }
    return states;
}

template <typename Parse> auto parsed(const std::string &source, const Parse &parse)
{
    const auto refusal = [&source] {
        return Error(ErrorKind::BadInput,
                     source + " is no paused search of these layers; start it anew.");
    };
    try {
        return parse();
    } catch (const Json::exception &) {
        throw refusal();
    } catch (const NotAState &) {
        throw refusal();
    }
}

} // namespace

std::string toJson(const BitSearchState &state)
{
    std::size_t room = kMostWrittenNodes;
    return stateJson(state, room).dump();
}

BitSearchState parseBitSearchState(const std::string &text, const SearchProblem &problem,
                                   const std::string &source)
{
    return parsed(source, [&] { return parseState(Json::parse(text), problem, true); });
}

std::string toJson(const BitSearchStates &states)
{
    std::size_t room = kMostWrittenNodes;
    Json json = Json::array();
    for (const auto &[key, state] : states)
        json.push_back(stateJson(state, room));
    return json.dump();
}

BitSearchStates parseBitSearchStates(const std::string &text, const SearchProblem &problem,
                                     const std::string &source)
{
    return parsed(source, [&] { return parseStates(Json::parse(text), problem); });
}

} // namespace quantloupe
