// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"
#include "jobs/run_recorder.h"
#include "models/quant_document.h"
#include "models/sensitivity_findings.h"
#include "models/sensitivity_settings.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace quantloupe {

class Session;

using KnownCellMap = std::map<CellKey, SensitivityCell>;

/// A sweep, and the cells that are known of the generator.
struct SensitivityTask
{
    SensitivityRequest request;
    std::shared_ptr<const KnownCellMap> known = {};
};

/// What a running sweep tells; one of its parts.
struct SensitivityStep
{
    std::optional<SensitivityCell> cell = {};
    std::optional<std::vector<SensitivityMean>> predicted = {};
    /// Core's sentence, for coreText().
    std::optional<std::string> note = {};
};

using SensitivityStepSink = std::function<void(SensitivityStep)>;
/// What sweeps, in the lane's thread.
using SensitivityEngine = std::function<SensitivityReport(
    const SensitivityTask &, const RunContext &, const SensitivityStepSink &)>;
/// Also takes over what was ever measured of the generator, and keeps what it measures, in the file
/// that the command line uses. Goes on without a sketch where there can be none.
SensitivityEngine sensitivityEngine(Session &session);

/// Finds out in the compute lane which layer of the document's generator hurts at which bit-width.
/// What a stopped sweep has measured is kept and not measured again.
class SensitivityController : public QObject
{
    Q_OBJECT

public:
    enum class State { None, Running, Done, Cancelled, Failed };

    SensitivityController(SensitivityEngine engine, QuantDocument *document, JobLane *lane,
                          QObject *parent = nullptr);

    const SensitivitySettings &settings() const { return m_settings; }
    void setSettings(const SensitivitySettings &settings);
    /// Reference and features of metrics that need them; the rest means nothing here.
    void setMeasuring(const MetricsSettings &measuring);

    /// Gives what keeps a sweep that starts, or null; by what was asked.
    using Recording = std::function<std::shared_ptr<RunRecorder>()>;
    void setRecording(Recording recording) { m_recording = std::move(recording); }

    /// Nothing while one is running. What is shown of the same values stays and is added to.
    void start();
    void cancel();
    /// There is something to sweep, and no sweep.
    bool canStart() const;

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running; }
    const SensitivityFindings &findings() const { return m_findings; }
    /// Cells of all repeats, those measured and those there will be at most.
    std::size_t measured() const { return m_cells.size(); }
    std::size_t wanted() const { return m_wanted; }
    /// Absent until all is measured.
    const std::optional<SensitivityReport> &report() const { return m_report; }
    /// Where all that is measured is kept as one run; absent where it is not.
    const std::optional<KeptRun> &kept() const { return m_kept; }
    /// Of the last sweep.
    const SensitivityRequest &asked() const { return m_asked; }
    const MetricsSettings &askedMeasuring() const { return m_askedMeasuring; }
    /// What the last sweep has left out and why, in the user's language.
    const QStringList &notes() const { return m_notes; }
    /// 0..1.
    double fraction() const { return m_fraction; }
    /// The values are those of other settings than would be measured now.
    bool isStale() const;
    /// A sweep that was stopped would go on.
    bool canContinue() const;

    /// What the network was when a cell was measured; absent where the sweep has no such cell. By
    /// places in findings().
    std::optional<QuantConfig> configOf(std::size_t layer, std::size_t bit) const;
    /// One undo step: the layer gets what a cell measured, its quantizer or float. By places in
    /// findings(); nothing where the sweep has no such cell.
    void assign(std::size_t layer, std::size_t bit);

Q_SIGNALS:
    void settingsChanged();
    /// Of anything that is asked for above but the progress.
    void changed();
    /// The document was edited: the answer may be that to another question now.
    void questionChanged();
    void progressed();
    void failed(const QString &sentence, const QString &details);

private:
    /// Layer, bits and repeat.
    using Place = std::tuple<std::string, int, int>;

    void forget();
    void forgetCells();
    SensitivityRequest request() const;
    /// The places of a request, and how many cells there will be.
    void outline(const SensitivityRequest &request);
    void takeOverShown();
    void take(std::vector<SensitivityStep> steps);
    void add(SensitivityCell cell);
    void finish(SensitivityReport report, const std::optional<KeptRun> &kept);
    void takeProgress();
    void showFindings();
    void fail(const Error &error);
    void end(State state);

    SensitivityEngine m_engine;
    QuantDocument *m_document;
    JobLane *m_lane;
    Recording m_recording;
    SensitivitySettings m_settings;
    MetricsSettings m_measuring;
    State m_state = State::None;
    SensitivityRequest m_asked;
    MetricsSettings m_askedMeasuring;
    SensitivityOutline m_outline;
    std::size_t m_wanted = 0;
    /// Of the outline.
    std::vector<SensitivityCell> m_cells;
    /// Where they are in it.
    std::map<Place, std::size_t> m_index;
    std::vector<SensitivityMean> m_predicted;
    /// Of the generator, whatever was asked.
    KnownCellMap m_known;
    SensitivityFindings m_findings;
    std::optional<SensitivityReport> m_report;
    std::optional<KeptRun> m_kept;
    QStringList m_notes;
    double m_fraction = 0;
    /// The lane's number of the job; 0 for none.
    quint64 m_running = 0;
    /// Counts sweeps, and those that were given up.
    quint64 m_run = 0;
};

} // namespace quantloupe
