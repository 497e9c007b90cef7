// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/network_search.h"

#include "model/archive/archive_error.h"
#include "model/archive/network_names.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace quantloupe {

namespace {

constexpr int kMaximumLevel = 4;
constexpr std::size_t kMaximumKeySize = 1024;
constexpr std::size_t kMaximumPathKeySize = 128;
constexpr std::size_t kMaximumListSize = 16;
constexpr std::size_t kMaximumNetworks = 1000;

class NetworkSearch
{
public:
    NetworkSearch(const PickleTree &tree, std::string_view file) : m_tree(tree), m_file(file) {}

    std::vector<FoundNetwork> run()
    {
        visit(m_tree.root, {}, 0);
        return std::move(m_networks);
    }

private:
    // The recursion is bounded by kMaximumLevel.
    void visit(PickleId id, const std::string &name, int level)
    {
        if (!isUnvisitedContainer(id) || level > kMaximumLevel)
            return;
        m_visited.insert(id);
        if (m_tree[id].kind != PickleKind::Dict)
            visitList(m_tree[id].items, name, level);
        else
            visitDict(m_tree[id].items, name, level);
    }

    bool isUnvisitedContainer(PickleId id) const
    {
        const PickleKind kind = m_tree[id].kind;
        return (kind == PickleKind::Dict || kind == PickleKind::List ||
                kind == PickleKind::Tuple) &&
               !m_visited.contains(id);
    }

    void visitList(const std::vector<PickleId> &items, const std::string &name, int level)
    {
        if (items.size() > kMaximumListSize)
            return;
        for (std::size_t i = 0; i < items.size(); ++i)
            visit(items[i], name + "[" + std::to_string(i) + "]", level + 1);
    }

    void visitDict(const std::vector<PickleId> &items, const std::string &name, int level)
    {
        FoundNetwork network{.name = name, .tensors = tensorsOf(items)};
        if (network.tensors.size() > countOthers(items))
            m_networks.push_back(std::move(network));
        if (m_networks.size() > kMaximumNetworks)
            throwBadArchive(m_file, "holds more than 1000 networks, the most that is opened.");
        for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
            const PickleValue &key = m_tree[items[i]];
            // Keys are looked at only where it matters: one long key may be shared by millions.
            if (!isUnvisitedContainer(items[i + 1]) || key.kind != PickleKind::Text ||
                key.text.size() > kMaximumPathKeySize || !isUtf8(key.text) ||
                isOptimizerName(key.text))
                continue;
            visit(items[i + 1],
                  name.empty() ? std::string(key.text) : name + "." + std::string(key.text),
                  level + 1);
        }
    }

    std::size_t countOthers(const std::vector<PickleId> &items) const
    {
        std::size_t count = 0;
        for (std::size_t i = 1; i < items.size(); i += 2)
            count += m_tree[items[i]].kind == PickleKind::Tensor ? 0 : 1;
        return count;
    }

    std::vector<FoundTensor> tensorsOf(const std::vector<PickleId> &items)
    {
        std::vector<FoundTensor> tensors;
        std::unordered_map<std::string_view, std::size_t> positions;
        for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
            const PickleValue &key = m_tree[items[i]];
            if (m_tree[items[i + 1]].kind != PickleKind::Tensor || key.kind != PickleKind::Text)
                continue;
            requireShort(key.text);
            const auto [found, isNew] = positions.emplace(key.text, tensors.size());
            if (isNew) {
                requireText(key.text);
                tensors.push_back({key.text, items[i + 1]});
            } else {
                tensors[found->second].tensor = items[i + 1];
            }
        }
        return tensors;
    }

    void requireShort(std::string_view key) const
    {
        if (key.size() > kMaximumKeySize)
            throwBadArchive(m_file, "names a tensor with more than 1024 bytes; it was damaged, "
                                    "copy or download it again.");
    }

    void requireText(std::string_view key) const
    {
        if (!isUtf8(key))
            throwBadArchive(m_file, "names a tensor '" + printable(key) +
                                        "' that is no text; it was damaged, copy or download it "
                                        "again.");
    }

    const PickleTree &m_tree;
    std::string_view m_file;
    std::unordered_set<PickleId> m_visited;
    std::vector<FoundNetwork> m_networks;
};

} // namespace

std::vector<FoundNetwork> findNetworks(const PickleTree &tree, std::string_view file)
{
    return NetworkSearch(tree, file).run();
}

} // namespace quantloupe
