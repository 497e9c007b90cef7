// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_history.h"

#include "base/error.h"
#include "models/metrics_json.h"
#include "models/metrics_words.h"

namespace quantloupe {

MetricsHistory::MetricsHistory(QuantDocument *document, QObject *parent)
    : QObject(parent), m_document(document)
{
    connect(document, &QuantDocument::opened, this, [this] {
        const QString generator = QString::fromStdString(m_document->info().sha256);
        if (std::exchange(m_generator, generator) == generator)
            return;
        m_all.clear();
        m_json = {};
        Q_EMIT changed();
    });
}

void MetricsHistory::add(const Measurement &measurement)
{
    append(measurement);
    Q_EMIT changed();
}

void MetricsHistory::append(Measurement measurement)
{
    const std::vector<LayerInfo> &layers = m_document->info().layers;
    measurement.size.layers.clear();
    if (measurement.number <= lastNumber())
        measurement.number = lastNumber() + 1;
    measurement.summary = configurationText(measurement.config, layers);
    if (!m_all.isEmpty())
        measurement.change = changeText(m_all.last().config, measurement.config);
    m_json.append(measurementJson(measurement, layers));
    m_all.append(std::move(measurement));
    if (m_all.size() > kMost) {
        m_all.removeFirst();
        m_json.removeFirst();
    }
}

int MetricsHistory::lastNumber() const
{
    return m_all.isEmpty() ? 0 : m_all.last().number;
}

int MetricsHistory::indexOfPresent() const
{
    for (qsizetype i = m_all.size(); i-- > 0;) {
        const Measurement &each = m_all[i];
        if (each.config == m_document->config() && each.report.plan == m_document->plan() &&
            each.calibration == m_document->calibration())
            return int(i);
    }
    return -1;
}

void MetricsHistory::restore(const QJsonArray &json)
{
    m_all.clear();
    m_json = {};
    for (const QJsonValue &value : json) {
        try {
            Measurement measurement = parseMeasurement(value.toObject(), m_document->info().layers);
            // Numbers of other weights.
            if (measurement.report.generatorSha256 == m_document->info().sha256)
                append(std::move(measurement));
        } catch (const Error &) {
            // Of another version: the session opens without it.
        }
    }
    Q_EMIT changed();
}

} // namespace quantloupe
