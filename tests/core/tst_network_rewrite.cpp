// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "corrected_requests.h"
#include "correction_trial.h"
#include "network_runs.h"
#include "normed_networks.h"

#include <ATen/Parallel.h>

#include <cmath>

using namespace quantloupe;
using namespace session_requests;
using namespace test_networks;
using Trial = test::CorrectionTrial;

namespace {

constexpr std::int64_t kBatch = 4;
/// Relative to the largest output: what a few layers of floats lose.
constexpr double kRounding = 1e-5;
/// Of ranges, once the rounds of equalization have ended.
constexpr double kEven = 0.01;

const CorrectionChoice kFold = everywhere({Correction::FoldNorm});
const CorrectionChoice kEqualize = everywhere({Correction::Equalize});
const CorrectionChoice kBoth = everywhere({Correction::FoldNorm, Correction::Equalize});

std::size_t layerNamed(const Generator &generator, const std::string &name)
{
    for (std::size_t i = 0; i < generator.info.layers.size(); ++i)
        if (generator.info.layers[i].name == name)
            return i;
    qFatal("no layer %s", name.c_str());
}

std::vector<std::string> foldedLayers(const Generator &generator, const NetworkRewrite &network)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < network.size(); ++i)
        if (network[i].isFolded())
            names.push_back(generator.info.layers[i].name);
    return names;
}

std::vector<std::string> equalizedLayers(const Generator &generator, const NetworkRewrite &network)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < network.size(); ++i)
        if (network[i].isEqualized)
            names.push_back(generator.info.layers[i].name);
    return names;
}

/// The notes on one layer, joined.
std::string notesOn(const RewritePlan &plan, std::size_t layer)
{
    std::string notes;
    for (const RewriteRefusal &refusal : plan.refusals)
        if (refusal.layer == layer)
            notes += refusal.note;
    return notes;
}

bool contains(const std::string &text, const char *part)
{
    return text.find(part) != std::string::npos;
}

using Names = std::vector<std::string>;

} // namespace

/// The float network with norms folded and layers equalized computes what it computed.
class TestNetworkRewrite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void init() { m_guard = std::make_unique<at::NoGradGuard>(); }
    void cleanup() { m_guard.reset(); }
    void floatNetworksStayTheSame_data();
    void floatNetworksStayTheSame();
    void everyKindOfLayerIsFolded();
    void sumsWithABiasAreLinearLayers();
    void askingForAShapeReadsNoValue();
    void foldedWeightsAreThoseOfTheFormula();
    void foldedNormsOnlyAdd();
    void normsThatCannotBeFolded_data();
    void normsThatCannotBeFolded();
    void fewBitsKeepTheirNorms();
    void oneScaleMaySufferFromFolding();
    void fullRangesMaySufferFromFolding();
    void rangesBecomeEven();
    void layersThatCannotBeEqualized();
    void whatWasFoundIsKept();

private:
    std::shared_ptr<const Generator> open(const TestNetwork &network)
    {
        return saveAndLoad(network, m_folder.path().toStdString());
    }
    RewritePlan plan(const Generator &generator, const CorrectionChoice &choice,
                     const std::string &spec = "w8:minmax")
    {
        Trial trial(generator, spec, choice);
        return NetworkRewrites().get(trial.task());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<at::NoGradGuard> m_guard;
};

void TestNetworkRewrite::floatNetworksStayTheSame_data()
{
    QTest::addColumn<QString>("network");
    QTest::newRow("norms everywhere") << "normed";
    QTest::newRow("sums with a bias") << "sums with a bias";
    for (const TestNetwork &network : allNetworks())
        QTest::newRow(network.name.c_str()) << QString::fromStdString(network.name);
}

void TestNetworkRewrite::floatNetworksStayTheSame()
{
    QFETCH(QString, network);
    TestNetwork found = network == "sums with a bias" ? normedSums() : normed();
    for (const TestNetwork &each : allNetworks())
        if (network == QString::fromStdString(each.name))
            found = each;
    const auto generator = open(found);
    const Values inputs = found.inputs(found.fixedBatch > 0 ? found.fixedBatch : kBatch);
    const at::Tensor plain = run(*generator, inputs);
    const double most = plain.abs().max().item<double>();
    for (const CorrectionChoice &choice : {kFold, kEqualize, kBoth}) {
        const RewritePlan rewritten = plan(*generator, choice);
        const at::Tensor same =
            run(*generator, inputs, overlayOf(generator->program, *rewritten.network));
        QVERIFY((same - plain).abs().max().item<double>() <= kRounding * most);
        const Names folded = foldedLayers(*generator, *rewritten.network);
        const bool isFolding = choice.isOnEverywhere(Correction::FoldNorm);
        QCOMPARE(!folded.empty(), isFolding && !generator->program.norms.empty());
    }
}

