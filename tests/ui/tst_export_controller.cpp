// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "export_layers.h"
#include "jobs/export_controller.h"
#include "jobs/file_writer.h"
#include "jobs/output_job.h"
#include "models/export_loss_model.h"
#include "models/export_words.h"
#include "quant_document_fixture.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>

using namespace quantloupe;

namespace {

/// Two layers of which other formats cannot say all.
ExportSource madeSource()
{
    return export_layers::exportSourceOf(
        {{.name = "up", .shape = {4, 6, 3, 3}, .setting = "w3,a8"},
         {.name = "out", .shape = {6, 4, 3, 3}, .setting = "w2:kmeans"}});
}

/// Of one of them.
ShownSweep madeSweep(double value)
{
    const SweepOverlay::Value of{"up", SensitivitySite::Weights, parseSpec("w3").spec, value};
    return {"SQNR", {"Made-up sweep", true, {of}}, {}};
}

} // namespace

/// What an export loses, and files on their way, over made-up sources.
class TestExportController : public test::QuantDocumentFixture
{
    Q_OBJECT

    enum class Way { Done, Hold, Fail };

    using State = ExportController::State;

    ExportSource answer(const ExportRequest &, const RunContext &context)
    {
        ++m_asked;
        while (m_way == Way::Hold) {
            context.checkCancelled();
            std::this_thread::yield();
        }
        if (m_way == Way::Fail)
            throw Error(ErrorKind::OutOfMemory, "There is not enough memory for the levels.",
                        "details");
        return madeSource();
    }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    static std::vector<ExportLoss> lossesOf(ExportFormat format)
    {
        return exportConfiguration(format, madeSource(), "bits.json").losses;
    }
    bool isKnown() const { return m_controller->state() == State::Known; }
    bool saysSweep() const
    {
        const std::string with = "the number that the sweep measured with w3";
        return std::ranges::count(m_controller->losses(), with, &ExportLoss::written) == 1;
    }
    double valueOfUp()
    {
        return overlay()["results"].toObject()["/up"].toObject()["value"].toDouble();
    }
    /// What Model Explorer reads of a file that is written now.
    QJsonObject overlay()
    {
        QSignalSpy written(m_controller->output(), &OutputJob::written);
        m_controller->write(file("overlay.json"));
        if (written.isEmpty() && !written.wait())
            return {};
        QFile read(file("overlay.json"));
        return read.open(QIODevice::ReadOnly)
                   ? QJsonDocument::fromJson(read.readAll()).object()["main"].toObject()
                   : QJsonObject();
    }

private Q_SLOTS:
    void init()
    {
        openMadeUp();
        m_way = Way::Done;
        m_asked = 0;
        m_sweep.reset();
        m_lane = std::make_unique<JobLane>(QueuePolicy::Serial);
        m_files = std::make_unique<FileWriter>(m_lane.get());
        m_controller = std::make_unique<ExportController>(
            [this](const ExportRequest &request, const RunContext &context) {
                return answer(request, context);
            },
            m_document.get(), [] { return CompareRequest(); }, m_files.get());
        m_controller->setSweep([this] { return m_sweep; });
    }
    void cleanup()
    {
        m_way = Way::Done;
        m_controller.reset();
        m_lane.reset();
        m_files.reset();
        m_document.reset();
    }

    void nobodyWatchesNothingIsAsked()
    {
        m_controller->setFormat(ExportFormat::Aimet100);
        m_document->edit({kOut}, bitsEdit(QuantSite::Weight, 4));
        QCOMPARE(m_controller->state(), State::None);
        QCOMPARE(m_asked.load(), 0);
    }

    void lossesAreThoseOfTheFormat_data()
    {
        QTest::addColumn<int>("format");
        for (const ExportFormat format : exportFormats())
            QTest::newRow(name(format).data()) << int(format);
    }
    void lossesAreThoseOfTheFormat()
    {
        QFETCH(const int, format);
        m_controller->setFormat(ExportFormat(format));
        m_controller->setWatched(true);
        QCOMPARE(m_controller->state(), State::Looking);
        QTRY_VERIFY(isKnown());
        QVERIFY(m_controller->losses() == lossesOf(ExportFormat(format)));
    }

