// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sequential_chain.h"

#include "model/convolution_geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace quantloupe {

namespace {

/// Sizes that published generators have; others are read only where nothing else fits.
constexpr std::array<std::int64_t, 11> kCommonSides = {16,  28,  32,  48,  64,  96,
                                                       128, 224, 256, 512, 1024};
constexpr double kUncommonSideCost = 5;
/// At most this for transposed convolutions that all go without padding, as in code that gives
/// them kernel and stride only.
constexpr double kUnpaddedCost = 1;
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

/// Which plain convolutions a nearest-neighbour upsampling precedes.
enum class Upsampling { None, AllButLast, All };

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
            addGeometry(chain, 0, Upsampling::None);
            return;
        }
        addGeometry(chain, 0, Upsampling::AllButLast);
        chain.cost += 1;
        addGeometry(chain, 0, Upsampling::All);
        chain.cost += 2;
        addGeometry(chain, 0, Upsampling::None);
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

    void addGeometry(Chain &chain, std::size_t index, Upsampling upsampling)
    {
        if (m_found.size() >= kMostChains)
            return;
        if (index == chain.links.size()) {
            complete(chain);
            return;
        }
        ChainLink &link = chain.links[index];
        const std::int64_t before = sideBefore(chain, index);
        if (link.item.kind == ItemKind::Linear) {
            link.side = 0;
            addGeometry(chain, index + 1, upsampling);
        } else if (link.transposed) {
            tryTransposed(chain, index, upsampling, before);
        } else {
            const bool isLast = index + 1 == chain.links.size();
            link.upsampledBefore =
                before > 1 && (upsampling == Upsampling::All ||
                               (upsampling == Upsampling::AllButLast && !isLast));
            const auto kernel = static_cast<int>(link.item.kernel());
            link.geometry.padding = (kernel - 1) / 2;
            link.side = before * (link.upsampledBefore ? 2 : 1) + (kernel % 2 == 0 ? -1 : 0);
            if (link.side > 0)
                addGeometry(chain, index + 1, upsampling);
        }
    }

    static std::int64_t sideBefore(const Chain &chain, std::size_t index)
    {
        if (index == 0)
            return 1;
        const ChainLink &previous = chain.links[index - 1];
        return previous.viewAs.empty() ? previous.side : previous.viewAs[1];
    }

    void tryTransposed(Chain &chain, std::size_t index, Upsampling upsampling, std::int64_t before)
    {
        for (const GeometryOption &option :
             transposedOptions(chain.links[index].item.kernel(), before)) {
            ChainLink &link = chain.links[index];
            const std::int64_t groups = link.geometry.groups;
            link.geometry = option.geometry;
            link.geometry.groups = groups;
            link.side = transposedSide(before, link.item.kernel(), option.geometry);
            chain.cost += option.cost;
            if (link.side > 0 && link.side <= 2048)
                addGeometry(chain, index + 1, upsampling);
            chain.cost -= option.cost;
        }
    }

    void complete(const Chain &chain)
    {
        const ChainLink &last = chain.links.back();
        if (last.side < 8)
            return;
        m_found.push_back(chain);
        Chain &found = m_found.back();
        found.picture = {last.outChannels, last.side, last.side};
        if (std::find(kCommonSides.begin(), kCommonSides.end(), last.side) == kCommonSides.end())
            found.cost += kUncommonSideCost;
        else if (isUnpadded(chain))
            found.cost = std::min(found.cost, kUnpaddedCost);
    }

    static bool isUnpadded(const Chain &chain)
    {
        return std::all_of(chain.links.begin(), chain.links.end(), [](const ChainLink &link) {
            return link.transposed && link.geometry.padding == 0 &&
                   link.geometry.outputPadding == 0;
        });
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