void TestNetworkRewrite::everyKindOfLayerIsFolded()
{
    const auto generator = open(normed());
    const RewritePlan folded = plan(*generator, kFold);
    QCOMPARE(foldedLayers(*generator, *folded.network), Names({"first", "plain", "up"}));
    // The last layer has no norm, and nobody asked for one there.
    QCOMPARE(notesOn(folded, layerNamed(*generator, "last")), std::string());
    CorrectionChoice one;
    one.set(Correction::FoldNorm, "up", true);
    one.set(Correction::FoldNorm, "last", true);
    const RewritePlan asked = plan(*generator, one);
    QCOMPARE(foldedLayers(*generator, *asked.network), Names({"up"}));
    QVERIFY(contains(notesOn(asked, layerNamed(*generator, "last")), "no batch norm"));
}

/// As templates and TorchScript write linear layers.
void TestNetworkRewrite::sumsWithABiasAreLinearLayers()
{
    const auto generator = open(normedSums());
    const RewritePlan both = plan(*generator, kBoth);
    QCOMPARE(foldedLayers(*generator, *both.network), Names({"a", "b"}));
    QCOMPARE(equalizedLayers(*generator, *both.network), Names({"a", "b"}));
    for (const RewriteRefusal &refusal : both.refusals)
        QVERIFY2(refusal.note.empty(), refusal.note.c_str());
    // Of another sum, the factors would be others.
    const auto scaled = open(normedSums(", beta=0.5"));
    const RewritePlan refused = plan(*scaled, kBoth);
    QVERIFY(foldedLayers(*scaled, *refused.network).empty());
    QVERIFY(contains(notesOn(refused, layerNamed(*scaled, "a")), "not as it is"));
}

void TestNetworkRewrite::askingForAShapeReadsNoValue()
{
    const auto generator =
        open(normed(plainLine() + "    rows = x.size(0)\n    x = " + normOf("x", "1") +
                    "\n    x = torch.reshape(x, [rows, 12, 6, 6])\n" + upLine() + lastLine()));
    QCOMPARE(foldedLayers(*generator, *plan(*generator, kFold).network), Names({"first", "plain"}));
}

void TestNetworkRewrite::foldedWeightsAreThoseOfTheFormula()
{
    const TestNetwork network = normed();
    const auto generator = open(network);
    const RewritePlan folded = plan(*generator, kFold);
    const auto value = [&](const char *name) { return tensorOf(network.module, name); };
    const at::Tensor found =
        rewrittenWeight(generator->program, *folded.network, layerNamed(*generator, "up"));
    const at::Tensor bias = (*folded.network)[layerNamed(*generator, "up")].bias;
    for (std::int64_t c = 0; c < 8; ++c) {
        const double factor = value("gain2")[c].item<double>() /
                              std::sqrt(value("variance2")[c].item<double>() + 1e-5);
        QCOMPARE(bias[c].item<float>(),
                 static_cast<float>(factor * value("upBias")[c].item<double>()));
        // Four groups of three inputs and two outputs each.
        for (std::int64_t i = 0; i < 3; ++i)
            for (std::int64_t k = 0; k < 16; ++k) {
                const auto at = [&](const at::Tensor &weight) {
                    return weight[c / 2 * 3 + i][c % 2][k / 4][k % 4].item<float>();
                };
                QCOMPARE(at(found), static_cast<float>(factor * at(value("up"))));
            }
    }
}

void TestNetworkRewrite::foldedNormsOnlyAdd()
{
    const TestNetwork network = normed();
    const auto generator = open(network);
    const RewritePlan folded = plan(*generator, kFold);
    const std::vector<NormOverlay> &norms =
        (*folded.network)[layerNamed(*generator, "plain")].norms;
    QCOMPARE(norms.size(), 1U);
    const auto value = [&](const char *name, std::int64_t c) {
        return tensorOf(network.module, name)[c].item<double>();
    };
    for (std::int64_t c = 0; c < 12; ++c) {
        const double factor = value("gain1", c) / std::sqrt(value("variance1", c) + 1e-5);
        QCOMPARE(norms.front().offset[c].item<float>(),
                 static_cast<float>(value("offset1", c) - value("mean1", c) * factor));
    }
    Overlay overlay = overlayOf(generator->program, *folded.network);
    const Values inputs = network.inputs(kBatch);
    std::vector<std::size_t> steps;
    for (std::size_t s = 0; s < generator->program.steps.size(); ++s)
        if (generator->program.steps[s].norm == norms.front().norm)
            steps.push_back(s);
    Executor(generator->program)
        .observeSteps(steps, batchOf(inputs), overlay, RunContext(),
                      [&](const Step &, const at::Tensor &input, const at::Tensor &output) {
                          const at::Tensor sum = input + norms.front().offset.view({1, -1, 1, 1});
                          QVERIFY(at::equal(output, sum));
                      });
}

