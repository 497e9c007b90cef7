// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metrics_report.h"
#include "models/metrics_settings.h"
#include "models/quant_document.h"
#include "quant/size_report.h"

#include <QJsonArray>
#include <QList>
#include <QMap>
#include <QObject>

namespace quantloupe {

/// A configuration with what was measured of it.
struct Measurement
{
    QuantConfig config;
    CalibrationPlan calibration;
    /// What was asked for.
    MetricsSettings settings;
    /// Without its layers.
    SizeReport size;
    MetricsReport report;
    /// The configuration in short and what is different from the measurement before, in words; set
    /// by MetricsHistory.
    QString summary;
    QString change;
    /// From 1 on in the order of measuring, and its name for good: earlier ones that were pushed
    /// out change nothing. MetricsHistory sets it unless it is beyond the last one's.
    int number = 0;
};

/// What was measured of the generator that is open, oldest first. What was measured of others comes
/// back with them.
class MetricsHistory : public QObject
{
    Q_OBJECT

public:
    /// Later ones push out the oldest.
    static constexpr qsizetype kMost = 1000;

    explicit MetricsHistory(QuantDocument *document, QObject *parent = nullptr);

    const QList<Measurement> &all() const { return m_all; }
    bool isEmpty() const { return m_all.isEmpty(); }
    void add(const Measurement &measurement);
    /// The newest of the document's present configuration and sampling; -1 where there is none.
    int indexOfPresent() const;

    /// For the session's file, and back; what is not understood is left out.
    QJsonArray toJson() const;
    void restore(const QJsonArray &json);

Q_SIGNALS:
    void changed();

private:
    void append(Measurement measurement);
    void changeGenerator();
    /// Own ones become those of the history, others are kept aside.
    void take(const QJsonArray &json);
    int lastNumber() const;

    QuantDocument *m_document;
    QString m_generator;
    QList<Measurement> m_all;
    /// Kept beside, so that a session can be written often.
    QJsonArray m_json;
    /// The same of other generators, by their SHA-256.
    QMap<QString, QJsonArray> m_others;
};

} // namespace quantloupe
