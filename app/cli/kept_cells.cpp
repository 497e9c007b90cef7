// SPDX-License-Identifier: GPL-3.0-or-later
#include "kept_cells.h"

#include "base/error.h"
#include "exchange/sensitivity_json.h"
#include "recording.h"
#include "session/run_findings.h"

#include <string>

namespace quantloupe::cli {

KeptCells::KeptCells(const CommandContext &context, const GeneratorInfo &generator, bool isResumed)
    : m_recording(context.recording),
      m_asksStore(m_recording && isResumed && !context.global.noCache)
{
    if (!context.global.noCache)
        m_file = std::make_unique<const CellFile>(
            generator, isResumed ? CellFile::Reading::KnownCells : CellFile::Reading::Nothing);
}

std::optional<SensitivityCell> KeptCells::find(const CellKey &key) const
{
    std::optional<SensitivityCell> known = m_file ? m_file->find(key) : std::nullopt;
    if (known || !m_asksStore)
        return known;
    const std::optional<std::string> line = m_recording->knownCell(storedKey(key));
    if (!line)
        return {};
    try {
        known = parseCellLine(*line);
    } catch (const Error &) {
        // What another program wrote under this key: the cell is measured again.
        return {};
    }
    return known->key == key ? known : std::nullopt;
}

void KeptCells::keep(const SensitivityCell &cell, bool isKnown) const
{
    if (m_file && !isKnown)
        m_file->append(cell);
    // The run holds all that its answer rests on.
    if (m_recording)
        m_recording->appendCell(storedCell(cell));
}

} // namespace quantloupe::cli
