// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/npy.h"

#include "model/archive/byte_reader.h"

#include <algorithm>
#include <regex>

namespace quantloupe {

namespace {

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr std::size_t kAlignment = 64;
constexpr std::size_t kLongestHeader = 4096;

struct Header
{
    DType type = DType::Float64;
    std::vector<std::int64_t> shape;
};

std::string entry(const std::string &header, const std::string &pattern)
{
    std::smatch match;
    return std::regex_search(header, match, std::regex(pattern)) ? match[1].str() : std::string();
}

std::vector<std::int64_t> shapeIn(std::string text)
{
    std::vector<std::int64_t> shape;
    static const std::regex number("[0-9]{1,18}");
    for (std::sregex_iterator it(text.begin(), text.end(), number), end; it != end; ++it)
        shape.push_back(std::stoll(it->str()));
    return shape;
}

/// `{'descr': '<f8', 'fortran_order': False, 'shape': (2048,), }`, its keys in any order.
Header parseHeader(const std::string &text, const std::string &what, const std::string &file)
{
    const std::string type = entry(text, "'descr': *'([^']*)'");
    const std::string order = entry(text, "'fortran_order': *(True|False)");
    std::smatch shape;
    static const std::regex shapePattern(R"('shape': *\(([0-9, ]*)\))");
    if (type.empty() || order.empty() || !std::regex_search(text, shape, shapePattern))
        throwBadArchive(file, "holds " + what + " with a header that is none of NumPy's.");
    Header header;
    header.shape = shapeIn(shape[1].str());
    if (type != "<f8" && type != "<f4")
        throwUnsupportedArchive(file, "holds " + what + " of type " + printable(type) +
                                          "; save it as float64.");
    if (order == "True" && header.shape.size() > 1)
        throwUnsupportedArchive(file, "holds " + what +
                                          " column by column; save numpy.ascontiguousarray of it.");
    header.type = type == "<f8" ? DType::Float64 : DType::Float32;
    return header;
}

} // namespace

StoredTensor readNpy(std::span<const std::byte> bytes, const std::string &name,
                     const std::string &file)
{
    const std::string what = "the array " + name;
    ByteReader reader(bytes, file, what);
    if (reader.takeText(kMagic.size()) != kMagic)
        throwBadArchive(file, "holds " + what + " in another form than NumPy's.");
    const auto version = reader.little<std::uint8_t>();
    reader.take(1);
    const std::uint64_t length =
        version == 1 ? reader.little<std::uint16_t>() : reader.little<std::uint32_t>();
    if (length > kLongestHeader)
        throwBadArchive(file, "holds " + what + " with a header that is too long.");
    const Header header = parseHeader(std::string(reader.takeText(length)), what, file);
    StoredTensor tensor{name, header.type, header.shape, {}};
    const std::int64_t count = checkedElementCount(header.shape);
    const std::size_t width = bytesPerElement(header.type);
    if (count < 0 || reader.remaining() % width != 0 ||
        reader.remaining() / width != static_cast<std::uint64_t>(count))
        throwBadArchive(file, "holds " + what + " whose size is not that of its shape.");
    const auto values = reader.take(reader.remaining());
    tensor.bytes.assign(values.begin(), values.end());
    return tensor;
}

std::vector<std::byte> encodeNpy(const StoredTensor &tensor)
{
    std::string shape;
    for (const std::int64_t size : tensor.shape)
        shape += std::to_string(size) + ", ";
    std::string header = std::string("{'descr': '") +
                         (tensor.type == DType::Float64 ? "<f8" : "<f4") +
                         "', 'fortran_order': False, 'shape': (" + shape + "), }";
    // Magic, version, length and the line end count.
    const std::size_t used = kMagic.size() + 4 + header.size() + 1;
    header.append((kAlignment - used % kAlignment) % kAlignment, ' ');
    header += '\n';
    std::string start(kMagic);
    start += {1, 0, static_cast<char>(header.size() & 0xff), static_cast<char>(header.size() >> 8)};
    start += header;
    std::vector<std::byte> bytes(start.size() + tensor.bytes.size());
    std::transform(start.begin(), start.end(), bytes.begin(),
                   [](char c) { return static_cast<std::byte>(c); });
    std::copy(tensor.bytes.begin(), tensor.bytes.end(),
              bytes.begin() + static_cast<std::ptrdiff_t>(start.size()));
    return bytes;
}

} // namespace quantloupe
