// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/legacy_state_dict.h"

#include "model/archive/byte_reader.h"
#include "model/archive/pickle_reader.h"
#include "model/archive/pickle_state_dict.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace quantloupe {

namespace {

constexpr std::int64_t kProtocol = 1001;
// LONG1, ten bytes, 0x1950a86a20f9469cfc6c: torch.serialization.MAGIC_NUMBER.
constexpr std::string_view kMagic = "\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";
// PROTO before it, and from protocol 4 on also FRAME.
constexpr std::size_t kMaximumMagicOffset = 2 + 9;
constexpr std::size_t kTarMagicOffset = 257;

class LegacyStorages : public StorageSource
{
public:
    explicit LegacyStorages(std::string_view file) : m_file(file) {}

    void add(std::string_view key, std::span<const std::byte> bytes) { m_bytes[key] = bytes; }

    std::span<const std::byte> bytesOf(const StorageReference &storage) override
    {
        const auto found = m_bytes.find(storage.key);
        if (found == m_bytes.end())
            throwBadArchive(m_file, "lacks the data of storage '" + printable(storage.key) +
                                        "'; copy or download it again.");
        return found->second;
    }

    std::uint64_t sizeOf(const StorageReference &storage) const override
    {
        const auto found = m_bytes.find(storage.key);
        return found == m_bytes.end() ? 0 : found->second.size();
    }

private:
    std::string_view m_file;
    std::map<std::string_view, std::span<const std::byte>> m_bytes;
};

class LegacyReader
{
public:
    LegacyReader(std::span<const std::byte> bytes, const std::string &file)
        : m_rest(bytes), m_file(file)
    {
    }

    StateDictFile read()
    {
        next();
        checkProtocol(next());
        checkSystem(next());
        const PickleTree object = next();
        const PickleTree keys = next();
        LegacyStorages storages(m_file);
        readStorages(object, keys, storages);
        StateDictFile result = buildStateDictFile(object, storages, m_file);
        result.format = "pickle (legacy)";
        return result;
    }

private:
    PickleTree next()
    {
        ReadPickle pickle = readPickle(m_rest, m_file);
        m_rest = m_rest.subspan(pickle.consumed);
        return std::move(pickle.tree);
    }

    void checkProtocol(const PickleTree &tree) const
    {
        if (tree[tree.root].kind != PickleKind::Int || tree[tree.root].integer != kProtocol)
            throwUnsupportedArchive(m_file, "was saved by torch.save with an unknown protocol; "
                                            "save it again with a current PyTorch.");
    }

    void checkSystem(const PickleTree &tree) const
    {
        const std::vector<PickleId> &items = tree[tree.root].items;
        for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
            if (tree[items[i]].text == "little_endian" && tree[items[i + 1]].integer == 0)
                throwUnsupportedArchive(m_file,
                                        "was saved on a big-endian machine; load it in PyTorch on "
                                        "this machine and save it again with torch.save.");
        }
    }

    void readStorages(const PickleTree &object, const PickleTree &keys, LegacyStorages &storages)
    {
        std::map<std::string_view, StorageReference> references;
        for (PickleId id = 0; id < object.values.size(); ++id) {
            if (object[id].kind != PickleKind::Storage)
                continue;
            const StorageReference reference = readStorage(object, id, m_file);
            references.emplace(reference.key, reference);
        }
        ByteReader input(m_rest, m_file, "its tensor data");
        for (const PickleId id : keys[keys.root].items) {
            const auto found = references.find(keys[id].text);
            if (found == references.end())
                throwBadArchive(m_file, "lists a storage that none of its tensors uses; it was "
                                        "damaged, copy or download it again.");
            // The view into the object's pickle outlives the one into the list of keys.
            storages.add(found->first, storageBytes(input, found->second));
        }
    }

    std::span<const std::byte> storageBytes(ByteReader &input, const StorageReference &reference)
    {
        const auto count = input.little<std::uint64_t>();
        if (!reference.type)
            throwUnsupportedArchive(m_file, "holds tensors of a complex or quantized type; save "
                                            "the network with real floating-point weights.");
        if (count != reference.elements)
            throwBadArchive(m_file, "states two sizes of the storage '" + printable(reference.key) +
                                        "'; it was damaged, copy or download it again.");
        return input.take(count * bytesPerElement(*reference.type));
    }

    std::span<const std::byte> m_rest;
    const std::string &m_file;
};

} // namespace

bool hasLegacyMagic(std::span<const std::byte> bytes)
{
    const std::string_view start = textOf(bytes).substr(0, kMaximumMagicOffset + kMagic.size());
    return start.starts_with('\x80') && start.find(kMagic) != std::string_view::npos;
}

bool isTar(std::span<const std::byte> bytes)
{
    const std::string_view text = textOf(bytes);
    return text.size() > kTarMagicOffset && text.substr(kTarMagicOffset).starts_with("ustar");
}

StateDictFile readLegacyStateDict(std::span<const std::byte> bytes, const std::string &file)
{
    return LegacyReader(bytes, file).read();
}

} // namespace quantloupe
