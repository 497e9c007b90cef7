// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/export_controller.h"
#include "jobs/output_job.h"
#include "models/export_loss_model.h"
#include "models/export_words.h"
#include "palette_fixture.h"
#include "views/export_dialog.h"
#include "views/help_window.h"
#include "widgets/numbers_view.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QListWidget>
#include <QProcess>
#include <QStatusBar>

using namespace quantloupe;

namespace {

/// For a command on a busy machine, in milliseconds.
constexpr int kPatience = 120000;

} // namespace

/// A configuration leaves the window in the format of another program.
class TestExportDialog : public test::PaletteFixture
{
    Q_OBJECT

    ExportDialog *dialog() const { return find<ExportDialog>("exportDialog"); }
    ExportController *controller() const { return m_window->findChild<ExportController *>(); }
    QListWidget *formats() const { return find<QListWidget>("exportFormats"); }
    QLineEdit *pathField() const { return find<QLineEdit>("exportPath"); }
    QString summary() const { return find<QLabel>("exportSummary")->text(); }
    QString note() const { return find<QLabel>("exportNote")->text(); }
    QString message() const { return textOf("exportMessage"); }
    bool isKnown() const { return controller()->state() == ExportController::State::Known; }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void openQuantized()
    {
        openSmall();
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 3));
        document().edit({1}, bitsEdit(QuantSite::Activation, 8));
        QTRY_VERIFY(settled());
    }
    void showDialog()
    {
        find<QAction>("exportConfiguration")->trigger();
        QVERIFY(dialog());
        QVERIFY(QTest::qWaitForWindowExposed(dialog()));
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
    void typePath(const QString &path)
    {
        pathField()->setFocus();
        pathField()->selectAll();
        QTest::keyClicks(pathField(), path);
    }

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void needsAGenerator()
    {
        pressPaletteKey();
        const QModelIndex row = rowOf("File: Export…");
        QVERIFY(row.isValid());
        QTest::keyClick(query(), Qt::Key_Escape);
        QVERIFY(!find<QAction>("exportConfiguration")->isEnabled());
        openSmall();
        QVERIFY(find<QAction>("exportConfiguration")->isEnabled());
    }

    void everyFormatSaysWhatItIsFor()
    {
        openQuantized();
        showDialog();
        QCOMPARE(formats()->count(), int(exportFormats().size()));
        for (int row = 0; row < formats()->count(); ++row) {
            const QStringList lines = formats()->item(row)->text().split('\n');
            QCOMPARE(lines.size(), 2);
            QCOMPARE(lines[0], exportFormatTitle(exportFormats()[std::size_t(row)]));
            QVERIFY(!lines[1].isEmpty());
        }
    }

    void lossesAreThoseOfTheExport()
    {
        openQuantized();
        showDialog();
        for (const ExportFormat format : exportFormats()) {
            choose(format);
            ExportRequest request = controller()->request();
            const ExportSource source = exportSource(*m_session, request, {});
            const std::vector<ExportLoss> expected =
                exportConfiguration(format, source, "bits").losses;
            QVERIFY(controller()->losses() == expected);
            QCOMPARE(summary(), lossSummary(expected));
            auto *table = find<NumbersView>("exportLosses");
            QCOMPARE(table->isVisible(), !expected.empty());
            QCOMPARE(table->model()->rowCount(), int(expected.size()));
        }
    }

    void followsEdits()
    {
        openQuantized();
        showDialog();
        choose(ExportFormat::TorchAo);
        QVERIFY(!controller()->losses().empty());
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, kFloatBits));
        document().edit({1}, bitsEdit(QuantSite::Activation, kFloatBits));
        QTRY_VERIFY(isKnown() && controller()->losses().empty());
        QCOMPARE(summary(), QString("Nothing is lost."));
        document().undoStack()->undo();
        QTRY_VERIFY(isKnown() && !controller()->losses().empty());
    }

    void isWrittenByKeysAlone()
    {
        openQuantized();
        pressPaletteKey();
        QTest::keyClicks(query(), "file: export");
        QTest::keyClick(query(), Qt::Key_Return);
        QVERIFY(dialog());
        QVERIFY(QTest::qWaitForWindowActive(dialog()));
        choose(ExportFormat::OnnxRuntime);
        typePath(file("keys.json"));
        QTest::keyClick(pathField(), Qt::Key_Return);
        QTRY_VERIFY2(message().contains("keys.json and keys.py are written to"),
                     qPrintable(message()));
        QVERIFY(QFile::exists(file("keys.json")));
        QVERIFY(QFile::exists(file("keys.py")));
        QTRY_COMPARE(m_window->statusBar()->currentMessage(), QString("keys.json is saved."));
        QCOMPARE(note(), QString("keys.json is there already and will be replaced."));
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QVERIFY(!dialog()->isVisible());
        QVERIFY(m_window->isVisible());
    }

    void theCommandWritesTheSame_data()
    {
        QTest::addColumn<int>("format");
        for (const ExportFormat format :
             {ExportFormat::Csv, ExportFormat::Aimet100, ExportFormat::OnnxRuntime,
              ExportFormat::QConfigMapping, ExportFormat::ModelOpt})
            QTest::newRow(name(format).data()) << int(format);
    }
    void theCommandWritesTheSame()
    {
        QFETCH(const int, format);
        openQuantized();
        showDialog();
        choose(ExportFormat(format));
        const QString path =
            file("same") + QString::fromUtf8(extensionOf(ExportFormat(format)).data());
        typePath(path);
        QTest::mouseClick(find<QPushButton>("exportWrite"), Qt::LeftButton);
        QTRY_VERIFY(message().contains("written to"));
        const QByteArray written = contentOf(path);
        QVERIFY(!written.isEmpty());
        QVERIFY(QFile::remove(path));
        QTest::mouseClick(find<QPushButton>("exportCopy"), Qt::LeftButton);
        QString line = QGuiApplication::clipboard()->text();
        QVERIFY2(line.startsWith("quantloupe-cli export "), qPrintable(line));
        QVERIFY(message().contains("Copied: "));
        QProcess shell;
        shell.start("sh", {"-c", line.replace("quantloupe-cli",
                                              QUANTLOUPE_BIN_DIR "/quantloupe-cli --quiet")});
        QVERIFY(shell.waitForFinished(kPatience));
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError());
        QCOMPARE(contentOf(path), written);
    }

    void namesFollowTheFormat()
    {
        openQuantized();
        showDialog();
        QCOMPARE(dialog()->path(), file("small.quantloupe.json"));
        choose(ExportFormat::Safetensors);
        QCOMPARE(dialog()->path(), file("small-packed.safetensors"));
        typePath(file("mine.safetensors"));
        choose(ExportFormat::ModelOpt);
        QCOMPARE(dialog()->path(), file("mine.yaml"));
    }

    void aPackedGeneratorBringsItsConfiguration()
    {
        openQuantized();
        showDialog();
        choose(ExportFormat::Safetensors);
        const QString path = file("deployed.safetensors");
        typePath(path);
        QTest::mouseClick(find<QPushButton>("exportWrite"), Qt::LeftButton);
        QTRY_VERIFY(message().contains("written to"));
        const QByteArray written = contentOf(path);
        dialog()->close();
        const QuantConfig before = document().config();
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 6));
        document().setSaved();
        m_window->open(path);
        QTRY_VERIFY(document().config() == before);
        QVERIFY(QString::fromStdString(document().info().path).endsWith("small.safetensors"));
        // It is more than a configuration, and is not replaced by one.
        document().edit({1}, bitsEdit(QuantSite::Weight, 2));
        find<QAction>("saveConfig")->trigger();
        QTRY_VERIFY(find<QFileDialog>("saveDialog"));
        QCOMPARE(contentOf(path), written);
    }

    void theGeneratorIsNotOverwritten()
    {
        openQuantized();
        showDialog();
        const QByteArray before = contentOf(file("small.safetensors"));
        typePath(file("small.safetensors"));
        QVERIFY(note().contains("generator's own file"));
        QVERIFY(!find<QPushButton>("exportWrite")->isEnabled());
        QTest::keyClick(pathField(), Qt::Key_Return);
        QVERIFY(!controller()->output()->isWriting());
        QCOMPARE(contentOf(file("small.safetensors")), before);
        typePath(m_folder.path());
        QVERIFY(!find<QPushButton>("exportWrite")->isEnabled());
        QCOMPARE(note(), QString("Name a file to write."));
    }

    void whatCannotBeWrittenSaysWhy()
    {
        openQuantized();
        showDialog();
        typePath(file("no-such-folder/bits.json"));
        QTest::mouseClick(find<QPushButton>("exportWrite"), Qt::LeftButton);
        QTRY_VERIFY(message().contains("bits.json could not be saved."));
        QVERIFY(bannerText().contains("bits.json could not be saved."));
        QVERIFY(find<QPushButton>("exportWrite")->isEnabled());
    }

    void aFileIsChosen()
    {
        openQuantized();
        showDialog();
        QTest::mouseClick(find<QPushButton>("exportBrowse"), Qt::LeftButton);
        auto *files = find<QFileDialog>("exportFileDialog");
        QVERIFY(files);
        Q_EMIT files->fileSelected(file("chosen.json"));
        files->close();
        QCOMPARE(dialog()->path(), file("chosen.json"));
    }

    void aClosedDialogAsksNothing()
    {
        openQuantized();
        showDialog();
        dialog()->close();
        QCOMPARE(controller()->state(), ExportController::State::None);
        document().edit({0}, bitsEdit(QuantSite::Weight, 5));
        QCOMPARE(controller()->state(), ExportController::State::None);
        showDialog();
        QVERIFY(!controller()->losses().empty() || summary() == "Nothing is lost.");
    }

    void f1TellsOfFormats()
    {
        openQuantized();
        showDialog();
        QVERIFY(QTest::qWaitForWindowActive(dialog()));
        formats()->setFocus();
        QTest::keyClick(formats(), Qt::Key_F1);
        auto *help = find<HelpWindow>("helpWindow");
        QVERIFY(help);
        QTRY_VERIFY(help->isVisible());
        QCOMPARE(help->place(), QString("files#formats-of-other-tools"));
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestExportDialog>(argc, argv);
}

#include "tst_export_dialog.moc"
