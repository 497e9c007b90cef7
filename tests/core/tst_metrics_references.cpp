// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "image/image.h"
#include "metrics_fixture.h"
#include "noise_stack.h"
#include "session/pair_source.h"

#include <cmath>
#include <fstream>
#include <optional>

using namespace metrics_fixture;

namespace {

constexpr const char *kDistances = "fid,kid,swd";

} // namespace

/// What pictures are compared with, and pictures of every kind.
class TestMetricsReferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void floatReferenceSharesNoLatent();
    void picturesAsReference();
    void tooFewReferencePictures();
    void greyPictures();
    void greyReferences();
    void outputsThatAreNotFinite();

private:
    std::optional<Fixture> m_fixture;
};

/// With shared latents the float distance would be 0; it is the floor.
void TestMetricsReferences::floatReferenceSharesNoLatent()
{
    const MetricsRequest request = m_fixture->request("fid,swd");
    const ImageStack measured = m_fixture->pictures(request, 0, {});
    const ImageStack reference = m_fixture->pictures(request, PairSource::kReferenceStart, {});
    for (std::size_t i = 0; i < measured.count; ++i)
        for (std::size_t k = 0; k < reference.count; ++k)
            QVERIFY(measured.image(i) != reference.image(k));
    const MetricsReport report = m_fixture->measure(request);
    for (const MetricRow &row : report.rows) {
        QVERIFY(*row.floatValue > 0);
        QCOMPARE(*row.floor, *row.floatValue);
        QVERIFY(*row.quantized > *row.floor);
    }
    // No number of samples reaches the reference's.
    MetricsRequest huge = request;
    huge.count = PairSource::kReferenceStart;
    QVERIFY(!whyRefused(*m_fixture, huge).isEmpty());
}

void TestMetricsReferences::picturesAsReference()
{
    const ImageStack stack = noise_stack::make({20, 3, 270, 0, 8}, 3);
    MetricsRequest request = m_fixture->request(kDistances);
    request.reference.source = m_fixture->pictureFolder("reference", stack);
    std::ofstream(std::filesystem::path(request.reference.source) / "1005.png") << "damaged";
    const MetricsReport report = m_fixture->measure(request);
    QCOMPARE(report.skipped.size(), 1U);
    QVERIFY(report.skipped[0].find("1005.png") != std::string::npos);
    QCOMPARE(report.reference.n, 130U);
    QCOMPARE(report.reference.preparation->side, 16);
    QCOMPARE(report.reference.sha256.size(), 64U);
    for (const MetricRow &row : report.rows) {
        QVERIFY(row.floatValue && row.quantized && row.delta);
        // Halves of one set are nearer to each other than waves to the network's pictures.
        QVERIFY(std::abs(*row.floor) < std::abs(*row.floatValue));
        QVERIFY(*row.floor != *row.floatValue);
    }
    QCOMPARE(m_fixture->measure(request).rows, report.rows);
    request.reference.filter = ResizeFilter::Linear;
    const MetricsReport other = m_fixture->measure(request);
    QVERIFY(other.reference.sha256 != report.reference.sha256);
    QVERIFY(!differenceOf(report, report.rows[0], other, other.rows[0]).empty());
}

void TestMetricsReferences::tooFewReferencePictures()
{
    MetricsRequest request = m_fixture->request(kDistances);
    request.reference.source =
        m_fixture->pictureFolder("few", noise_stack::make({16, 3, 200, 0, 8}, 3));
    const MetricsReport enough = m_fixture->measure(request);
    for (const MetricRow &row : enough.rows) {
        QVERIFY(row.quantized && !row.floor);
        QCOMPARE(row.floor.reason, "two halves of 130 need 260 reference pictures, but there are "
                                   "200");
    }
    request.reference.source =
        m_fixture->pictureFolder("fewer", noise_stack::make({16, 3, 90, 0, 8}, 3));
    const MetricsReport report = m_fixture->measure(request);
    QCOMPARE(report.reference.n, 90U);
    QVERIFY(report.rows[0].quantized && report.rows[1].quantized && !report.rows[2].quantized);
    QVERIFY(report.rows[2].delta.reason.find("130 samples and 90 reference pictures") !=
            std::string::npos);
}

void TestMetricsReferences::greyPictures()
{
    const GeneratorPtr grey = m_fixture->session().open(
        {m_fixture->folder().script(
             "grey.pt",
             "    y = torch.matmul(x[:, :8], self.w[:8])\n"
             "    y = torch.matmul(torch.tanh(y), torch.reshape(self.w[:256], [10, 256]))\n"
             "    return torch.tanh(torch.reshape(y, [x.size(0), 1, 16, 16]))\n"),
         {},
         {{"input.shape", "8"}},
         {},
         false},
        RunContext());
    MetricsRequest request = m_fixture->requestOf(grey, "swd,fid");
    const MetricsReport report = m_fixture->measure(request);
    QCOMPARE(report.rows[0].name, "SWD-grey");
    QVERIFY(report.rows[0].quantized);
    QCOMPARE(report.rows[0].mark, "not the published setting");
    request.reference.source =
        m_fixture->pictureFolder("colours", noise_stack::make({16, 3, 130, 0, 8}, 3));
    const MetricsReport mixed = m_fixture->measure(request);
    QVERIFY(!mixed.rows[0].quantized);
    QVERIFY(mixed.rows[0].quantized.reason.find("different measures") != std::string::npos);
    QVERIFY(mixed.rows[1].quantized);
}

/// The other way round; a set that has some grey pictures is coloured.
void TestMetricsReferences::greyReferences()
{
    MetricsRequest request = m_fixture->request("swd,fid");
    const ImageStack grey = noise_stack::make({16, 1, 130, 0, 8}, 3);
    request.reference.source = m_fixture->pictureFolder("greys", grey);
    const MetricsReport report = m_fixture->measure(request);
    QVERIFY(!report.rows[0].quantized && !report.rows[0].floor);
    QVERIFY(report.rows[0].quantized.reason.starts_with("the reference's pictures are grey"));
    QVERIFY(report.rows[1].quantized);
    writePng(std::filesystem::path(request.reference.source) / "coloured.png",
             noise_stack::make({16, 3, 1, 0, 8}, 3).image(0));
    QVERIFY(m_fixture->measure(request).rows[0].quantized);
}

void TestMetricsReferences::outputsThatAreNotFinite()
{
    const GeneratorPtr broken = m_fixture->session().open(
        {m_fixture->folder().script(
             "broken.pt", "    y = torch.matmul(x[:, :8], self.w[:8])\n"
                          "    y = torch.matmul(torch.tanh(y), torch.reshape(self.w, [10, 768]))\n"
                          "    y = torch.reshape(torch.tanh(y), [x.size(0), 3, 16, 16])\n"
                          "    return torch.where(x[:, :1, None, None] > 1.5, y / 0.0, y)\n"),
         {},
         {{"input.shape", "8"}},
         {},
         false},
        RunContext());
    const MetricsReport report = m_fixture->measure(m_fixture->requestOf(broken, "fid,swd,psnr"));
    for (const std::size_t i : {0U, 1U}) {
        QVERIFY(!report.rows[i].quantized && !report.rows[i].delta);
        QVERIFY(report.rows[i].quantized.reason.find("of 130 outputs hold values that are not "
                                                     "finite") != std::string::npos);
    }
    QVERIFY(report.rows[2].quantized);
    QVERIFY(report.rows[2].mark.find("not finite left out") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestMetricsReferences)
#include "tst_metrics_references.moc"
