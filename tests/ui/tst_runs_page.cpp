// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/file_writer.h"
#include "jobs/runs_controller.h"
#include "models/run_table_model.h"
#include "models/run_words.h"
#include "quant_document_fixture.h"
#include "stored_runs.h"
#include "views/runs_page.h"
#include "views/runs_table.h"
#include "widgets/sharp_picture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QBuffer>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace quantloupe;

namespace {

constexpr int kRuns = 3;
constexpr int kCells = 150;

const std::string kSha256(64, 'a');

/// Asked of the made-up generator, with other bits each.
RunRequest requestOf(int run)
{
    RunRequest request = stored_runs::request("metrics", std::to_string(run));
    request.words = {"metrics",      "made-up.pt",  "--set", "up=w" + std::to_string(run + 2),
                     "--set=out=w3", "--metric=swd"};
    return request;
}

void fill(const std::filesystem::path &file)
{
    RunStore store(file);
    for (int i = 0; i < kRuns; ++i) {
        const RunId run = store.beginRun(requestOf(i));
        for (int cell = 0; cell < kCells; ++cell)
            store.appendCell(run, std::to_string(i) + stored_runs::cellKey(cell),
                             stored_runs::cellJson(cell));
        store.finishRun(run, {RunState::Finished, R"({"answer":)" + std::to_string(40 + i) + "}",
                              StoredGenerator{kSha256, "made-up.pt"}});
        store.setNote(run, "note " + std::to_string(i));
    }
    store.setTags(1, {"first", "old"});
}

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
    const RunId run = store.beginRun(requestOf(kRuns));
    store.setThumbnail(run, kRunPicture,
                       std::as_bytes(std::span(png.constData(), std::size_t(png.size()))));
    store.finishRun(run, {RunState::Finished, R"({"answer":1})", {}});
}

} // namespace

/// The runs of a store are looked up, noted, loaded, removed and brought back.
class TestRunsPage : public test::QuantDocumentFixture
{
    Q_OBJECT

