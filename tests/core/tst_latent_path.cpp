// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/random_stream.h"
#include "data/latent_path.h"

#include <cmath>
#include <numbers>

using namespace quantloupe;

namespace {

constexpr double kRounding = 1e-6;

using Latent = std::vector<float>;

bool isClose(const Latent &a, const Latent &b)
{
    bool close = a.size() == b.size();
    for (std::size_t i = 0; close && i < a.size(); ++i)
        close = std::fabs(a[i] - b[i]) < kRounding;
    return close;
}

double length(const Latent &a)
{
    double sum = 0;
    for (const float value : a)
        sum += static_cast<double>(value) * value;
    return std::sqrt(sum);
}

} // namespace

class TestLatentPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linearByHand()
    {
        const Latent a{0, 4, -1};
        const Latent b{2, 0, -1};
        QCOMPARE(interpolate(a, b, 0.25, Distribution::Uniform), (Latent{0.5F, 3, -1}));
    }

    /// A third of a right angle between the axes is 30 degrees.
    void sphericalByHand()
    {
        const auto half = static_cast<float>(std::numbers::sqrt3 / 2);
        QVERIFY(isClose(interpolate(Latent{1, 0}, Latent{0, 1}, 1.0 / 3, Distribution::Normal),
                        {half, 0.5F}));
    }

    void endsAreExact()
    {
        RandomStream stream(1, StreamRole::Probe, 0);
        for (const std::size_t size : {1, 2, 5, 8, 9, 16, 33}) {
            Latent a(size);
            Latent b(size);
            for (std::size_t i = 0; i < size; ++i) {
                a[i] = static_cast<float>(stream.normal());
                b[i] = static_cast<float>(stream.normal());
            }
            for (const auto distribution : {Distribution::Normal, Distribution::Uniform}) {
                QCOMPARE(interpolate(a, b, 0, distribution), a);
                QCOMPARE(interpolate(a, b, 1, distribution), b);
                QVERIFY(isClose(interpolate(a, b, 0.3, distribution),
                                interpolate(b, a, 0.7, distribution)));
            }
        }
    }

    void sphericalKeepsTheLength()
    {
        const Latent a{3, 0, 4};
        const Latent b{0, 5, 0};
        for (const double share : {0.1, 0.5, 0.9}) {
            QVERIFY(std::fabs(length(interpolate(a, b, share, Distribution::Normal)) - 5) <
                    kRounding);
            QVERIFY(length(interpolate(a, b, share, Distribution::Uniform)) < 5);
        }
    }

    void withoutAnAngleItIsLinear()
    {
        QCOMPARE(interpolate(Latent{1, 2}, Latent{2, 4}, 0.5, Distribution::Normal),
                 (Latent{1.5F, 3}));
        QCOMPARE(interpolate(Latent{0, 0}, Latent{2, 4}, 0.5, Distribution::Normal),
                 (Latent{1, 2}));
        QCOMPARE(interpolate(Latent{1, 1}, Latent{-1, -1}, 0.25, Distribution::Normal),
                 (Latent{0.5F, 0.5F}));
    }

    void pathsPassThroughTheirSamples()
    {
        const std::vector<SampleRef> path{{0, 3}, {7, 1}, {0, 9}};
        QCOMPARE(pointOnPath(path, 0), (PathPoint{{0, 3}, {{0, 3}, 0}}));
        QCOMPARE(pointOnPath(path, 0.25), (PathPoint{{0, 3}, {{7, 1}, 0.25}}));
        QCOMPARE(pointOnPath(path, 0.75), (PathPoint{{7, 1}, {{0, 3}, 0.25}}));
        QCOMPARE(pointOnPath(path, 1), (PathPoint{{7, 1}, {{7, 1}, 0}}));
        QCOMPARE(pointOnPath(path, 1.25), (PathPoint{{7, 1}, {{0, 9}, 0.25}}));
        QCOMPARE(pointOnPath(path, 17), (PathPoint{{0, 9}, {{0, 9}, 0}}));
        QCOMPARE(pointOnPath(path, -1), (PathPoint{{0, 3}, {{0, 3}, 0}}));
        QCOMPARE(interpolationName(Distribution::Normal), std::string_view("spherical"));
        QCOMPARE(interpolationName(Distribution::Uniform), std::string_view("linear"));
    }
};

QTEST_APPLESS_MAIN(TestLatentPath)
#include "tst_latent_path.moc"
