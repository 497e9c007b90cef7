// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "analysis/bit_search.h"
#include "analysis/config_problem.h"
#include "base/error.h"
#include "made_up_layers.h"

using namespace quantloupe;
using namespace made_up_layers;

namespace {

constexpr std::int64_t kOtherElements = 1000;

SizeReport sizeOf(const GeneratorInfo &info, const QuantConfig &config)
{
    std::vector<LayerSize> layers;
    for (const LayerInfo &layer : info.layers)
        layers.push_back({layer.name, layer.weights, layer.weightShape[1], 4, layer.macs, true});
    const OtherParameters other{kOtherElements, 4};
    return sizeReport(layers, std::span(&other, 1), config);
}

/// Each layer alone errs by 4^-bits, the later ones more.
LayerErrors errorsOf(const GeneratorInfo &info, const SearchRules &rules)
{
    LayerErrors errors;
    double factor = 1;
    for (const LayerInfo &layer : info.layers) {
        for (const WeightSpec &spec : searchedSpecs(rules, layer))
            if (!spec.isFloat())
                errors[{layer.name, spec}] = factor * std::pow(4.0, -spec.bits);
        factor *= 3;
    }
    return errors;
}

struct Searched
{
    GeneratorInfo info = dcgan();
    SearchRules rules;
    QuantConfig base;
    SearchCost cost = SearchCost::Bytes;

    ConfigProblem problem() const
    {
        return configProblem(info.layers, base, rules, cost, errorsOf(info, rules),
                             [this](const QuantConfig &config) { return sizeOf(info, config); });
    }

    QuantConfig best(double amount) const
    {
        const ConfigProblem given = problem();
        BitSearchRequest request;
        request.budget = groupBudget(given, amount);
        const BitSearchResult result = searchBits(given.problem, request);
        return configOf(given, result.best);
    }
};

/// What a target without float needs; the first layer reads the latent.
QuantConfig withActivations(const GeneratorInfo &info)
{
    QuantConfig config;
    for (const LayerInfo &layer : info.layers)
        config.set(layer.name, parseSpec("a8").spec);
    return config;
}

QString refusal(const std::function<void()> &what)
{
    try {
        what();
    } catch (const Error &error) {
        return error.what();
    }
    return "accepted";
}

} // namespace

