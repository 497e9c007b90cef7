// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/quantizer_controller.h"
#include "quant_document_fixture.h"
#include "views/quantizers_page.h"
#include "views/quantizers_table.h"

#include "base/error.h"
#include "models/quantizer_table_model.h"
#include "plots/levels_plot.h"
#include "widgets/elided_label.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <atomic>
#include <cmath>
#include <memory>
#include <thread>
#include <vector>

namespace quantloupe::test {

/// Better with each bit and, at equal bits, in the order of the methods; two levels, of which the
/// upper one is taken in half of the channels.
inline QuantizerTrial madeUpTrial(const WeightSpec &spec)
{
    QuantizerTrial trial;
    trial.spec = spec;
    trial.numbers.weights = 100;
    trial.numbers.meanSquaredError = std::ldexp(1 + 0.01 * int(spec.method), -2 * spec.bits);
    trial.numbers.sqnr = 6.0 * spec.bits - 0.1 * int(spec.method);
    trial.numbers.occupancy = 0.75;
    trial.numbers.entropy = 0.5 * spec.bits;
    if (hasRange(spec.method))
        trial.numbers.clipped = 0.004;
    trial.levels = {{-0.5, 0.5}, {1, 0.5}, {0.8, 0.2}};
    trial.seconds = 0.002;
    return trial;
}

inline PlacedWeights madeUpWeights()
{
    PlacedWeights weights;
    weights.scales = 20;
    weights.histogram = {-1, 1, {10, 30, 40, 20}};
    return weights;
}

/// Tries at once, tries two and then holds until it is stopped or told to go on, or fails.
struct FakeQuantizers
{
    enum class Way { Done, Hold, Fail };

    std::atomic<Way> way = Way::Done;
    std::atomic<int> triesBeforeHold = 2;
    std::atomic<int> tried = 0;
    std::atomic<int> runs = 0;
    PlacedWeights weights = madeUpWeights();

    QuantizerEngine engine()
    {
        return [this](const QuantizerRequest &request, const RunContext &context,
                      const QuantizerSink &sink) { run(request, context, sink); };
    }

    void run(const QuantizerRequest &request, const RunContext &context, const QuantizerSink &sink)
    {
        ++runs;
        if (request.wantsWeights)
            sink(weights);
        int here = 0;
        for (const WeightSpec &spec : request.specs) {
            while (way == Way::Hold && here >= triesBeforeHold) {
                context.checkCancelled();
                std::this_thread::yield();
            }
            if (way == Way::Fail)
                throw Error(ErrorKind::OutOfMemory, "There is not enough memory for the levels.",
                            request.layer);
            context.checkCancelled();
            sink(madeUpTrial(spec));
            ++here;
            ++tried;
        }
    }
};

/// The page of quantizers over a made-up engine and a made-up generator.
class QuantizersFixture : public QuantDocumentFixture
{
protected:
    void showPage()
    {
        openMadeUp();
        m_fake = std::make_unique<FakeQuantizers>();
        m_lane = std::make_unique<JobLane>(QueuePolicy::NewestWins);
        m_controller =
            std::make_unique<QuantizerController>(m_fake->engine(), m_document.get(), m_lane.get());
        m_page = std::make_unique<QuantizersPage>(m_document.get(), m_controller.get(), &m_open);
        m_page->resize(900, 320);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void endPage()
    {
        m_fake->way = FakeQuantizers::Way::Done;
        m_lane.reset();
        m_page.reset();
        m_controller.reset();
        m_document.reset();
    }

    template <typename Child> Child *find(const char *name) const
    {
        return m_page->findChild<Child *>(name);
    }
    QuantizersTable *table() const { return m_page->table(); }
    LevelsPlot *plot() const { return find<LevelsPlot>("plot:quantizers"); }
    QString summary() const { return find<ElidedLabel>("quantizersSummary")->text(); }
    QString stateText() const
    {
        QString text;
        for (const QLabel *label : find<QWidget>("quantizersState")->findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    }
    bool showsState() const { return find<QWidget>("quantizersState")->isVisible(); }
    int rows() const { return table()->model()->rowCount(); }
    int wanted() const { return int(m_controller->wanted().size()); }
    QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    /// The row of a quantizer, in the order of the table; -1 for none.
    int rowOf(const QString &spec) const
    {
        for (int row = 0; row < rows(); ++row)
            if (table()->model()->index(row, 0).data(QuantizerTableModel::RawRole).toString() ==
                spec)
                return row;
        return -1;
    }

    QAction m_open{"Open"};
    std::unique_ptr<FakeQuantizers> m_fake;
    std::unique_ptr<JobLane> m_lane;
    std::unique_ptr<QuantizerController> m_controller;
    std::unique_ptr<QuantizersPage> m_page;
};

} // namespace quantloupe::test
