// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "each_builtin_generator.h"
#include "exchange/config_file.h"
#include "image/image.h"
#include "opened_files.h"

#include <cstdlib>

using namespace quantloupe;
using namespace test_networks;

namespace {

/// Both generators with their discriminators (what the program grows by).
constexpr std::size_t kMostBytes = 8 << 20;
/// Kernels of other processors round differently.
constexpr int kMostLevelsOff = 2;

std::filesystem::path recordedGrid(std::string_view path)
{
    const std::string name(path.substr(kEmbeddedPrefix.size()));
    return std::filesystem::path(QUANTLOUPE_SOURCE_DIR) / "resources/models" / (name + ".png");
}

double meanOfTopQuarter(const Image &image)
{
    const int rows = image.height / 4;
    double sum = 0;
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < image.width; ++x)
            sum += *image.at(x, y);
    return sum / (rows * image.width);
}

} // namespace

/// The generators inside the program: nothing about them is guessed, and they are what their
/// description shows.
class TestBuiltinGenerators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opens_data() { test::addBuiltinGenerators(); }
    void opens();
    void drawsTheClassItIsGiven();
    void givesTheRecordedGrid_data() { test::addBuiltinGenerators(); }
    void givesTheRecordedGrid();
    void cachedEqualsUncached_data() { test::addBuiltinGenerators(); }
    void cachedEqualsUncached();
    void comesWithAMixedConfiguration_data() { test::addBuiltinGenerators(); }
    void comesWithAMixedConfiguration();
    void discriminatorsAreThere();
    void areSmall();
    void unknownNameListsThem();

private:
    Session m_session;
    GeneratorPtr open(const QString &path)
    {
        return m_session.open({path.toStdString(), {}, {}, {}, false}, RunContext());
    }
};

void TestBuiltinGenerators::opens()
{
    QFETCH(QString, path);
    const GeneratorPtr generator = open(path);
    const GeneratorInfo &facts = info(*generator);
    QCOMPARE(QString::fromStdString(facts.name), path);
    const bool isOfClasses = path.contains("fashion");
    QCOMPARE(facts.inputs.size(), isOfClasses ? 2U : 1U);
    QCOMPARE(facts.inputs.back().classes, isOfClasses ? 10 : 0);
    QVERIFY(facts.layers.size() >= 4);
    const int side = path.section(u'-', -1).toInt();
    QCOMPARE(facts.output, Shape({path.contains("fashion") ? 1 : 3, side, side}));
    QVERIFY(facts.warnings.empty());
    for (const Assumption &assumption : facts.assumptions)
        QVERIFY2(assumption.confirmed, assumption.key.c_str());
}

/// Sneakers are low; what is worn above them is not.
void TestBuiltinGenerators::drawsTheClassItIsGiven()
{
    constexpr std::int64_t kPullover = 2;
    constexpr std::int64_t kSneaker = 7;
    SampleRequest request;
    request.generator = open("builtin:fashion-32");
    request.plan = samplingPlan(*request.generator);
    request.source.samples = firstSamples(0, 16);
    for (const std::int64_t label : {kPullover, kSneaker}) {
        request.plan.label = label;
        int seen = 0;
        const auto check = [&](const std::vector<Sample> &samples) {
            for (const Sample &sample : samples) {
                const double light = meanOfTopQuarter(sample.image);
                QVERIFY2(label == kSneaker ? light < 20 : light > 20,
                         qPrintable(QString("%1 of %2").arg(light).arg(label)));
                ++seen;
            }
        };
        m_session.sample(request, Lane::Compute, RunContext(), check);
        QCOMPARE(seen, 16);
    }
}

void TestBuiltinGenerators::givesTheRecordedGrid()
{
    QFETCH(QString, path);
    const GeneratorPtr generator = open(path);
    SampleRequest request;
    request.generator = generator;
    request.plan = samplingPlan(*generator);
    for (std::uint64_t i = 0; i < 64; ++i)
        request.source.samples.push_back({0, i});
    const Image grid = readImage(recordedGrid(path.toStdString()));
    const int side = static_cast<int>(info(*generator).output.at(1));
    const int step = side + 2;
    int worst = 0;
    const auto compare = [&](const Sample &sample) {
        const int left = 2 + static_cast<int>(sample.index % 8) * step;
        const int top = 2 + static_cast<int>(sample.index / 8) * step;
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                for (int c = 0; c < grid.channels; ++c)
                    worst =
                        std::max(worst, std::abs(sample.image.at(x, y)[c % sample.image.channels] -
                                                 grid.at(left + x, top + y)[c]));
    };
    m_session.sample(request, Lane::Compute, RunContext(), [&](const std::vector<Sample> &samples) {
        for (const Sample &sample : samples)
            compare(sample);
    });
    QCOMPARE(grid.width, 2 + 8 * step);
    QVERIFY2(worst <= kMostLevelsOff, qPrintable(QString::number(worst)));
}

void TestBuiltinGenerators::cachedEqualsUncached()
{
    QFETCH(QString, path);
    CompareRequest request;
    request.generator = open(path);
    request.plan = samplingPlan(*request.generator);
    request.source.samples = firstSamples(0, 5);
    for (const LayerInfo &layer : info(*request.generator).layers) {
        request.config.set(layer.name, parseSpec(layer.hasActivationSite ? "w3,a8" : "w3").spec);
        request.execution.useCache = true;
        const CompareReport cached = m_session.compare(request, Lane::Preview, RunContext());
        request.execution.useCache = false;
        const CompareReport plain = m_session.compare(request, Lane::Compute, RunContext());
        for (std::size_t i = 0; i < plain.pairs.size(); ++i)
            QVERIFY(cached.pairs[i].quantized == plain.pairs[i].quantized &&
                    cached.pairs[i].errorEnergy == plain.pairs[i].errorEnergy);
    }
}

void TestBuiltinGenerators::comesWithAMixedConfiguration()
{
    QFETCH(QString, path);
    const GeneratorPtr generator = open(path);
    const ConfigFile file = readConfigFile(embeddedConfiguration(path.toStdString()));
    QCOMPARE(QString::fromStdString(file.generatorName), path);
    QVERIFY(mismatches(file, info(*generator)).empty());
    std::set<int> bits;
    for (const LayerInfo &layer : info(*generator).layers)
        bits.insert(file.config.spec(layer.name).weight.bits);
    QVERIFY(bits.count(2) == 1);
    QVERIFY(bits.count(3) + bits.count(4) > 0);
}

void TestBuiltinGenerators::discriminatorsAreThere()
{
    for (const std::string_view path : embeddedGenerators())
        QVERIFY(!embeddedFile(std::string(path) + ".discriminator").empty());
}

void TestBuiltinGenerators::areSmall()
{
    std::size_t bytes = 0;
    for (const std::string_view path : embeddedGenerators())
        for (const char *ending : {"", ".discriminator"})
            bytes += embeddedFile(std::string(path) + ending).size();
    QVERIFY2(bytes < kMostBytes, qPrintable(QString::number(bytes)));
}

void TestBuiltinGenerators::unknownNameListsThem()
{
    const QString message = refusal({"builtin:cats", {}, {}, {}, false});
    QVERIFY2(message.contains("builtin:cats") && message.contains("builtin:avatars-64") &&
                 message.contains("builtin:fashion-32"),
             qPrintable(message));
}

QTEST_APPLESS_MAIN(TestBuiltinGenerators)
#include "tst_builtin_generators.moc"
