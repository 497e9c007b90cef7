// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity.h"
#include "model/generator_info.h"

#include <filesystem>
#include <map>
#include <optional>

namespace quantloupe {

/// The measured cells of one generator, one on each line of a file in the cache folder that window
/// and command line share. A line is added by a single write at the end, so that a killed program
/// loses no more than the line it was writing; such a rest is left aside when the file is read.
class CellFile
{
public:
    enum class Reading { KnownCells, Nothing };

    /// A file that cannot be opened keeps nothing.
    CellFile(const GeneratorInfo &generator, Reading reading);
    ~CellFile();
    CellFile(const CellFile &) = delete;
    CellFile &operator=(const CellFile &) = delete;

    std::optional<SensitivityCell> find(const CellKey &key) const;
    void append(const SensitivityCell &cell) const;

private:
    void read(const std::filesystem::path &path);

    std::map<CellKey, SensitivityCell> m_known;
    int m_descriptor = -1;
};

} // namespace quantloupe