    void anotherFormatDoesNotQuantizeAgain()
    {
        m_controller->setWatched(true);
        QTRY_VERIFY(isKnown());
        m_controller->setFormat(ExportFormat::TorchAo);
        QTRY_VERIFY(isKnown());
        QVERIFY(m_controller->losses() == lossesOf(ExportFormat::TorchAo));
        QCOMPARE(m_asked.load(), 1);
        // The packed format alone needs codes.
        m_controller->setFormat(ExportFormat::Safetensors);
        QTRY_VERIFY(isKnown());
        QCOMPARE(m_asked.load(), 2);
    }

    void editsAreFollowed()
    {
        m_controller->setWatched(true);
        QTRY_VERIFY(isKnown());
        m_document->edit({kOut}, bitsEdit(QuantSite::Weight, 4));
        QCOMPARE(m_controller->state(), State::Looking);
        QVERIFY(m_controller->losses().empty());
        QTRY_VERIFY(isKnown());
        QCOMPARE(m_asked.load(), 2);
        m_document->undoStack()->undo();
        QTRY_VERIFY(isKnown());
        QCOMPARE(m_asked.load(), 3);
    }

    void aNewQuestionStopsTheOldOne()
    {
        m_way = Way::Hold;
        m_controller->setFormat(ExportFormat::Csv);
        m_controller->setWatched(true);
        QTRY_COMPARE(m_asked.load(), 1);
        m_controller->setFormat(ExportFormat::TorchAo);
        QTRY_COMPARE(m_asked.load(), 2);
        m_way = Way::Done;
        QTRY_VERIFY(isKnown());
        QVERIFY(m_controller->losses() == lossesOf(ExportFormat::TorchAo));
    }

    void aFailureSaysWhyAndIsTriedAgain()
    {
        m_way = Way::Fail;
        m_controller->setWatched(true);
        QTRY_COMPARE(m_controller->state(), State::Failed);
        QCOMPARE(m_controller->failure(), QString("There is not enough memory for the levels."));
        QCOMPARE(m_controller->failureDetails(), QString("details"));
        m_way = Way::Done;
        m_controller->setFormat(m_controller->format());
        QTRY_VERIFY(isKnown());
    }

    void anotherGeneratorForgets()
    {
        m_controller->setWatched(true);
        QTRY_VERIFY(isKnown());
        m_document->open({});
        QCOMPARE(m_controller->state(), State::None);
        m_document->open(test::madeUpGenerator());
        QTRY_VERIFY(isKnown());
        QVERIFY(m_asked >= 2);
    }

    void filesAreWrittenWithWhatBelongsToThem()
    {
        m_controller->setFormat(ExportFormat::OnnxRuntime);
        QSignalSpy written(m_controller->output(), &OutputJob::written);
        m_controller->write(file("bits.json"));
        QVERIFY(m_controller->output()->isWriting());
        QVERIFY(m_files->isWriting());
        QTRY_COMPARE(written.size(), 1);
        QVERIFY(!m_controller->output()->isWriting());
        QVERIFY(!m_files->isWriting());
        const QStringList files = written.front().front().toStringList();
        QCOMPARE(files, QStringList({file("bits.json"), file("bits.py")}));
        const ExportResult expected =
            exportConfiguration(ExportFormat::OnnxRuntime, madeSource(), "bits.json");
        for (qsizetype i = 0; i < files.size(); ++i) {
            QFile read(files[i]);
            QVERIFY(read.open(QIODevice::ReadOnly));
            QCOMPARE(read.readAll().toStdString(), expected.files[std::size_t(i)].content);
        }
        QCOMPARE(writtenSentence(files), QString("bits.json and bits.py are written to %1.")
                                             .arg(QDir::toNativeSeparators(m_folder.path())));
    }

    void whatIsKnownIsWrittenWithoutAskingAgain()
    {
        m_controller->setWatched(true);
        QTRY_VERIFY(isKnown());
        QSignalSpy written(m_controller->output(), &OutputJob::written);
        m_controller->write(file("known.json"));
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(m_asked.load(), 1);
    }

    void whatIsLookedForIsWrittenWithoutAskingAgain()
    {
        m_way = Way::Hold;
        m_controller->setWatched(true);
        QTRY_COMPARE(m_asked.load(), 1);
        QSignalSpy written(m_controller->output(), &OutputJob::written);
        m_controller->write(file("waited.json"));
        QTest::qWait(50);
        QCOMPARE(m_asked.load(), 1);
        m_way = Way::Done;
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(m_asked.load(), 1);
    }

