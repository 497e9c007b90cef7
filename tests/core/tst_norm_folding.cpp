// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "engine/norm_folding.h"
#include "engine/rewrite_plan.h"
#include "engine/weight_blocks.h"
#include "network_runs.h"
#include "normed_networks.h"
#include "weight_quantization.h"

#include <cmath>

using namespace quantloupe;
using namespace test_networks;
using namespace weight_quantization;

namespace {

/// Fits of the same levels to scaled weights differ by rounding.
constexpr double kSame = 1e-3;

/// Squared error of each output channel by its squares, summed over the channels that are on.
double errorOf(const at::Tensor &weight, const WeightSpec &spec, const std::vector<double> &factors)
{
    const ChannelLayout layout = channelLayout(weight.sizes().vec(), 0);
    const at::Tensor plain = weight.contiguous();
    const std::span<const float> values(plain.data_ptr<float>(),
                                        static_cast<std::size_t>(plain.numel()));
    const QuantizedTensor quantized = quantize(values, layout, spec);
    const auto perChannel = static_cast<std::size_t>(plain.numel() / plain.size(0));
    double sum = 0;
    for (std::size_t c = 0; c < factors.size(); ++c) {
        double error = 0;
        double size = 0;
        for (std::size_t i = c * perChannel; i < (c + 1) * perChannel; ++i) {
            error += std::pow(double(quantized.values[i]) - values[i], 2);
            size += std::pow(values[i], 2);
        }
        sum += factors[c] == 0 ? 0 : error / size;
    }
    return sum;
}

} // namespace

/// When a batch norm is better not folded.
class TestNormFolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatErrsMoreSuffers_data();
    void onlyWhatErrsMoreSuffers();

private:
    QTemporaryDir m_folder;
};

void TestNormFolding::onlyWhatErrsMoreSuffers_data()
{
    QTest::addColumn<QString>("spec");
    for (const char *method : {"minmax", "minmax:asym", "minmax:full", "mse", "mse:full",
                               "mse:asym", "pow2", "extremes", "em", "kmeans", "log", "tanh"})
        for (const char *scales : {"tensor", "channel", "group16"}) {
            const QString spec = QString("w4:%1:%2").arg(method, scales);
            QTest::newRow(qPrintable(spec)) << spec;
        }
}

void TestNormFolding::onlyWhatErrsMoreSuffers()
{
    QFETCH(QString, spec);
    const WeightSpec weights = weightSpec(spec.toStdString());
    int judged = 0;
    for (const double wide : {1.0, 40.0}) {
        TestNetwork network = normed();
        tensorOf(network.module, "gain1")[5] = wide;
        const auto generator = saveAndLoad(network, m_folder.path().toStdString());
        const std::size_t plain = 1;
        const WeightSite &site = generator->program.layers[plain];
        QCOMPARE(site.name, std::string("plain"));
        const auto fold = structureOf(*generator).folds[plain].fold;
        QVERIFY(fold);
        const double before = errorOf(site.weight, weights, fold->factors);
        const double behind =
            errorOf(scaledWeight(site, {fold->factors, {}}), weights, fold->factors);
        const bool suffers = suffersFromFold(site, *fold, weights);
        if (suffers)
            QVERIFY(behind > before * (1 - kSame));
        else
            QVERIFY2(behind <= before * (1 + kSame), qPrintable(spec));
        judged += suffers;
    }
    if (spec.endsWith("minmax:tensor"))
        QVERIFY(judged > 0);
}

QTEST_GUILESS_MAIN(TestNormFolding)
#include "tst_norm_folding.moc"
