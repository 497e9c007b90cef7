// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace quantloupe {

/// SHA-256 in pieces.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;
    void add(std::span<const std::byte> bytes);
    void add(std::string_view text);
    /// Lower-case hexadecimal, 64 digits. Ends the computation.
    std::string hex();

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

std::string sha256(std::string_view text);
/// Throws Error{Io} if the file cannot be read.
std::string sha256OfFile(const std::filesystem::path &path);

/// A 64-bit mix for cache keys and random streams (the finalizer of SplitMix64 over a running
/// state). Not cryptographic; the same on every machine.
std::uint64_t mixHash(std::uint64_t state, std::uint64_t value);
std::uint64_t mixHash(std::uint64_t state, std::string_view text);
/// Eight bytes at a time; for large contents.
std::uint64_t mixHash(std::uint64_t state, std::span<const std::byte> bytes);

} // namespace quantloupe
