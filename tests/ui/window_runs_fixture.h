// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/metrics_controller.h"
#include "jobs/runs_controller.h"
#include "jobs/search_controller.h"
#include "jobs/sensitivity_controller.h"
#include "main_window_fixture.h"
#include "mainwindow/runs_tab.h"
#include "models/run_table_model.h"
#include "models/run_words.h"
#include "views/plots_dock.h"
#include "views/runs_table.h"

#include <QAction>
#include <QDir>
#include <QFile>

namespace quantloupe::test {

/// A window with a small generator that measures into a store of its own.
class WindowRunsFixture : public MainWindowFixture
{
protected:
    /// For a measurement on a busy machine, in milliseconds.
    static constexpr int kPatience = 240000;

    void prepareStoreFolder()
    {
        prepareFolder();
        qputenv("XDG_DATA_HOME", m_folder.filePath("data").toUtf8());
        qputenv("XDG_CACHE_HOME", m_folder.filePath("cache").toUtf8());
    }
    /// No store is there.
    void showEmptyWindow()
    {
        for (const QString &left : QDir(m_folder.path()).entryList({"runs.db*"}))
            QFile::remove(m_folder.filePath(left));
        showWindow();
    }

    RunsTab &tab() const { return *m_window->findChild<RunsTab *>(); }
    RunsController &runs() const { return *tab().controller(); }
    QAction &keep() const { return *find<QAction>("keepRuns"); }
    QString storeFile() const { return file("runs.db"); }
    QString cell(int row, RunTableModel::Column column) const
    {
        return find<RunsTable>("runsTable")
            ->model()
            ->index(row, column)
            .data(RunTableModel::kRawRole)
            .toString();
    }
    QString state(int row) const { return cell(row, RunTableModel::State); }
    QString question(int row) const { return cell(row, RunTableModel::What); }
    std::size_t count() const { return runs().runs().size(); }
    /// As other programs read it.
    RunStore stored() const
    {
        return RunStore(storeFile().toStdString(), RunStore::Missing::Refuse);
    }

    void openWithStore()
    {
        openSmall();
        find<PlotsDock>("plotsDock")->showTab("page:runs");
        QTRY_VERIFY(find<QWidget>("page:runs")->isVisible());
        runs().create(storeFile());
        QTRY_COMPARE(runs().state(), RunsController::State::Open);
    }
    QAction &repeat() const { return *find<QAction>("repeatRun"); }
    QPushButton *button() const { return find<QPushButton>("repeatRunButton"); }
    RunsTable *table() const { return find<RunsTable>("runsTable"); }
    void showRuns() const
    {
        find<PlotsDock>("plotsDock")->showTab("page:runs");
        QTRY_VERIFY(table()->isVisible());
    }
    void choose(int row) const
    {
        showRuns();
        table()->setFocus();
        table()->selectRow(row);
        QTRY_VERIFY(runs().chosen());
    }

    void ended(std::size_t number)
    {
        QTRY_COMPARE_WITH_TIMEOUT(count(), number, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(state(0) != runStateName(RunState::Running), kPatience);
    }
    void measure(int samples)
    {
        MetricsSettings settings = m_window->metrics()->settings();
        settings.metrics = {MetricKind::Psnr, MetricKind::SlicedWasserstein};
        settings.count = std::size_t(samples);
        m_window->metrics()->setSettings(settings);
        m_window->metrics()->start();
        QVERIFY(m_window->metrics()->isRunning());
    }
    void sweep()
    {
        SensitivitySettings settings;
        settings.bits = {4, 2};
        settings.count = 4;
        settings.repeats = 1;
        m_window->sensitivity()->setSettings(settings);
        m_window->sensitivity()->start();
    }
    void search()
    {
        SearchSettings settings;
        settings.amounts["bits"] = 5;
        settings.bits = {8, 4, 2};
        settings.sweepCount = 4;
        settings.count = 16;
        m_window->search()->setSettings(settings);
        m_window->search()->start();
    }
};

} // namespace quantloupe::test
