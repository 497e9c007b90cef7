// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sensitivity_fixture.h"

#include "analysis/sensitivity_variants.h"
#include "image/image_metrics.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <set>

using namespace sensitivity_fixture;

namespace {

/// The rectangle of a picture.
Image cut(const Image &picture, const PixelRect &region)
{
    Image part(region.width, region.height, picture.channels);
    for (int y = 0; y < region.height; ++y)
        for (int x = 0; x < region.width; ++x)
            std::copy_n(picture.at(region.left + x, region.top + y), picture.channels,
                        part.at(x, y));
    return part;
}

} // namespace

/// Sensitivities of a part of the pictures of named samples: what repairs this very eye?
class TestSensitivityRegion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void texts();
    void partsLieWithinPictures();
    void regionsAreComparedAlone();
    void energiesAreThoseOfTheRegion();
    void allOfThePictureIsNoRegion();
    void namedSamplesAreThoseThatAreShown();
    void namedSamplesAreRankedByTheirValues();
    void keysTellThemApart();
    void refusals();

private:
    /// main.6 alone with 3 bits, on the samples that the window shows under these names.
    SensitivityRequest requestFor(const std::vector<SampleRef> &samples) const
    {
        SensitivityRequest request = m_fixture->request();
        request.cells.bits = {3};
        request.cells.layers = {"main.6"};
        request.samples = SampleSource{};
        request.samples->samples = samples;
        return request;
    }
    CompareRequest shown(const SensitivityRequest &request) const
    {
        CompareRequest compare;
        compare.generator = request.generator;
        compare.plan = request.plan;
        compare.source = *request.samples;
        compare.execution = request.execution;
        compare.config.set("main.6", {weightSpecOfBits(3), {}});
        return compare;
    }
    SensitivityCell onlyCell(const SensitivityRequest &request)
    {
        return m_fixture->run(request).cells.at(0);
    }

    std::optional<Fixture> m_fixture;
};

void TestSensitivityRegion::texts()
{
    const PixelRect region{16, 8, 24, 12};
    QCOMPARE(toText(region), std::string("16,8,24x12"));
    QVERIFY(parsePixelRect("16,8,24x12") == region);
    for (const char *wrong : {"", "16,8,24", "16,8,24x", "16,8,24x12x", "a,8,24x12", "16 8 24x12",
                              "16,8,24x99999999999"})
        QVERIFY_THROWS_EXCEPTION(Error, parsePixelRect(wrong));
}

void TestSensitivityRegion::partsLieWithinPictures()
{
    QVERIFY(fitsInto({0, 0, 16, 8}, 16, 8));
    QVERIFY(fitsInto({15, 7, 1, 1}, 16, 8));
    constexpr int kMost = std::numeric_limits<int>::max();
    for (const PixelRect &outside :
         {PixelRect{0, 0, 17, 8}, PixelRect{1, 0, 16, 8}, PixelRect{0, 1, 16, 8},
          PixelRect{-1, 0, 4, 4}, PixelRect{0, 0, 0, 4}, PixelRect{kMost, 0, kMost, 1}})
        QVERIFY(!fitsInto(outside, 16, 8));
}

void TestSensitivityRegion::regionsAreComparedAlone()
{
    SensitivityRequest request = requestFor({{3, 5}});
    request.region = PixelRect{2, 9, 7, 5};
    request.metric = MetricKind::Psnr;
    std::optional<double> expected;
    m_fixture->session().compare(shown(request), Lane::Compute, RunContext(),
                                 [&](const std::vector<SamplePair> &pairs) {
                                     expected = psnr(cut(pairs.at(0).reference, *request.region),
                                                     cut(pairs.at(0).quantized, *request.region));
                                 });
    QVERIFY(expected.has_value());
    QCOMPARE(onlyCell(request).value, expected);
    request.region.reset();
    QVERIFY(onlyCell(request).value != expected);
}

void TestSensitivityRegion::energiesAreThoseOfTheRegion()
{
    SensitivityRequest request = requestFor({{3, 5}});
    request.region = PixelRect{2, 9, 7, 5};
    std::vector<float> reference;
    std::vector<float> quantized;
    CompareRequest compare = shown(request);
    const auto valuesOf = [&](const CompareRequest &of) {
        std::vector<float> values;
        m_fixture->session().sample(
            of, Lane::Compute, RunContext(),
            [&](const std::vector<Sample> &samples) { values = samples.at(0).values; });
        return values;
    };
    quantized = valuesOf(compare);
    compare.config = {};
    reference = valuesOf(compare);
    double signal = 0;
    double error = 0;
    for (int channel = 0; channel < 3; ++channel)
        for (int y = 9; y < 14; ++y)
            for (int x = 2; x < 9; ++x) {
                const auto place = static_cast<std::size_t>((channel * 16 + y) * 16 + x);
                const double value = reference.at(place);
                signal += value * value;
                error += (quantized.at(place) - value) * (quantized.at(place) - value);
            }
    QCOMPARE(*onlyCell(request).value, 10 * std::log10(signal / error));
}

