// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sequential_chain.h"

#include "model/chain_geometry.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace quantloupe {

namespace {

/// A latent has more features than a picture has channels.
constexpr std::int64_t kSmallestLatent = 5;
constexpr std::size_t kMostChains = 4096;

std::int64_t squareSide(std::int64_t values, std::int64_t channels)
{
    if (channels < 1 || values % channels != 0)
        return 0;
    const auto side =
        static_cast<std::int64_t>(std::llround(std::sqrt(static_cast<double>(values / channels))));
    return side * side * channels == values ? side : 0;
}

class ChainSearch
{
public:
    explicit ChainSearch(const std::vector<ModuleItem> &items)
    {
        for (const ModuleItem &item : items)
            (item.kind == ItemKind::Norm ? m_norms : m_weighted).push_back(item);
        m_items = items;
    }

    std::vector<Chain> run()
    {
        if (!m_weighted.empty())
            placeFirst();
        // Between equally common ones the larger picture: generators enlarge.
        std::stable_sort(m_found.begin(), m_found.end(), [](const Chain &a, const Chain &b) {
            return std::pair(a.cost, b.picture) < std::pair(b.cost, a.picture);
        });
        std::set<Shape> seen;
        std::vector<Chain> best;
        for (Chain &chain : m_found)
            if (seen.insert(chain.picture).second)
                best.push_back(std::move(chain));
        const double limit = best.empty() ? 0 : best.front().cost + kUncommonSideCost;
        std::erase_if(best, [&](const Chain &chain) { return chain.cost >= limit; });
        return best;
    }

private:
    void placeFirst()
    {
        const ModuleItem &first = m_weighted.front();
        Chain chain;
        ChainLink link;
        link.item = first;
        if (first.kind == ItemKind::Linear) {
            chain.latent = first.shape[1];
            link.outChannels = first.shape[0];
            chain.links = {link};
            placeNext(chain);
            return;
        }
        chain.spatialLatent = true;
        for (const bool transposed : {true, false}) {
            chain.latent = first.shape[transposed ? 0 : 1];
            link.transposed = transposed;
            link.outChannels = first.shape[transposed ? 1 : 0];
            // A plain convolution on a 1x1 map can only project.
            if (chain.latent < kSmallestLatent || (!transposed && first.kernel() != 1))
                continue;
            chain.links = {link};
            placeNext(chain);
        }
    }

    void placeNext(Chain &chain)
    {
        if (m_found.size() >= kMostChains)
            return;
        if (chain.links.size() == m_weighted.size()) {
            finish(chain);
            return;
        }
        const ModuleItem &item = m_weighted[chain.links.size()];
        ChainLink &previous = chain.links.back();
        const bool flat = previous.item.kind == ItemKind::Linear;
        if (item.kind == ItemKind::Linear) {
            if (flat && item.shape[1] == previous.outChannels)
                append(chain, {.item = item, .outChannels = item.shape[0]}, 0);
            return;
        }
        const bool preferTransposed = item.kernel() % 2 == 0;
        for (const bool transposed : {preferTransposed, !preferTransposed})
            placeConvolution(chain, item, transposed, transposed == preferTransposed ? 0 : 0.5);
    }

    void placeConvolution(Chain &chain, const ModuleItem &item, bool transposed, double cost)
    {
        ChainLink &previous = chain.links.back();
        const std::int64_t expected = item.shape[transposed ? 0 : 1];
        const bool projection = previous.item.kind == ItemKind::Linear ||
                                (chain.links.size() == 1 && previous.item.kernel() == 1);
        ChainLink link{.item = item, .transposed = transposed};
        link.outChannels = item.shape[transposed ? 1 : 0];
        if (projection &&
            (previous.item.kind == ItemKind::Linear || expected != previous.outChannels)) {
            const std::int64_t side = squareSide(previous.outChannels, expected);
            if (side < 1)
                return;
            previous.viewAs = {expected, side, side};
            append(chain, link, cost);
            chain.links.back().viewAs.clear();
            return;
        }
        if (previous.item.kind == ItemKind::Linear)
            return;
        if (transposed)
            placeTransposed(chain, link, cost, expected);
        else if (expected > 0 && previous.outChannels % expected == 0 &&
                 item.shape[0] % (previous.outChannels / expected) == 0) {
            link.geometry.groups = previous.outChannels / expected;
            append(chain, link, cost + (link.geometry.groups > 1 ? 1 : 0));
        }
    }

