// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_history.h"

#include "base/error.h"
#include "models/metrics_json.h"
#include "models/metrics_words.h"

#include <utility>

namespace quantloupe {

MetricsHistory::MetricsHistory(QuantDocument *document, QObject *parent)
    : QObject(parent), m_document(document)
{
    connect(document, &QuantDocument::opened, this, &MetricsHistory::changeGenerator);
}

void MetricsHistory::changeGenerator()
{
    const QString generator = QString::fromStdString(m_document->info().sha256);
    const QString before = std::exchange(m_generator, generator);
    if (before == generator)
        return;
    if (!m_json.isEmpty())
        m_others.insert(before, m_json);
    take(m_others.take(generator));
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

QJsonArray MetricsHistory::toJson() const
{
    QJsonArray all = m_json;
    for (const QJsonArray &other : m_others)
        for (const QJsonValue &measurement : other)
            all.append(measurement);
    return all;
}

void MetricsHistory::restore(const QJsonArray &json)
{
    m_others.clear();
    take(json);
}

void MetricsHistory::take(const QJsonArray &json)
{
    m_all.clear();
    m_json = {};
    for (const QJsonValue &value : json) {
        const QString generator = generatorOf(value.toObject());
        if (generator != QString::fromStdString(m_document->info().sha256)) {
            if (!generator.isEmpty())
                m_others[generator].append(value);
            continue;
        }
        try {
            append(parseMeasurement(value.toObject(), m_document->info().layers));
        } catch (const Error &) {
            // Of another version: the session opens without it.
        }
    }
    Q_EMIT changed();
}

} // namespace quantloupe
