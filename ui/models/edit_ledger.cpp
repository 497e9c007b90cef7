// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit_ledger.h"

#include "analysis/config_difference.h"
#include "models/metrics_words.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace quantloupe {

namespace {

/// Comparable rows of other configurations that are looked for.
constexpr int kLeastMeasured = 2;

int changedLayerCount(const QuantConfig &before, const QuantConfig &after,
                      const std::vector<LayerInfo> &layers)
{
    const std::vector<LayerDifference> all = configDifference({before, layers}, {after, layers});
    return int(
        std::ranges::count_if(all, [](const LayerDifference &each) { return !each.isSame(); }));
}

} // namespace

EditLedger::EditLedger(QuantDocument *document, const MetricsHistory *history, SizeFunction size,
                       QObject *parent)
    : QObject(parent), m_document(document), m_history(history), m_size(std::move(size))
{
    connect(document, &QuantDocument::opened, this, &EditLedger::startOver);
    connect(document->undoStack(), &QUndoStack::indexChanged, this, &EditLedger::followStack);
    connect(history, &MetricsHistory::changed, this, &EditLedger::forgetContents);
    startOver();
}

void EditLedger::startOver()
{
    m_states = {present()};
    m_footing = {};
    m_qualities.clear();
    forgetContents();
}

EditLedger::State EditLedger::present() const
{
    return {m_document->config(), m_size(m_document->config()).bytes};
}

void EditLedger::followStack()
{
    // A step that is pushed cuts off those that were undone; undo and redo go among the known ones.
    m_states.resize(std::size_t(m_document->undoStack()->count()) + 1);
    m_states[std::size_t(m_document->undoStack()->index())] = present();
    forgetContents();
}

void EditLedger::noteQuality(const MeanQuality &mean, const std::vector<SampleRef> &samples)
{
    Footing footing{samples, m_document->plan(), m_document->calibration(),
                    m_document->inputPictures()};
    if (!(footing == m_footing)) {
        m_qualities.clear();
        m_footing = std::move(footing);
    }
    std::erase_if(m_qualities,
                  [this](const Quality &each) { return each.config == m_document->config(); });
    if (mean.sqnr)
        m_qualities.push_back({m_document->config(), *mean.sqnr});
    forgetContents();
}

std::optional<double> EditLedger::sqnrOf(const QuantConfig &config) const
{
    if (config.isFloat() && config.corrections().isEmpty())
        return std::numeric_limits<double>::infinity();
    const auto known = std::ranges::find(m_qualities, config, &Quality::config);
    return known == m_qualities.end() ? std::nullopt : std::optional(known->sqnr);
}

EditLedger::ComparedMetric EditLedger::comparedMetric() const
{
    const QList<Measurement> &all = m_history->all();
    for (int newest = int(all.size()) - 1; newest >= 0; --newest)
        for (std::size_t row = 0; row < all[newest].report.rows.size(); ++row) {
            const MetricRow &wanted = all[newest].report.rows[row];
            const auto compares = [&](const Measurement &other) {
                const MetricRow *same = findRow(other.report, wanted);
                return same && same->quantized &&
                       differenceOf(all[newest].report, wanted, other.report, *same).empty();
            };
            if (wanted.layer.empty() && std::ranges::count_if(all, compares) >= kLeastMeasured)
                return {rowTitle(wanted), newest, row};
        }
    return {};
}

std::optional<double> EditLedger::metricOf(const QuantConfig &config,
                                           const ComparedMetric &metric) const
{
    if (metric.measured < 0)
        return {};
    const QList<Measurement> &all = m_history->all();
    const MetricsReport &report = all[metric.measured].report;
    const MetricRow &wanted = report.rows[metric.row];
    for (qsizetype i = all.size(); i-- > 0;) {
        const MetricRow *same = findRow(all[i].report, wanted);
        if (all[i].config == config && same && same->quantized &&
            differenceOf(report, wanted, all[i].report, *same).empty())
            return *same->quantized;
    }
    return {};
}

LedgerEntry EditLedger::entryOf(std::size_t step, const ComparedMetric &metric) const
{
    const QuantConfig &before = m_states[step].config;
    const QuantConfig &after = m_states[step + 1].config;
    LedgerEntry entry;
    entry.what = m_document->undoStack()->text(int(step));
    entry.layers = changedLayerCount(before, after, m_document->info().layers);
    entry.bytes = m_states[step + 1].bytes;
    entry.bytesSaved = m_states[step].bytes - entry.bytes;
    entry.sqnr = {sqnrOf(before), sqnrOf(after)};
    entry.metric = {metricOf(before, metric), metricOf(after, metric)};
    return entry;
}

void EditLedger::forgetContents()
{
    m_contents.reset();
    Q_EMIT changed();
}

const EditLedger::Contents &EditLedger::contents() const
{
    if (m_contents)
        return *m_contents;
    const ComparedMetric metric = comparedMetric();
    m_contents = Contents{metric.name, {}};
    const auto made = std::size_t(m_document->undoStack()->index());
    for (std::size_t step = 0; step < made && step + 1 < m_states.size(); ++step)
        if (!(m_states[step].config == m_states[step + 1].config))
            m_contents->entries.append(entryOf(step, metric));
    return *m_contents;
}

} // namespace quantloupe
