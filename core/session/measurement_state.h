// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/swd_histogram.h"
#include "session/set_part.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// What the second pass over all sets has so far: that over the reference is complete.
struct ProjectionPart
{
    /// Samples whose pictures are in the histograms.
    std::size_t samples = 0;
    /// Of each set, in an order of the caller's.
    std::vector<SwdHistogramState> histograms;
};

/// What a measurement has of its samples so far, on disk: one file for each part of the samples,
/// so that neither Cancelled nor the end of the program costs more than the part in work. Reading
/// a part gives what was kept to the bit; damaged files count as missing. Files that cannot be
/// written are left out.
class MeasurementState
{
public:
    /// `key` stands for all that the parts depend on. An empty cache folder keeps nothing.
    MeasurementState(const std::filesystem::path &cache, std::string key);
    ~MeasurementState();
    MeasurementState(const MeasurementState &) = delete;
    MeasurementState &operator=(const MeasurementState &) = delete;

    /// Until the end of this object no other process or lane keeps or removes parts of the same
    /// measurement. Where one does so already, keep() and remove() do nothing here: that one needs
    /// its parts.
    void claim();

    std::optional<PairPart> pairs(std::size_t index) const;
    std::optional<SetPart> reference(std::size_t index) const;
    void keep(std::size_t index, const PairPart &part) const;
    void keep(std::size_t index, const SetPart &part) const;
    /// `sources` stands for all that histograms depend on beside the key; nothing where others are
    /// kept. A new one takes the place of the last.
    std::optional<ProjectionPart> projections(const std::string &sources) const;
    void keep(const std::string &sources, const ProjectionPart &part) const;
    /// Parts of pairs from the first one on; damaged ones count, too.
    std::size_t pairParts() const;
    /// The same of the float reference.
    std::size_t referenceParts() const;
    /// Forgets all parts. Like keep() only after claim().
    void remove() const;

private:
    std::filesystem::path lockFile() const;
    std::size_t partsOf(const char *kind) const;
    std::filesystem::path file(const char *kind, std::size_t index) const;

    std::filesystem::path m_folder;
    std::string m_key;
    /// Of the file that is locked; -1 where nothing was claimed.
    int m_lock = -1;
};

} // namespace quantloupe
