// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/pickle_state_dict.h"

#include "model/archive/archive_error.h"
#include "model/archive/network_names.h"
#include "model/archive/network_search.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace quantloupe {

namespace {

constexpr std::uint64_t kMaximumSharing = 16;
constexpr std::uint64_t kSharingSlack = 16ULL << 20;

struct PlannedTensor
{
    std::string_view key;
    TensorLayout layout;
};

struct PlannedNetwork
{
    std::string name;
    std::vector<PlannedTensor> tensors;
};

class Builder
{
public:
    Builder(const PickleTree &tree, StorageSource &storages, std::string_view file)
        : m_tree(tree), m_storages(storages), m_file(file)
    {
    }

    StateDictFile build()
    {
        for (FoundNetwork &found : findNetworks(m_tree, m_file))
            plan(std::move(found));
        if (m_planned.empty())
            throwBadArchive(m_file, "holds no network: no dictionary of named tensors was found; "
                                    "save one with torch.save(model.state_dict(), ...).");
        StateDictFile result;
        std::vector<StateDict> networks;
        for (const PlannedNetwork &planned : m_planned)
            networks.push_back(gather(planned));
        result.networks = arrangeNetworks(std::move(networks));
        result.notes = notes();
        return result;
    }

private:
    void plan(FoundNetwork found)
    {
        PlannedNetwork network{.name = std::move(found.name), .tensors = {}};
        network.tensors.reserve(found.tensors.size());
        for (const FoundTensor &tensor : found.tensors) {
            TensorLayout layout = readTensorLayout(m_tree, tensor.tensor, {m_file, tensor.key});
            count(tensor, layout);
            network.tensors.push_back({tensor.key, std::move(layout)});
        }
        m_planned.push_back(std::move(network));
    }

    void count(const FoundTensor &tensor, const TensorLayout &layout)
    {
        const StorageReference &storage = layout.storage;
        if (m_seen.insert(storage.key).second)
            m_available += m_storages.sizeOf(storage);
        // What describes a tensor counts as well: without data it would be free.
        m_wanted += layout.bytes + tensor.key.size() + sizeof(PlannedTensor) +
                    2 * layout.shape.size() * sizeof(std::int64_t);
        if (m_wanted > kMaximumTensorBytes)
            throwBadArchive(m_file, "holds tensors of more than 8 GiB, the most that is opened.");
        if (m_wanted > kMaximumSharing * m_available + kSharingSlack)
            throwBadArchive(m_file, "describes tensors that are far larger than its data (at '" +
                                        printable(tensor.key) + "'); it was cut short or damaged.");
        if (storage.location != "cpu")
            m_locations.insert(printable(storage.location));
    }

    StateDict gather(const PlannedNetwork &planned)
    {
        StateDict network{.name = planned.name, .tensors = {}};
        network.tensors.reserve(planned.tensors.size());
        for (const auto &[key, layout] : planned.tensors) {
            const TensorSource source{m_file, key};
            StoredTensor tensor;
            tensor.name = key;
            tensor.type = layout.type;
            tensor.shape = layout.shape;
            if (layout.bytes > 0)
                tensor.bytes = gatherElements(layout, m_storages.bytesOf(layout.storage), source);
            network.tensors.push_back(std::move(tensor));
        }
        return network;
    }

    std::vector<std::string> notes() const
    {
        std::vector<std::string> result = m_storages.notes();
        std::string places;
        for (const std::string &location : m_locations)
            places += (places.empty() ? "" : ", ") + location;
        if (!places.empty())
            result.push_back("The tensors were saved from " + places +
                             "; they are opened in main memory.");
        return result;
    }

    const PickleTree &m_tree;
    StorageSource &m_storages;
    std::string_view m_file;
    std::vector<PlannedNetwork> m_planned;
    std::set<std::string_view> m_seen;
    std::set<std::string> m_locations;
    std::uint64_t m_available = 0;
    std::uint64_t m_wanted = 0;
};

} // namespace

StateDictFile buildStateDictFile(const PickleTree &tree, StorageSource &storages,
                                 std::string_view file)
{
    return Builder(tree, storages, file).build();
}

} // namespace quantloupe
