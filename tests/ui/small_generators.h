// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file_io.h"
#include "base/random_stream.h"
#include "model/archive/safetensors_writer.h"

#include <cmath>
#include <cstring>
#include <filesystem>
#include <span>

namespace quantloupe::test {

/// Collects the weights of a network and writes them as safetensors.
class WeightFile
{
public:
    explicit WeightFile(std::uint64_t seed) : m_random(seed, StreamRole::Noise, 0) {}

    void addRandom(const std::string &key, std::vector<std::int64_t> shape, double deviation)
    {
        std::vector<float> values(elements(shape));
        for (float &value : values)
            value = static_cast<float>(deviation * m_random.normal());
        add(key, std::move(shape), values);
    }

    void addConstant(const std::string &key, std::int64_t count, float value)
    {
        add(key, {count}, std::vector<float>(static_cast<std::size_t>(count), value));
    }

    void addBatchNorm(const std::string &key, std::int64_t channels)
    {
        addConstant(key + ".weight", channels, 1);
        addConstant(key + ".bias", channels, 0);
        addConstant(key + ".running_mean", channels, 0);
        addConstant(key + ".running_var", channels, 1);
    }

    void write(const std::filesystem::path &path) const
    {
        writeFileAtomically(path, std::span<const std::byte>(encodeSafetensors(m_tensors, {})));
    }

private:
    static std::size_t elements(const std::vector<std::int64_t> &shape)
    {
        std::int64_t count = 1;
        for (const std::int64_t size : shape)
            count *= size;
        return static_cast<std::size_t>(count);
    }

    void add(const std::string &key, std::vector<std::int64_t> shape,
             const std::vector<float> &values)
    {
        StoredTensor tensor;
        tensor.name = key;
        tensor.shape = std::move(shape);
        tensor.bytes.resize(values.size() * sizeof(float));
        std::memcpy(tensor.bytes.data(), values.data(), tensor.bytes.size());
        m_tensors.push_back(std::move(tensor));
    }

    RandomStream m_random;
    std::vector<StoredTensor> m_tensors;
};

/// A DCGAN of three transposed convolutions, 8 -> 3x16x16: main.0, main.3, main.6.
inline void addSmallDcgan(WeightFile &file, const std::string &prefix, std::int64_t channels)
{
    const std::int64_t half = channels / 2;
    file.addRandom(prefix + "main.0.weight", {8, channels, 4, 4}, 0.5);
    file.addBatchNorm(prefix + "main.1", channels);
    file.addRandom(prefix + "main.3.weight", {channels, half, 4, 4}, 0.3);
    file.addBatchNorm(prefix + "main.4", half);
    file.addRandom(prefix + "main.6.weight", {half, 3, 4, 4}, 0.3);
}

inline void writeSmallDcgan(const std::filesystem::path &path, std::int64_t channels = 16)
{
    WeightFile file(1);
    addSmallDcgan(file, "", channels);
    file.write(path);
}

/// Four transposed convolutions in modules, 8 -> 3x32x32: block0.0, block1.0, block1.3, block2.0.
inline void writeNestedDcgan(const std::filesystem::path &path)
{
    WeightFile file(3);
    file.addRandom("block0.0.weight", {8, 16, 4, 4}, 0.5);
    file.addBatchNorm("block0.1", 16);
    file.addRandom("block1.0.weight", {16, 12, 4, 4}, 0.3);
    file.addBatchNorm("block1.1", 12);
    file.addRandom("block1.3.weight", {12, 8, 4, 4}, 0.3);
    file.addBatchNorm("block1.4", 8);
    file.addRandom("block2.0.weight", {8, 3, 4, 4}, 0.3);
    file.write(path);
}

/// The same network twice with other weights: g and g_ema.
inline void writeTwoNetworks(const std::filesystem::path &path)
{
    WeightFile file(2);
    addSmallDcgan(file, "g.", 16);
    addSmallDcgan(file, "g_ema.", 16);
    file.write(path);
}

} // namespace quantloupe::test
