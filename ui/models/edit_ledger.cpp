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
    connect(history, &MetricsHistory::changed, this, &EditLedger::rebuild);
    startOver();
}

void EditLedger::startOver()
{
    m_states = {present()};
    m_footing = {};
    m_qualities.clear();
    rebuild();
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
    rebuild();
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
    rebuild();
}

std::optional<double> EditLedger::sqnrOf(const QuantConfig &config) const
{
    if (config.isFloat() && config.corrections().isEmpty())
        return std::numeric_limits<double>::infinity();
    const auto known = std::ranges::find(m_qualities, config, &Quality::config);
    return known == m_qualities.end() ? std::nullopt : std::optional(known->sqnr);
}

void EditLedger::chooseMetric()
{
    m_measured = -1;
    m_metric.clear();
    const QList<Measurement> &all = m_history->all();
    for (int newest = int(all.size()) - 1; newest >= 0 && m_measured < 0; --newest)
        for (std::size_t row = 0; row < all[newest].report.rows.size() && m_measured < 0; ++row) {
            const MetricRow &wanted = all[newest].report.rows[row];
            const auto compares = [&](const Measurement &other) {
                const MetricRow *same = findRow(other.report, wanted);
                return same && same->quantized &&
                       differenceOf(all[newest].report, wanted, other.report, *same).empty();
            };
            if (wanted.layer.empty() && std::ranges::count_if(all, compares) >= kLeastMeasured) {
                m_measured = newest;
                m_row = row;
                m_metric = rowTitle(wanted);
            }
        }
}

std::optional<double> EditLedger::metricOf(const QuantConfig &config) const
{
    if (m_measured < 0)
        return {};
    const QList<Measurement> &all = m_history->all();
    const MetricsReport &report = all[m_measured].report;
    const MetricRow &wanted = report.rows[m_row];
    for (qsizetype i = all.size(); i-- > 0;) {
        const MetricRow *same = findRow(all[i].report, wanted);
        if (all[i].config == config && same && same->quantized &&
            differenceOf(report, wanted, all[i].report, *same).empty())
            return *same->quantized;
    }
    return {};
}

LedgerEntry EditLedger::entryOf(std::size_t step) const
{
    const QuantConfig &before = m_states[step].config;
    const QuantConfig &after = m_states[step + 1].config;
    LedgerEntry entry;
    entry.what = m_document->undoStack()->text(int(step));
    entry.layers = changedLayerCount(before, after, m_document->info().layers);
    entry.bytes = m_states[step + 1].bytes;
    entry.bytesSaved = m_states[step].bytes - entry.bytes;
    entry.sqnr = {sqnrOf(before), sqnrOf(after)};
    entry.metric = {metricOf(before), metricOf(after)};
    return entry;
}

void EditLedger::rebuild()
{
    chooseMetric();
    m_entries.clear();
    const auto made = std::size_t(m_document->undoStack()->index());
    for (std::size_t step = 0; step < made && step + 1 < m_states.size(); ++step)
        if (!(m_states[step].config == m_states[step + 1].config))
            m_entries.append(entryOf(step));
    Q_EMIT changed();
}

} // namespace quantloupe
