// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/hash.h"
#include "metrics/kernel_distance.h"
#include "metrics/random_order.h"
#include "model/archive/safetensors.h"

#include <cstring>

namespace quantloupe {

namespace {

std::vector<std::size_t> firstOf(std::size_t pictures, std::size_t size, std::uint64_t seed,
                                 std::uint64_t index)
{
    std::vector<std::size_t> order =
        randomOrder(pictures, RandomStream(seed, StreamRole::Split, mixHash(index, "subset")));
    order.resize(size);
    return order;
}

std::int64_t valueAt(const StoredTensor &tensor, std::size_t index)
{
    if (tensor.type == DType::Int32) {
        std::int32_t value = 0;
        std::memcpy(&value, tensor.bytes.data() + index * sizeof value, sizeof value);
        return value;
    }
    std::int64_t value = 0;
    std::memcpy(&value, tensor.bytes.data() + index * sizeof value, sizeof value);
    return value;
}

const StoredTensor &subsetTensor(const std::vector<StoredTensor> &tensors, const std::string &name,
                                 const std::string &file)
{
    for (const StoredTensor &tensor : tensors) {
        const bool integers = tensor.type == DType::Int32 || tensor.type == DType::Int64;
        if (tensor.name == name && integers && tensor.shape.size() == 2 &&
            tensor.elementCount() > 0)
            return tensor;
    }
    throw Error(ErrorKind::BadInput, file + " holds no tensor '" + name +
                                         "' of integers, subsets x pictures; it is needed to fix "
                                         "the subsets.");
}

std::vector<std::size_t> rowOf(const StoredTensor &tensor, std::size_t row, const std::string &file)
{
    const auto size = static_cast<std::size_t>(tensor.shape[1]);
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < size; ++i) {
        const std::int64_t value = valueAt(tensor, row * size + i);
        if (value < 0)
            throw Error(ErrorKind::BadInput,
                        file + " names picture " + std::to_string(value) + " in a subset.");
        indices.push_back(static_cast<std::size_t>(value));
    }
    return indices;
}

} // namespace

std::vector<KidSubset> drawKidSubsets(std::uint64_t seed, std::size_t count, std::size_t size,
                                      std::pair<std::size_t, std::size_t> pictures)
{
    if (size < 2 || size > std::min(pictures.first, pictures.second))
        throw Error(ErrorKind::BadInput,
                    "Subsets of " + std::to_string(size) + " pictures cannot be drawn from " +
                        std::to_string(pictures.first) + " and " + std::to_string(pictures.second) +
                        "; give a size between 2 and the smaller number.");
    std::vector<KidSubset> subsets;
    for (std::size_t i = 0; i < count; ++i)
        subsets.push_back({firstOf(pictures.first, size, seed, 2 * i),
                           firstOf(pictures.second, size, seed, 2 * i + 1)});
    return subsets;
}

std::vector<KidSubset> readKidSubsets(const std::string &file)
{
    const std::vector<StoredTensor> tensors = readSafetensors(file);
    const StoredTensor &a = subsetTensor(tensors, "subset_fake", file);
    const StoredTensor &b = subsetTensor(tensors, "subset_real", file);
    if (a.shape != b.shape)
        throw Error(ErrorKind::BadInput, file + " holds subsets of two shapes.");
    std::vector<KidSubset> subsets;
    for (std::size_t row = 0; row < static_cast<std::size_t>(a.shape[0]); ++row)
        subsets.push_back({rowOf(a, row, file), rowOf(b, row, file)});
    return subsets;
}

} // namespace quantloupe
