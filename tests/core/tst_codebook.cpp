// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "quant/codebook.h"
#include "weight_quantization.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

using namespace weight_quantization;

namespace {

/// Each threshold, its neighbours, the ends of the floats and what lies between.
Values aroundThresholds(const Values &thresholds)
{
    Values x = {0, -0.0F, FLT_MAX, -FLT_MAX, FLT_TRUE_MIN, -FLT_TRUE_MIN};
    for (const float threshold : thresholds)
        if (threshold != HUGE_VALF)
            for (const float direction : {-HUGE_VALF, HUGE_VALF}) {
                x.push_back(threshold);
                x.push_back(std::nextafter(threshold, direction));
            }
    // Large enough for every way to find a code.
    const Values more = gaussian(40000, 3);
    x.insert(x.end(), more.begin(), more.end());
    std::erase_if(x, [](float number) { return !std::isfinite(number); });
    return x;
}

void compare(const Values &thresholds)
{
    for (const bool isLong : {true, false}) {
        Values x = aroundThresholds(thresholds);
        if (!isLong)
            x.resize(std::min<std::size_t>(x.size(), 200));
        Codes codes(x.size());
        applyThresholds(thresholds, x, codes);
        for (std::size_t i = 0; i < x.size(); ++i)
            QCOMPARE(std::ptrdiff_t{codes[i]},
                     std::ranges::upper_bound(thresholds, x[i]) - thresholds.begin());
    }
}

} // namespace

/// Codes of weights between thresholds, against a search one by one.
class TestCodebook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyThresholds();
    void thresholdsFarApartAndClose();
    void codesThatNothingReaches();
    void extremeThresholds();
};

void TestCodebook::anyThresholds()
{
    for (int bits = 1; bits <= 8; ++bits)
        for (const std::uint64_t seed : {1, 2, 3}) {
            Values thresholds = gaussian((1 << bits) - 1, seed);
            std::ranges::sort(thresholds);
            compare(thresholds);
        }
}

void TestCodebook::thresholdsFarApartAndClose()
{
    Values even;
    Values powers;
    for (int i = -7; i <= 7; ++i) {
        even.push_back(0.01F * static_cast<float>(i));
        powers.push_back(i == 0 ? 0 : std::copysign(std::ldexp(1.0F, std::abs(i) - 9), i));
    }
    compare(even);
    compare(powers);
    // Neighbouring floats, and two that are one.
    Values close = even;
    close[5] = std::nextafter(close[4], 1.0F);
    compare(close);
    close[5] = close[4];
    compare(close);
}

void TestCodebook::codesThatNothingReaches()
{
    for (const std::size_t reached : {0, 1, 6, 12}) {
        Values thresholds(15, HUGE_VALF);
        for (std::size_t i = 0; i < reached; ++i)
            thresholds[i] = 0.004F * static_cast<float>(i) - 0.02F;
        compare(thresholds);
    }
}

void TestCodebook::extremeThresholds()
{
    compare({-FLT_MAX, -1e30F, 0, 1, 2, 1e30F, FLT_MAX});
    compare({-3e38F, -2e38F, -1e38F, 0, 1e38F, 2e38F, 3e38F});
    Values tiny;
    for (int i = -7; i <= 7; ++i)
        tiny.push_back(FLT_TRUE_MIN * static_cast<float>(i));
    compare(tiny);
    compare({-2e-38F, -1e-38F, -5e-39F, 0, 5e-39F, 1e-38F, 2e-38F});
}

QTEST_APPLESS_MAIN(TestCodebook)
#include "tst_codebook.moc"
