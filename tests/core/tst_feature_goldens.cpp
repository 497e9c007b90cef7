// SPDX-License-Identifier: GPL-3.0-or-later
// Frechet and kernel distances of pytorch-fid's own features (shared/golden/fid*, kid*).
#include "base/file_io.h"
#include "golden_tensors.h"
#include "made_features.h"
#include "metrics/frechet_distance.h"
#include "metrics/kernel_distance.h"

#include <QTest>

#include <cmath>
#include <nlohmann/json.hpp>

using namespace quantloupe;
using nlohmann::json;

namespace {

constexpr double kTolerance = 1e-5;

json numbers(const std::string &name)
{
    return json::parse(readTextFile(shared_data::find("golden/" + name)));
}

FeatureStats statsOf(const Features &features)
{
    const FeatureIdentity identity{std::string(kInceptionName), "", "pytorch-fid",
                                   features.dimension};
    return featureStats(features, identity, 1, RunContext());
}

void verifyDistance(const Features &a, const Features &b, const json &golden)
{
    const FrechetDistance result = frechetDistance(statsOf(a), statsOf(b), RunContext());
    const bool isShort = a.count <= a.dimension;
    QCOMPARE(result.form, isShort ? FrechetForm::Gram : FrechetForm::Eigen);
    const double expected = golden["fid_eigh"];
    const double difference = std::fabs(*result.value / expected - 1);
    QVERIFY2(difference < kTolerance, qPrintable(QString::number(difference)));
    QVERIFY(std::fabs(result.meanTerm / golden["mean_term"].get<double>() - 1) < kTolerance);
}

} // namespace

class TestFeatureGoldens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void frechet_data();
    void frechet();
    void kernel();
};

void TestFeatureGoldens::initTestCase()
{
    if (shared_data::find("golden/fid_features.safetensors").empty())
        QSKIP(shared_data::kMissing);
}

void TestFeatureGoldens::frechet_data()
{
    QTest::addColumn<QString>("depth");
    for (const char *depth : {"64", "192", "768"})
        QTest::newRow(depth) << depth;
}

void TestFeatureGoldens::frechet()
{
    QFETCH(QString, depth);
    const GoldenTensors goldens("fid_features.safetensors");
    const Features real = goldens.features("real_" + depth.toStdString());
    const Features fake = goldens.features("fake_" + depth.toStdString());
    const json golden = numbers("fid.json")["features"][depth.toStdString()];
    verifyDistance(fake, real, golden["real_vs_fake"]);
    const std::size_t half = real.count / 2;
    verifyDistance(made_features::part(real, 0, half), made_features::part(real, half, half),
                   golden["real_half_vs_real_half"]);
}

void TestFeatureGoldens::kernel()
{
    const GoldenTensors goldens("fid_features.safetensors");
    const json golden = numbers("kid.json");
    const std::vector<KidSubset> subsets =
        readKidSubsets(shared_data::find("golden/kid.safetensors").string());
    const KernelDistance result = kernelDistance(
        goldens.features("fake_768"), goldens.features("real_768"), subsets, 1, RunContext());
    const auto verifyNear = [](double value, const json &expected) {
        const double difference = std::fabs(value / expected.get<double>() - 1);
        QVERIFY2(difference < kTolerance, qPrintable(QString::number(difference)));
    };
    verifyNear(*result.value, golden["kid_full_u_statistic"]);
    verifyNear(result.subsets->mean, golden["kid_mean"]);
    verifyNear(result.subsets->deviation, golden["kid_std"]);
    QVERIFY(*result.standardError > 0 && *result.standardError < *result.value);
}

QTEST_GUILESS_MAIN(TestFeatureGoldens)
#include "tst_feature_goldens.moc"
