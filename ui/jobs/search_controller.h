// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"
#include "jobs/run_recorder.h"
#include "models/quant_document.h"
#include "models/search_findings.h"
#include "models/search_settings.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quantloupe {

class Session;

using KnownCellMap = std::map<CellKey, SensitivityCell>;

/// A search, and the cells that are known of the generator.
struct SearchTask
{
    ConfigSearchRequest request;
    /// A name or a file; empty for any device.
    std::string target;
    std::shared_ptr<const KnownCellMap> known = {};
};

/// What a running search tells; one of its parts.
struct SearchStep
{
    std::optional<SensitivityCell> cell = {};
    std::optional<SearchTrial> trial = {};
    /// Better than all before.
    std::optional<SearchTrial> better = {};
};

using SearchStepSink = std::function<void(SearchStep)>;
/// What searches, in the lane's thread.
using SearchEngine = std::function<ConfigSearchReport(const SearchTask &, const RunContext &,
                                                      const SearchStepSink &)>;
/// Also reads the target, takes over what was ever measured of the generator and how far a search
/// of the same was, and keeps both, in the files that the command line uses.
SearchEngine searchEngine(Session &session);

/// Searches in the compute lane for the bits of the document's generator. A search that was stopped
/// or had too little time goes on where it was.
class SearchController : public QObject
{
    Q_OBJECT

public:
    enum class State { None, Running, Done, Cancelled, Failed };

    SearchController(SearchEngine engine, QuantDocument *document, JobLane *lane,
                     QObject *parent = nullptr);

    const SearchSettings &settings() const { return m_settings; }
    void setSettings(const SearchSettings &settings);
    /// Reference and features of metrics that need them; the rest means nothing here.
    void setMeasuring(const MetricsSettings &measuring);

    /// Gives what keeps a search that starts, or null; by what was asked.
    using Recording = std::function<std::shared_ptr<RunRecorder>()>;
    void setRecording(Recording recording) { m_recording = std::move(recording); }

    /// Nothing while one is running. What is shown of another search is forgotten.
    void start();
    void cancel();
    /// There is something to search among, and no search.
    bool canStart() const;
    /// As allowedProblem().
    QString problem() const;

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running; }
    const SearchFindings &findings() const { return m_findings; }
    /// Values of layers and points that this search has, measured or known before.
    std::size_t measured() const { return m_measured; }
    /// Absent until the best is confirmed, or nothing was found.
    const std::optional<ConfigSearchReport> &report() const { return m_report; }
    /// Of the last search.
    const ConfigSearchRequest &asked() const { return m_asked; }
    const SearchSettings &askedSettings() const { return m_askedSettings; }
    const MetricsSettings &askedMeasuring() const { return m_askedMeasuring; }
    /// 0..1, and what is being done, in the user's language.
    double fraction() const { return m_fraction; }
    const QString &activity() const { return m_activity; }
    /// The answer is that to another question than would be asked now.
    bool isStale() const;
    /// A search that was stopped, or whose time was up, would go on.
    bool canContinue() const;

    /// One undo step: the layers get the weights of a configuration. By a place in
    /// findings().trials.
    void load(std::size_t trial);

Q_SIGNALS:
    void settingsChanged();
    /// Of anything that is asked for above but the progress.
    void changed();
    /// The document was edited: the answer may be that to another question now.
    void questionChanged();
    void progressed();
    void failed(const QString &sentence, const QString &details);

private:
    void forget();
    ConfigSearchRequest request() const;
    void take(std::vector<SearchStep> steps);
    void takeBest(const SearchTrial &trial, bool isReachable);
    void finish(ConfigSearchReport report);
    void takeProgress();
    void fail(const Error &error);
    void end(State state);

    SearchEngine m_engine;
    QuantDocument *m_document;
    JobLane *m_lane;
    Recording m_recording;
    SearchSettings m_settings;
    MetricsSettings m_measuring;
    State m_state = State::None;
    ConfigSearchRequest m_asked;
    SearchSettings m_askedSettings;
    MetricsSettings m_askedMeasuring;
    SearchFindings m_findings;
    std::size_t m_measured = 0;
    /// Of the generator, whatever was asked.
    KnownCellMap m_known;
    std::optional<ConfigSearchReport> m_report;
    double m_fraction = 0;
    QString m_activity;
    /// The lane's number of the job; 0 for none.
    quint64 m_running = 0;
    /// Counts searches, and those that were given up.
    quint64 m_run = 0;
};

} // namespace quantloupe