    /// The weight of a grouped transposed convolution tells its output channels per group only.
    void placeTransposed(Chain &chain, ChainLink link, double cost, std::int64_t expected)
    {
        if (expected != chain.links.back().outChannels)
            return;
        const std::int64_t perGroup = link.outChannels;
        for (std::int64_t groups = 1; groups <= expected; groups *= 2) {
            if (expected % groups != 0)
                break;
            link.geometry.groups = groups;
            link.outChannels = perGroup * groups;
            append(chain, link, cost + (groups > 1 ? 1 : 0));
            if (m_found.size() >= kMostChains)
                return;
        }
    }

    void append(Chain &chain, const ChainLink &link, double cost)
    {
        chain.links.push_back(link);
        chain.cost += cost;
        placeNext(chain);
        chain.cost -= cost;
        chain.links.pop_back();
    }

    void finish(const Chain &complete)
    {
        Chain chain = complete;
        ChainLink &last = chain.links.back();
        if (!assignNorms(chain))
            return;
        if (last.item.kind == ItemKind::Linear) {
            finishPerceptron(chain);
            return;
        }
        if (last.outChannels != 1 && last.outChannels != 3)
            return;
        const bool anyTransposed =
            std::any_of(chain.links.begin(), chain.links.end(),
                        [](const ChainLink &l) { return l.transposed && l.item.kernel() > 1; });
        if (anyTransposed) {
            addGeometries(chain, Upsampling::None, m_found, kMostChains);
            return;
        }
        addGeometries(chain, Upsampling::AllButLast, m_found, kMostChains);
        chain.cost += 1;
        addGeometries(chain, Upsampling::All, m_found, kMostChains);
        chain.cost += 2;
        addGeometries(chain, Upsampling::None, m_found, kMostChains);
    }

    void finishPerceptron(Chain &chain)
    {
        for (const std::int64_t channels : {1, 3}) {
            const std::int64_t side = squareSide(chain.links.back().outChannels, channels);
            if (side < 8)
                continue;
            chain.picture = {channels, side, side};
            chain.links.back().viewAs = chain.picture;
            m_found.push_back(chain);
            return;
        }
    }

    /// A norm belongs to the weighted module registered right before it if the features agree,
    /// else to the first one in order that agrees and has none.
    bool assignNorms(Chain &chain) const
    {
        for (std::size_t n = 0; n < m_items.size(); ++n) {
            if (m_items[n].kind != ItemKind::Norm)
                continue;
            const bool adjacent = n > 0 && m_items[n - 1].kind != ItemKind::Norm;
            if (adjacent && assignTo(chain, m_items[n - 1].prefix, m_items[n]))
                continue;
            const bool placed =
                std::any_of(chain.links.begin(), chain.links.end() - 1,
                            [&](ChainLink &link) { return assignNorm(link, m_items[n]); });
            if (!placed)
                return false;
        }
        return true;
    }

    static bool assignTo(Chain &chain, const std::string &prefix, const ModuleItem &norm)
    {
        for (ChainLink &link : chain.links)
            if (link.item.prefix == prefix)
                return assignNorm(link, norm);
        return false;
    }

    static bool assignNorm(ChainLink &link, const ModuleItem &norm)
    {
        const bool onMap = !link.viewAs.empty() && norm.features() == link.viewAs[0];
        if (link.norm || (norm.features() != link.outChannels && !onMap))
            return false;
        link.norm = norm;
        link.normBeforeView = !onMap;
        return true;
    }

    std::vector<ModuleItem> m_items;
    std::vector<ModuleItem> m_weighted;
    std::vector<ModuleItem> m_norms;
    std::vector<Chain> m_found;
};

} // namespace

std::vector<Chain> sequentialChains(const std::vector<ModuleItem> &items)
{
    return ChainSearch(items).run();
}

} // namespace quantloupe