    void aLookThatIsGivenUpStopsNoExport()
    {
        m_way = Way::Hold;
        m_controller->setWatched(true);
        QTRY_COMPARE(m_asked.load(), 1);
        QSignalSpy written(m_controller->output(), &OutputJob::written);
        m_controller->write(file("own.json"));
        m_controller->setWatched(false);
        QTRY_COMPARE(m_asked.load(), 2);
        m_way = Way::Done;
        QTRY_COMPARE(written.size(), 1);
    }

    void theFileTellsWhereItComesFrom()
    {
        m_controller->setCommand(
            [](const QString &path) { return "quantloupe-cli export " + path.toStdString(); });
        m_controller->setFormat(ExportFormat::Quantloupe);
        QSignalSpy written(m_controller->output(), &OutputJob::written);
        m_controller->write(file("own.json"));
        QTRY_COMPARE(written.size(), 1);
        const Provenance told = readConfigFile(file("own.json").toStdString()).provenance;
        QVERIFY(told.program.starts_with("quantloupe "));
        QCOMPARE(QString::fromStdString(told.command),
                 QString("quantloupe-cli export " + file("own.json")));
        QVERIFY(!told.created.empty() && !told.libTorch.empty());
        m_controller->setCommand(
            [](const QString &) -> std::string { throw Error(ErrorKind::Unsupported, "No."); });
        m_controller->write(file("wordless.json"));
        QTRY_COMPARE(written.size(), 2);
        QVERIFY(readConfigFile(file("wordless.json").toStdString()).provenance.command.empty());
    }

    void aSweepStandsOverTheGraph()
    {
        m_controller->setFormat(ExportFormat::ModelExplorer);
        m_controller->setWatched(true);
        QTRY_VERIFY(isKnown());
        QVERIFY(!saysSweep());
        QVERIFY(overlay()["name"].toString().startsWith("Weight SQNR"));
        QCOMPARE(overlay()["results"].toObject().keys(), QStringList({"/out", "/up"}));

        m_sweep = madeSweep(7.5);
        m_controller->followSweep();
        QTRY_VERIFY(isKnown());
        QVERIFY(saysSweep());
        QCOMPARE(overlay()["name"].toString(), QString("Made-up sweep"));
        QCOMPARE(overlay()["results"].toObject().keys(), QStringList("/up"));
        QCOMPARE(valueOfUp(), 7.5);
        // Weights are not quantized again for that.
        QCOMPARE(m_asked.load(), 1);

        m_controller->setWantsSweep(false);
        QTRY_VERIFY(isKnown());
        QVERIFY(!saysSweep());
        QVERIFY(overlay()["name"].toString().startsWith("Weight SQNR"));
        QVERIFY(!m_controller->writtenSweep());
    }

    void aSweepAtOtherBitsShowsNothing()
    {
        m_sweep = madeSweep(7.5);
        m_sweep->overlay.values[0].spec = parseSpec("w5").spec;
        m_controller->followSweep();
        m_controller->setFormat(ExportFormat::ModelExplorer);
        m_controller->setWatched(true);
        QTRY_VERIFY(isKnown());
        QVERIFY(m_controller->showsNothing());
        QVERIFY(overlay()["results"].toObject().isEmpty());
        m_controller->setWantsSweep(false);
        QTRY_VERIFY(isKnown());
        QVERIFY(!m_controller->showsNothing());
        m_sweep = madeSweep(7.5);
        m_controller->followSweep();
        m_controller->setWantsSweep(true);
        QTRY_VERIFY(isKnown());
        QVERIFY(!m_controller->showsNothing());
    }

    void aSweepThatGoesOnIsFollowed()
    {
        m_sweep = madeSweep(7.5);
        m_controller->followSweep();
        m_controller->setFormat(ExportFormat::ModelExplorer);
        QCOMPARE(valueOfUp(), 7.5);
        m_sweep = madeSweep(6.5);
        m_controller->followSweep();
        QCOMPARE(valueOfUp(), 6.5);
        m_sweep.reset();
        m_controller->followSweep();
        QVERIFY(overlay()["name"].toString().startsWith("Weight SQNR"));
    }

