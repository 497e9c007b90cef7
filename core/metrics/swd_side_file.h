// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/atomic_file.h"
#include "model/archive/mapped_file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>

namespace quantloupe {

/// Projections of one set at one level of SWD: of so many patches on so many directions.
struct SwdSideShape
{
    std::uint64_t directions = 0;
    std::uint64_t patches = 0;

    std::uint64_t bytes() const { return directions * patches * sizeof(float); }
    bool operator==(const SwdSideShape &) const = default;
};

/// What tells a damaged file from a whole one: sums over the bits of its values and of their
/// places, which cost no more than reading them.
struct SwdSideSums
{
    std::uint64_t plain = 0;
    std::uint64_t placed = 0;

    void add(std::span<const float> values);
    bool operator==(const SwdSideSums &) const = default;
};

/// A file of sorted projections.
class SwdSideFile
{
public:
    /// Nothing where the file is missing, damaged or of another shape.
    static std::optional<SwdSideFile> open(const std::filesystem::path &path,
                                           const SwdSideShape &shape);

    /// Ascending; those of `count` directions from `first` on, one after the other.
    std::span<const float> directions(std::size_t first, std::size_t count) const;

private:
    SwdSideFile(std::unique_ptr<const MappedFile> file, const SwdSideShape &shape);
    bool isWhole() const;

    std::unique_ptr<const MappedFile> m_file;
    SwdSideShape m_shape;
};

/// Writes such a file. What cannot be written is given up: projections can be computed again.
class SwdSideWriter
{
public:
    SwdSideWriter(const std::filesystem::path &path, const SwdSideShape &shape);
    /// The projections of the next directions, each ascending.
    void add(std::span<const float> sorted);
    /// Once all are there; without it, nothing is left.
    void finish();

private:
    template <typename Work> void attempt(const Work &work);

    SwdSideShape m_shape;
    SwdSideSums m_sums;
    /// Null once something could not be written.
    std::unique_ptr<AtomicFile> m_file;
};

} // namespace quantloupe
