// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/error.h"
#include "data/held_out.h"
#include "engine/calibration.h"
#include "network_runs.h"
#include "session_requests.h"
#include "state_dict_files.h"
#include "state_dict_networks.h"

using namespace session_requests;
using namespace test_networks;

namespace {

void observeBy(CompareRequest &request, std::string_view text)
{
    setAll(request, 8, 8);
    for (const LayerInfo &layer : info(*request.generator).layers) {
        LayerQuantSpec spec = request.config.spec(layer.name);
        if (!spec.activation.isFloat())
            spec.activation = parseSpec(text).spec.activation;
        request.config.set(layer.name, spec);
    }
}

std::shared_ptr<const std::vector<Image>> greyPictures(std::size_t count)
{
    std::vector<Image> pictures(count);
    for (std::size_t i = 0; i < count; ++i) {
        pictures[i].width = pictures[i].height = 12;
        pictures[i].channels = 3;
        pictures[i].pixels.assign(12 * 12 * 3, static_cast<std::uint8_t>(40 * i + 10));
    }
    return std::make_shared<const std::vector<Image>>(std::move(pictures));
}

/// What a layer's input has outside the range, counted value by value on the held-out samples.
double shareOutside(const Generator &generator, std::size_t layer, const ActivationRange &range,
                    std::uint64_t seed)
{
    double outside = 0;
    double all = 0;
    const LayerObserver count = [&](const Step &, const at::Tensor &input, const at::Tensor &) {
        const at::Tensor plain = input.contiguous();
        const float *values = plain.data_ptr<float>();
        for (std::int64_t i = 0; i < plain.numel(); ++i)
            outside += values[i] < range.lowest() || values[i] > range.highest() ? 1 : 0;
        all += double(plain.numel());
    };
    BatchSamples samples{kHeldOutStream, {}, {}};
    for (std::size_t i = 0; i < heldOutCount(generator); ++i)
        samples.samples.push_back({seed, i});
    Executor(generator.program)
        .observe(int(layer), inputBatch(generator, generator.plan, {}, samples), {}, RunContext(),
                 count);
    return outside / all;
}

} // namespace

/// What calibration keeps, and what it is not run again for.
class TestCalibration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everySampleHasExtremes();
    void fixedBatchesHaveTheSamplesAskedFor();
    void anotherObserverRunsNoNetwork();
    void theReportSaysWhereRangesComeFrom();
    void knownRangesAreUsed();
    void changedLayersAreCalibrated();
    void heldOutSharesAreOfSamplesThatWereNotSeen();
    void picturesDrawnInputsAndBoth();
    void heldOutInputsOfPicturesAreSaidToBeDrawn();
    void missingPicturesAreSaid();
    void calibrateGivesTheRangesOfComparisons();

private:
    GeneratorPtr open(const TestNetwork &network);

    QTemporaryDir m_folder;
    Session m_session;
    GeneratorPtr m_dcgan;
};

void TestCalibration::initTestCase()
{
    const std::string path = m_folder.filePath("network.pth").toStdString();
    writeZipPickle(path, sequentialNetworks().front().tensors);
    m_dcgan = m_session.open({path, {}, {}, {}, false}, RunContext());
}

GeneratorPtr TestCalibration::open(const TestNetwork &network)
{
    return saveAndLoad(network, m_folder.path().toStdString());
}

void TestCalibration::everySampleHasExtremes()
{
    const CalibrationPlan plan{21, 5};
    const SamplingPlan sampling = samplingPlan(*m_dcgan);
    const auto whole = calibrate(*m_dcgan, sampling, plan, {}, 16, RunContext());
    const auto first = calibrate(*m_dcgan, sampling, {1, 5}, {}, 16, RunContext());
    for (std::size_t layer = 0; layer < whole.size(); ++layer) {
        const ActivationHistogram &seen = whole[layer];
        QCOMPARE(seen.samples().size(), 21U);
        SampleExtremes all;
        for (const SampleExtremes &sample : seen.samples()) {
            all.minimum = std::min(all.minimum, sample.minimum);
            all.maximum = std::max(all.maximum, sample.maximum);
        }
        QCOMPARE(all.minimum, seen.minimum());
        QCOMPARE(all.maximum, seen.maximum());
        QCOMPARE(first[layer].samples().size(), 1U);
        // The same sample alone or among others, but for the order of sums.
        QVERIFY(std::abs(first[layer].maximum() - seen.samples()[0].maximum) <=
                1e-5F * std::abs(first[layer].maximum()));
    }
}

void TestCalibration::fixedBatchesHaveTheSamplesAskedFor()
{
    const GeneratorPtr fused = open(modulated(Form::Traced));
    QVERIFY(info(*fused).fixedBatch > 1);
    const int count = static_cast<int>(info(*fused).fixedBatch) + 1;
    const auto seen = calibrate(*fused, samplingPlan(*fused), {count, 0}, {}, 16, RunContext());
    for (const ActivationHistogram &histogram : seen)
        QCOMPARE(histogram.samples().size(), static_cast<std::size_t>(count));
}

