// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/search_controller.h"
#include "session/cell_file.h"
#include "session/config_search.h"

#include <utility>

namespace quantloupe {

namespace {

std::optional<SensitivityCell> find(const SearchTask &task, const CellFile &file,
                                    const CellKey &key)
{
    if (task.known)
        if (const auto found = task.known->find(key); found != task.known->end())
            return found->second;
    return file.find(key);
}

ConfigSearchReport search(Session &session, const SearchTask &task, const RunContext &context,
                          const SearchStepSink &sink)
{
    ConfigSearchRequest request = task.request;
    if (!task.target.empty())
        request.rules.target = readTargetProfile(task.target);
    const CellFile file(info(*request.sweep.generator), CellFile::Reading::KnownCells);
    ConfigSearchHooks hooks;
    hooks.keeping = keptSearches(true);
    hooks.sweep.known = [&](const CellKey &key) { return find(task, file, key); };
    hooks.sweep.cell = [&](const SensitivityCell &cell, bool isKnown) {
        if (!isKnown)
            file.append(cell);
        sink({.cell = cell});
    };
    hooks.trial = [&](const SearchTrial &trial) { sink({.trial = trial}); };
    hooks.better = [&](const SearchTrial &trial) { sink({.better = trial}); };
    return searchConfig(session, request, context, hooks);
}

} // namespace

SearchEngine searchEngine(Session &session)
{
    return [&session](const SearchTask &task, const RunContext &context,
                      const SearchStepSink &sink) { return search(session, task, context, sink); };
}

} // namespace quantloupe
