// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/bit_search_state.h"

#include "analysis/knapsack_bounds.h"
#include "base/error.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

Json solutionJson(const SearchSolution &solution)
{
    return {{"choice", solution.choice}, {"cost", solution.cost}, {"error", solution.error}};
}

Json levelJson(const std::vector<KnapsackNode> &level)
{
    Json json = Json::array();
    for (const KnapsackNode &node : level)
        json.push_back({node.cost, node.error, node.parent, node.option});
    return json;
}

struct NotAState
{
};

void require(bool condition)
{
    if (!condition)
        throw NotAState();
}

[[noreturn]] void throwNoState(const std::string &source)
{
    throw Error(ErrorKind::BadInput,
                source + " is no paused search of these layers; start it anew.");
}

/// Cost and error are computed anew.
SearchSolution parseSolution(const Json &json, const SearchProblem &problem)
{
    auto choice = json.at("choice").get<std::vector<std::size_t>>();
    if (choice.empty())
        return {};
    require(choice.size() == problem.groups.size());
    for (std::size_t i = 0; i < choice.size(); ++i)
        require(choice[i] < problem.groups[i].options.size() &&
                problem.groups[i].isAllowed(choice[i]));
    return solutionOf(problem, std::move(choice));
}

KnapsackNode parseNode(const Json &json, std::size_t parents, std::size_t options)
{
    require(json.is_array() && json.size() == 4);
    const KnapsackNode node{json[0].get<std::int64_t>(), json[1].get<double>(),
                            json[2].get<std::uint32_t>(), json[3].get<std::uint32_t>()};
    require(node.parent < parents && node.option < options && std::isfinite(node.error));
    return node;
}

void parseLevels(const Json &json, const SearchProblem &problem, BitSearchState &state)
{
    const std::vector<KnapsackGroup> groups = knapsackGroups(problem);
    require(json.size() <= groups.size() + 1);
    for (const Json &level : json) {
        const std::size_t depth = state.levels.size();
        const std::size_t parents = depth == 0 ? 1 : state.levels.back().size();
        const std::size_t options =
            depth == 0 ? 1 : problem.groups[groups[depth - 1].group].options.size();
        std::vector<KnapsackNode> nodes;
        for (const Json &node : level) {
            nodes.push_back(parseNode(node, parents, options));
            require(depth == 0 ||
                    problem.groups[groups[depth - 1].group].isAllowed(nodes.back().option));
        }
        state.levels.push_back(std::move(nodes));
    }
    require(state.levels.empty() || state.levels.front().size() == 1);
}

BitSearchState parse(const std::string &text, const SearchProblem &problem)
{
    const Json json = Json::parse(text);
    BitSearchState state;
    state.key = json.at("key").get<std::string>();
    state.best = parseSolution(json.at("best"), problem);
    parseLevels(json.at("levels"), problem, state);
    state.isExact = json.at("exact").get<bool>();
    state.restarts = json.at("restarts").get<int>();
    require(state.restarts >= 0);
    state.restartFrom = parseSolution(json.at("restartFrom"), problem);
    require(state.restarts == 0 || !state.restartFrom.choice.empty());
    state.isFinished = json.at("finished").get<bool>();
    return state;
}

} // namespace

std::string toJson(const BitSearchState &state)
{
    Json levels = Json::array();
    for (const std::vector<KnapsackNode> &level : state.levels)
        levels.push_back(levelJson(level));
    return Json({{"key", state.key},
                 {"best", solutionJson(state.best)},
                 {"levels", std::move(levels)},
                 {"exact", state.isExact},
                 {"restarts", state.restarts},
                 {"restartFrom", solutionJson(state.restartFrom)},
                 {"finished", state.isFinished}})
        .dump();
}

BitSearchState parseBitSearchState(const std::string &text, const SearchProblem &problem,
                                   const std::string &source)
{
    try {
        return parse(text, problem);
    } catch (const Json::exception &) {
        throwNoState(source);
    } catch (const NotAState &) {
        throwNoState(source);
    }
}

} // namespace quantloupe
