// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "export_layers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <algorithm>

using namespace export_layers;

/// What a kept sweep measured, over the graph of Model Explorer.
class TestSweepOverlay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSweepStandsOverTheGraph();
    void sweepsAtOtherBitsShowNothing();
    void sweepsAreReadFromAnswers();
    void sweepsNeedNoStore();
};

void TestSweepOverlay::aSweepStandsOverTheGraph()
{
    ExportSource source = exportSourceOf({{"a", LayerKind::Linear, {2, 4}, "w4,a4", 1},
                                          {"b", LayerKind::Linear, {2, 4}, "w4,a8", 1},
                                          {"c", LayerKind::Linear, {2, 4}, "wfloat,a8", 1},
                                          {"d", LayerKind::Linear, {2, 4}, "w2", 1}});
    const auto value = [](const char *layer, SensitivitySite site, const char *setting, double x) {
        return SweepOverlay::Value{layer, site, parseSpec(setting).spec, x};
    };
    const auto both = SensitivitySite::Both;
    const auto weights = SensitivitySite::Weights;
    source.sweep =
        SweepOverlay{"FD worse than float (run 3)",
                     false,
                     {value("a", weights, "w4,afloat", 1), value("a", both, "w4,a4", 2),
                      value("b", weights, "w4:em,afloat", 3), value("b", weights, "w4,afloat", 4),
                      value("c", SensitivitySite::Activations, "wfloat,a8", 5),
                      value("d", weights, "w4,afloat", 6)}};
    const ExportResult result =
        exportConfiguration(ExportFormat::ModelExplorer, source, "overlay.json");
    const QJsonObject main =
        QJsonDocument::fromJson(QByteArray::fromStdString(result.files.front().content))
            .object()["main"]
            .toObject();
    QCOMPARE(main["name"].toString(), QString("FD worse than float (run 3)"));
    QCOMPARE(main["gradient"][0]["bgColor"].toString(), QString("white"));
    const QJsonObject results = main["results"].toObject();
    QCOMPARE(results["/a"]["value"].toDouble(), 2);
    QCOMPARE(results["/b"]["value"].toDouble(), 4);
    QCOMPARE(results["/c"]["value"].toDouble(), 5);
    QVERIFY(!results.contains("/d"));
    for (const ExportLoss &loss :
         {ExportLoss{"a", "activation a4", "the number that the sweep measured with a4"},
          ExportLoss{"b", "activation a8", "left out"},
          ExportLoss{"d", "weight w2", "no value, no colour"}})
        QVERIFY2(std::ranges::count(result.losses, loss) == 1, loss.layer.c_str());
}

void TestSweepOverlay::sweepsAtOtherBitsShowNothing()
{
    const ExportSource source = exportSourceOf({{"a", LayerKind::Linear, {2, 4}, "w4,a8", 1},
                                                {"b", LayerKind::Linear, {2, 4}, "wfloat", 1}});
    SweepOverlay sweep{"FD", false, {}};
    const auto add = [&](const char *layer, SensitivitySite site, const char *setting) {
        sweep.values.push_back({layer, site, parseSpec(setting).spec, 1});
    };
    QVERIFY(showsNothing(sweep, source.layers));
    add("a", SensitivitySite::Weights, "w5");
    add("a", SensitivitySite::Both, "w4,a4");
    add("b", SensitivitySite::Weights, "w4");
    QVERIFY(showsNothing(sweep, source.layers));
    add("a", SensitivitySite::Activations, "wfloat,a8");
    QVERIFY(!showsNothing(sweep, source.layers));
}

void TestSweepOverlay::sweepsAreReadFromAnswers()
{
    StoredRun run;
    run.summary.id = 7;
    run.summary.command = "sensitivity";
    run.summary.seed = 5;
    run.version = "1.2";
    run.generator = StoredGenerator{"abc", "g.pth"};
    const auto refused = [&](const char *part) {
        try {
            sweepOverlay(run, "faces.db", "abc");
            return false;
        } catch (const Error &error) {
            return std::string(error.what()).find(part) != std::string::npos;
        }
    };
    QVERIFY(refused("Run 7 did not come to its end"));
    run.report = "{}";
    QVERIFY(refused("Run 7 holds no answer of a sweep that can be read"));
    const std::string head = R"({"metricName": "FD", "unit": "", "largerIsBetter": false,
        "count": 64, "cells": [{"layer": "a", "site": "weights", "setting": "w4,afloat", )";
    const auto answer = [&head](std::string_view rest) { return std::string(head).append(rest); };
    run.report = answer(R"("mode": "leave-one-out", "value": 3}]})");
    QVERIFY(refused("Run 7 measured no layer alone"));
    run.report = answer(R"("mode": "alone", "value": 3.5, "float": 2}]})");
    const SweepOverlay sweep = sweepOverlay(run, "faces.db", "abc");
    QCOMPARE(sweep.title, std::string("FD worse than float, each layer quantized alone (run 7 of "
                                      "faces.db, quantloupe 1.2, 64 samples, seed 5)"));
    QVERIFY(!sweep.largerIsBetter);
    QCOMPARE(sweep.values.size(), 1U);
    QCOMPARE(sweep.values[0].value, 1.5);
    run.generator->sha256 = "other";
    QVERIFY(refused("Run 7 measured another generator"));
}

void TestSweepOverlay::sweepsNeedNoStore()
{
    SweepCells cells{"SWD", "1e-3", false, {}, 32, 9};
    QVERIFY(sweepOverlay(cells).values.empty());
    SensitivityMean mean;
    mean.layer = "a";
    mean.spec = parseSpec("w4").spec;
    mean.value = 3.5;
    mean.floatValue = 2;
    SensitivityMean unknown = mean;
    unknown.value.reset();
    unknown.predicted = 4;
    SensitivityMean leftOut = mean;
    leftOut.mode = SensitivityMode::LeaveOneOut;
    cells.means = {mean, unknown, leftOut};
    const SweepOverlay sweep = sweepOverlay(cells);
    QCOMPARE(sweep.title, std::string("SWD worse than float, 1e-3, each layer quantized alone "
                                      "(32 samples, seed 9)"));
    const SweepOverlay::Value expected{"a", SensitivitySite::Weights, mean.spec, 1.5};
    QVERIFY(sweep.values == std::vector{expected});
    QVERIFY(!sweep.largerIsBetter);
}

QTEST_APPLESS_MAIN(TestSweepOverlay)
#include "tst_sweep_overlay.moc"
