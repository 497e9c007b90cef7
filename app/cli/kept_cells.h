// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "session/cell_file.h"

#include <memory>
#include <optional>

namespace quantloupe::cli {

/// The cells of a sweep, each kept as soon as it is measured, so that a process that is killed
/// loses none: in the cache folder, unless --no-cache forbids it, and with --store in the run.
class KeptCells
{
public:
    /// Only where `isResumed` is anything known; --no-cache knows nothing.
    KeptCells(const CommandContext &context, const GeneratorInfo &generator, bool isResumed);

    /// What the cache folder or an earlier run of the store found under this key.
    std::optional<SensitivityCell> find(const CellKey &key) const;
    /// `isKnown`: it came from find().
    void keep(const SensitivityCell &cell, bool isKnown) const;

private:
    std::unique_ptr<const CellFile> m_file;
    Recording *m_recording;
    bool m_asksStore;
};

} // namespace quantloupe::cli
