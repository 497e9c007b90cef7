// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stored_runs.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace stored_runs {

inline std::vector<RunId> idsOf(const std::vector<RunSummary> &runs)
{
    std::vector<RunId> ids;
    for (const RunSummary &run : runs)
        ids.push_back(run.id);
    return ids;
}

using Ids = std::vector<RunId>;

/// A finished run with one cell under `key`.
inline RunId addRun(RunStore &store, const RunRequest &request, const std::string &key,
                    const std::string &value)
{
    const RunId run = store.beginRun(request);
    store.appendCell(run, key, value);
    store.finishRun(run, {RunState::Finished, R"({"answer":42})", {}});
    return run;
}

/// A folder for stores of each test.
class RunStoreFixture : public QObject
{
protected:
    std::filesystem::path file() const { return fileIn(*m_folder); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace stored_runs
