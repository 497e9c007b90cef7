// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/output_job.h"
#include "jobs/report_controller.h"
#include "made_up_measurement.h"
#include "main_window_fixture.h"
#include "mainwindow/config_store.h"
#include "views/report_dialog.h"

#include <QAction>
#include <QClipboard>
#include <QDropEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QProcess>

using namespace quantloupe;

namespace {

/// For a command on a busy machine, in milliseconds.
constexpr int kPatience = 120000;

} // namespace

/// Reports leave the window as files, and come back as the configuration they are about.
class TestReportDialog : public test::MainWindowFixture
{
    Q_OBJECT

    ReportDialog *dialog() const { return find<ReportDialog>("reportDialog"); }
    ReportController *controller() const { return m_window->findChild<ReportController *>(); }
    QListWidget *forms() const { return find<QListWidget>("reportForms"); }
    QLineEdit *pathField() const { return find<QLineEdit>("reportPath"); }
    QString contents() const { return find<QLabel>("reportContents")->text(); }
    QString message() const { return textOf("reportMessage"); }
    static QString contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    void openQuantized()
    {
        openSmall();
        document().edit({0, 2}, bitsEdit(QuantSite::Weight, 3));
        document().edit({1}, bitsEdit(QuantSite::Activation, 6));
        QTRY_VERIFY(settled());
    }
    void showDialog()
    {
        find<QAction>("writeReport")->trigger();
        QVERIFY(dialog());
        QVERIFY(QTest::qWaitForWindowExposed(dialog()));
    }
    void typePath(const QString &path)
    {
        pathField()->setFocus();
        pathField()->selectAll();
        QTest::keyClicks(pathField(), path);
    }
    void writeTo(const QString &path)
    {
        typePath(path);
        QTest::keyClick(pathField(), Qt::Key_Return);
        QVERIFY(controller()->output()->isWriting());
        QTRY_VERIFY_WITH_TIMEOUT(!controller()->output()->isWriting(), kPatience);
        QVERIFY2(message().contains("is written to"), qPrintable(message()));
    }
    void drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        // Qt hands a drop to what the drag entered.
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &event);
    }

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void needsAGenerator()
    {
        QVERIFY(!find<QAction>("writeReport")->isEnabled());
        openSmall();
        QVERIFY(find<QAction>("writeReport")->isEnabled());
    }

    void aPageBringsItsConfigurationBack()
    {
        openQuantized();
        document().setSeed(7);
        const QuantConfig config = document().config();
        showDialog();
        writeTo(file("page.html"));
        const QString page = contentOf(file("page.html"));
        QVERIFY(page.startsWith("<!DOCTYPE html>"));
        QVERIFY(page.contains("data:image/png;base64,"));
        QVERIFY(page.contains("quantloupe-cli report "));
        QVERIFY(page.contains(QString::fromStdString(document().info().sha256)));

        // In another window, where nothing is open yet.
        destroyWindow();
        showWindow();
        drop(file("page.html"));
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY(document().config() == config);
        QTRY_COMPARE(document().seed(), quint64(7));
        QTRY_VERIFY(settled());
        QCOMPARE(document().info().name, std::string("small.safetensors"));
        QVERIFY(!document().isModified());
        // A report is more than its configuration: saving asks for another name.
        QVERIFY(m_window->configs()->path().isEmpty());
    }

    void aPageIsLoadedOverOtherSettings()
    {
        openQuantized();
        const QuantConfig config = document().config();
        showDialog();
        writeTo(file("over.html"));
        document().setSaved();
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 7));
        document().setSaved();
        m_window->open(file("over.html"));
        QTRY_VERIFY(document().config() == config);
        document().undoStack()->undo();
        QCOMPARE(document().config().spec(document().info().layers[0].name).weight.bits, 7);
    }

    void anotherPageSaysWhatItLacks()
    {
        write(file("other.html"), "<html><body>a page</body></html>");
        m_window->open(file("other.html"));
        QTRY_VERIFY(bannerText().contains("only reports written by Quantloupe hold one"));
        QVERIFY(document().isEmpty());
    }

    void whatIsMeasuredComesIn()
    {
        openQuantized();
        showDialog();
        QVERIFY(contents().contains("once this configuration is measured"));
        m_window->history()->add(test::madeUpMeasurement(document(), 2));
        QVERIFY2(contents().contains("measurement #1: SWD, PSNR"), qPrintable(contents()));
        writeTo(file("measured.html"));
        const QString page = contentOf(file("measured.html"));
        QVERIFY(page.contains("SWD"));
        QVERIFY(page.contains("--metric swd,psnr"));
        document().edit({0}, bitsEdit(QuantSite::Weight, 5));
        QVERIFY(contents().contains("once this configuration is measured"));
    }

    void whatOneCommandCannotSayTakesTwo()
    {
        openQuantized();
        Measurement measurement = test::madeUpMeasurement(document(), 2);
        measurement.report.seed = document().seed() + 1;
        m_window->history()->add(measurement);
        showDialog();
        QTest::mouseClick(find<QPushButton>("reportCopy"), Qt::LeftButton);
        const QStringList lines = QGuiApplication::clipboard()->text().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith("quantloupe-cli report "));
        QVERIFY(!lines[0].contains("--metric"));
        QVERIFY(lines[1].startsWith("quantloupe-cli metrics "));
    }

    void theCommandGivesTheSameTables()
    {
        openQuantized();
        showDialog();
        forms()->setFocus();
        QTest::keyClick(forms(), Qt::Key_Down);
        QCOMPARE(dialog()->path(), file("small-report.md"));
        writeTo(file("same.md"));
        const QString title = "What the numbers depend on";
        const QString written = contentOf(file("same.md")).section(title, 0, 0);
        QVERIFY(written.contains("Layers"));
        QVERIFY(QFile::remove(file("same.md")));
        QTest::mouseClick(find<QPushButton>("reportCopy"), Qt::LeftButton);
        QString line = QGuiApplication::clipboard()->text();
        QVERIFY2(line.startsWith("quantloupe-cli report "), qPrintable(line));
        QProcess shell;
        shell.start("sh", {"-c", line.replace("quantloupe-cli",
                                              QUANTLOUPE_BIN_DIR "/quantloupe-cli --quiet")});
        QVERIFY(shell.waitForFinished(kPatience));
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError());
        QCOMPARE(contentOf(file("same.md")).section(title, 0, 0), written);
    }

    void theEndingIsThatOfTheForm()
    {
        openQuantized();
        showDialog();
        QCOMPARE(dialog()->path(), file("small-report.html"));
        typePath(file("mine.txt"));
        QVERIFY(!find<QPushButton>("reportWrite")->isEnabled());
        QCOMPARE(find<QLabel>("reportNote")->text(),
                 QString("The name of this form ends in .html."));
        forms()->setFocus();
        QTest::keyClick(forms(), Qt::Key_End);
        QCOMPARE(dialog()->path(), file("mine.tex"));
        QVERIFY(find<QPushButton>("reportWrite")->isEnabled());
        writeTo(file("mine.tex"));
        QVERIFY(contentOf(file("mine.tex")).contains("\\begin{tabular}"));
    }

    void whatCannotBeWrittenSaysWhy()
    {
        openQuantized();
        showDialog();
        typePath(file("no-such-folder/page.html"));
        QTest::keyClick(pathField(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(message().contains("page.html could not be saved."), kPatience);
    }

    void closingWaitsForReports()
    {
        openQuantized();
        showDialog();
        typePath(file("last.html"));
        QTest::keyClick(pathField(), Qt::Key_Return);
        QVERIFY(controller()->output()->isWriting());
        document().setSaved();
        m_window->close();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kPatience);
        QVERIFY(contentOf(file("last.html")).contains("</html>"));
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestReportDialog>(argc, argv);
}

#include "tst_report_dialog.moc"
