// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/embedded_files.h"
#include "corrected_requests.h"
#include "each_builtin_generator.h"

using namespace quantloupe;
using namespace session_requests;

/// What corrections buy on the built-in generators, and what reports say of it.
class TestCorrectionGains : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtinsComeCloserToFloat_data();
    void builtinsComeCloserToFloat();
    void aBiasMendsItsOwnLayer_data();
    void aBiasMendsItsOwnLayer();
    void everySessionFindsTheSame();
    void stepsAreThoseOfFewerCorrections();
    void whatMovesNothingIsNotInEffect();
    void uncorrectedReportsSayNothing();
};

void TestCorrectionGains::builtinsComeCloserToFloat_data()
{
    test::addBuiltinGenerators();
}

/// Where the whole network is quantized; what does not hold everywhere is told only, and once.
void TestCorrectionGains::builtinsComeCloserToFloat()
{
    QFETCH(QString, path);
    const bool isAvatars = path == "builtin:avatars-64";
    Session session;
    const GeneratorPtr generator =
        session.open({path.toStdString(), {}, {}, {}, false}, RunContext());
    for (const char *spec : {"w2:em", "w3", "w4"})
        for (const Correction each : corrections()) {
            const bool isHeld =
                each == Correction::AdaRound || (isAvatars && each == Correction::ReestimateNorm);
            // One search takes longer than all the others together.
            if (spec != std::string("w3") && (!isHeld || each == Correction::AdaRound))
                continue;
            CompareRequest request = requestFor(generator, 1);
            request.calibration.count = 128;
            for (const LayerInfo &layer : info(*generator).layers)
                request.config.set(layer.name, parseSpec(spec).spec);
            CorrectionChoice choice = everywhere({each});
            // More than half of the time, for a ninth of the gain; other generators round all.
            if (isAvatars)
                choice.set(Correction::AdaRound, "main.3", false);
            request.config.setCorrections(choice);
            const CorrectionGain output =
                session.compare(request, Lane::Compute, RunContext()).corrections.output;
            qInfo("%s at %s: output %.2f -> %.2f dB by %s", qPrintable(path), spec, *output.before,
                  *output.after, name(each).data());
            if (isHeld)
                QVERIFY(*output.after > *output.before);
        }
}

void TestCorrectionGains::aBiasMendsItsOwnLayer_data()
{
    test::addBuiltinGenerators();
}

/// Where pictures go in: latents have no mean that could be off.
void TestCorrectionGains::aBiasMendsItsOwnLayer()
{
    QFETCH(QString, path);
    Session session;
    const GeneratorPtr generator =
        session.open({path.toStdString(), {}, {}, {}, false}, RunContext());
    for (std::size_t i = 1; i < info(*generator).layers.size(); ++i) {
        const LayerInfo &facts = info(*generator).layers[i];
        if (facts.inputShape.size() != 3 || facts.inputShape[1] == 1)
            continue;
        const std::string &layer = facts.name;
        for (const char *spec : {"w2", "w3", "w4"}) {
            CompareRequest request = requestFor(generator, 1);
            request.config.set(layer, parseSpec(spec).spec);
            request.config.setCorrections(everywhere({Correction::Bias}));
            const CorrectionReport report =
                session.compare(request, Lane::Compute, RunContext()).corrections;
            const CorrectionGain &gain = report.layers[i].gain;
            QVERIFY2(*gain.after > *gain.before, layer.c_str());
        }
    }
}

void TestCorrectionGains::everySessionFindsTheSame()
{
    const std::string path(embeddedGenerators().front());
    std::vector<CompareReport> reports;
    for (const std::size_t samples : {2U, 5U}) {
        Session session;
        const GeneratorPtr generator = session.open({path, {}, {}, {}, false}, RunContext());
        CompareRequest request = requestFor(generator, samples);
        setAll(request, 3, 6);
        request.config.setCorrections(everywhere({Correction::ReestimateNorm, Correction::Bias}));
        reports.push_back(session.compare(request, Lane::Compute, RunContext()));
        const CompareReport again = session.compare(request, Lane::Preview, RunContext());
        QVERIFY(again.corrections == reports.back().corrections);
        QVERIFY(quantizedPictures(again) == quantizedPictures(reports.back()));
    }
    QVERIFY(!reports[0].corrections.isEmpty());
    QVERIFY(reports[0].corrections == reports[1].corrections);
    for (std::size_t i = 0; i < 2; ++i)
        QVERIFY(reports[0].pairs[i].quantized == reports[1].pairs[i].quantized);
}

