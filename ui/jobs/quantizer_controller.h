// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/quantizer_trial.h"
#include "jobs/job_lane.h"
#include "models/quant_document.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <utility>
#include <variant>
#include <vector>

namespace quantloupe {

/// Which quantizers to try on the weight of one layer.
struct QuantizerRequest
{
    GeneratorPtr generator;
    std::string layer;
    Granularity granularity = Granularity::PerChannel;
    std::vector<WeightSpec> specs;
    /// The weight itself is wanted on the axis of the levels, too.
    bool wantsWeights = false;
};

using QuantizerItem = std::variant<PlacedWeights, QuantizerTrial>;
using QuantizerSink = std::function<void(QuantizerItem)>;
/// What tries them, in the lane's thread.
using QuantizerEngine =
    std::function<void(const QuantizerRequest &, const RunContext &, const QuantizerSink &)>;
QuantizerEngine quantizerEngine();

/// Tries quantizers on the selected layer, under its own scales, in a lane of its own while
/// somebody looks. What was tried once stays known until another network is opened.
class QuantizerController : public QObject
{
    Q_OBJECT

public:
    /// From the last change of the selection until something is tried.
    static constexpr std::chrono::milliseconds kSettle{250};

    QuantizerController(QuantizerEngine engine, QuantDocument *document, JobLane *lane,
                        QObject *parent = nullptr);

    /// Rows of the selected layers.
    void setRows(const QList<int> &rows);
    qsizetype selectedCount() const { return m_rows.size(); }
    /// The one selected layer; null for none and for several.
    const LayerInfo *layer() const;
    /// Bit-widths to try, besides that of the layer.
    void setBits(const std::vector<int> &bits);
    void setActive(bool active);
    /// Tries what is missing, also after it was cancelled or failed.
    void resume();
    void cancel();

    /// The weight of the layer on the axis of the levels; null while that is not known.
    const PlacedWeights *weights() const;
    /// What is known of the quantizers that are wanted, in their order.
    std::vector<QuantizerTrial> trials() const;
    const std::vector<WeightSpec> &wanted() const { return m_specs; }
    /// The layer's own quantizer.
    const WeightSpec &present() const { return m_present; }
    Granularity granularity() const { return m_granularity; }
    /// A run is under way or due.
    bool isRunning() const { return m_running != 0 || m_settle.isActive(); }
    /// The last run was cancelled or failed before all was known.
    bool isInterrupted() const { return m_interrupted; }

    /// One undo step: the layer gets this quantizer and keeps its activation.
    void assign(const WeightSpec &spec);

Q_SIGNALS:
    /// Another layer, other scales, or other quantizers: all that was shown is void.
    void subjectChanged();
    /// The layer's own quantizer is another.
    void presentChanged();
    /// More is known.
    void arrived();
    /// isRunning() or isInterrupted() is another.
    void stateChanged();
    void failed(const QString &sentence, const QString &details);

private:
    void connectSignals();
    void forget();
    /// What is wanted now; starts what is missing of it.
    void update();
    WeightSpec presentOf(const LayerInfo &layer) const;
    std::vector<WeightSpec> wantedSpecs() const;
    std::vector<WeightSpec> missing() const;
    void schedule();
    void start();
    void stop();
    void take(const QuantizerRequest &request, std::vector<QuantizerItem> items);
    /// False for a run that another has replaced.
    bool end(quint64 run, bool isInterrupted);

    using Place = std::pair<std::string, Granularity>;
    using Trial = std::pair<std::string, WeightSpec>;

    QuantizerEngine m_engine;
    QuantDocument *m_document;
    JobLane *m_lane;
    QTimer m_settle;
    QList<int> m_rows;
    std::vector<int> m_bits{4, 3, 2, 1};
    /// Of the subject.
    std::string m_name;
    Granularity m_granularity = Granularity::PerChannel;
    std::vector<WeightSpec> m_specs;
    WeightSpec m_present;
    std::map<Place, PlacedWeights> m_weights;
    std::map<Trial, QuantizerTrial> m_trials;
    /// The lane's number of the job; 0 for none.
    quint64 m_running = 0;
    /// Counts runs, and those that were given up.
    quint64 m_run = 0;
    bool m_active = false;
    bool m_interrupted = false;
};

} // namespace quantloupe
