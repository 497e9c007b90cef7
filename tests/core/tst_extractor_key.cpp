// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sensitivity_fixture.h"

#include "session/extractor_key.h"
#include "session/recipe_rows.h"
#include "session/sensitivity_key.h"

#include <optional>
#include <set>
#include <vector>

using namespace sensitivity_fixture;

namespace {

/// A TorchScript network with the usual inputs first, then each input changed alone.
std::vector<ExtractorRequest> differentExtractors()
{
    std::vector<ExtractorRequest> all(11);
    for (ExtractorRequest &request : all)
        request.file = "network.pt";
    all[1].file = "other.pt";
    all[2].depth = 64;
    all[3].pipeline = InputResize::Clean;
    all[4].pipeline = InputResize::TfLegacy;
    all[5].scripted.side = 299;
    all[6].scripted.low = -1;
    all[7].scripted.high = 255;
    all[8].scripted.mean[2] = 0.406;
    all[9].scripted.deviation[0] = 0.229;
    // Numbers that decimal texts do not tell apart.
    all[10].scripted.deviation[0] = 0.229 + 1e-15;
    return all;
}

} // namespace

/// What was measured with one extractor is never taken for what another one gives.
class TestExtractorKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }

    void everyInputCounts()
    {
        std::set<std::string> texts;
        const auto all = differentExtractors();
        for (const ExtractorRequest &request : all)
            texts.insert(keyText(request));
        QCOMPARE(texts.size(), all.size());
        QCOMPARE(keyText(all.front()), keyText(differentExtractors().front()));
        QVERIFY(keyText(PerceptualFiles{"a", "b"}) != keyText(PerceptualFiles{"a", "c"}));
        QVERIFY(keyText(PerceptualFiles{"a", "b"}) != keyText(PerceptualFiles{"c", "b"}));
    }

    void cellsOfSensitivities()
    {
        SensitivityRequest request = m_fixture->request();
        request.metric = MetricKind::Frechet;
        std::set<CellKey> keys;
        const auto all = differentExtractors();
        for (const ExtractorRequest &extractor : all) {
            request.extractor = extractor;
            keys.insert(SensitivityKeys(request).of(m_fixture->base(4, 8), 0));
        }
        QCOMPARE(keys.size(), all.size());
        // No extractor sees what the output's SQNR is computed from.
        keys.clear();
        request.metric = MetricKind::OutputSqnr;
        for (const ExtractorRequest &extractor : all) {
            request.extractor = extractor;
            keys.insert(SensitivityKeys(request).of(m_fixture->base(4, 8), 0));
        }
        QCOMPARE(keys.size(), 1U);
    }

    /// A name stands for what is found there now.
    void filesOfOtherContentAreOthers()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath("network.pt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("one");
        file.close();
        SensitivityRequest request = m_fixture->request();
        request.metric = MetricKind::Frechet;
        request.extractor.file = file.fileName().toStdString();
        const auto key = [&] { return SensitivityKeys(request).of(m_fixture->base(4, 8), 0); };
        const CellKey first = key();
        QCOMPARE(key(), first);
        QVERIFY(file.open(QIODevice::Append));
        file.write("more");
        file.close();
        QVERIFY(key() != first);
        request.reference.source = folder.path().toStdString();
        const CellKey withFolder = key();
        QVERIFY(QFile::remove(file.fileName()));
        QVERIFY(key() != withFolder);
    }

    void rowsOfRecipes()
    {
        const QTemporaryDir cache;
        const std::filesystem::path folder = cache.path().toStdString();
        RecipeRequest request;
        request.kind = RecipeKind::PbGen;
        request.measurement.generator = m_fixture->generator();
        request.measurement.plan = samplingPlan(*m_fixture->generator());
        const auto all = differentExtractors();
        request.measurement.extractor = all.front();
        RecipeRow row;
        row.configuration =
            recipeFor(request.kind, info(*m_fixture->generator())).configurations.front();
        row.report.n = 5;
        RecipeRows(folder, request).keep(row);
        QCOMPARE(RecipeRows(folder, request).read().size(), 1U);
        QCOMPARE(RecipeRows(folder, request).read().front().report.n, 5U);
        for (std::size_t i = 1; i < all.size(); ++i) {
            RecipeRequest other = request;
            other.measurement.extractor = all[i];
            QVERIFY2(RecipeRows(folder, other).read().empty(), qPrintable(QString::number(i)));
        }
        RecipeRequest other = request;
        other.measurement.perceptual.trunk = "vgg.pth";
        QVERIFY(RecipeRows(folder, other).read().empty());
    }

private:
    std::optional<Fixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestExtractorKey)
#include "tst_extractor_key.moc"
