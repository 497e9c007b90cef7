// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "em_quantization.h"
#include "shared_data.h"

using namespace em_quantization;

namespace {

/// Of the golden file.
constexpr double kGoldenTolerance = 1e-3;

/// Phi^-1 by bisection of erfc.
double normalQuantile(double share)
{
    double low = -10;
    double high = 10;
    for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (low + high);
        (0.5 * std::erfc(-middle / std::sqrt(2)) < share ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

Values normalQuantiles(int count)
{
    Values values;
    for (int i = 0; i < count; ++i)
        values.push_back(static_cast<float>(normalQuantile((i + 0.5) / count)));
    return values;
}

Values laplaceQuantiles(int count)
{
    Values values;
    for (int i = 0; i < count; ++i) {
        const double u = (i + 0.5) / count - 0.5;
        values.push_back(
            static_cast<float>(-std::copysign(std::log(1 - 2 * std::fabs(u)) / std::sqrt(2), u)));
    }
    return values;
}

} // namespace

/// The EM quantizer on known distributions against numbers computed elsewhere.
class TestEmGoldens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenNumbers();
    void goldenNumbersOfOtherShapes();
};

void TestEmGoldens::goldenNumbers()
{
    QFile file(QString::fromStdString(shared_data::find("golden/em_gaussian.json").string()));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP(shared_data::kMissing);
    const QJsonObject golden = QJsonDocument::fromJson(file.readAll()).object();
    const Values weights = normalQuantiles(100000);
    const SortedWeights given = sorted(weights);
    const auto count = static_cast<double>(weights.size());
    const QJsonObject byBits = golden["em"].toObject();
    QCOMPARE(byBits.size(), 6);
    for (const QString &bits : byBits.keys()) {
        const QJsonObject expected = byBits[bits].toObject();
        const double error = squaredError(weights, em(weights, bits.toInt()).values) / count;
        QVERIFY2(relative(error, expected["mse"].toDouble()) < kGoldenTolerance, qPrintable(bits));
        const EmFit fit = fitBestGrid(given, std::size_t{1} << bits.toInt());
        // Near the optimum the error is flat: parameters are less certain than it.
        QVERIFY(relative(fit.grid.step, expected["alpha"].toDouble()) < 5 * kGoldenTolerance);
        QVERIFY(relative(fit.grid.first, expected["beta"].toDouble()) < 5 * kGoldenTolerance);
    }
    const QJsonObject minMax = golden["minmax_mse"].toObject();
    for (const QString &bits : minMax.keys()) {
        const std::size_t levels = std::size_t{1} << bits.toInt();
        const double start = fitGrid(given, levels, emStarts(given, levels).front()).errors.front();
        QVERIFY2(relative(start / count, minMax[bits].toDouble()) < kGoldenTolerance,
                 qPrintable(bits));
    }
}

void TestEmGoldens::goldenNumbersOfOtherShapes()
{
    QFile file(QString::fromStdString(shared_data::find("golden/em_gaussian.json").string()));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP(shared_data::kMissing);
    const QJsonObject golden = QJsonDocument::fromJson(file.readAll()).object();
    const auto meanError = [](const Values &weights, int bits) {
        return squaredError(weights, em(weights, bits).values) / double(weights.size());
    };
    const QJsonObject laplace = golden["laplace_unit_variance_em_mse"].toObject();
    const Values weights = laplaceQuantiles(100000);
    const SortedWeights given = sorted(weights);
    for (const QString &bits : laplace.keys()) {
        const double expected = laplace[bits].toDouble();
        const std::size_t levels = std::size_t{1} << bits.toInt();
        const double fromMinMax =
            fitGrid(given, levels, emStarts(given, levels).front()).error() / 100000;
        // The tolerance is stated for up to 6 bits.
        QVERIFY(bits.toInt() > 6 || relative(fromMinMax, expected) < kGoldenTolerance);
        // Other starts find better optima here.
        QVERIFY2(meanError(weights, bits.toInt()) < expected * (1 + 2 * kGoldenTolerance),
                 qPrintable(bits));
    }
    const QJsonObject outliers = golden["gaussian_with_two_outliers_at_20"].toObject();
    Values withOutliers = normalQuantiles(100000);
    withOutliers.front() = -20;
    withOutliers.back() = 20;
    QVERIFY(relative(meanError(withOutliers, 2), outliers["em_mse_k2"].toDouble()) <
            kGoldenTolerance);
    QVERIFY(relative(meanError(withOutliers, 4), outliers["em_mse_k4"].toDouble()) <
            kGoldenTolerance);
}

QTEST_GUILESS_MAIN(TestEmGoldens)
#include "tst_em_goldens.moc"
