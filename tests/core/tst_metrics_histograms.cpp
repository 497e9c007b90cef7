// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "metrics/random_order.h"
#include "metrics/swd_histogram.h"
#include "metrics_fixture.h"
#include "noise_stack.h"
#include "session/input_files.h"
#include "session/pair_source.h"
#include "session/reference_pictures.h"
#include "session/set_meter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

using namespace metrics_fixture;

namespace {

/// Sums of moments are divided otherwise in a measurement: float64, rounded to float32.
constexpr double kRounding = 1e-6;
/// Pictures of a measurement's part; the first part gives the bins.
constexpr std::size_t kPart = 64;

SwdStreamPlan planFor(const ImageStack &stack)
{
    SwdStreamPlan plan;
    plan.side = stack.side;
    plan.channels = stack.channels;
    return plan;
}

ImageStack chosen(const std::vector<Image> &images, std::span<const std::size_t> indices)
{
    std::vector<Image> some;
    for (const std::size_t index : indices)
        some.push_back(images[index]);
    return stackOf(some);
}

ImageStack firstPart(const ImageStack &stack)
{
    std::vector<Image> images;
    for (std::size_t i = 0; i < kPart; ++i)
        images.push_back(stack.image(i));
    return stackOf(images);
}

std::vector<PatchNormalization> normalizationsOf(const ImageStack &set, SwdSide side)
{
    SwdMoments moments(planFor(set), side);
    moments.add(set, 0, RunContext());
    return moments.normalizations();
}

double histogramDistance(const ImageStack &a, const ImageStack &b, const SwdBins &bins)
{
    const auto histogramOf = [&](const ImageStack &set, SwdSide side) {
        SwdHistogram histogram(planFor(set), side, bins, normalizationsOf(set, side));
        histogram.add(set, 0, RunContext());
        return histogram;
    };
    return swd(histogramOf(a, SwdSide::A), histogramOf(b, SwdSide::B)).value;
}

bool isNear(double value, double expected)
{
    return expected > 0 && std::abs(value / expected - 1) < kRounding;
}

/// A reference of pictures as a measurement draws it, with the halves of its floor.
struct DrawnReference
{
    ImageStack reference;
    std::array<ImageStack, 2> halves;
};

DrawnReference drawnReference(const MetricsRequest &request)
{
    ImagePreparation preparation;
    preparation.side = 16;
    preparation.crop = request.reference.crop;
    preparation.filter = request.reference.filter;
    ReferencePictures pictures(openGivenImages(request.reference.source), preparation, 3,
                               request.seed);
    pictures.rewind();
    const std::size_t n = request.count;
    const std::vector<Image> images = pictures.next(2 * n, RunContext());
    std::vector<std::size_t> order =
        randomOrder(2 * n, RandomStream(request.seed, StreamRole::Split, 0));
    const auto middle = order.begin() + static_cast<std::ptrdiff_t>(n);
    std::sort(order.begin(), middle);
    std::sort(middle, order.end());
    const std::span<const std::size_t> all(order);
    return {stackOf(std::span(images).first(n)),
            {chosen(images, all.first(n)), chosen(images, all.subspan(n))}};
}

} // namespace

/// SWD by histograms in a measurement, against the histograms of the same pictures at once; how
/// near these come to sorting is a matter of tst_swd_histogram.
class TestMetricsHistograms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void floatReference();
    void picturesWithTheirFloor();

private:
    MetricsRequest request() const
    {
        MetricsRequest request = m_fixture->request("swd");
        request.sortedSwdBytes = 0;
        return request;
    }

    std::optional<Fixture> m_fixture;
};

void TestMetricsHistograms::floatReference()
{
    const MetricsRequest request = this->request();
    const ImageStack reference = m_fixture->pictures(request, PairSource::kReferenceStart, {});
    const SwdBins bins = binsFor(planFor(reference), firstPart(reference), SwdSide::B,
                                 normalizationsOf(reference, SwdSide::B), RunContext());
    const MetricRow row = m_fixture->measure(request).rows.at(0);
    QCOMPARE(row.form, "histogram");
    QVERIFY(isNear(*row.floatValue,
                   histogramDistance(m_fixture->pictures(request, 0, {}), reference, bins)));
    QVERIFY(
        isNear(*row.quantized, histogramDistance(m_fixture->pictures(request, 0, request.config),
                                                 reference, bins)));
    QCOMPARE(row.floor, row.floatValue);
}

void TestMetricsHistograms::picturesWithTheirFloor()
{
    MetricsRequest request = this->request();
    request.reference.source =
        m_fixture->pictureFolder("waves", noise_stack::make({16, 3, 260, 0, 8}, 3));
    const auto [reference, halves] = drawnReference(request);
    const SwdBins bins = binsFor(planFor(reference), firstPart(reference), SwdSide::B,
                                 normalizationsOf(reference, SwdSide::B), RunContext());
    const MetricRow row = m_fixture->measure(request).rows.at(0);
    QVERIFY(isNear(*row.floatValue,
                   histogramDistance(m_fixture->pictures(request, 0, {}), reference, bins)));
    QVERIFY(
        isNear(*row.quantized, histogramDistance(m_fixture->pictures(request, 0, request.config),
                                                 reference, bins)));
    QVERIFY(isNear(*row.floor, histogramDistance(halves[0], halves[1], bins)));
}

QTEST_APPLESS_MAIN(TestMetricsHistograms)
#include "tst_metrics_histograms.moc"
