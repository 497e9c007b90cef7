// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/quantizer_controller.h"

#include "models/core_words.h"
#include "models/layer_setting_edit.h"
#include "models/quantizer_words.h"
#include "session/quantizer_trials.h"

#include <algorithm>

namespace quantloupe {

QuantizerEngine quantizerEngine()
{
    return
        [](const QuantizerRequest &request, const RunContext &context, const QuantizerSink &sink) {
            if (request.wantsWeights)
                sink(placeWeights(*request.generator, request.layer, request.granularity));
            tryQuantizers(*request.generator, request.layer, request.specs, context,
                          [&](const QuantizerTrial &trial) { sink(trial); });
        };
}

QuantizerController::QuantizerController(QuantizerEngine engine, QuantDocument *document,
                                         JobLane *lane, QObject *parent)
    : QObject(parent), m_engine(std::move(engine)), m_document(document), m_lane(lane)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettle);
    connectSignals();
}

void QuantizerController::connectSignals()
{
    connect(&m_settle, &QTimer::timeout, this, &QuantizerController::start);
    connect(m_document, &QuantDocument::aboutToOpen, this, &QuantizerController::forget);
    for (const auto changed : {&QuantDocument::opened, &QuantDocument::configChanged})
        connect(m_document, changed, this, &QuantizerController::update);
}

void QuantizerController::forget()
{
    stop();
    m_rows.clear();
    m_name.clear();
    m_specs.clear();
    m_weights.clear();
    m_trials.clear();
}

void QuantizerController::setRows(const QList<int> &rows)
{
    if (rows == m_rows)
        return;
    const bool wasNone = m_name.empty();
    m_rows = rows;
    update();
    // No layer and several are told apart.
    if (wasNone && m_name.empty())
        Q_EMIT subjectChanged();
}

const LayerInfo *QuantizerController::layer() const
{
    const std::vector<LayerInfo> &layers = m_document->info().layers;
    const bool isKnown = m_rows.size() == 1 && m_rows.constFirst() < int(layers.size());
    return isKnown ? &layers[static_cast<std::size_t>(m_rows.constFirst())] : nullptr;
}

void QuantizerController::setBits(const std::vector<int> &bits)
{
    m_bits = bits;
    update();
}

void QuantizerController::setActive(bool active)
{
    m_active = active;
    if (active)
        schedule();
}

WeightSpec QuantizerController::presentOf(const LayerInfo &layer) const
{
    WeightSpec spec = canonical(m_document->config().spec(layer.name).weight);
    // However it is written, such a weight has one scale.
    if (!spec.isFloat() && !channelObstacle(layer).isEmpty())
        spec.granularity = Granularity::PerTensor;
    return spec;
}

std::vector<WeightSpec> QuantizerController::wantedSpecs() const
{
    std::vector<int> bits = m_bits;
    if (!m_present.isFloat())
        bits.push_back(m_present.bits);
    std::ranges::sort(bits, std::ranges::greater());
    const auto [first, last] = std::ranges::unique(bits);
    bits.erase(first, last);
    return trialSpecs(bits, m_granularity);
}

void QuantizerController::update()
{
    const LayerInfo *chosen = layer();
    const std::string name = chosen ? chosen->name : std::string();
    const WeightSpec before = m_present;
    m_present = chosen ? presentOf(*chosen) : WeightSpec();
    m_granularity = chosen && !channelObstacle(*chosen).isEmpty() ? Granularity::PerTensor
                                                                  : m_present.granularity;
    std::vector<WeightSpec> specs = chosen ? wantedSpecs() : std::vector<WeightSpec>();
    if (name != m_name || specs != m_specs) {
        stop();
        m_name = name;
        m_specs = std::move(specs);
        m_interrupted = false;
        Q_EMIT subjectChanged();
    } else if (m_present != before) {
        Q_EMIT presentChanged();
    }
    schedule();
}

std::vector<WeightSpec> QuantizerController::missing() const
{
    std::vector<WeightSpec> specs;
    for (const WeightSpec &spec : m_specs)
        if (!m_trials.contains({m_name, spec}))
            specs.push_back(spec);
    return specs;
}

const PlacedWeights *QuantizerController::weights() const
{
    const auto found = m_weights.find({m_name, m_granularity});
    return found == m_weights.end() ? nullptr : &found->second;
}

std::vector<QuantizerTrial> QuantizerController::trials() const
{
    std::vector<QuantizerTrial> known;
    for (const WeightSpec &spec : m_specs)
        if (const auto found = m_trials.find({m_name, spec}); found != m_trials.end())
            known.push_back(found->second);
    return known;
}

void QuantizerController::schedule()
{
    if (!m_active || m_interrupted || isRunning() || m_specs.empty() || missing().empty())
        return;
    m_settle.start();
    Q_EMIT stateChanged();
}

void QuantizerController::resume()
{
    m_interrupted = false;
    schedule();
    Q_EMIT stateChanged();
}

void QuantizerController::start()
{
    if (m_specs.empty())
        return;
    const QuantizerRequest request{m_document->generator(), m_name, m_granularity, missing(),
                                   !weights()};
    using Item = QuantizerItem;
    auto job = std::make_unique<Job<std::monostate, Item>>(
        tr("Comparing quantizers on %1").arg(QString::fromStdString(m_name)), this);
    job->work = [engine = m_engine, request](const RunContext &context,
                                             const std::function<void(Item)> &sink) {
        engine(request, context, sink);
        return std::monostate();
    };
    job->arrived = [this, request](std::vector<Item> items) { take(request, std::move(items)); };
    job->done = [this, run = ++m_run](std::monostate) { end(run, false); };
    job->cancelled = [this, run = m_run] { end(run, true); };
    job->failed = [this, run = m_run](const Error &error) {
        if (end(run, true))
            Q_EMIT failed(coreText(error.what()), QString::fromStdString(error.context()));
    };
    m_running = m_lane->start(std::move(job));
    Q_EMIT stateChanged();
}

void QuantizerController::take(const QuantizerRequest &request, std::vector<QuantizerItem> items)
{
    if (request.generator != m_document->generator())
        return;
    for (QuantizerItem &item : items) {
        if (auto *trial = std::get_if<QuantizerTrial>(&item))
            m_trials[{request.layer, trial->spec}] = std::move(*trial);
        else
            m_weights[{request.layer, request.granularity}] = std::get<PlacedWeights>(item);
    }
    if (request.layer == m_name)
        Q_EMIT arrived();
}

bool QuantizerController::end(quint64 run, bool isInterrupted)
{
    if (run != m_run)
        return false;
    m_running = 0;
    m_interrupted = isInterrupted;
    Q_EMIT stateChanged();
    return true;
}

void QuantizerController::stop()
{
    m_settle.stop();
    if (m_running != 0)
        m_lane->cancel(m_running);
    m_running = 0;
    ++m_run;
}

void QuantizerController::cancel()
{
    if (m_running != 0) {
        m_lane->cancel(m_running);
    } else if (m_settle.isActive()) {
        m_settle.stop();
        end(m_run, true);
    }
}

void QuantizerController::assign(const WeightSpec &spec)
{
    if (!layer())
        return;
    SpecEdit setting;
    setting.setsWeight = true;
    setting.spec.weight = spec;
    m_document->edit(m_rows, settingEdit(setting, tr("Quantizer %1").arg(quantizerName(spec))));
}

} // namespace quantloupe
