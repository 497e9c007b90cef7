// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/network_names.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace quantloupe {

namespace {

constexpr std::string_view kWrappers[] = {"module.", "_orig_mod."};

// First parts of keys that name a whole network in a checkpoint. "model" and "net" are not among
// them: they are common names of a network's own main part.
constexpr std::string_view kNetworkPrefixes[] = {
    "g",         "d",         "g_ema",         "d_ema",        "g_running", "gs",        "ema",
    "gen",       "dis",       "disc",          "critic",       "netg",      "netd",      "netg_ema",
    "generator", "gen_ema",   "generator_ema", "ema_gen",      "modelg",    "modeld",    "model_g",
    "model_d",   "model_ema", "ema_model",     "net_g",        "net_d",     "net_g_ema", "g_a2b",
    "g_b2a",     "netg_a",    "netg_b",        "netd_a",       "netd_b",    "g_a",       "g_b",
    "d_a",       "d_b",       "ema_generator", "discriminator"};

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

// The first part of a key if it names a network, else empty.
std::string networkPrefix(std::string_view key)
{
    const std::size_t dot = key.find('.');
    if (dot == std::string_view::npos || dot + 1 == key.size())
        return {};
    const std::string first(key.substr(0, dot));
    const std::string lower = lowerCase(first);
    const bool known = std::find(std::begin(kNetworkPrefixes), std::end(kNetworkPrefixes), lower) !=
                       std::end(kNetworkPrefixes);
    return known ? first : std::string();
}

// torch.optim.swa_utils.AveragedModel keeps its counter beside the wrapped network.
bool isCounter(const StoredTensor &tensor)
{
    return tensor.name == "n_averaged";
}

bool allStartWith(const std::vector<StoredTensor> &tensors, std::string_view prefix)
{
    const auto matches = [prefix](const StoredTensor &tensor) {
        return isCounter(tensor) ||
               (tensor.name.starts_with(prefix) && tensor.name.size() > prefix.size());
    };
    return std::all_of(tensors.begin(), tensors.end(), matches) &&
           !std::all_of(tensors.begin(), tensors.end(), isCounter);
}

void stripWrappers(StateDict &network)
{
    const auto applies = [&network](std::string_view prefix) {
        return allStartWith(network.tensors, prefix);
    };
    for (;;) {
        const auto *prefix = std::find_if(std::begin(kWrappers), std::end(kWrappers), applies);
        if (prefix == std::end(kWrappers))
            return;
        std::erase_if(network.tensors, isCounter);
        for (StoredTensor &tensor : network.tensors)
            tensor.name.erase(0, prefix->size());
    }
}

// One prefix among other keys may be a part of a larger network, so a dictionary is split only
// when all keys have such prefixes or generator and discriminator stand side by side.
bool shouldSplit(const StateDict &network)
{
    std::set<NetworkRole> roles;
    bool all = true;
    for (const StoredTensor &tensor : network.tensors) {
        const std::string prefix = networkPrefix(tensor.name);
        if (prefix.empty())
            all = false;
        else
            roles.insert(networkRole(prefix));
    }
    return !roles.empty() && (all || roles.size() > 1);
}

std::vector<StateDict> splitByPrefix(StateDict network)
{
    std::vector<StateDict> parts;
    std::map<std::string, std::size_t> indices;
    for (StoredTensor &tensor : network.tensors) {
        const std::string prefix = networkPrefix(tensor.name);
        const auto [found, isNew] = indices.emplace(prefix, parts.size());
        if (isNew) {
            const std::string joint = network.name.empty() || prefix.empty() ? "" : ".";
            parts.push_back({.name = network.name + joint + prefix, .tensors = {}});
        }
        if (!prefix.empty())
            tensor.name.erase(0, prefix.size() + 1);
        parts[found->second].tensors.push_back(std::move(tensor));
    }
    return parts;
}

} // namespace

std::vector<StateDict> arrangeNetworks(std::vector<StateDict> networks)
{
    std::vector<StateDict> arranged;
    for (StateDict &network : networks) {
        stripWrappers(network);
        if (!shouldSplit(network)) {
            arranged.push_back(std::move(network));
            continue;
        }
        for (StateDict &part : splitByPrefix(std::move(network))) {
            stripWrappers(part);
            arranged.push_back(std::move(part));
        }
    }
    std::stable_sort(arranged.begin(), arranged.end(), [](const StateDict &a, const StateDict &b) {
        return networkRole(a.name) < networkRole(b.name);
    });
    return arranged;
}

} // namespace quantloupe
