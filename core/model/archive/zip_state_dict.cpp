// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/zip_state_dict.h"

#include "model/archive/byte_reader.h"
#include "model/archive/pickle_reader.h"
#include "model/archive/pickle_state_dict.h"

#include <algorithm>
#include <map>
#include <utility>

namespace quantloupe {

namespace {

constexpr std::string_view kPickleName = "data.pkl";
constexpr std::uint64_t kMaximumPickleBytes = 256ULL << 20;

class ZipStorages : public StorageSource
{
public:
    ZipStorages(const ZipArchive &archive, std::string root, std::string_view file)
        : m_archive(archive), m_root(std::move(root)), m_file(file)
    {
    }

    std::span<const std::byte> bytesOf(const StorageReference &storage) override
    {
        const auto found = m_contents.find(storage.key);
        if (found != m_contents.end())
            return found->second.bytes;
        const ZipMember *member = find(storage);
        if (member == nullptr)
            throwBadArchive(m_file, "lacks the data of storage '" + printable(storage.key) +
                                        "'; copy or download it again.");
        ZipContent content = m_archive.read(*member);
        noteChecksum(content);
        return m_contents.emplace(storage.key, std::move(content)).first->second.bytes;
    }

    std::uint64_t sizeOf(const StorageReference &storage) const override
    {
        const ZipMember *member = find(storage);
        return member == nullptr ? 0 : member->size;
    }

    std::vector<std::string> notes() const override
    {
        if (m_mismatches == 0)
            return {};
        return {"The checksums of " + std::to_string(m_mismatches) +
                " of its parts do not match, so the file may be damaged."};
    }

    void noteChecksum(const ZipContent &content)
    {
        m_mismatches += content.checksumMatches ? 0 : 1;
    }

private:
    const ZipMember *find(const StorageReference &storage) const
    {
        return m_archive.find(m_root + "data/" + std::string(storage.key));
    }

    const ZipArchive &m_archive;
    std::string m_root;
    std::string_view m_file;
    std::map<std::string, ZipContent, std::less<>> m_contents;
    std::size_t m_mismatches = 0;
};

void requireLittleEndian(const ZipArchive &archive, const std::string &root,
                         const std::string &file)
{
    const ZipMember *member = archive.find(root + "byteorder");
    if (member == nullptr)
        return;
    const ZipContent content = archive.read(*member);
    const std::string_view order = textOf(content.bytes);
    if (order == "big")
        throwUnsupportedArchive(file, "was saved on a big-endian machine; load it in PyTorch on "
                                      "this machine and save it again with torch.save.");
    if (order != "little")
        throwBadArchive(file, "states an unknown byte order; copy or download it again.");
}

} // namespace

std::optional<std::string> torchRoot(const ZipArchive &archive)
{
    for (const ZipMember &member : archive.members()) {
        const std::string_view name = member.name;
        if (name == kPickleName ||
            (name.ends_with(kPickleName) && name[name.size() - kPickleName.size() - 1] == '/'))
            return std::string(name.substr(0, name.size() - kPickleName.size()));
    }
    return std::nullopt;
}

bool isTorchScript(const ZipArchive &archive)
{
    const std::optional<std::string> root = torchRoot(archive);
    if (!root)
        return false;
    const std::string constants = *root + "constants.pkl";
    const std::string code = *root + "code/";
    const std::vector<ZipMember> &members = archive.members();
    return std::any_of(members.begin(), members.end(), [&](const ZipMember &member) {
        return member.name == constants || member.name.starts_with(code);
    });
}

StateDictFile readZipStateDict(const ZipArchive &archive, const std::string &file)
{
    const std::optional<std::string> root = torchRoot(archive);
    if (!root)
        throwBadArchive(file, "is a zip file, but not one of PyTorch; if it holds a model, unpack "
                              "it and open that file.");
    requireLittleEndian(archive, *root, file);
    const ZipMember &member = *archive.find(*root + std::string(kPickleName));
    if (member.size > kMaximumPickleBytes)
        throwBadArchive(file, "holds a pickle of more than 256 MiB, which no weight file needs.");
    ZipStorages storages(archive, *root, file);
    const ZipContent pickle = archive.read(member);
    storages.noteChecksum(pickle);
    StateDictFile result = buildStateDictFile(readPickle(pickle.bytes, file).tree, storages, file);
    result.format = "pickle (zip)";
    return result;
}

} // namespace quantloupe