void TestCorrectionGains::stepsAreThoseOfFewerCorrections()
{
    const std::string path(embeddedGenerators().front());
    Session session;
    CompareRequest request = requestFor(session.open({path, {}, {}, {}, false}, RunContext()), 1);
    setAll(request, 3, 6);
    const auto reportOf = [&](std::initializer_list<Correction> corrections) {
        request.config.setCorrections(everywhere(corrections));
        return session.compare(request, Lane::Compute, RunContext()).corrections;
    };
    const CorrectionReport both = reportOf({Correction::Bias, Correction::ReestimateNorm});
    QCOMPARE(both.steps.size(), 2U);
    const CorrectionReport norms = reportOf({Correction::ReestimateNorm});
    QCOMPARE(norms.steps.size(), 1U);
    QVERIFY(norms.steps[0] == both.steps[0]);
    QVERIFY(both.steps[0].correction == Correction::ReestimateNorm);
    QVERIFY(both.steps[0].sqnr == norms.output.after);
    QVERIFY(both.steps[1].correction == Correction::Bias);
    QVERIFY(both.steps[1].sqnr == both.output.after);
    QVERIFY(both.steps[0].sqnr != both.steps[1].sqnr);
}

/// On a layer without a batch norm, alone and among others that have one.
void TestCorrectionGains::whatMovesNothingIsNotInEffect()
{
    using List = std::vector<Correction>;
    const std::string path(embeddedGenerators().front());
    Session session;
    CompareRequest request = requestFor(session.open({path, {}, {}, {}, false}, RunContext()), 1);
    setAll(request, 3, kFloatBits);
    const std::size_t last = info(*request.generator).layers.size() - 1;
    request.config.setCorrections(everywhere({Correction::ReestimateNorm, Correction::Bias}));
    const CompareReport all = session.compare(request, Lane::Compute, RunContext());
    QCOMPARE(all.corrections.layers[last].corrections, List({Correction::Bias}));
    QCOMPARE(all.corrections.layers[last].norms, 0);
    QVERIFY(all.corrections.layers[last - 1].norms > 0);
    QCOMPARE(all.corrections.layers[last - 1].corrections,
             List({Correction::ReestimateNorm, Correction::Bias}));
    CorrectionChoice choice;
    choice.set(Correction::ReestimateNorm, info(*request.generator).layers[last].name, true);
    request.config.setCorrections(choice);
    const CompareReport named = session.compare(request, Lane::Compute, RunContext());
    QVERIFY(named.corrections.steps.empty());
    for (const CorrectedLayer &layer : named.corrections.layers)
        QCOMPARE(layer.corrections, List());
    QCOMPARE(named.warnings.size(), all.warnings.size() + 1);
    choice.set(Correction::Bias, info(*request.generator).layers[last].name, true);
    request.config.setCorrections(choice);
    const CompareReport both = session.compare(request, Lane::Compute, RunContext());
    QCOMPARE(both.corrections.steps.size(), 1U);
    QVERIFY(both.corrections.steps.front().correction == Correction::Bias);
}

void TestCorrectionGains::uncorrectedReportsSayNothing()
{
    const std::string path(embeddedGenerators().front());
    Session session;
    CompareRequest request = requestFor(session.open({path, {}, {}, {}, false}, RunContext()), 2);
    request.config.setCorrections(everywhere({Correction::Bias}));
    // A float network has nothing to correct.
    QVERIFY(session.compare(request, Lane::Compute, RunContext()).corrections.isEmpty());
    const SizeReport plain = session.size(*request.generator, request.config);
    setAll(request, 4, kFloatBits);
    const CompareReport report = session.compare(request, Lane::Compute, RunContext());
    QCOMPARE(report.corrections.layers.size(), info(*request.generator).layers.size());
    QCOMPARE(report.corrections.samples, 64);
    QVERIFY(report.size.bytes < plain.bytes);
}

QTEST_APPLESS_MAIN(TestCorrectionGains)
#include "tst_correction_gains.moc"