/// A generator's configurations as options of groups.
class TestConfigProblem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What the knapsack adds up is what the size report says of the configuration.
    void costsAreThoseOfTheSizeReport_data()
    {
        QTest::addColumn<int>("cost");
        QTest::newRow("bytes") << int(SearchCost::Bytes);
        QTest::newRow("bits") << int(SearchCost::Bits);
        QTest::newRow("bops") << int(SearchCost::Bops);
    }
    void costsAreThoseOfTheSizeReport()
    {
        QFETCH(int, cost);
        Searched searched;
        searched.cost = static_cast<SearchCost>(cost);
        searched.rules.methods = {WeightMethod::Mse, WeightMethod::Em};
        LayerQuantSpec activation;
        activation.activation.bits = 8;
        searched.base.set("up1", activation);
        const ConfigProblem problem = searched.problem();
        BitSearchRequest request;
        const SearchSolution least = cheapestSolution(problem.problem);
        const SearchSolution most = leastErrorSolution(problem.problem);
        const SearchedFront front = searchFront(problem.problem, request, 7, RunContext());
        for (const SearchSolution &solution : front.points) {
            const SizeReport size = sizeOf(searched.info, configOf(problem, solution));
            const double amount = amountOf(problem, solution.cost);
            if (searched.cost == SearchCost::Bytes)
                QCOMPARE(amount, double(size.bytes));
            else if (searched.cost == SearchCost::Bops)
                QCOMPARE(amount, size.bops);
            else
                QCOMPARE(amount, size.averageBits);
            QCOMPARE(groupBudget(problem, amount), solution.cost);
            QVERIFY(least.cost <= solution.cost && solution.cost <= most.cost);
        }
    }

    void budgetsAreKept()
    {
        Searched searched;
        const double whole = double(sizeOf(searched.info, {}).bytes);
        for (const double share : {0.05, 0.1, 0.2, 0.5}) {
            const QuantConfig best = searched.best(share * whole);
            QVERIFY(double(sizeOf(searched.info, best).bytes) <= share * whole);
        }
    }

    void lockedLayersStay()
    {
        Searched searched;
        searched.base.set("up1", parseSpec("w5:em,a8").spec);
        searched.base.set("up2", parseSpec("w3,a8").spec);
        searched.rules.marks.setLocked("up1", true);
        const QuantConfig best = searched.best(20'000);
        QVERIFY(best.spec("up1") == searched.base.spec("up1"));
        // Its activation stays, its weight is searched.
        QCOMPARE(best.spec("up2").activation, searched.base.spec("up2").activation);
        QVERIFY(searched.problem().base.spec("up2").weight.isFloat());
        searched.rules.marks.setLocked("colour", true);
        QVERIFY(searched.best(20'000).spec("colour").isFloat());
    }

    void tiedLayersGetOneSetting()
    {
        Searched searched;
        searched.rules.marks.setTie(std::vector<std::string>{"project", "colour"}, "A");
        QCOMPARE(searched.problem().problem.groups.size(), 3U);
        for (const double bytes : {20'000.0, 30'000.0, 60'000.0}) {
            const QuantConfig best = searched.best(bytes);
            QVERIFY(best.spec("project").weight == best.spec("colour").weight);
        }
        // One may have 8 bits and 2, the other one 4 and 2.
        searched.rules.allowedBits = {{"project", {2, 8}}, {"colour", {2, 4}}};
        QCOMPARE(searched.best(1e9).spec("project").weight.bits, 2);
        searched.rules.allowedBits = {{"project", {8}}, {"colour", {4}}};
        QCOMPARE(refusal([&] { searched.problem(); }),
                 QString("No setting is left for project, colour; allow more bits, or lock it."));
    }

    void tiedAndLockedMustAgree()
    {
        Searched searched;
        searched.rules.marks.setTie(std::vector<std::string>{"up1", "up2"}, "A");
        searched.rules.marks.setLocked("up1", true);
        searched.base.set("up1", parseSpec("w4").spec);
        QVERIFY(refusal([&] { searched.problem(); }).startsWith("up1 and up2 are tied and locked"));
        searched.base.set("up2", parseSpec("w4").spec);
        const QuantConfig best = searched.best(1e9);
        QCOMPARE(best.spec("up2").weight.bits, 4);
    }

    void allowedBitsAndFloat()
    {
        Searched searched;
        searched.rules.allowedBits["up2"] = {7, kFloatBits};
        const auto specs = searchedSpecs(searched.rules, searched.info.layers[2]);
        QCOMPARE(specs.size(), 2U);
        QVERIFY(specs[0].isFloat());
        QCOMPARE(specs[1].bits, 7);
        QVERIFY(searched.best(1e9).spec("up2").isFloat());
        QCOMPARE(searched.best(0).spec("up2").weight.bits, 7);
    }

    void bitsAreAllowedByPattern()
    {
        const GeneratorInfo info = Searched().info;
        AllowedBits allowed;
        allowBits(info.layers, "*=8,4", allowed);
        QCOMPARE(allowed.size(), info.layers.size());
        // Later ones win.
        allowBits(info.layers, "up*=2,float", allowed);
        QVERIFY(allowed.at("up2") == (std::set{2, kFloatBits}));
        QVERIFY(allowed.at("project") == (std::set{4, 8}));
        const auto why = [&](const char *text) {
            return refusal([&] { allowBits(info.layers, text, allowed); });
        };
        for (const char *none : {"up1", "up1=", "up1=0", "up1=17", "up1=4;8", "up1=a", ""})
            QVERIFY2(why(none).contains("write PATTERN=BITS"), none);
        QVERIFY(why("nothing=4").startsWith("'nothing' matches no layer"));
    }

    void oneBitIsBinaryWhateverTheMethod()
    {
        SearchRules rules;
        rules.methods = {WeightMethod::MinMax, WeightMethod::Mse};
        rules.bits = {1};
        const auto specs = searchedSpecs(rules, linear("fc", 4, 4));
        QCOMPARE(specs.size(), 1U);
        QVERIFY(specs[0].method == WeightMethod::Binary);
    }

    void targetsLimitTheChoice()
    {
        Searched searched;
        searched.rules.target = readTargetProfile("int4-int8");
        for (const LayerInfo &layer : searched.info.layers)
            for (const WeightSpec &spec : searchedSpecs(searched.rules, layer))
                QVERIFY(spec.bits == 4 || spec.bits == 8);
        searched.base = withActivations(searched.info);
        searched.base.set("up1", parseSpec("w8,a6").spec);
        QCOMPARE(refusal([&] { searched.problem(); }),
                 QString("The target int4-int8 has no activations of 6 bits, which up1 has; give "
                         "it others."));
        searched.base = withActivations(searched.info);
        searched.rules.bits = {3, 2};
        QVERIFY(refusal([&] { searched.problem(); }).startsWith("No setting is left for project"));
    }

    /// The search chooses weights alone, so that the base must have the target's activations.
    void targetsTakeNoFloatActivations()
    {
        Searched searched;
        searched.rules.target = readTargetProfile("int4-int8");
        searched.base = withActivations(searched.info);
        QCOMPARE(refusal([&] { searched.problem(); }), QString("accepted"));
        searched.base.set("up2", parseSpec("w8").spec);
        QCOMPARE(refusal([&] { searched.problem(); }),
                 QString("The target int4-int8 computes with activations of 8/16 bits, but that of "
                         "up2 is float; quantize activations first (--set '*=a8' on the command "
                         "line), or choose another target."));
        // Nothing can be quantized before these.
        for (const bool isInput : {true, false}) {
            Searched free = searched;
            LayerInfo &layer = free.info.layers[2];
            QCOMPARE(layer.name, std::string("up2"));
            layer.readsNetworkInput = isInput;
            layer.hasActivationSite = isInput;
            QCOMPARE(refusal([&] { free.problem(); }), QString("accepted"));
        }
        // A target that takes float layers, and one that says nothing of activations.
        searched.rules.target = readTargetProfile("int8");
        searched.rules.bits = {8};
        QCOMPARE(refusal([&] { searched.problem(); }), QString("accepted"));
        searched.rules.target->allowsFloat = false;
        searched.rules.target->activationBits.clear();
        searched.base = {};
        QCOMPARE(refusal([&] { searched.problem(); }), QString("accepted"));
    }

    /// Bits are not what is missing.
    void targetsNameTheirMethods()
    {
        Searched searched;
        searched.base = withActivations(searched.info);
        searched.rules.target = readTargetProfile("pow2-8");
        QCOMPARE(refusal([&] { searched.problem(); }),
                 QString("The target pow2-8 takes none of the chosen methods for project; choose "
                         "from those that it takes (--method pow2)."));
        searched.rules.methods = {WeightMethod::Pow2};
        QCOMPARE(refusal([&] { searched.problem(); }), QString("accepted"));
        searched.rules.target = readTargetProfile("int4-int8");
        searched.rules.methods = {WeightMethod::Em};
        QVERIFY(refusal([&] { searched.problem(); }).endsWith("takes (--method minmax,mse)."));
        searched.rules.methods = {WeightMethod::Mse};
        searched.rules.granularity = Granularity::PerGroup32;
        QCOMPARE(refusal([&] { searched.problem(); }),
                 QString("The target int4-int8 takes no scale for each group32 of project; choose "
                         "one of --granularity tensor,channel."));
    }

    /// A locked layer keeps its setting, so the target must have it.
    void targetsMustSupportLockedLayers()
    {
        Searched searched;
        searched.rules.target = readTargetProfile("int4-int8");
        searched.base = withActivations(searched.info);
        searched.base.set("up1", parseSpec("w3,a8").spec);
        searched.base.set("up2", parseSpec("w8,a8").spec);
        searched.base.set("colour", parseSpec("w4:em,a8").spec);
        // What is searched gets another setting.
        QCOMPARE(refusal([&] { searched.problem(); }), QString("accepted"));
        for (const char *layer : {"up1", "up2", "colour"})
            searched.rules.marks.setLocked(layer, true);
        QCOMPARE(refusal([&] { searched.problem(); }),
                 QString("The target int4-int8 does not support the settings of locked layers: "
                         "up1=w3, colour=w4:em; give them others, or unlock them."));
        searched.rules.marks.setLocked("up1", false);
        searched.rules.marks.setLocked("colour", false);
        QCOMPARE(searched.best(1e9).spec("up2").weight.bits, 8);
        // Tied to a locked one, a layer stays as well.
        searched.rules.marks.setTie(std::vector<std::string>{"up1", "project"}, "A");
        searched.rules.marks.setLocked("project", true);
        searched.base.set("project", parseSpec("w3,a8").spec);
        QVERIFY(refusal([&] { searched.problem(); }).contains("project=w3, up1=w3"));
        // Whether a locked layer may be float is up to the target.
        searched.rules.marks = {};
        searched.rules.marks.setLocked("colour", true);
        searched.base = withActivations(searched.info);
        searched.rules.target->allowsFloat = false;
        QVERIFY(refusal([&] { searched.problem(); }).contains("colour=wfloat"));
        searched.rules.target->allowsFloat = true;
        QVERIFY(searched.best(1e9).spec("colour").weight.isFloat());
    }

    void budgetsAsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("amount");
        QTest::newRow("MB") << "bytes=1MB" << 1e6;
        QTest::newRow("KiB") << "bytes=1.5KiB" << 1536.0;
        QTest::newRow("plain") << "bytes=12345" << 12345.0;
        QTest::newRow("bits") << "bits=4.5" << 4.5;
        QTest::newRow("bops") << "bops=2.5G" << 2.5e9;
        for (const char *bad :
             {"", "bytes", "bytes=", "bytes=-1", "bytes=1XB", "bits=4MB", "bits=4,bytes=1",
              "words=3", "bops=nan", "bytes=inf", "bytes=1e999", "bits=0"})
            QTest::newRow(*bad ? bad : "nothing") << QString(bad) << -1.0;
    }
    void budgetsAsText()
    {
        QFETCH(QString, text);
        QFETCH(double, amount);
        if (amount > 0)
            QCOMPARE(parseSearchBudget(text.toStdString()).amount, amount);
        else
            QVERIFY(refusal([&] {
                        parseSearchBudget(text.toStdString());
                    }).startsWith("A budget is bytes=1MB"));
    }

    void budgetsBelowTheRestOfTheModel()
    {
        Searched searched;
        const ConfigProblem problem = searched.problem();
        QVERIFY(groupBudget(problem, 4 * kOtherElements - 1) < 0);
        QCOMPARE(groupBudget(problem, 4 * kOtherElements), 0);
        QVERIFY(groupBudget(problem, 1e300) > 0);
    }
};

QTEST_GUILESS_MAIN(TestConfigProblem)
#include "tst_config_problem.moc"