void TestSensitivityRegion::allOfThePictureIsNoRegion()
{
    SensitivityRequest request = m_fixture->request();
    for (const MetricKind metric : {MetricKind::OutputSqnr, MetricKind::Psnr, MetricKind::Ssim}) {
        request.metric = metric;
        request.region.reset();
        const SensitivityReport whole = m_fixture->run(request);
        request.region = PixelRect{0, 0, 16, 16};
        const SensitivityReport same = m_fixture->run(request);
        for (std::size_t i = 0; i < whole.cells.size(); ++i) {
            QCOMPARE(same.cells[i].value, whole.cells[i].value);
            QVERIFY(same.cells[i].interval == whole.cells[i].interval);
        }
    }
}

void TestSensitivityRegion::namedSamplesAreThoseThatAreShown()
{
    SensitivityRequest request = requestFor({{3, 5}, {0, 1}, {3, 6}, {3, 7}, {4, 0}, {3, 5}});
    request.metric = MetricKind::Psnr;
    request.samples->blends.assign(6, {{0, 1}, 0});
    request.samples->blends[2] = {{3, 9}, 0.25};
    const CompareReport expected =
        m_fixture->session().compare(shown(request), Lane::Compute, RunContext());
    const SensitivityCell cell = onlyCell(request);
    QCOMPARE(cell.value, expected.mean.psnr);
    QCOMPARE(cell.n, std::size_t(6));
}

/// Other samples would answer another question.
void TestSensitivityRegion::namedSamplesAreRankedByTheirValues()
{
    SensitivityRequest request = requestFor({{3, 5}});
    request.cells.layers.clear();
    request.region = PixelRect{2, 9, 7, 5};
    const SensitivityReport report = m_fixture->run(request);
    QCOMPARE(report.rankings.at(0).layers.size(), std::size_t(3));
    QVERIFY(std::ranges::none_of(report.rankings[0].layers, &RankedLayer::tiesWithNext));
    QVERIFY(report.notes.empty());
    request.samples.reset();
    request.count = 1;
    const SensitivityReport drawn = m_fixture->run(request);
    QVERIFY(drawn.rankings.at(0).layers[0].tiesWithNext);
    QVERIFY(!drawn.notes.empty());
}

void TestSensitivityRegion::keysTellThemApart()
{
    std::set<CellKey> keys;
    std::vector<SensitivityRequest> requests(7, requestFor({{3, 5}}));
    requests[1].samples->samples = {{3, 6}};
    requests[2].samples->samples = {{4, 5}};
    requests[3].region = PixelRect{0, 0, 4, 4};
    requests[4].region = PixelRect{0, 0, 4, 5};
    requests[5].samples->blends = {{{3, 6}, 0.5}};
    requests[6].samples.reset();
    requests[6].count = 1;
    requests[6].seed = 3;
    for (const SensitivityRequest &request : requests)
        keys.insert(onlyCell(request).key);
    QCOMPARE(keys.size(), requests.size());
}

void TestSensitivityRegion::refusals()
{
    const auto why = [&](const std::function<void(SensitivityRequest &)> &change) {
        SensitivityRequest request = requestFor({{0, 0}});
        request.region = PixelRect{0, 0, 4, 4};
        change(request);
        try {
            m_fixture->run(request);
        } catch (const Error &error) {
            return QString::fromUtf8(error.what());
        }
        return QString();
    };
    QCOMPARE(why([](SensitivityRequest &) {}), QString());
    QCOMPARE(why([](SensitivityRequest &request) {
                 request.region = {13, 0, 4, 4};
             }),
             "The region 13,0,4x4 does not lie within pictures of 16x16 pixels; choose another "
             "one.");
    QVERIFY(why([](SensitivityRequest &request) {
                request.metric = MetricKind::SlicedWasserstein;
            }).contains("sqnr, psnr or ssim"));
    QVERIFY(why([](SensitivityRequest &request) { request.repeats = 2; }).contains("leave the"));
    QVERIFY(
        why([](SensitivityRequest &request) { request.sketchProbes = 8; }).contains("A sketch"));
    QVERIFY(why([](SensitivityRequest &request) {
                request.samples->samples.clear();
            }).contains("one sample and one repeat"));
}

QTEST_APPLESS_MAIN(TestSensitivityRegion)
#include "tst_sensitivity_region.moc"
