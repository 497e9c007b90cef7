// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/safetensors_writer.h"

#include "model/archive/archive_error.h"
#include "model/archive/safetensors_header.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <span>

namespace quantloupe {

namespace {

constexpr std::size_t kAlignment = 8;

void requireValid(const StoredTensor &tensor)
{
    const std::int64_t count = tensor.elementCount();
    const bool fits = count >= 0 && tensor.bytes.size() == static_cast<std::size_t>(count) *
                                                               bytesPerElement(tensor.type);
    if (!fits || tensor.name == "__metadata__" || !isUtf8(tensor.name))
        throw Error(ErrorKind::Internal, "The tensor '" + printable(tensor.name) +
                                             "' cannot be written as safetensors.");
}

using Tensors = std::vector<const StoredTensor *>;

Tensors byElementSize(const std::vector<StoredTensor> &tensors)
{
    Tensors sorted;
    for (const StoredTensor &tensor : tensors)
        sorted.push_back(&tensor);
    std::ranges::stable_sort(sorted, std::ranges::greater(), [](const StoredTensor *tensor) {
        return bytesPerElement(tensor->type);
    });
    return sorted;
}

std::string makeHeader(const Tensors &tensors, const std::map<std::string, std::string> &metadata)
{
    nlohmann::json header = nlohmann::json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::size_t position = 0;
    for (const StoredTensor *tensor : tensors) {
        requireValid(*tensor);
        if (header.contains(tensor->name))
            throw Error(ErrorKind::Internal,
                        "Two tensors are named '" + printable(tensor->name) + "'.");
        header[tensor->name] = {{"dtype", safetensorsName(tensor->type)},
                                {"shape", tensor->shape},
                                {"data_offsets", {position, position + tensor->bytes.size()}}};
        position += tensor->bytes.size();
    }
    std::string text = header.dump();
    text.append((kAlignment - text.size() % kAlignment) % kAlignment, ' ');
    return text;
}

} // namespace

std::vector<std::byte> encodeSafetensors(const std::vector<StoredTensor> &tensors,
                                         const std::map<std::string, std::string> &metadata)
{
    const Tensors sorted = byElementSize(tensors);
    const std::string header = makeHeader(sorted, metadata);
    std::vector<std::byte> file;
    for (std::size_t shift = 0; shift < 64; shift += 8)
        file.push_back(static_cast<std::byte>(header.size() >> shift));
    const auto text = std::as_bytes(std::span(header));
    file.insert(file.end(), text.begin(), text.end());
    for (const StoredTensor *tensor : sorted)
        file.insert(file.end(), tensor->bytes.begin(), tensor->bytes.end());
    return file;
}

} // namespace quantloupe
