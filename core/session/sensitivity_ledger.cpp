// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sensitivity_ledger.h"

#include "session/sensitivity_batches.h"

namespace quantloupe {

namespace {

/// The same configuration may have another place in another sweep.
void fillIn(SensitivityCell &cell, const SensitivityCell &known)
{
    cell.value = known.value;
    cell.reason = known.reason;
    cell.isExact = known.isExact;
    cell.isIdentical = known.isIdentical;
    cell.floatValue = known.floatValue;
    cell.interval = known.interval;
    cell.metricName = known.metricName;
    cell.mark = known.mark;
    cell.n = known.n;
    cell.seconds = known.seconds;
}

} // namespace

SensitivityLedger::SensitivityLedger(const SensitivityRequest &request,
                                     const SensitivityHooks &hooks, SensitivityReport &report)
    : m_request(request),
      m_hooks(hooks),
      m_report(report),
      m_info(info(*request.generator)),
      m_keys(request)
{
}

SensitivityCell SensitivityLedger::cellOf(const SensitivityVariant &variant, int repeat) const
{
    SensitivityCell cell;
    cell.key = m_keys.of(variant.config, repeat);
    cell.layer = m_info.layers[variant.layer].name;
    cell.site = variant.site;
    cell.mode = variant.mode;
    cell.bits = variant.bits;
    cell.spec = variant.spec;
    cell.repeat = repeat;
    cell.n = samplesPerRepeat(m_request);
    return cell;
}

bool SensitivityLedger::recall(SensitivityCell &cell) const
{
    if (const auto found = m_found.find(cell.key); found != m_found.end()) {
        fillIn(cell, found->second);
        return true;
    }
    if (const auto known = m_hooks.known ? m_hooks.known(cell.key) : std::nullopt) {
        fillIn(cell, *known);
        return true;
    }
    return false;
}

void SensitivityLedger::announce(const SensitivityCell &cell, bool isKnown)
{
    m_found.emplace(cell.key, cell);
    m_report.metricName = cell.metricName;
    ++(isKnown ? m_report.known : m_report.measured);
    if (m_hooks.cell)
        m_hooks.cell(cell, isKnown);
}

} // namespace quantloupe
