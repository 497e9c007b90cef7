// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/chain_geometry.h"

#include "model/convolution_geometry.h"

#include <algorithm>
#include <array>

namespace quantloupe {

namespace {

/// Sizes that published generators have.
constexpr std::array<std::int64_t, 11> kCommonSides = {16,  28,  32,  48,  64,  96,
                                                       128, 224, 256, 512, 1024};
/// At most this for transposed convolutions that all go without padding, as in code that gives
/// them kernel and stride only.
constexpr double kUnpaddedCost = 1;

class GeometrySearch
{
public:
    GeometrySearch(Upsampling upsampling, std::vector<Chain> &found, std::size_t most)
        : m_upsampling(upsampling), m_found(found), m_most(most)
    {
    }

    void add(Chain &chain, std::size_t index)
    {
        if (m_found.size() >= m_most)
            return;
        if (index == chain.links.size()) {
            complete(chain);
            return;
        }
        ChainLink &link = chain.links[index];
        const std::int64_t before = sideBefore(chain, index);
        if (link.item.kind == ItemKind::Linear) {
            link.side = 0;
            add(chain, index + 1);
        } else if (link.transposed) {
            tryTransposed(chain, index, before);
        } else {
            const bool isLast = index + 1 == chain.links.size();
            link.upsampledBefore =
                before > 1 && (m_upsampling == Upsampling::All ||
                               (m_upsampling == Upsampling::AllButLast && !isLast));
            const auto kernel = static_cast<int>(link.item.kernel());
            link.geometry.padding = (kernel - 1) / 2;
            link.side = before * (link.upsampledBefore ? 2 : 1) + (kernel % 2 == 0 ? -1 : 0);
            if (link.side > 0)
                add(chain, index + 1);
        }
    }

private:
    static std::int64_t sideBefore(const Chain &chain, std::size_t index)
    {
        if (index == 0)
            return 1;
        const ChainLink &previous = chain.links[index - 1];
        return previous.viewAs.empty() ? previous.side : previous.viewAs[1];
    }

    void tryTransposed(Chain &chain, std::size_t index, std::int64_t before)
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
                add(chain, index + 1);
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

    Upsampling m_upsampling;
    std::vector<Chain> &m_found;
    std::size_t m_most;
};

} // namespace

void addGeometries(const Chain &chain, Upsampling upsampling, std::vector<Chain> &found,
                   std::size_t most)
{
    Chain worked = chain;
    GeometrySearch(upsampling, found, most).add(worked, 0);
}

} // namespace quantloupe
