// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity_variants.h"
#include "session/sensitivity_key.h"
#include "session/sensitivity_request.h"

#include <map>

namespace quantloupe {

/// The cells of a sweep: which values are known, in this run or from before it, and who is told of
/// them. Counts them and names the metric in the report.
class SensitivityLedger
{
public:
    /// All live longer than this.
    SensitivityLedger(const SensitivityRequest &request, const SensitivityHooks &hooks,
                      SensitivityReport &report);

    /// Without a value.
    SensitivityCell cellOf(const SensitivityVariant &variant, int repeat) const;
    /// True where the cell's value is known; it has it then.
    bool recall(SensitivityCell &cell) const;
    void announce(const SensitivityCell &cell, bool isKnown);

private:
    const SensitivityRequest &m_request;
    const SensitivityHooks &m_hooks;
    SensitivityReport &m_report;
    const GeneratorInfo &m_info;
    SensitivityKeys m_keys;
    std::map<CellKey, SensitivityCell> m_found;
};

} // namespace quantloupe
