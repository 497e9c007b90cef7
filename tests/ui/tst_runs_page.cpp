// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "models/run_words.h"
#include "runs_page_fixture.h"
#include "widgets/sharp_picture.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QFile>
#include <QFileDialog>
#include <QPushButton>
#include <QSignalSpy>

#include <span>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

/// As of three rows of four samples.
QImage somePicture()
{
    QImage image(340, 256, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < image.height() / 2; ++y)
        for (int x = 0; x < image.width() / 2; ++x)
            image.setPixel(x, y, qRgb(200, 40, 40));
    return image;
}

QByteArray asPng(const QImage &image)
{
    QByteArray png;
    QBuffer buffer(&png);
    image.save(&buffer, "PNG");
    return png;
}

/// The newest run has this for a picture.
void addPicture(const std::filesystem::path &file, const QByteArray &png)
{
    RunStore store(file);
    const RunId run = store.beginRun(storedRequest(kStoredRuns));
    store.setThumbnail(run, kRunPicture,
                       std::as_bytes(std::span(png.constData(), std::size_t(png.size()))));
    store.finishRun(run, {RunState::Finished, R"({"answer":1})", {}});
}

} // namespace

/// The runs of a store are looked up.
class TestRunsPage : public RunsPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openPage(); }
    void cleanup() { closePage(); }

    void startsWithWhatToDo()
    {
        QVERIFY(textOf("runsState").contains("No run store is open"));
        QVERIFY(!find<QLineEdit>("runsFilter")->isEnabled());
        QSignalSpy chosen(m_page.get(), &RunsPage::fileChosen);
        auto *button = find<QPushButton>("stateAction1");
        QVERIFY(button && button->isVisible());
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        auto *dialog = find<QFileDialog>("runStoreDialog");
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(file("runs.db"));
        dialog->close();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toString(), file("runs.db"));
    }

    void runsAreListedNewestFirst()
    {
        openStore();
        QAbstractItemModelTester tester(table()->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table()->model()->rowCount(), kStoredRuns);
        for (int row = 0; row < kStoredRuns; ++row) {
            const RunSummary &run = m_controller->runs()[std::size_t(row)];
            QCOMPARE(cell(row, RunTableModel::Number), QString::number(kStoredRuns - row));
            QCOMPARE(cell(row, RunTableModel::What), runQuestion(run));
            QCOMPARE(cell(row, RunTableModel::Generator), QString("made-up.pt"));
            QCOMPARE(cell(row, RunTableModel::State), QString("finished"));
            QCOMPARE(cell(row, RunTableModel::Note), QString("note %1").arg(kStoredRuns - row - 1));
        }
        QCOMPARE(cell(kStoredRuns - 1, RunTableModel::Tags), QString("first, old"));
    }

    void theFilterNarrows()
    {
        openStore();
        QTest::keyClicks(find<QLineEdit>("runsFilter"), "old");
        QTRY_COMPARE(count(), 1);
        QCOMPARE(cell(0, RunTableModel::Number), QString("1"));
        QTest::keyClicks(find<QLineEdit>("runsFilter"), "x");
        QTRY_VERIFY(textOf("runsState").contains("No run fits the filter"));
        find<QLineEdit>("runsFilter")->clear();
        QTRY_COMPARE(count(), kStoredRuns);
        QVERIFY(table()->isVisible());
    }

    void theChosenRunIsTold()
    {
        openStore();
        QVERIFY(details().isEmpty());
        QVERIFY(!find<QPushButton>("loadRunButton")->isEnabled());
        choose(1);
        QVERIFY(details().contains("made-up.pt"));
        QVERIFY(details().contains(QString::fromStdString(kRunSha256.substr(0, 12))));
        QVERIFY(details().contains("\"answer\": 41"));
        QCOMPARE(find<QLineEdit>("runNote")->text(), QString("note 1"));
        QVERIFY(find<QPushButton>("loadRunButton")->isEnabled());
    }

    void thePictureOfARunIsShown()
    {
        addPicture(file("runs.db").toStdString(), asPng(somePicture()));
        m_controller->open(file("runs.db"));
        QTRY_COMPARE(count(), kStoredRuns + 1);
        auto *picture = find<SharpPicture>("runPicture");
        QVERIFY(!picture->isVisible());
        choose(0);
        QVERIFY(picture->isVisible());
        QCOMPARE(picture->picture().convertToFormat(QImage::Format_RGB32), somePicture());
        QVERIFY(!picture->accessibleName().isEmpty());
        const int width = find<QWidget>("runDetails")->parentWidget()->width();
        QTRY_VERIFY(picture->width() > width / 4);
        QVERIFY(picture->width() * 5 <= width * 2);
        QTRY_VERIFY(picture->pixmap().width() > width / 4);
        QVERIFY(picture->pixmap().width() <= picture->width() * picture->devicePixelRatioF());
        choose(1);
        QVERIFY(!picture->isVisible());
        QVERIFY(details().contains("\"answer\": 42"));
        choose(0);
        QVERIFY(picture->isVisible());
    }

    void whatIsNoPictureIsNotShown()
    {
        addPicture(file("runs.db").toStdString(), "no picture");
        m_controller->open(file("runs.db"));
        QTRY_COMPARE(count(), kStoredRuns + 1);
        choose(0);
        QVERIFY(!find<SharpPicture>("runPicture")->isVisible());
        QVERIFY(details().contains("\"answer\": 1"));
    }

    void whatOtherProgramsAddIsSeenAgain()
    {
        openStore();
        choose(0);
        RunStore other(file("runs.db").toStdString());
        other.finishRun(other.beginRun(storedRequest(7)), {RunState::Finished, "{}", {}});
        m_page->hide();
        m_page->show();
        QTRY_COMPARE(count(), kStoredRuns + 1);
        QCOMPARE(m_controller->chosenRun(), RunId(kStoredRuns));
        QCOMPARE(table()->selectionModel()->selectedRows().value(0).row(), 1);
    }

    void ofADamagedStoreTheIntactPartIsShown()
    {
        const QString path = file("runs.db");
        QFile damaged(path);
        const qint64 left = damaged.size() * 7 / 10;
        QVERIFY(damaged.resize(left));
        m_controller->open(path);
        QTRY_COMPARE(m_controller->state(), RunsController::State::Open);
        QCOMPARE(m_controller->file(), file("runs-recovered.db"));
        QVERIFY2(textOf("runsBanner").contains("runs.db is damaged. What is intact, "),
                 qPrintable(textOf("runsBanner")));
        QVERIFY(textOf("runsBanner").contains("runs-recovered.db"));
        QTRY_VERIFY(count() > 0);
        QCOMPARE(stored().size(), m_controller->runs().size());
        // As it was.
        QCOMPARE(damaged.size(), left);
    }

    void whatIsNoStoreIsRefused()
    {
        QFile text(file("text.db"));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("no store");
        text.close();
        m_controller->open(file("text.db"));
        QTRY_COMPARE(m_controller->state(), RunsController::State::Failed);
        QVERIFY(textOf("runsState").contains("text.db could not be opened"));
        QVERIFY(textOf("runsState").contains("is no run store; choose another file."));
        QVERIFY(!QFile::exists(file("text-recovered.db")));
        openStore();
    }
};

QTEST_MAIN(TestRunsPage)

#include "tst_runs_page.moc"
