// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/safetensors.h"

#include "model/archive/byte_reader.h"
#include "model/archive/mapped_file.h"
#include "model/archive/safetensors_header.h"
#include "model/archive/state_dict.h"

#include <algorithm>
#include <utility>

namespace quantloupe {

namespace {

constexpr std::uint64_t kMaximumHeader = 100'000'000;
constexpr const char *kHeaderPart = "its safetensors header";

void checkTiling(const std::vector<SafetensorsEntry> &entries, std::uint64_t size,
                 const std::string &file)
{
    std::uint64_t position = 0;
    for (const SafetensorsEntry &entry : entries) {
        if (entry.begin != position)
            throwBadArchive(file, "has overlapping or unused data at its tensor '" +
                                      printable(entry.name) +
                                      "'; it was damaged, copy or download it again.");
        position = entry.end;
    }
    if (position > size)
        throwCutShort(file, "its tensor data");
    if (position < size)
        throwBadArchive(file, "has unused data at its end; it was damaged, copy or download it "
                              "again.");
    if (size > kMaximumTensorBytes)
        throwBadArchive(file, "holds tensors of more than 8 GiB, the most that is opened.");
}

std::string_view takeHeader(ByteReader &input, const std::string &file)
{
    const auto headerSize = input.little<std::uint64_t>();
    if (headerSize > kMaximumHeader)
        throwBadArchive(file, "declares a safetensors header of more than 100 MB.");
    return input.takeText(headerSize);
}

} // namespace

bool looksLikeSafetensors(std::span<const std::byte> bytes)
{
    if (bytes.size() < 9)
        return false;
    ByteReader input(bytes, {}, {});
    const auto size = input.little<std::uint64_t>();
    return size >= 2 && size <= kMaximumHeader && input.little<char>() == '{';
}

std::vector<StoredTensor> readSafetensors(std::span<const std::byte> bytes, const std::string &file)
{
    ByteReader input(bytes, file, kHeaderPart);
    std::vector<SafetensorsEntry> entries = parseSafetensorsHeader(takeHeader(input, file), file);
    const std::span<const std::byte> data = input.take(input.remaining());
    checkTiling(entries, data.size(), file);
    std::vector<StoredTensor> tensors;
    tensors.reserve(entries.size());
    for (SafetensorsEntry &entry : entries) {
        const auto range = data.subspan(entry.begin, entry.end - entry.begin);
        tensors.push_back({.name = std::move(entry.name),
                           .type = entry.type,
                           .shape = std::move(entry.shape),
                           .bytes = {range.begin(), range.end()}});
    }
    return tensors;
}

std::vector<StoredTensor> readSafetensors(const std::filesystem::path &path)
{
    const MappedFile file(path);
    return readSafetensors(file.bytes(), path.string());
}

std::map<std::string, std::string> readSafetensorsMetadata(std::span<const std::byte> bytes,
                                                           const std::string &file)
{
    ByteReader input(bytes, file, kHeaderPart);
    return parseSafetensorsMetadata(takeHeader(input, file), file);
}

std::map<std::string, std::string> readSafetensorsMetadata(const std::filesystem::path &path)
{
    const MappedFile file(path);
    return readSafetensorsMetadata(file.bytes(), path.string());
}

} // namespace quantloupe
