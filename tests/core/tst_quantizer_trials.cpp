// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "state_dict_files.h"
#include "state_dict_networks.h"

#include "base/error.h"
#include "session/quantizer_trials.h"
#include "session/session.h"
#include "test_networks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

using namespace quantloupe;
using namespace test_networks;

class TestQuantizerTrials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void specsAreValidAndDifferent();
    void byHand();
    void errorsAreOrdered_data();
    void errorsAreOrdered();
    void sortedByBitsThenError();
    void resultsArriveOneByOne();
    void unknownLayersAreRefused();
    void canBeCancelled();

private:
    QTemporaryDir m_folder;
    Session m_session;
    GeneratorPtr m_dcgan;
};

namespace {

constexpr std::array<int, 4> kBits = {4, 3, 2, 1};

} // namespace

void TestQuantizerTrials::initTestCase()
{
    const std::string path = m_folder.filePath("network.pth").toStdString();
    writeZipPickle(path, sequentialNetworks().front().tensors);
    m_dcgan = m_session.open({path, {}, {}, {}, false}, RunContext());
}

void TestQuantizerTrials::specsAreValidAndDifferent()
{
    std::set<std::string> texts;
    std::set<WeightMethod> methods;
    const std::vector<WeightSpec> specs = trialSpecs(kBits, Granularity::PerChannel);
    for (const WeightSpec &spec : specs) {
        validate(spec);
        texts.insert(toText(spec));
        methods.insert(spec.method);
    }
    QCOMPARE(texts.size(), specs.size());
    // All but Float.
    QCOMPARE(methods.size(), weightMethods().size());
    for (const char *text : {"w4:minmax", "w4:minmax:full", "w4:minmax:asym", "w1"})
        QVERIFY2(texts.contains(text), text);
}

void TestQuantizerTrials::byHand()
{
    // Magnitudes 1 and 3 have the mean 2: each weight is off by 1.
    const std::vector<float> weights = {1, -3, 3, -1};
    const ChannelLayout layout{1, 1, 4, 1};
    const QuantizerTrial trial = tryQuantizer(weights, layout, weightSpecOfBits(1));
    QCOMPARE(trial.numbers.meanSquaredError, 1.0);
    QCOMPARE(*trial.numbers.sqnr, 10 * std::log10(20.0 / 4));
    QCOMPARE(*trial.numbers.occupancy, 1.0);
    QCOMPARE(*trial.numbers.entropy, 1.0);
    QVERIFY(trial.seconds > 0);
    QVERIFY(std::isfinite(trial.seconds));
}

void TestQuantizerTrials::errorsAreOrdered_data()
{
    QTest::addColumn<int>("bits");
    for (const int bits : {1, 2, 3, 4})
        QTest::addRow("%d bits", bits) << bits;
}

void TestQuantizerTrials::errorsAreOrdered()
{
    QFETCH(const int, bits);
    std::map<std::string, double> errors;
    const std::array<int, 1> one = {bits};
    for (const QuantizerTrial &trial :
         tryQuantizers(*m_dcgan, "main.3", trialSpecs(one, Granularity::PerChannel), RunContext()))
        errors[toText(trial.spec)] = trial.numbers.meanSquaredError;
    const std::string width = "w" + std::to_string(bits) + ":";
    // Which takes two bits or more.
    if (bits > 1)
        QVERIFY(errors.at(width + "minmax:asym") >= errors.at(width + "em"));
    QVERIFY(errors.at(width + "extremes") >= errors.at(width + "em"));
    QVERIFY(errors.at(width + "em") >= errors.at(width + "kmeans"));
    QVERIFY(errors.at(width + "kmeans") > 0);
}

void TestQuantizerTrials::sortedByBitsThenError()
{
    std::vector<QuantizerTrial> trials(4);
    const std::array<std::pair<int, double>, 4> given = {{{2, 0.5}, {4, 0.2}, {2, 0.4}, {4, 0.1}}};
    for (std::size_t i = 0; i < trials.size(); ++i) {
        trials[i].spec = weightSpecOfBits(given[i].first);
        trials[i].numbers.meanSquaredError = given[i].second;
    }
    sortTrials(trials);
    std::vector<double> order;
    for (const QuantizerTrial &trial : trials)
        order.push_back(trial.numbers.meanSquaredError);
    QCOMPARE(order, (std::vector<double>{0.1, 0.2, 0.4, 0.5}));
}

void TestQuantizerTrials::resultsArriveOneByOne()
{
    const std::vector<WeightSpec> specs = trialSpecs(kBits, Granularity::PerTensor);
    std::vector<WeightSpec> arrived;
    tryQuantizers(*m_dcgan, "main.6", specs, RunContext(),
                  [&](const QuantizerTrial &trial) { arrived.push_back(trial.spec); });
    QCOMPARE(arrived, specs);
}

void TestQuantizerTrials::unknownLayersAreRefused()
{
    QVERIFY_EXCEPTION_THROWN(tryQuantizers(*m_dcgan, "main.9", {}, RunContext()), Error);
}

void TestQuantizerTrials::canBeCancelled()
{
    std::stop_source stop;
    int arrived = 0;
    const auto stopAfterOne = [&](const QuantizerTrial &) {
        ++arrived;
        stop.request_stop();
    };
    QVERIFY_EXCEPTION_THROWN(tryQuantizers(*m_dcgan, "main.3",
                                           trialSpecs(kBits, Granularity::PerChannel),
                                           RunContext(stop.get_token()), stopAfterOne),
                             Cancelled);
    QCOMPARE(arrived, 1);
}

QTEST_APPLESS_MAIN(TestQuantizerTrials)
#include "tst_quantizer_trials.moc"