void TestNetworkRewrite::normsThatCannotBeFolded_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("layer");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const std::string &body, const char *layer,
                        const char *reason) {
        QTest::newRow(name) << QString::fromStdString(body) << layer << reason;
    };
    const std::string end = upLine() + lastLine();
    row("read twice", plainLine() + "    x = " + normOf("x", "1") + " + torch.relu(x)\n" + end,
        "plain", "directly behind it and alone");
    row("not directly behind", plainLine() + "    x = " + normOf("torch.relu(x)", "1") + "\n" + end,
        "plain", "directly behind it and alone");
    row("conditional",
        plainLine() +
            "    x = torch.batch_norm(x, None, None, self.mean1, self.variance1, False, 0.1, "
            "1e-05, False)\n"
            "    x = x * (1.0 + torch.sigmoid(torch.mean(x, [2, 3], True)))\n" +
            end,
        "plain", "conditional batch norm");
    row("weight used twice",
        plainLine() + "    x = torch.relu(" + normOf("x", "1") + ")\n" + upLine() +
            "    x = torch.relu(" + normOf("x", "2") + ")\n" + plainLine() +
            "    x = " + normOf("x", "1") + "\n" + end,
        "plain", "used several times");
}

void TestNetworkRewrite::normsThatCannotBeFolded()
{
    QFETCH(QString, body);
    QFETCH(QString, layer);
    QFETCH(QString, reason);
    const TestNetwork network = normed(body.toStdString());
    const auto generator = open(network);
    const RewritePlan folded = plan(*generator, kFold);
    const std::size_t index = layerNamed(*generator, layer.toStdString());
    QVERIFY(!(*folded.network)[index].isFolded());
    const std::string note = notesOn(folded, index);
    QVERIFY2(note.starts_with("Folding leaves the batch norms behind " + layer.toStdString()) &&
                 contains(note, reason.toUtf8().constData()),
             note.c_str());
    const Values inputs = network.inputs(kBatch);
    const at::Tensor plain = run(*generator, inputs);
    const at::Tensor same = run(*generator, inputs, overlayOf(generator->program, *folded.network));
    QVERIFY((same - plain).abs().max().item<double>() <= kRounding);
}

void TestNetworkRewrite::fewBitsKeepTheirNorms()
{
    const auto generator = open(normed());
    for (const char *spec : {"w1", "w2:em", "w2:ternary", "w2"}) {
        const RewritePlan folded = plan(*generator, kFold, spec);
        QVERIFY2(foldedLayers(*generator, *folded.network).empty(), spec);
        QVERIFY(contains(notesOn(folded, layerNamed(*generator, "plain")), "1 or 2 bits"));
    }
    QCOMPARE(foldedLayers(*generator, *plan(*generator, kFold, "w3").network).size(), 3U);
}

void TestNetworkRewrite::oneScaleMaySufferFromFolding()
{
    // One factor of a hundred among ones: folded, that channel alone would fill the range.
    TestNetwork network = normed();
    at::Tensor gain = tensorOf(network.module, "gain1");
    gain.fill_(1);
    gain[5] = 100;
    tensorOf(network.module, "variance1").fill_(1);
    const auto wide = open(network);
    const RewritePlan refused = plan(*wide, kFold, "w4:minmax:tensor");
    const std::size_t plain = layerNamed(*wide, "plain");
    QVERIFY(contains(notesOn(refused, plain), "its weight would be quantized worse"));
    QVERIFY(!(*refused.network)[plain].isFolded());
    // More scales follow, and equalization takes the factor away again.
    QVERIFY((*plan(*wide, kFold, "w4:minmax:channel").network)[plain].isFolded());
    QVERIFY((*plan(*wide, kBoth, "w4:minmax:tensor").network)[plain].isFolded());
    // Factors that undo what the channels differ by are welcome.
    const at::Tensor weight = tensorOf(network.module, "plain");
    weight[5].mul_(0.01);
    const auto even = open(network);
    QVERIFY((*plan(*even, kFold, "w4:minmax:tensor").network)[plain].isFolded());
}

