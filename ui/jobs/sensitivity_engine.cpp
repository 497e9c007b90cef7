// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "jobs/sensitivity_controller.h"
#include "session/cell_file.h"
#include "session/sensitivity_run.h"

#include <utility>

namespace quantloupe {

namespace {

/// One sweep of the engine.
class Sweep
{
public:
    Sweep(Session &session, const SensitivityTask &task, const SensitivityStepSink &sink)
        : m_session(session),
          m_task(task),
          m_sink(sink),
          m_file(info(*task.request.generator), CellFile::Reading::KnownCells)
    {
    }

    SensitivityReport run(const RunContext &context)
    {
        try {
            return run(m_task.request, context);
        } catch (const Error &error) {
            // A network may have no gradient by its weights, or too many of them; the measured
            // values, which are what counts, need none.
            if (m_task.request.sketchProbes == 0 || m_hasSketched ||
                error.kind() == ErrorKind::Internal)
                throw;
            m_sink({.note = error.what()});
        }
        SensitivityRequest plain = m_task.request;
        plain.sketchProbes = 0;
        return run(plain, context);
    }

private:
    SensitivityReport run(const SensitivityRequest &request, const RunContext &context)
    {
        SensitivityHooks hooks;
        hooks.known = [this](const CellKey &key) { return find(key); };
        hooks.remembered = [this](const SensitivityCell &cell) { m_sink({.cell = cell}); };
        hooks.cell = [this](const SensitivityCell &cell, bool isKnown) {
            if (!isKnown)
                m_file.append(cell);
            m_sink({.cell = cell});
        };
        hooks.predicted = [this](const std::vector<SensitivityMean> &means) {
            m_hasSketched = true;
            m_sink({.predicted = means});
        };
        return runSensitivity(m_session, request, context, hooks);
    }

    std::optional<SensitivityCell> find(const CellKey &key) const
    {
        if (m_task.known)
            if (const auto found = m_task.known->find(key); found != m_task.known->end())
                return found->second;
        return m_file.find(key);
    }

    Session &m_session;
    const SensitivityTask &m_task;
    const SensitivityStepSink &m_sink;
    CellFile m_file;
    bool m_hasSketched = false;
};

} // namespace

SensitivityEngine sensitivityEngine(Session &session)
{
    return [&session](const SensitivityTask &task, const RunContext &context,
                      const SensitivityStepSink &sink) {
        return Sweep(session, task, sink).run(context);
    };
}

} // namespace quantloupe
