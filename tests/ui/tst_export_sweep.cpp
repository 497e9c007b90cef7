// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "jobs/export_controller.h"
#include "jobs/output_job.h"
#include "views/export_dialog.h"
#include "window_runs_fixture.h"

#include <QClipboard>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QSignalSpy>
#include <QUndoStack>

#include <algorithm>

using namespace quantloupe;

/// The sweep of the tab Sensitivity leaves the window over the graph of Model Explorer.
class TestExportSweep : public test::WindowRunsFixture
{
    Q_OBJECT

    ExportController *controller() const { return m_window->findChild<ExportController *>(); }
    QListWidget *formats() const { return find<QListWidget>("exportFormats"); }
    QComboBox *values() const { return find<QComboBox>("exportValues"); }
    QString summary() const { return find<QLabel>("exportSummary")->text(); }
    QString message() const { return textOf("exportMessage"); }
    bool isKnown() const { return controller()->state() == ExportController::State::Known; }

    void measured()
    {
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 4));
        QTRY_VERIFY(settled());
        sweep();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->sensitivity()->state(),
                                  SensitivityController::State::Done, kPatience);
    }
    void showDialog()
    {
        find<QAction>("exportConfiguration")->trigger();
        auto *dialog = find<ExportDialog>("exportDialog");
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTRY_VERIFY(isKnown());
    }
    /// By the keys of the list.
    void choose(ExportFormat format)
    {
        formats()->setFocus();
        QTest::keyClick(formats(), Qt::Key_Home);
        for (int row = 0; row < int(format); ++row)
            QTest::keyClick(formats(), Qt::Key_Down);
        QCOMPARE(controller()->format(), format);
        QTRY_VERIFY(isKnown());
    }
    QString overlayFile() const { return file("overlay.json"); }
    void writeOverlay()
    {
        find<QLineEdit>("exportPath")->setText(overlayFile());
        QSignalSpy written(controller()->output(), &OutputJob::written);
        QTest::mouseClick(find<QPushButton>("exportWrite"), Qt::LeftButton);
        QTRY_COMPARE(written.size(), 1);
    }
    QByteArray content() const
    {
        QFile written(overlayFile());
        return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
    }
    QJsonObject overlay() const
    {
        return QJsonDocument::fromJson(content()).object()["main"].toObject();
    }
    /// Of the layers as they are quantized, in order of size.
    std::vector<double> measuredValues() const
    {
        std::vector<double> all;
        for (const SensitivityMean &mean : m_window->sensitivity()->report()->means)
            if (mean.bits == 4)
                all.push_back(mean.value.value());
        std::ranges::sort(all);
        return all;
    }
    std::vector<double> writtenValues() const
    {
        std::vector<double> all;
        const QJsonObject results = overlay()["results"].toObject();
        for (const QJsonValue &node : results)
            all.push_back(node["value"].toDouble());
        std::ranges::sort(all);
        return all;
    }
    QString copied() const
    {
        QGuiApplication::clipboard()->clear();
        QTest::mouseClick(find<QPushButton>("exportCopy"), Qt::LeftButton);
        return QGuiApplication::clipboard()->text();
    }

private Q_SLOTS:
    void initTestCase() { prepareStoreFolder(); }
    void init() { showEmptyWindow(); }
    void cleanup() { destroyWindow(); }

    void theChoiceIsThatOfOneFormat()
    {
        openSmall();
        showDialog();
        for (const ExportFormat format : exportFormats()) {
            choose(format);
            QCOMPARE(values()->isVisible(), format == ExportFormat::ModelExplorer);
        }
        choose(ExportFormat::ModelExplorer);
        QCOMPARE(values()->count(), 1);
        QCOMPARE(values()->currentText(), QString("SQNR of the weights"));
    }

    void aKeptSweepIsShownAndCopied()
    {
        openWithStore();
        measured();
        showDialog();
        choose(ExportFormat::ModelExplorer);
        QCOMPARE(values()->currentText(), QString("Sensitivity: SQNR of the sweep shown"));
        writeOverlay();
        QVERIFY2(overlay()["name"].toString().contains("each layer quantized alone (run 1 of "
                                                       "runs.db, "),
                 qPrintable(overlay()["name"].toString()));
        QVERIFY(!measuredValues().empty());
        QVERIFY(writtenValues() == measuredValues());

        const QByteArray written = content();
        QVERIFY(QFile::remove(overlayFile()));
        QString line = copied();
        QVERIFY2(line.contains(" --sweep 1 --store "), qPrintable(line));
        QProcess shell;
        shell.start("sh", {"-c", line.replace("quantloupe-cli",
                                              QUANTLOUPE_BIN_DIR "/quantloupe-cli --quiet")});
        QVERIFY(shell.waitForFinished(kPatience));
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError());
        QCOMPARE(content(), written);
    }

    void aSweepAtOtherBitsIsTold()
    {
        openSmall();
        measured();
        showDialog();
        choose(ExportFormat::ModelExplorer);
        const QString empty = "The sweep has no value at the bits of the configuration: the file "
                              "shows none. The format cannot say all, in ";
        QVERIFY2(!summary().contains("no value"), qPrintable(summary()));
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 7));
        QTRY_VERIFY2(summary().startsWith(empty), qPrintable(summary()));
        writeOverlay();
        QVERIFY(writtenValues().empty());
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 4));
        QTRY_VERIFY(isKnown() && !summary().contains("no value"));
    }

    void theValuesAreChosenByKeys()
    {
        openSmall();
        measured();
        showDialog();
        choose(ExportFormat::ModelExplorer);
        QTest::keyClick(formats(), Qt::Key_Tab);
        QVERIFY(values()->hasFocus());
        QTest::keyClick(values(), Qt::Key_Up);
        QTRY_VERIFY(isKnown());
        QCOMPARE(values()->currentText(), QString("SQNR of the weights"));
        writeOverlay();
        QCOMPARE(overlay()["name"].toString(), QString("Weight SQNR, dB (not sensitivity)"));
        QTest::keyClick(values(), Qt::Key_Down);
        QTRY_VERIFY(isKnown());
        writeOverlay();
        QVERIFY(writtenValues() == measuredValues());
    }

    void aSweepThatIsNotKeptHasNoCommand()
    {
        openSmall();
        measured();
        showDialog();
        choose(ExportFormat::ModelExplorer);
        QVERIFY(copied().isEmpty());
        QVERIFY2(message().contains("is no run of a run store"), qPrintable(message()));
        writeOverlay();
        QVERIFY2(overlay()["name"].toString().contains("each layer quantized alone (4 samples, "),
                 qPrintable(overlay()["name"].toString()));
        choose(ExportFormat::Csv);
        QVERIFY(copied().startsWith("quantloupe-cli export "));
    }

    void anotherGeneratorHasNoSweep()
    {
        openSmall();
        measured();
        showDialog();
        choose(ExportFormat::ModelExplorer);
        QCOMPARE(values()->count(), 2);
        document().undoStack()->undo();
        m_window->open(file("other.safetensors"));
        QTRY_COMPARE(values()->count(), 1);
        QCOMPARE(values()->currentText(), QString("SQNR of the weights"));
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestExportSweep>(argc, argv);
}

#include "tst_export_sweep.moc"