/// A factor below zero turns the larger side of a full range around, whatever equalization does.
void TestNetworkRewrite::fullRangesMaySufferFromFolding()
{
    TestNetwork network = normed();
    tensorOf(network.module, "gain1").fill_(-1);
    at::Tensor weight = tensorOf(network.module, "plain");
    weight.copy_(-weight.abs());
    const auto generator = open(network);
    const std::size_t plain = layerNamed(*generator, "plain");
    for (const CorrectionChoice &corrections : {kFold, kBoth}) {
        const RewritePlan refused = plan(*generator, corrections, "w3:minmax:full");
        QVERIFY(!(*refused.network)[plain].isFolded());
        // Nothing crosses a norm that stays.
        QVERIFY(!(*refused.network)[plain].isEqualized);
        QVERIFY(contains(notesOn(refused, plain), "not over the full range."));
        QVERIFY((*plan(*generator, corrections, "w3").network)[plain].isFolded());
    }
}

void TestNetworkRewrite::rangesBecomeEven()
{
    const TestNetwork network = normed();
    const auto generator = open(network);
    const RewritePlan even = plan(*generator, kBoth);
    QCOMPARE(equalizedLayers(*generator, *even.network), Names({"plain", "up"}));
    const auto weightOf = [&](const char *name) {
        return rewrittenWeight(generator->program, *even.network, layerNamed(*generator, name));
    };
    const auto largest = [](const at::Tensor &weights) {
        return weights.abs().max().item<double>();
    };
    int compared = 0;
    for (std::int64_t c = 0; c < 12; ++c) {
        const double behind = largest(weightOf("up")[c]);
        const double before = largest(weightOf("plain")[c]);
        // The norm has switched one channel off.
        if (before == 0)
            continue;
        QVERIFY(std::abs(before / behind - 1) < kEven);
        ++compared;
    }
    for (std::int64_t c = 0; c < 8; ++c) {
        const double behind = largest(weightOf("last").select(1, c));
        double before = 0;
        for (std::int64_t i = 0; i < 3; ++i)
            before = std::max(before, largest(weightOf("up")[c / 2 * 3 + i][c % 2]));
        if (before == 0)
            continue;
        QVERIFY(std::abs(before / behind - 1) < kEven);
        ++compared;
    }
    QCOMPARE(compared, 12 + 8 - 2);
}

void TestNetworkRewrite::layersThatCannotBeEqualized()
{
    const auto generator = open(normed());
    const RewritePlan unfolded = plan(*generator, kEqualize);
    QVERIFY(equalizedLayers(*generator, *unfolded.network).empty());
    QVERIFY(contains(notesOn(unfolded, layerNamed(*generator, "up")), "not folded; fold it"));
    const RewritePlan folded = plan(*generator, kBoth);
    // Channels become positions behind the first layer, and nothing lies behind the last one.
    QVERIFY(contains(notesOn(folded, layerNamed(*generator, "first")), "nothing but ReLU"));
    QCOMPARE(notesOn(folded, layerNamed(*generator, "last")), std::string());
    Trial trial(*generator, "w8", kBoth);
    trial.config().set("last", parseSpec("wfloat,a8").spec);
    const RewritePlan part = NetworkRewrites().get(trial.task());
    QCOMPARE(equalizedLayers(*generator, *part.network), Names({"plain"}));
    QVERIFY(contains(notesOn(part, layerNamed(*generator, "up")), "last behind it is float"));
    // A saturating function between them.
    const auto other = open(normed(plainLine() + "    x = torch.tanh(x)\n" + upLine() +
                                   "    x = torch.relu(x)\n" + lastLine()));
    QCOMPARE(equalizedLayers(*other, *plan(*other, kEqualize).network), Names({"up"}));
}

void TestNetworkRewrite::whatWasFoundIsKept()
{
    const auto generator = open(normed());
    NetworkRewrites rewrites;
    Trial first(*generator, "w4", kBoth);
    Trial second(*generator, "w4", kBoth);
    second.config().set("up", parseSpec("w6:em").spec);
    const auto before = rewrites.get(first.task()).network;
    QCOMPARE(rewrites.get(second.task()).network, before);
    // Another choice of layers is another network; layers it does not reach keep their keys.
    second.config().set("last", {});
    const auto after = rewrites.get(second.task()).network;
    QVERIFY(after != before);
    const std::size_t reached = layerNamed(*generator, "up");
    QVERIFY((*after)[reached].key != (*before)[reached].key);
    QCOMPARE((*after)[layerNamed(*generator, "first")].key,
             (*before)[layerNamed(*generator, "first")].key);
}

QTEST_APPLESS_MAIN(TestNetworkRewrite)
#include "tst_network_rewrite.moc"
