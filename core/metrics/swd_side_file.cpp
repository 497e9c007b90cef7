// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/swd_side_file.h"

#include "base/error.h"

#include <bit>
#include <cstring>

namespace quantloupe {

namespace {

/// Behind the values.
struct Trailer
{
    SwdSideShape shape;
    SwdSideSums sums;
    bool operator==(const Trailer &) const = default;
};

} // namespace

void SwdSideSums::add(std::span<const float> values)
{
    std::uint64_t sum = 0;
    std::uint64_t sumOfPlaced = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto bits = std::bit_cast<std::uint32_t>(values[i]);
        sum += bits;
        sumOfPlaced += std::uint64_t{bits} * static_cast<std::uint32_t>(i + 1);
    }
    plain += sum;
    placed = std::rotl(placed, 1) + sumOfPlaced;
}

SwdSideFile::SwdSideFile(std::unique_ptr<const MappedFile> file, const SwdSideShape &shape)
    : m_file(std::move(file)), m_shape(shape)
{
}

std::optional<SwdSideFile> SwdSideFile::open(const std::filesystem::path &path,
                                             const SwdSideShape &shape)
{
    std::error_code missing;
    if (!std::filesystem::is_regular_file(path, missing))
        return {};
    try {
        SwdSideFile file(std::make_unique<const MappedFile>(path), shape);
        if (file.isWhole())
            return file;
    } catch (const Error &) {
        // As good as missing.
    }
    return {};
}

bool SwdSideFile::isWhole() const
{
    const std::span<const std::byte> bytes = m_file->bytes();
    if (bytes.size() != m_shape.bytes() + sizeof(Trailer))
        return false;
    Trailer found;
    std::memcpy(&found, bytes.data() + m_shape.bytes(), sizeof found);
    Trailer expected{m_shape, {}};
    for (std::size_t i = 0; i < m_shape.directions; ++i)
        expected.sums.add(directions(i, 1));
    return found == expected;
}

std::span<const float> SwdSideFile::directions(std::size_t first, std::size_t count) const
{
    const auto *values = reinterpret_cast<const float *>(m_file->bytes().data());
    return {values + first * m_shape.patches, count * m_shape.patches};
}

SwdSideWriter::SwdSideWriter(const std::filesystem::path &path, const SwdSideShape &shape)
    : m_shape(shape)
{
    std::error_code ignored;
    std::filesystem::create_directories(path.parent_path(), ignored);
    attempt([&] { m_file = std::make_unique<AtomicFile>(path); });
}

template <typename Work> void SwdSideWriter::attempt(const Work &work)
{
    try {
        work();
    } catch (const Error &) {
        m_file.reset();
    }
}

void SwdSideWriter::add(std::span<const float> sorted)
{
    if (!m_file)
        return;
    for (std::size_t at = 0; at < sorted.size(); at += m_shape.patches)
        m_sums.add(sorted.subspan(at, m_shape.patches));
    attempt([&] { m_file->write(std::as_bytes(sorted)); });
}

void SwdSideWriter::finish()
{
    if (!m_file)
        return;
    const Trailer trailer{m_shape, m_sums};
    attempt([&] {
        m_file->write(std::as_bytes(std::span(&trailer, 1)));
        m_file->commit(AtomicFile::Flush::Later);
    });
}

} // namespace quantloupe
