// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"
#include "jobs/shown_sweep.h"
#include "models/quant_document.h"
#include "session/export_run.h"

#include <QObject>

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace quantloupe {

class FileWriter;
class OutputJob;

/// What exporters write about a configuration, in a lane's thread.
using ExportEngine = std::function<ExportSource(const ExportRequest &, const RunContext &)>;
ExportEngine exportEngine(Session &session);

/// Tells what a format cannot say of the document's present configuration, and writes it. Looks as
/// long as somebody watches, in a lane of its own: the newest question wins.
class ExportController : public QObject
{
    Q_OBJECT

public:
    /// Of what is lost.
    enum class State { None, Looking, Known, Failed };

    /// `present` gives generator, configuration and calibration; it is asked only while a
    /// generator is open.
    ExportController(ExportEngine engine, QuantDocument *document,
                     std::function<CompareRequest()> present, FileWriter *files,
                     QObject *parent = nullptr);
    ~ExportController() override;

    void setFormat(ExportFormat format);
    ExportFormat format() const { return m_format; }
    /// Gives the sweep that is there to be shown; absent for none.
    using Sweep = std::function<std::optional<ShownSweep>()>;
    void setSweep(Sweep source) { m_sweepSource = std::move(source); }
    /// Asks for the sweep again.
    void followSweep();
    /// The one that Model Explorer could show.
    const std::optional<ShownSweep> &sweep() const { return m_sweep; }
    /// Of what Model Explorer shows: the sweep, as it is at first, or the SQNR of the weights. Of
    /// no consequence while there is no sweep.
    void setWantsSweep(bool wants);
    bool wantsSweep() const { return m_wantsSweep; }
    /// What a file of the present format shows; null for no sweep.
    const ShownSweep *writtenSweep() const;

    /// In State::Known: that sweep has no value at the bits of the configuration, and a file would
    /// show none.
    bool showsNothing() const { return m_showsNothing; }

    /// From now on losses are kept up to date, or no more.
    void setWatched(bool watched);

    State state() const { return m_state; }
    /// Of the present configuration in State::Known, in the order of the layers; else empty.
    const std::vector<ExportLoss> &losses() const { return m_losses; }
    /// Why they are not known, in State::Failed.
    const QString &failure() const { return m_failure; }
    const QString &failureDetails() const { return m_failureDetails; }

    /// With what belongs beside it; output() tells how that goes.
    void write(const QString &path);
    OutputJob *output() const { return m_output; }
    /// What is asked for where something is written now.
    ExportRequest request() const;
    /// Gives the line for a shell that writes the same file, which is written into formats that say
    /// where they come from; throws Error where there is none.
    using Command = std::function<std::string(const QString &path)>;
    void setCommand(Command command) { m_command = std::move(command); }

Q_SIGNALS:
    /// Of what is known about losses, and of sweep().
    void changed();

private:
    /// Shared with the lanes' threads.
    using Source = std::shared_ptr<const ExportSource>;
    struct Known
    {
        DocumentState state;
        InputPictures pictures;
        bool hasCodes = false;
        Source source;
    };
    struct Looked
    {
        Source source;
        std::vector<ExportLoss> losses;
        bool showsNothing = false;
    };

    void forget();
    void look();
    std::optional<SweepOverlay> overlay() const;
    Provenance provenance(const QString &path) const;
    Source knownSource() const;
    void take(const Known &asked, Looked looked);

    ExportEngine m_engine;
    QuantDocument *m_document;
    std::function<CompareRequest()> m_present;
    Command m_command;
    OutputJob *m_output;
    ExportFormat m_format = ExportFormat::Quantloupe;
    Sweep m_sweepSource;
    std::optional<ShownSweep> m_sweep;
    bool m_wantsSweep = true;
    bool m_isWatched = false;
    State m_state = State::None;
    std::vector<ExportLoss> m_losses;
    bool m_showsNothing = false;
    QString m_failure;
    QString m_failureDetails;
    std::optional<Known> m_known;
    /// What the look in State::Looking makes; broken once it is cancelled.
    std::shared_future<Source> m_looked;
    /// Counts questions: answers to earlier ones are dropped.
    quint64 m_question = 0;
    /// Last: it stops its job before anything else is destroyed.
    JobLane m_lane{QueuePolicy::NewestWins};
};

} // namespace quantloupe