void TestCalibration::anotherObserverRunsNoNetwork()
{
    CompareRequest request = requestFor(m_dcgan, 2);
    request.calibration.seed = 77;
    std::set<float> scales;
    int samplesRun = 0;
    for (const RangeEstimator estimator : rangeEstimators()) {
        observeBy(request, "a8:" + std::string(name(estimator)));
        const CompareReport report = m_session.compare(request, Lane::Compute, RunContext());
        scales.insert(report.layers[1].activation->scale);
        samplesRun += report.facts.calibrationSamples;
    }
    QCOMPARE(samplesRun, request.calibration.count);
    QVERIFY(scales.size() >= 5);
    ++request.calibration.seed;
    const CompareReport report = m_session.compare(request, Lane::Compute, RunContext());
    QCOMPARE(report.facts.calibrationSamples, request.calibration.count);
}

void TestCalibration::theReportSaysWhereRangesComeFrom()
{
    CompareRequest request = requestFor(m_dcgan, 2);
    observeBy(request, "a6:meanmax");
    const CompareReport report = m_session.compare(request, Lane::Compute, RunContext());
    QCOMPARE(report.ranges.layers.size(), 2U);
    for (const LayerReport &layer : report.layers) {
        const ActivationRange *range = report.ranges.find(layer.name, layer.spec.activation);
        QCOMPARE(range != nullptr, layer.activation.has_value());
        QVERIFY(!range || *range == *layer.activation);
    }
    QVERIFY(report.ranges.pictures.isEmpty());
    QVERIFY(QString::fromStdString(report.ranges.madeBy).startsWith("quantloupe "));
    setAll(request, 8, kFloatBits);
    QVERIFY(m_session.compare(request, Lane::Compute, RunContext()).ranges.layers.empty());
}

void TestCalibration::knownRangesAreUsed()
{
    CompareRequest request = requestFor(m_dcgan, 2);
    observeBy(request, "a8");
    CalibratedRanges known = m_session.calibrate(request, RunContext()).ranges;
    for (auto &[layer, calibrated] : known.layers)
        calibrated.range.scale *= 2;
    known.madeBy = "another program";
    request.ranges = std::make_shared<const CalibratedRanges>(known);
    const CompareReport report = Session().compare(request, Lane::Compute, RunContext());
    QCOMPARE(report.facts.calibrationSamples, 0);
    QVERIFY(report.ranges == known);
    QVERIFY(*report.layers[1].activation == known.layers.at(report.layers[1].name).range);
}

void TestCalibration::changedLayersAreCalibrated()
{
    CompareRequest request = requestFor(m_dcgan, 2);
    observeBy(request, "a8");
    CalibratedRanges known = m_session.calibrate(request, RunContext()).ranges;
    for (auto &[layer, calibrated] : known.layers)
        calibrated.range.scale *= 2;
    request.ranges = std::make_shared<const CalibratedRanges>(known);
    const std::string changed = info(*m_dcgan).layers[1].name;
    LayerQuantSpec spec = request.config.spec(changed);
    spec.activation.estimator = RangeEstimator::MinMax;
    request.config.set(changed, spec);
    const CalibratedRanges found = Session().calibrate(request, RunContext()).ranges;
    const std::string kept = info(*m_dcgan).layers[2].name;
    QVERIFY(found.layers.at(kept) == known.layers.at(kept));
    QVERIFY(found.layers.at(changed).spec == spec.activation);
    QCOMPARE(found.layers.at(changed).range.clipped, 0.0);
}

void TestCalibration::heldOutSharesAreOfSamplesThatWereNotSeen()
{
    // Of values that share a bin with an end of the range.
    constexpr double kBinned = 0.001;
    CompareRequest request = requestFor(m_dcgan, 2);
    request.calibration.count = 8;
    observeBy(request, "a8:minmax");
    const CalibrationReport report =
        m_session.calibrate(request, RunContext(), CalibrationParts::RangesAndHeldOut);
    QCOMPARE(report.heldOutClipped.size(), report.ranges.layers.size());
    QCOMPARE(report.heldOutSamples, heldOutCount(*m_dcgan));
    double largest = 0;
    const std::vector<LayerInfo> &layers = info(*m_dcgan).layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto found = report.ranges.layers.find(layers[i].name);
        if (found == report.ranges.layers.end())
            continue;
        const ActivationRange &range = found->second.range;
        const double heldOut = report.heldOutClipped.at(layers[i].name);
        const double exact = shareOutside(*m_dcgan, i, range, request.calibration.seed);
        QCOMPARE(range.clipped, 0.0);
        QVERIFY2(std::fabs(heldOut - exact) < kBinned,
                 qPrintable(QString("%1 against %2").arg(heldOut).arg(exact)));
        largest = std::max(largest, heldOut);
        const InspectRequest look{request, layers[i].name, {}, 0, {}, InspectParts::Everything};
        const ActivationInspection shown = m_session.inspectLayer(look, RunContext()).activation;
        QCOMPARE(shown.heldOutClipped.value(), heldOut);
        QCOMPARE(std::size_t(shown.heldOutSamples), report.heldOutSamples);
    }
    // Eight samples do not show the extremes of all.
    QVERIFY(largest > 0);
}

