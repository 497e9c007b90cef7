// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>
#include <zlib.h>

/// Builds weight files byte by byte, well-formed or not. Bytes are held in std::string.
namespace archive_builder {

inline std::span<const std::byte> bytesOf(const std::string &text)
{
    return std::as_bytes(std::span(text));
}

inline std::string little(std::uint64_t value, int width)
{
    std::string bytes;
    for (int i = 0; i < width; ++i, value >>= 8)
        bytes += static_cast<char>(value);
    return bytes;
}

/// Pickle opcodes with their arguments.
inline std::string text(std::string_view value)
{
    return "X" + little(value.size(), 4) + std::string(value);
}
inline std::string number(std::int64_t value)
{
    return "\x8a\x08" + little(static_cast<std::uint64_t>(value), 8);
}
inline std::string global(const std::string &module, const std::string &name)
{
    return "c" + module + "\n" + name + "\n";
}
inline std::string stackGlobal(const std::string &module, const std::string &name)
{
    return text(module) + text(name) + "\x93";
}
inline std::string numbers(std::initializer_list<std::int64_t> values)
{
    std::string tuple = "(";
    for (const std::int64_t value : values)
        tuple += number(value);
    return tuple + "t";
}

struct TensorText
{
    std::string storageType = "FloatStorage";
    std::string key = "0";
    std::int64_t elements = 4;
    std::int64_t offset = 0;
    std::string shape = numbers({2, 2});
    std::string strides = numbers({2, 1});
    /// The sixth part of a legacy persistent id.
    std::string view = {};
};

inline std::string tensor(const TensorText &t)
{
    return global("torch._utils", "_rebuild_tensor_v2") + "((" + text("storage") +
           global("torch", t.storageType) + text(t.key) + text("cpu") + number(t.elements) +
           t.view + "tQ" + number(t.offset) + t.shape + t.strides + "\x89}tR";
}

/// {"w": tensor} as a whole pickle.
inline std::string tensorPickle(const TensorText &t)
{
    return "\x80\x02}" + text("w") + tensor(t) + "s.";
}

struct Member
{
    std::string name;
    std::string contents;
    bool isDeflated = false;
    /// Written instead of the true size unless negative.
    std::int64_t declaredSize = -1;
    std::uint16_t flags = 0;
};

inline std::string deflated(const std::string &contents)
{
    std::string packed(compressBound(static_cast<uLong>(contents.size())) + 16, '\0');
    z_stream stream = {};
    deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(contents.data()));
    stream.avail_in = static_cast<uInt>(contents.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

struct ZipOptions
{
    bool isZip64 = false;
};

inline std::string zip(const std::vector<Member> &members, ZipOptions options = {})
{
    std::string file;
    std::string directory;
    for (const Member &member : members) {
        const std::string packed = member.isDeflated ? deflated(member.contents) : member.contents;
        const auto size = member.declaredSize < 0 ? member.contents.size()
                                                  : static_cast<std::size_t>(member.declaredSize);
        const auto crc = crc32(0, reinterpret_cast<const Bytef *>(member.contents.data()),
                               static_cast<uInt>(member.contents.size()));
        const auto shown = [&](std::size_t v) { return little(options.isZip64 ? ~0ULL : v, 4); };
        const std::string common = little(member.flags, 2) + little(member.isDeflated ? 8 : 0, 2) +
                                   little(0, 4) + little(crc, 4);
        const std::string extra = options.isZip64
                                      ? little(1, 2) + little(24, 2) + little(size, 8) +
                                            little(packed.size(), 8) + little(file.size(), 8)
                                      : std::string();
        directory += "PK\x01\x02" + little(45, 2) + little(45, 2) + common + shown(packed.size()) +
                     shown(size) + little(member.name.size(), 2) + little(extra.size(), 2) +
                     little(0, 10) + shown(file.size()) + member.name + extra;
        file += "PK\x03\x04" + little(45, 2) + common + little(packed.size(), 4) + little(size, 4) +
                little(member.name.size(), 2) + little(0, 2) + member.name + packed;
    }
    const std::size_t start = file.size();
    file += directory;
    if (options.isZip64) {
        const std::size_t end64 = file.size();
        file += "PK\x06\x06" + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 8) +
                little(members.size(), 8) + little(members.size(), 8) +
                little(directory.size(), 8) + little(start, 8);
        file += "PK\x06\x07" + little(0, 4) + little(end64, 8) + little(1, 4);
    }
    const bool hide = options.isZip64;
    return file + "PK\x05\x06" + little(0, 4) + little(hide ? 0xffff : members.size(), 2) +
           little(hide ? 0xffff : members.size(), 2) + little(hide ? ~0ULL : directory.size(), 4) +
           little(hide ? ~0ULL : start, 4) + little(0, 2);
}

/// A torch.save zip around a pickle and storages "0", "1", ...
inline std::string torchZip(const std::string &pickle, const std::vector<std::string> &storages,
                            bool isDeflated = false)
{
    std::vector<Member> members{{"archive/data.pkl", pickle, isDeflated}};
    for (std::size_t i = 0; i < storages.size(); ++i)
        members.push_back({"archive/data/" + std::to_string(i), storages[i], isDeflated});
    members.push_back({"archive/version", "3\n", isDeflated});
    return zip(members);
}

struct LegacyStorage
{
    std::string key;
    std::uint64_t elements = 0;
    std::string data;
};

inline std::string legacyFile(const std::string &pickle, const std::vector<LegacyStorage> &storages,
                              bool isLittleEndian = true)
{
    std::string file("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.\x80\x02M\xe9\x03.");
    file +=
        "\x80\x02}" + text("little_endian") + (isLittleEndian ? "\x88" : "\x89") + "s." + pickle;
    file += "\x80\x02](";
    for (const LegacyStorage &storage : storages)
        file += text(storage.key);
    file += "e.";
    for (const LegacyStorage &storage : storages)
        file += little(storage.elements, 8) + storage.data;
    return file;
}

/// A safetensors file around a header.
inline std::string safetensors(const std::string &header, const std::string &data)
{
    return little(header.size(), 8) + header + data;
}

} // namespace archive_builder