    template <typename Child> Child *find(const QString &name) const
    {
        return m_page->findChild<Child *>(name);
    }
    QString file(const char *name) const { return m_folder->filePath(name); }
    RunsTable *table() const { return find<RunsTable>("runsTable"); }
    QString cell(int row, RunTableModel::Column column) const
    {
        return table()->model()->index(row, column).data(RunTableModel::kRawRole).toString();
    }
    QString textOf(const QString &name) const
    {
        QString text;
        for (const QLabel *label : find<QWidget>(name)->findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    }
    QString details() const { return find<QPlainTextEdit>("runDetails")->toPlainText(); }
    int count() const { return int(m_controller->runs().size()); }

    void openStore()
    {
        m_controller->open(file("runs.db"));
        QTRY_COMPARE(count(), kRuns);
        QVERIFY(table()->isVisible());
    }
    void choose(int row)
    {
        table()->setFocus();
        table()->selectRow(row);
        QTRY_VERIFY(m_controller->chosen());
    }
    void type(const QString &name, const QString &text)
    {
        auto *field = find<QLineEdit>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    /// What another program reads.
    std::vector<RunSummary> stored(const RunFilter &filter = {}) const
    {
        return RunStore(m_controller->file().toStdString(), RunStore::Missing::Refuse).list(filter);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        fill(file("runs.db").toStdString());
        OpenedGenerator opened = test::madeUpGenerator();
        opened.info.sha256 = kSha256;
        m_document = std::make_unique<QuantDocument>();
        m_document->open(std::move(opened));
        m_lane = std::make_unique<JobLane>(QueuePolicy::Serial);
        m_files = std::make_unique<FileWriter>(m_lane.get());
        m_controller = std::make_unique<RunsController>(m_document.get(), m_files.get());
        m_page = std::make_unique<RunsPage>(m_controller.get());
        m_page->resize(1200, 360);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup()
    {
        m_lane.reset();
        m_page.reset();
        m_controller.reset();
        m_files.reset();
        m_document.reset();
    }

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
        QCOMPARE(table()->model()->rowCount(), kRuns);
        for (int row = 0; row < kRuns; ++row) {
            const RunSummary &run = m_controller->runs()[std::size_t(row)];
            QCOMPARE(cell(row, RunTableModel::Number), QString::number(kRuns - row));
            QCOMPARE(cell(row, RunTableModel::What), runQuestion(run));
            QCOMPARE(cell(row, RunTableModel::Generator), QString("made-up.pt"));
            QCOMPARE(cell(row, RunTableModel::State), QString("finished"));
            QCOMPARE(cell(row, RunTableModel::Note), QString("note %1").arg(kRuns - row - 1));
        }
        QCOMPARE(cell(kRuns - 1, RunTableModel::Tags), QString("first, old"));
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
        QTRY_COMPARE(count(), kRuns);
        QVERIFY(table()->isVisible());
    }

    void theChosenRunIsTold()
    {
        openStore();
        QVERIFY(details().isEmpty());
        QVERIFY(!find<QPushButton>("loadRunButton")->isEnabled());
        choose(1);
        QVERIFY(details().contains("made-up.pt"));
        QVERIFY(details().contains(QString::fromStdString(kSha256.substr(0, 12))));
        QVERIFY(details().contains("\"answer\": 41"));
        QCOMPARE(find<QLineEdit>("runNote")->text(), QString("note 1"));
        QVERIFY(find<QPushButton>("loadRunButton")->isEnabled());
    }

    void thePictureOfARunIsShown()
    {
        addPicture(file("runs.db").toStdString(), asPng(somePicture()));
        m_controller->open(file("runs.db"));
        QTRY_COMPARE(count(), kRuns + 1);
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
        QTRY_COMPARE(count(), kRuns + 1);
        choose(0);
        QVERIFY(!find<SharpPicture>("runPicture")->isVisible());
        QVERIFY(details().contains("\"answer\": 1"));
    }

    void enterLoadsTheConfiguration()
    {
        openStore();
        choose(0);
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_COMPARE(m_document->config().spec("up").weight.bits, kRuns + 1);
        QCOMPARE(m_document->config().spec("out").weight.bits, 3);
        QVERIFY(m_document->config().spec("embed").weight.isFloat());
        QCOMPARE(m_document->undoStack()->undoText(), QString("Load the configuration of run 3"));
        m_document->undoStack()->undo();
        QVERIFY(m_document->config().isFloat());
    }

    void anotherGeneratorIsRefused()
    {
        m_document->open(test::madeUpGenerator());
        openStore();
        choose(0);
        QTest::mouseClick(find<QPushButton>("loadRunButton"), Qt::LeftButton);
        QVERIFY2(textOf("runsBanner").contains("Run 3 is of made-up.pt; open that generator"),
                 qPrintable(textOf("runsBanner")));
        QVERIFY(m_document->config().isFloat());
    }

    void commandsAreCopied()
    {
        openStore();
        choose(2);
        QSignalSpy wanted(m_page.get(), &RunsPage::commandWanted);
        find<QAction>("copyRun")->trigger();
        find<QAction>("copyRunVerify")->trigger();
        find<QAction>("copyRunRepeat")->trigger();
        QCOMPARE(wanted.size(), 3);
        QCOMPARE(wanted[0].front().toString(),
                 QString("cd /pictures && quantloupe-cli metrics made-up.pt --set up=w2 "
                         "--set=out=w3 --metric=swd"));
        QCOMPARE(wanted[1].front().toString(),
                 QString("quantloupe-cli --store %1 runs verify 1").arg(file("runs.db")));
        QCOMPARE(wanted[2].front().toString(),
                 QString("quantloupe-cli --store %1 runs repeat 1").arg(file("runs.db")));
    }

    void notesAndTagsAreKept()
    {
        openStore();
        choose(0);
        type("runNote", "the best so far");
        type("runTags", "best,  for the paper");
        QTRY_COMPARE(cell(0, RunTableModel::Tags), QString("best, for the paper"));
        QTRY_COMPARE(cell(0, RunTableModel::Note), QString("the best so far"));
        QTRY_VERIFY(!m_files->isWriting());
        const RunSummary run = stored().front();
        QCOMPARE(run.note, std::string("the best so far"));
        QVERIFY((run.tags == std::vector<std::string>{"best", "for the paper"}));
        QCOMPARE(m_controller->chosenRun(), run.id);
    }

    void whatCannotBeATagIsSaid()
    {
        openStore();
        choose(0);
        type("runTags", QString(80, 'x'));
        QTRY_VERIFY(textOf("runsBanner").contains("is no tag"));
        QTRY_COMPARE(find<QLineEdit>("runTags")->text(), QString());
    }

    void deleteIsUndone()
    {
        openStore();
        choose(1);
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(count(), kRuns - 1);
        QVERIFY(textOf("runsBanner").contains("Run 2 is deleted."));
        QVERIFY(details().isEmpty());
        RunFilter deleted;
        deleted.deleted = RunFilter::Deleted::Only;
        QCOMPARE(stored(deleted).size(), std::size_t(1));
        auto *undo = find<QWidget>("runsBanner")->findChild<QPushButton *>("messageAction");
        QVERIFY(undo && undo->isVisible());
        undo->setFocus();
        QTest::keyClick(undo, Qt::Key_Space);
        QTRY_COMPARE(count(), kRuns);
        QTRY_VERIFY(m_controller->chosen());
        QCOMPARE(m_controller->chosen()->summary.id, RunId(2));
        QVERIFY(stored(deleted).empty());
        QVERIFY(!find<QWidget>("runsBanner")->isVisible());
    }

    void whatOtherProgramsAddIsSeenAgain()
    {
        openStore();
        choose(0);
        RunStore other(file("runs.db").toStdString());
        other.finishRun(other.beginRun(requestOf(7)), {RunState::Finished, "{}", {}});
        m_page->hide();
        m_page->show();
        QTRY_COMPARE(count(), kRuns + 1);
        QCOMPARE(m_controller->chosenRun(), RunId(kRuns));
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

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JobLane> m_lane;
    std::unique_ptr<FileWriter> m_files;
    std::unique_ptr<RunsController> m_controller;
    std::unique_ptr<RunsPage> m_page;
};

QTEST_MAIN(TestRunsPage)

#include "tst_runs_page.moc"