void TestCalibration::picturesDrawnInputsAndBoth()
{
    const GeneratorPtr generator = open(imageToImage(Form::Traced));
    const GivenInputs given{nullptr, greyPictures(5)};
    const auto countsOf = [&](int count, CalibrationInputs inputs, const GivenInputs &pictures) {
        const auto counts = calibrationCounts(*generator, {count, 0, inputs}, pictures);
        return std::pair(counts.pictures, counts.drawn);
    };
    using Counts = std::pair<std::size_t, std::size_t>;
    QVERIFY(countsOf(4, CalibrationInputs::Given, given) == Counts(4, 0));
    QVERIFY(countsOf(64, CalibrationInputs::Given, given) == Counts(5, 0));
    QVERIFY(countsOf(64, CalibrationInputs::Given, {}) == Counts(0, 16));
    QVERIFY(countsOf(64, CalibrationInputs::Drawn, given) == Counts(0, 16));
    QVERIFY(countsOf(6, CalibrationInputs::Both, given) == Counts(3, 3));
    QVERIFY(countsOf(64, CalibrationInputs::Both, given) == Counts(5, 11));
    QVERIFY(countsOf(64, CalibrationInputs::Both, {}) == Counts(0, 16));
    // What is asked for unless the user says otherwise is what is used.
    QCOMPARE(calibrationPlan(*generator).count, 16);
    QCOMPARE(calibrationPlan(*m_dcgan).count, 512);
    QCOMPARE(usedCount(generator->info, 7), 7);
    const auto seenOn = [&](int count, CalibrationInputs inputs) {
        return calibrate(*generator, samplingPlan(*generator), {count, 0, inputs}, given, 2,
                         RunContext());
    };
    const auto both = seenOn(4, CalibrationInputs::Both);
    const auto pictures = seenOn(2, CalibrationInputs::Given);
    const auto drawn = seenOn(2, CalibrationInputs::Drawn);
    for (std::size_t layer = 0; layer < both.size(); ++layer) {
        QCOMPARE(both[layer].count(), pictures[layer].count() + drawn[layer].count());
        std::vector<SampleExtremes> joined = pictures[layer].samples();
        joined.insert(joined.end(), drawn[layer].samples().begin(), drawn[layer].samples().end());
        QVERIFY(both[layer].samples() == joined);
    }
}

void TestCalibration::heldOutInputsOfPicturesAreSaidToBeDrawn()
{
    CompareRequest request = requestFor(open(imageToImage(Form::Traced)), 1);
    setAll(request, 8, 8);
    request.calibration.count = 2;
    const auto isHeldOutDrawn = [&] {
        const std::string &layer = request.generator->info.layers.back().name;
        const InspectRequest look{request, layer, {}, 0, {}, InspectParts::Everything};
        return m_session.inspectLayer(look, RunContext()).activation.isHeldOutDrawn;
    };
    QVERIFY(!isHeldOutDrawn());
    request.calibrationImages = greyPictures(2);
    QVERIFY(isHeldOutDrawn());
}

void TestCalibration::missingPicturesAreSaid()
{
    CompareRequest request = requestFor(open(imageToImage(Form::Traced)), 1);
    setAll(request, 8, 8);
    request.calibrationImages = greyPictures(3);
    CalibratedRanges known = m_session.calibrate(request, RunContext()).ranges;
    QCOMPARE(known.pictures.count, 3U);
    QVERIFY(!known.layers.empty());
    known.pictures.name = "horses";
    request.ranges = std::make_shared<const CalibratedRanges>(known);
    request.calibrationImages = nullptr;
    QVERIFY(m_session.calibrate(request, RunContext()).ranges == known);
    observeBy(request, "a8:entropy");
    try {
        m_session.calibrate(request, RunContext());
        QFAIL("calibrated on other pictures");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), ErrorKind::BadInput);
        QVERIFY(QString::fromUtf8(error.what()).contains("horses"));
    }
    request.calibrationImages = greyPictures(3);
    QVERIFY(m_session.calibrate(request, RunContext()).ranges.pictures == known.pictures);
}

void TestCalibration::calibrateGivesTheRangesOfComparisons()
{
    CompareRequest request = requestFor(m_dcgan, 2);
    observeBy(request, "a5:entropy:sym");
    const CalibrationReport report = m_session.calibrate(request, RunContext());
    QCOMPARE(report.drawn, static_cast<std::size_t>(request.calibration.count));
    QCOMPARE(report.pictures, 0U);
    QVERIFY(m_session.compare(request, Lane::Compute, RunContext()).ranges == report.ranges);
    // Nobody asked for held-out samples, which another run of the network would see.
    QVERIFY(report.heldOutClipped.empty());
    QCOMPARE(report.heldOutSamples, 0U);
    const CalibrationReport further =
        m_session.calibrate(request, RunContext(), CalibrationParts::RangesAndHeldOut);
    QVERIFY(further.ranges == report.ranges);
    QVERIFY(!further.heldOutClipped.empty());
}

QTEST_APPLESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
