// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sensitivity_fixture.h"

#include "session/config_search.h"

#include <QObject>

#include <optional>

namespace config_search_fixture {

using namespace sensitivity_fixture;

/// As opposed to layers.
inline bool isPoint(const CellKey &key)
{
    return key.starts_with("search ");
}

/// Searches of a small generator.
class ConfigSearchFixture : public QObject
{
protected:
    ConfigSearchRequest request() const
    {
        ConfigSearchRequest request;
        request.sweep = m_fixture->request();
        request.rules.bits = {8, 4, 2};
        request.budget = SearchBudget{SearchCost::Bits, 5};
        request.metrics = {MetricKind::OutputSqnr};
        request.count = 8;
        return request;
    }
    ConfigSearchReport run(const ConfigSearchRequest &request, const ConfigSearchHooks &hooks = {},
                           const RunContext &context = RunContext())
    {
        return searchConfig(m_fixture->session(), request, context, hooks);
    }
    ConfigSearchRequest boundRequest(double sqnr) const
    {
        ConfigSearchRequest given = request();
        given.budget.reset();
        given.bound = SearchBound{MetricKind::OutputSqnr, sqnr};
        return given;
    }

    std::optional<Fixture> m_fixture;
};

} // namespace config_search_fixture
