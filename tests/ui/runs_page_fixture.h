// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/file_writer.h"
#include "jobs/runs_controller.h"
#include "models/run_table_model.h"
#include "quant_document_fixture.h"
#include "stored_runs.h"
#include "views/runs_page.h"
#include "views/runs_table.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <memory>
#include <string>
#include <vector>

namespace quantloupe::test {

inline constexpr int kStoredRuns = 3;
inline constexpr int kCells = 150;

inline const std::string kRunSha256(64, 'a');

/// Asked of the made-up generator, with other bits each.
inline RunRequest storedRequest(int run)
{
    RunRequest request = stored_runs::request("metrics", std::to_string(run));
    request.words = {"metrics",      "made-up.pt",  "--set", "up=w" + std::to_string(run + 2),
                     "--set=out=w3", "--metric=swd"};
    return request;
}

inline void fillStore(const std::filesystem::path &file)
{
    RunStore store(file);
    for (int i = 0; i < kStoredRuns; ++i) {
        const RunId run = store.beginRun(storedRequest(i));
        for (int cell = 0; cell < kCells; ++cell)
            store.appendCell(run, std::to_string(i) + stored_runs::cellKey(cell),
                             stored_runs::cellJson(cell));
        store.finishRun(run, {RunState::Finished, R"({"answer":)" + std::to_string(40 + i) + "}",
                              StoredGenerator{kRunSha256, "made-up.pt"}});
        store.setNote(run, "note " + std::to_string(i));
    }
    store.setTags(1, {"first", "old"});
}

/// The page of runs with a store of some.
class RunsPageFixture : public QuantDocumentFixture
{
protected:
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
        QTRY_COMPARE(count(), kStoredRuns);
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

    void openPage()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        fillStore(file("runs.db").toStdString());
        OpenedGenerator opened = madeUpGenerator();
        opened.info.sha256 = kRunSha256;
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

    void closePage()
    {
        m_lane.reset();
        m_page.reset();
        m_controller.reset();
        m_files.reset();
        m_document.reset();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JobLane> m_lane;
    std::unique_ptr<FileWriter> m_files;
    std::unique_ptr<RunsController> m_controller;
    std::unique_ptr<RunsPage> m_page;
};

} // namespace quantloupe::test
