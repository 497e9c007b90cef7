// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "session_requests.h"
#include "state_dict_files.h"
#include "state_dict_networks.h"

#include <cmath>
#include <thread>

using namespace session_requests;
using namespace test_networks;

namespace {

/// Sums of the same terms in another order.
constexpr double kRounding = 1e-9;

int threadsOfThisProgram()
{
    return static_cast<int>(
        QDir("/proc/self/task").entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reportAddsUp();
    void pairsArriveInOrder();
    void resultsDoNotDependOnHowTheyAreComputed_data();
    void resultsDoNotDependOnHowTheyAreComputed();
    void calibrationIsDeterministic();
    void activationsChangePictures();
    void bitsOrderQuality();
    void sampleGivesTheSamePictures();
    void teamSleepsWhileThereIsASession();

private:
    QTemporaryDir m_folder;
    Session m_session;
    GeneratorPtr m_dcgan;
};

void TestSession::initTestCase()
{
    const std::string path = m_folder.filePath("network.pth").toStdString();
    writeZipPickle(path, sequentialNetworks().front().tensors);
    m_dcgan = m_session.open({path, {}, {}, {}, false}, RunContext());
}

void TestSession::reportAddsUp()
{
    CompareRequest request = requestFor(m_dcgan, 5);
    setAll(request, 4, 8);
    request.config.set("main.6", {});
    const CompareReport report = m_session.compare(request, Lane::Compute, RunContext());
    QCOMPARE(report.pairs.size(), 5U);
    double psnr = 0;
    double signal = 0;
    double error = 0;
    for (const SamplePair &pair : report.pairs) {
        psnr += pair.psnr.value() / 5;
        signal += pair.signalEnergy;
        error += pair.errorEnergy;
    }
    QVERIFY(std::abs(report.mean.psnr.value() - psnr) < kRounding);
    QVERIFY(std::abs(report.mean.sqnr.value() - 10 * std::log10(signal / error)) < kRounding);
    QVERIFY(report.mean.ssim.value() < 1);
    QCOMPARE(report.layers.size(), 3U);
    std::int64_t layerBytes = 0;
    for (const LayerReport &layer : report.layers)
        layerBytes += layer.bytes;
    // Norms: weight, bias, mean and variance of 12 and 10 features, as float32.
    QCOMPARE(report.size.bytes, layerBytes + 4 * 4 * (12 + 10));
    QCOMPARE(report.size.floatBytes, 4 * ((8 * 12 + 12 * 10 + 10 * 3) * 16 + 4 * (12 + 10)));
    // 12 output channels, 4 bits: two weights a byte, and a scale each.
    QCOMPARE(report.layers[0].bytes, 8 * 12 * 16 / 2 + 4 * 12);
    QVERIFY(!report.layers[2].sqnr && report.layers[0].sqnr.value() > 10);
    QVERIFY(!report.layers[0].activation && report.layers[1].activation);
    QCOMPARE(report.layers[1].activation->lowest(), 0.0F);
    QCOMPARE(report.facts.threads, 1);
    QCOMPARE(report.facts.kernels, std::string("torch"));
    QCOMPARE(m_session.size(*m_dcgan, request.config).bytes, report.size.bytes);
}

void TestSession::pairsArriveInOrder()
{
    CompareRequest request = requestFor(m_dcgan, 11);
    request.source.samples.clear();
    for (const std::uint64_t index : {7, 3, 100, 4, 0, 1, 2, 9, 8, 5, 6})
        request.source.samples.push_back({0, index});
    setAll(request, 4, kFloatBits);
    std::vector<SamplePair> arrived;
    std::vector<std::size_t> sizes;
    const CompareReport report = m_session.compare(
        request, Lane::Preview, RunContext(), [&](const std::vector<SamplePair> &pairs) {
            sizes.push_back(pairs.size());
            arrived.insert(arrived.end(), pairs.begin(), pairs.end());
        });
    QCOMPARE(sizes, (std::vector<std::size_t>{4, 4, 3}));
    QCOMPARE(arrived.size(), report.pairs.size());
    for (std::size_t i = 0; i < arrived.size(); ++i) {
        QCOMPARE(arrived[i].sample, request.source.samples[i]);
        QVERIFY(arrived[i].quantized == report.pairs[i].quantized);
        QVERIFY(arrived[i].reference == report.pairs[i].reference);
    }
}

void TestSession::resultsDoNotDependOnHowTheyAreComputed_data()
{
    QTest::addColumn<int>("lane");
    QTest::addColumn<bool>("cache");
    QTest::addColumn<int>("repeat");
    QTest::newRow("without cache") << static_cast<int>(Lane::Compute) << false << 1;
    QTest::newRow("with cache") << static_cast<int>(Lane::Compute) << true << 1;
    QTest::newRow("with a full cache") << static_cast<int>(Lane::Compute) << true << 3;
    QTest::newRow("on another lane") << static_cast<int>(Lane::Preview) << true << 1;
}

void TestSession::resultsDoNotDependOnHowTheyAreComputed()
{
    QFETCH(int, lane);
    QFETCH(bool, cache);
    QFETCH(int, repeat);
    CompareRequest request = requestFor(m_dcgan, 6);
    setAll(request, 3, 6);
    request.execution.useCache = cache;
    Session fresh;
    CompareRequest plain = request;
    plain.execution.useCache = false;
    const CompareReport expected = fresh.compare(plain, Lane::Io, RunContext());
    for (int i = 0; i < repeat; ++i) {
        const CompareReport report =
            m_session.compare(request, static_cast<Lane>(lane), RunContext());
        QVERIFY(quantizedPictures(report) == quantizedPictures(expected));
        QCOMPARE(report.mean.sqnr.value(), expected.mean.sqnr.value());
        if (!cache)
            QCOMPARE(report.facts.stepsSkipped, 0);
        if (i > 0)
            QCOMPARE(report.facts.stepsRun, 0);
    }
}

void TestSession::calibrationIsDeterministic()
{
    CompareRequest request = requestFor(m_dcgan, 3);
    setAll(request, 8, 5);
    std::vector<CompareReport> reports;
    for (const int batch : {4, 4, 16}) {
        request.execution.microBatch = batch;
        reports.push_back(Session().compare(request, Lane::Compute, RunContext()));
    }
    for (const CompareReport &report : reports)
        for (std::size_t i = 0; i < report.layers.size(); ++i)
            QVERIFY(report.layers[i].activation == reports[0].layers[i].activation);
    QVERIFY(quantizedPictures(reports[0]) == quantizedPictures(reports[1]));
    request.calibration.seed = 1;
    const CompareReport other = Session().compare(request, Lane::Compute, RunContext());
    QVERIFY(other.layers[1].activation != reports[0].layers[1].activation);
}

void TestSession::activationsChangePictures()
{
    CompareRequest weights = requestFor(m_dcgan, 4);
    setAll(weights, 4, kFloatBits);
    CompareRequest both = weights;
    setAll(both, 4, 8);
    CompareRequest coarse = weights;
    setAll(coarse, 4, 2);
    const auto a = m_session.compare(weights, Lane::Compute, RunContext());
    const auto b = m_session.compare(both, Lane::Compute, RunContext());
    const auto c = m_session.compare(coarse, Lane::Compute, RunContext());
    QVERIFY(quantizedPictures(a) != quantizedPictures(b));
    QVERIFY(a.mean.psnr.value() > c.mean.psnr.value() + 1);
    // Scale and zero point of two activation quantizers; the first layer reads the latent.
    QCOMPARE(b.size.bytes, a.size.bytes + 2 * 5);
    QVERIFY(b.size.bops < a.size.bops);
}

void TestSession::bitsOrderQuality()
{
    double last = -10;
    for (const int bits : {2, 4, 8}) {
        CompareRequest request = requestFor(m_dcgan, 4);
        setAll(request, bits, kFloatBits);
        const auto report = m_session.compare(request, Lane::Compute, RunContext());
        // Six dB a bit for weights that fill their range; half of that in any case.
        QVERIFY2(report.mean.sqnr.value() > last + 6, qPrintable(QString::number(bits)));
        last = report.mean.sqnr.value();
    }
    QVERIFY(last > 25);
}

void TestSession::sampleGivesTheSamePictures()
{
    CompareRequest request = requestFor(m_dcgan, 7);
    setAll(request, 4, 8);
    std::vector<Image> pictures;
    const auto sink = [&](const std::vector<Sample> &samples) {
        for (const Sample &sample : samples) {
            pictures.push_back(sample.image);
            QCOMPARE(sample.latent.size(), 8U);
            QCOMPARE(sample.values.size(), 3U * 16 * 16);
        }
    };
    m_session.sample(request, Lane::Compute, RunContext(), sink);
    QVERIFY(pictures == quantizedPictures(m_session.compare(request, Lane::Io, RunContext())));
}

/// LibTorch waits shortly only if there are more threads than cores.
void TestSession::teamSleepsWhileThereIsASession()
{
    const int cores = static_cast<int>(std::thread::hardware_concurrency());
    // This program's own session has a team as well.
    QTRY_VERIFY(threadsOfThisProgram() > cores + 1);
    const int before = threadsOfThisProgram();
    const Session another;
    QTRY_VERIFY(threadsOfThisProgram() > before + cores);
}

QTEST_APPLESS_MAIN(TestSession)
#include "tst_session.moc"
