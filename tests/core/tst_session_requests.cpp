// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/error.h"
#include "session/torchscript_trial.h"
#include "session_requests.h"
#include "state_dict_files.h"
#include "state_dict_networks.h"

using namespace session_requests;
using namespace test_networks;

namespace {

QString refusal(Session &session, const CompareRequest &request)
{
    try {
        session.compare(request, Lane::Compute, RunContext());
    } catch (const Error &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

/// What can be asked for, what cannot, and how a request ends early.
class TestSessionRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void seedsAndRolesDiffer();
    void samplesOfSeveralStreams();
    void givenLatents();
    void givenPicturesAreMeasured();
    void blendedLatents();
    void picturesCannotBeBlended();
    void impossibleRequests();
    void labels();
    void cancelled();
    void floatConfigurationGivesAReason();

private:
    GeneratorPtr open(const TestNetwork &network)
    {
        const std::string path = m_folder.filePath("network.pt").toStdString();
        network.module.save(path);
        return m_session.open({path, {}, {}, {}, false}, RunContext());
    }

    QTemporaryDir m_folder;
    Session m_session;
    GeneratorPtr m_dcgan;
};

void TestSessionRequests::initTestCase()
{
    setTrialProgram(QUANTLOUPE_BIN_DIR "/quantloupe-cli");
    const std::string path = m_folder.filePath("network.pth").toStdString();
    writeZipPickle(path, sequentialNetworks().front().tensors);
    m_dcgan = m_session.open({path, {}, {}, {}, false}, RunContext());
}

void TestSessionRequests::seedsAndRolesDiffer()
{
    std::vector<std::vector<Image>> seen;
    for (const std::uint64_t seed : {0, 1})
        for (const StreamRole role : {StreamRole::Preview, StreamRole::Evaluation}) {
            CompareRequest request = requestFor(m_dcgan, 2);
            request.source.samples = firstSamples(seed, 2);
            request.source.role = role;
            seen.push_back(quantizedPictures(m_session.compare(request, Lane::Io, RunContext())));
            for (std::size_t i = 0; i + 1 < seen.size(); ++i)
                QVERIFY(seen[i][0] != seen.back()[0] && seen[i][1] != seen.back()[1]);
        }
}

/// A sample is the same picture alone, in company of another stream, cached or not.
void TestSessionRequests::samplesOfSeveralStreams()
{
    CompareRequest request = requestFor(m_dcgan, 0);
    setAll(request, 3, kFloatBits);
    request.source.samples = {{0, 5}, {9, 0}, {0, 5}, {3, 7}, {9, 5}, {0, 0}};
    for (const bool useCache : {false, true, true}) {
        request.execution.useCache = useCache;
        const CompareReport mixed = m_session.compare(request, Lane::Compute, RunContext());
        for (const SamplePair &pair : mixed.pairs) {
            CompareRequest alone = request;
            alone.source.samples = {pair.sample};
            alone.execution.useCache = false;
            const SamplePair expected =
                m_session.compare(alone, Lane::Io, RunContext()).pairs.at(0);
            QVERIFY(pair.reference == expected.reference);
            QVERIFY(pair.quantized == expected.quantized);
        }
        QVERIFY(mixed.pairs[0].reference == mixed.pairs[2].reference);
        QVERIFY(mixed.pairs[0].reference != mixed.pairs[4].reference);
    }
}

void TestSessionRequests::blendedLatents()
{
    CompareRequest request = requestFor(m_dcgan, 0);
    request.plan.distribution = Distribution::Uniform;
    const SampleRef from{0, 1};
    const SampleRef to{4, 2};
    request.source.samples = {from, from, from, from, to};
    request.source.blends = {{to, 0}, {to, 0.25}, {to, 0.75}, {to, 1}, {to, 0}};
    const auto pairs = m_session.compare(request, Lane::Compute, RunContext()).pairs;
    QVERIFY(pairs[0].reference != pairs[1].reference && pairs[1].reference != pairs[2].reference);
    QVERIFY(pairs[3].reference == pairs[4].reference);
    request.source.blends.pop_back();
    QVERIFY(refusal(m_session, request).contains("one blend"));

    request.source.samples = {{0, 0}};
    request.source.blends = {{{0, 1}, 0.25}};
    request.source.latents = std::make_shared<std::vector<std::vector<float>>>(
        std::vector<std::vector<float>>{std::vector<float>(8, 0), std::vector<float>(8, 2)});
    const auto between = m_session.compare(request, Lane::Compute, RunContext()).pairs;
    request.source.blends.clear();
    request.source.latents =
        std::make_shared<std::vector<std::vector<float>>>(1, std::vector<float>(8, 0.5F));
    const auto half = m_session.compare(request, Lane::Compute, RunContext()).pairs;
    QVERIFY(between[0].reference == half[0].reference);
}

void TestSessionRequests::picturesCannotBeBlended()
{
    const GeneratorPtr generator = open(test_networks::imageToImage(Form::Traced));
    CompareRequest request = requestFor(generator, 1);
    request.source.blends = {{{0, 1}, 0.5}};
    QVERIFY2(refusal(m_session, request).contains("only latents"),
             qPrintable(refusal(m_session, request)));
}

void TestSessionRequests::givenPicturesAreMeasured()
{
    MetricsRequest request;
    request.generator = open(test_networks::imageToImage(Form::Traced));
    CompareRequest three = requestFor(request.generator, 1);
    setAll(three, 3, kFloatBits);
    request.config = three.config;
    request.plan = three.plan;
    request.metrics = {MetricKind::OutputSqnr};
    request.count = 3;
    request.execution.useCache = false;
    const auto measured = [&] { return m_session.measure(request, Lane::Compute, RunContext()); };
    const auto refused = [&] {
        try {
            measured();
        } catch (const Error &error) {
            return QString::fromUtf8(error.what());
        }
        return QString();
    };
    const MetricsReport drawn = measured();
    QVERIFY(drawn.inputs == MetricInputs::DrawnPictures);
    std::vector<Image> pictures(3);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        pictures[i].width = pictures[i].height = 16;
        pictures[i].channels = 3;
        for (std::size_t at = 0; at < 16 * 16 * 3; ++at)
            pictures[i].pixels.push_back(static_cast<std::uint8_t>((at * (i + 7)) % 251));
    }
    request.images = std::make_shared<const std::vector<Image>>(pictures);
    const MetricsReport given = measured();
    QVERIFY(given.inputs == MetricInputs::GivenPictures);
    QVERIFY(given.rows.front().quantized);
    QVERIFY(given.rows != drawn.rows);
    // Their number is that of the samples, however many the estimate looks at.
    QVERIFY(m_session.estimate(request, Lane::Compute, RunContext()).samples > 0);
    request.count = 4;
    QVERIFY2(refused().contains("but 3 are given"), qPrintable(refused()));
    request.count = 3;
    request.metrics = {MetricKind::SlicedWasserstein};
    QVERIFY2(refused().contains("give pictures as the reference"), qPrintable(refused()));
}

void TestSessionRequests::givenLatents()
{
    CompareRequest request = requestFor(m_dcgan, 2);
    auto rows = std::make_shared<std::vector<std::vector<float>>>(2, std::vector<float>(8, 0.5F));
    (*rows)[1][0] = -2;
    request.source.latents = rows;
    const auto first = m_session.compare(request, Lane::Compute, RunContext());
    QVERIFY(first.pairs[0].reference != first.pairs[1].reference);
    // Another list at the same place must not be taken for the first one.
    (*rows)[0][3] = 2;
    const auto second = m_session.compare(request, Lane::Compute, RunContext());
    QVERIFY(first.pairs[0].reference != second.pairs[0].reference);
    QVERIFY(first.pairs[1].reference == second.pairs[1].reference);
    request.source.samples = {{0, 5}};
    QVERIFY2(refusal(m_session, request).contains('5'), qPrintable(refusal(m_session, request)));
    request.source.samples = {{0, 0}};
    (*rows)[0].pop_back();
    QVERIFY(refusal(m_session, request).contains("8"));
}

void TestSessionRequests::impossibleRequests()
{
    CompareRequest request = requestFor(m_dcgan, 1);
    setAll(request, 4, kFloatBits);
    LayerQuantSpec spec;
    spec.weight = weightSpecOfBits(4);
    request.config.set("conv99", spec);
    QVERIFY2(refusal(m_session, request).contains("conv99"),
             qPrintable(refusal(m_session, request)));
    CompareRequest labelled = requestFor(m_dcgan, 1);
    labelled.plan.label = 3;
    QVERIFY(refusal(m_session, labelled).contains("label"));
    CompareRequest truncated = requestFor(m_dcgan, 1);
    truncated.plan.truncation = 0.5;
    QVERIFY(refusal(m_session, truncated).contains("truncation"));
}

void TestSessionRequests::labels()
{
    const GeneratorPtr generator = open(test_networks::labelled(Form::Traced));
    QCOMPARE(info(*generator).inputs.at(1).classes, 7);
    std::vector<std::vector<Image>> seen;
    for (const std::optional<std::int64_t> label :
         {std::optional<std::int64_t>(), std::optional<std::int64_t>(0),
          std::optional<std::int64_t>(6)}) {
        CompareRequest request = requestFor(generator, 4);
        request.plan.label = label;
        seen.push_back(quantizedPictures(m_session.compare(request, Lane::Compute, RunContext())));
    }
    QVERIFY(seen[0] != seen[1] && seen[1] != seen[2] && seen[0] != seen[2]);
    CompareRequest request = requestFor(generator, 1);
    request.plan.label = 7;
    QVERIFY2(refusal(m_session, request).contains('7'), qPrintable(refusal(m_session, request)));
    request.plan.label = {};
    LayerQuantSpec spec;
    spec.activation.bits = 8;
    request.config.set("classes", spec);
    QVERIFY2(refusal(m_session, request).contains("classes"),
             qPrintable(refusal(m_session, request)));
}

void TestSessionRequests::cancelled()
{
    std::stop_source stop;
    CompareRequest request = requestFor(m_dcgan, 40);
    setAll(request, 4, kFloatBits);
    std::size_t arrived = 0;
    bool thrown = false;
    try {
        m_session.compare(request, Lane::Compute, RunContext(stop.get_token()),
                          [&](const std::vector<SamplePair> &pairs) {
                              arrived += pairs.size();
                              stop.request_stop();
                          });
    } catch (const Cancelled &) {
        thrown = true;
    }
    QVERIFY(thrown);
    QCOMPARE(arrived, 4U);
    QCOMPARE(m_session.compare(request, Lane::Compute, RunContext()).pairs.size(), 40U);
}

void TestSessionRequests::floatConfigurationGivesAReason()
{
    const CompareReport report =
        m_session.compare(requestFor(m_dcgan, 2), Lane::Compute, RunContext());
    QVERIFY(!report.mean.psnr && !report.mean.sqnr);
    QVERIFY(report.mean.absence == Absence::OutputsIdentical);
    QCOMPARE(report.size.bytes, report.size.floatBytes);
    QCOMPARE(report.size.ratio, 1.0);
    QVERIFY(report.pairs[0].reference == report.pairs[0].quantized);
    const CompareReport none =
        m_session.compare(requestFor(m_dcgan, 0), Lane::Compute, RunContext());
    QVERIFY(none.mean.absence == Absence::NoSamples);
}

QTEST_APPLESS_MAIN(TestSessionRequests)
#include "tst_session_requests.moc"