    void otherFormatsShowNoSweep()
    {
        m_sweep = madeSweep(7.5);
        m_controller->followSweep();
        m_controller->setFormat(ExportFormat::Csv);
        m_controller->setWatched(true);
        QTRY_VERIFY(isKnown());
        QVERIFY(m_controller->losses() == lossesOf(ExportFormat::Csv));
        QVERIFY(!m_controller->writtenSweep());
    }

    void theSweepOfAnotherGeneratorIsForgotten()
    {
        m_sweep = madeSweep(7.5);
        m_controller->followSweep();
        m_controller->setFormat(ExportFormat::ModelExplorer);
        QVERIFY(m_controller->writtenSweep());
        m_document->open(test::madeUpGenerator());
        QVERIFY(!m_controller->sweep());
        QVERIFY(overlay()["name"].toString().startsWith("Weight SQNR"));
    }

    void aCancelledExportLeavesNothing()
    {
        m_way = Way::Hold;
        QSignalSpy cancelled(m_controller->output(), &OutputJob::cancelled);
        m_controller->write(file("cancelled.json"));
        QTRY_COMPARE(m_asked.load(), 1);
        m_controller->output()->cancel();
        QTRY_COMPARE(cancelled.size(), 1);
        QVERIFY(!m_controller->output()->isWriting());
        QVERIFY(!QFile::exists(file("cancelled.json")));
        m_way = Way::Done;
        QSignalSpy written(m_controller->output(), &OutputJob::written);
        m_controller->write(file("cancelled.json"));
        QTRY_COMPARE(written.size(), 1);
        QVERIFY(QFile::exists(file("cancelled.json")));
    }

    void aFailedExportIsSaidOnceEach()
    {
        QSignalSpy failed(m_controller->output(), &OutputJob::failed);
        QSignalSpy said(m_files.get(), &FileWriter::failed);
        m_controller->write(file("no-such-folder/bits.json"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.front().front().toString().startsWith("bits.json could not be saved. "));
        QCOMPARE(said, QList<QVariantList>(failed));
        QVERIFY(!m_files->isWriting());
    }

    void theTableSaysIt()
    {
        const std::vector<ExportLoss> losses = lossesOf(ExportFormat::TorchAo);
        QVERIFY(!losses.empty());
        ExportLossModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLosses(losses);
        QCOMPARE(model.rowCount(), int(losses.size()));
        for (int row = 0; row < model.rowCount(); ++row) {
            const ExportLoss &loss = losses[std::size_t(row)];
            QCOMPARE(model.index(row, 0).data().toString().toStdString(), loss.layer);
            QCOMPARE(model.index(row, 1).data().toString().toStdString(), loss.what);
            QCOMPARE(model.index(row, 2).data().toString().toStdString(), loss.written);
        }
        model.setLosses({});
        QCOMPARE(model.rowCount(), 0);
    }

    void theSentenceCountsLayersOnce()
    {
        QCOMPARE(lossSummary({}), QString("Nothing is lost."));
        QCOMPARE(lossSummary({{"a", "x", "y"}, {"a", "z", "y"}}),
                 QString("The format cannot say all, in 1 layer:"));
        QCOMPARE(lossSummary({{"a", "x", "y"}, {"b", "z", "y"}}),
                 QString("The format cannot say all, in 2 layers:"));
    }

    void noTwoFormatsProposeOneFile()
    {
        QSet<QString> names;
        for (const ExportFormat format : exportFormats()) {
            const QString proposed = exportFileName("net", format);
            QVERIFY(proposed.endsWith(QString::fromUtf8(extensionOf(format).data())));
            // Weights are called so.
            QVERIFY(proposed != "net.safetensors");
            names.insert(proposed);
        }
        QCOMPARE(names.size(), qsizetype(exportFormats().size()));
    }

private:
    QTemporaryDir m_folder;
    std::atomic<Way> m_way = Way::Done;
    std::atomic<int> m_asked = 0;
    std::optional<ShownSweep> m_sweep;
    std::unique_ptr<JobLane> m_lane;
    std::unique_ptr<FileWriter> m_files;
    std::unique_ptr<ExportController> m_controller;
};

QTEST_GUILESS_MAIN(TestExportController)

#include "tst_export_controller.moc"
