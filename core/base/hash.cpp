// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"

#include "base/embedded_files.h"
#include "base/error.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <vector>

namespace quantloupe {

struct Sha256::Implementation
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    ~Implementation() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : m_implementation(std::make_unique<Implementation>())
{
    if (!m_implementation->context ||
        EVP_DigestInit_ex(m_implementation->context, EVP_sha256(), nullptr) != 1)
        throw Error(ErrorKind::Internal, "SHA-256 is not available in the system's libcrypto.");
}

Sha256::~Sha256() = default;

void Sha256::add(std::span<const std::byte> bytes)
{
    EVP_DigestUpdate(m_implementation->context, bytes.data(), bytes.size());
}

void Sha256::add(std::string_view text)
{
    add(std::as_bytes(std::span(text.data(), text.size())));
}

std::string Sha256::hex()
{
    std::array<unsigned char, 32> digest{};
    EVP_DigestFinal_ex(m_implementation->context, digest.data(), nullptr);
    std::string text;
    for (const unsigned char byte : digest) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

std::string sha256(std::string_view text)
{
    Sha256 hash;
    hash.add(text);
    return hash.hex();
}

std::string sha256OfFile(const std::filesystem::path &path)
{
    Sha256 hash;
    if (isEmbedded(path)) {
        hash.add(embeddedFile(path));
        return hash.hex();
    }
    std::ifstream file(path, std::ios::binary);
    std::vector<char> buffer(1 << 20);
    while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || file.gcount())
        hash.add(std::string_view(buffer.data(), static_cast<std::size_t>(file.gcount())));
    if (!file.eof())
        throw Error(ErrorKind::Io, path.string() + " could not be read; check that it exists and "
                                                   "that you may read it.");
    return hash.hex();
}

std::uint64_t mixHash(std::uint64_t state, std::uint64_t value)
{
    std::uint64_t x = state ^ (value + 0x9e3779b97f4a7c15ULL + (state << 6) + (state >> 2));
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

std::uint64_t mixHash(std::uint64_t state, std::string_view text)
{
    state = mixHash(state, text.size());
    for (const char c : text)
        state = mixHash(state, static_cast<unsigned char>(c));
    return state;
}

std::uint64_t mixHash(std::uint64_t state, std::span<const std::byte> bytes)
{
    state = mixHash(state, bytes.size());
    for (std::size_t i = 0; i < bytes.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, std::min<std::size_t>(8, bytes.size() - i));
        state = mixHash(state, word);
    }
    return state;
}

} // namespace quantloupe
