// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare_report.h"
#include "models/metrics_history.h"
#include "quant/size_report.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace quantloupe {

/// A value before and after an edit. Infinite for the output of float, to the bit; absent where it
/// was not measured.
struct LedgerChange
{
    std::optional<double> before;
    std::optional<double> after;
};

/// What one edit that was made, and not undone, bought and what it cost.
struct LedgerEntry
{
    /// As the undo menu names it.
    QString what;
    /// Whose settings it changed.
    int layers = 0;
    /// Of the whole model; below 0 where it grew.
    std::int64_t bytesSaved = 0;
    std::int64_t bytes = 0;
    /// Of the output in dB, over the same pictures before and after.
    LedgerChange sqnr;
    /// Of EditLedger::metric(), by measurements that compare with each other.
    LedgerChange metric;
};

/// What bought what: the edits between the opened generator and the present configuration, each
/// with the bytes it saved and the quality it cost, as far as that was measured. Edits that are
/// undone leave it, and come back with redo; those that change no setting are left out.
class EditLedger : public QObject
{
    Q_OBJECT

public:
    using SizeFunction = std::function<SizeReport(const QuantConfig &)>;

    EditLedger(QuantDocument *document, const MetricsHistory *history, SizeFunction size,
               QObject *parent = nullptr);

    /// Mean over the pictures of the present configuration, which were drawn from `samples`. Values
    /// of other samples, or of another sampling, are not compared with it.
    void noteQuality(const MeanQuality &mean, const std::vector<SampleRef> &samples);

    /// In the order in which they were made.
    const QList<LedgerEntry> &entries() const { return contents().entries; }
    /// The newest one that was measured of two configurations or more, "SWD"; empty for none.
    const QString &metric() const { return contents().metric; }
    /// Pictures over which LedgerEntry::sqnr is a mean; 0 while none are drawn.
    std::size_t pictures() const { return m_footing.samples.size(); }

Q_SIGNALS:
    void changed();

private:
    /// What values of pictures depend on besides the configuration.
    struct Footing
    {
        std::vector<SampleRef> samples;
        SamplingPlan plan;
        CalibrationPlan calibration;
        InputPictures inputs;
        bool operator==(const Footing &) const = default;
    };
    struct State
    {
        QuantConfig config;
        std::int64_t bytes = 0;
    };
    struct Quality
    {
        QuantConfig config;
        double sqnr = 0;
    };

    /// A metric of which two configurations or more were measured.
    struct ComparedMetric
    {
        QString name = {};
        /// The newest measurement of it, and its row there; -1 for none.
        int measured = -1;
        std::size_t row = 0;
    };
    struct Contents
    {
        QString metric;
        QList<LedgerEntry> entries;
    };

    void startOver();
    void followStack();
    State present() const;
    void forgetContents();
    /// Found when they are asked for: a drag makes more edits than anyone reads.
    const Contents &contents() const;
    LedgerEntry entryOf(std::size_t step, const ComparedMetric &metric) const;
    std::optional<double> sqnrOf(const QuantConfig &config) const;
    ComparedMetric comparedMetric() const;
    /// Of the newest measurement of the configuration that compares.
    std::optional<double> metricOf(const QuantConfig &config, const ComparedMetric &metric) const;

    QuantDocument *m_document;
    const MetricsHistory *m_history;
    SizeFunction m_size;
    /// By index of the undo stack.
    std::vector<State> m_states;
    Footing m_footing;
    std::vector<Quality> m_qualities;
    /// Absent after a change.
    mutable std::optional<Contents> m_contents;
};

} // namespace quantloupe
