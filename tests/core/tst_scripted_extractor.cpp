// SPDX-License-Identifier: GPL-3.0-or-later
// TorchScript networks as feature extractors, opened as the programs do.
#include <QtTest>

#include "base/error.h"
#include "noise_stack.h"
#include "opened_files.h"
#include "session/torchscript_trial.h"

#include <cmath>

using namespace quantloupe;
using namespace test_networks;

namespace {

constexpr const char *kMeans = "    return torch.mean(x, [2, 3])\n";

FeatureExtractorPtr openedFile(const std::string &file, ExtractorRequest request = {})
{
    request.file = file;
    return Session().openExtractor(request, RunContext());
}

QString whyRefused(const std::string &file)
{
    try {
        openedFile(file);
    } catch (const Error &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestScriptedExtractor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setTrialProgram(QUANTLOUPE_BIN_DIR "/quantloupe-cli"); }
    void statedInputs();
    void sameBitsInAnyCompany();
    void featuresOnRequest();
    void reservedNames();
    void featuresThatChange();
    void refusals();
    void networkThatNeverEnds();

private:
    NetworkFolder m_folder;
};

void TestScriptedExtractor::statedInputs()
{
    const std::string file = m_folder.script("means.pt", kMeans);
    ExtractorRequest request;
    request.scripted.side = 8;
    request.scripted.low = -1;
    request.scripted.high = 3;
    request.scripted.mean = {0, 1, 2};
    request.scripted.deviation = {1, 2, 0.5};
    const FeatureExtractorPtr extractor = openedFile(file, request);
    QCOMPARE(extractor->identity().extractor, std::string("means"));
    QCOMPARE(extractor->identity().dimension, std::size_t{3});
    QCOMPARE(frechetName(extractor->identity()), std::string("FD-means"));
    QVERIFY(extractor->identity().pipeline.starts_with("clean side 8 range -1,3"));
    Image white(5, 9, 1);
    std::fill(white.pixels.begin(), white.pixels.end(), std::uint8_t{255});
    const Features features = extractor->extract(std::span(&white, 1), 1, RunContext());
    QCOMPARE(features.count, std::size_t{1});
    const float expected[] = {3, 1, 2};
    for (std::size_t c = 0; c < 3; ++c)
        QVERIFY(std::fabs(features.values[c] - expected[c]) < 1e-5F);
}

void TestScriptedExtractor::sameBitsInAnyCompany()
{
    const std::string file = m_folder.script(
        "deep.pt", "    y = torch.reshape(x, [x.size(0), -1])[:, :768]\n"
                   "    return torch.tanh(torch.matmul(y, self.w))[:, :, None, None]\n");
    ExtractorRequest request;
    request.scripted.side = 16;
    const FeatureExtractorPtr extractor = openedFile(file, request);
    QCOMPARE(extractor->identity().dimension, std::size_t{10});
    const ImageStack pictures = noise_stack::make({16, 3, 7, 0, 20}, 1);
    const Features together = extractor->extract(pictures, 1, RunContext());
    for (int round = 0; round < 4; ++round)
        QCOMPARE(extractor->extract(pictures, 2, RunContext()).values, together.values);
    const Image last = pictures.image(6);
    const Features alone = extractor->extract(std::span(&last, 1), 1, RunContext());
    for (std::size_t i = 0; i < together.dimension; ++i)
        QCOMPARE(alone.values[i], together.row(6)[i]);
}

void TestScriptedExtractor::featuresOnRequest()
{
    const std::string file =
        m_folder.script("classifier.pt",
                        "    y = torch.mean(x, [2, 3])\n    if return_features:\n"
                        "        return y\n    return torch.softmax(y, 1)[:, :2]\n",
                        "x: Tensor, return_features: bool = False) -> Tensor");
    QCOMPARE(openedFile(file)->identity().dimension, std::size_t{3});
}

/// Its name is not enough for a FID.
void TestScriptedExtractor::reservedNames()
{
    const std::string file =
        m_folder.script("Inception.pt", "    return torch.ones([x.size(0), 2048])\n");
    const FeatureIdentity identity = openedFile(file)->identity();
    QCOMPARE(identity.dimension, kFidDimension);
    QCOMPARE(frechetName(identity), std::string("FD-Inception.pt"));
    QCOMPARE(kernelName(identity), std::string("KID-Inception.pt"));
}

void TestScriptedExtractor::featuresThatChange()
{
    const QString beside = whyRefused(m_folder.script(
        "beside.pt", "    y = torch.mean(x, [2, 3])\n    return y - torch.mean(y, [0])\n"));
    QVERIFY2(beside.contains("beside.pt") && beside.contains("beside it"), qPrintable(beside));
    const QString random = whyRefused(m_folder.script(
        "random.pt", "    y = torch.mean(x, [2, 3])\n    return y + torch.rand_like(y)\n"));
    QVERIFY2(random.contains("random.pt") && random.contains("one run to the next"),
             qPrintable(random));
}

void TestScriptedExtractor::refusals()
{
    const QString maps = whyRefused(m_folder.script("maps.pt", "    return x\n"));
    QVERIFY2(maps.contains("maps.pt") && maps.contains("one vector for each"), qPrintable(maps));
    const QString pair = whyRefused(m_folder.script("pair.pt", "    return (x, x)\n",
                                                    "x: Tensor) -> "
                                                    "Tuple[Tensor, Tensor]"));
    QVERIFY2(pair.contains("one vector for each"), qPrintable(pair));
    const QString fails =
        whyRefused(m_folder.script("fails.pt", "    return torch.matmul(x, self.w)\n"));
    QVERIFY2(fails.contains("fails.pt") && fails.contains("fails on pictures"), qPrintable(fails));
    QVERIFY(!whyRefused("no-such-file.pt").isEmpty());
}

void TestScriptedExtractor::networkThatNeverEnds()
{
    ScriptedExtractorRequest request;
    request.file = m_folder.script("endless.pt", "    i = 0\n    while i >= 0:\n"
                                                 "        i = (i + 1) % 1000\n    return x\n");
    TrialLimits limits;
    limits.cpuSeconds = 2;
    limits.wallSeconds = 20;
    try {
        TrialLedger().requireHarmless(request, RunContext(), limits);
        QFAIL("It ended.");
    } catch (const Error &error) {
        QVERIFY2(std::string(error.what()).find("does not end") != std::string::npos, error.what());
    }
}

QTEST_GUILESS_MAIN(TestScriptedExtractor)
#include "tst_scripted_extractor.moc"
