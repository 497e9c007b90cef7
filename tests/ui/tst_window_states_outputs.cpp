// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/export_controller.h"
#include "views/export_dialog.h"
#include "views/report_dialog.h"
#include "window_states_fixture.h"

#include <QLineEdit>
#include <QListWidget>

using namespace quantloupe;
using namespace quantloupe::test;

/// The dialogs of exports and reports, with a real generator.
class TestWindowStatesOutputs : public WindowStatesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void cleanup() { leave(); }

    void areSaidAndReadable_data() { addStates(); }
    void areSaidAndReadable() { enterAndLook(); }

protected:
    QWidget *shownWindow() const override { return m_shown; }

    std::vector<Look> states() override
    {
        return {
            {"exportLosses", [this] { exported(ExportFormat::TorchAo); }, "exportSummary",
             "cannot say all"},
            {"exportWhole", [this] { exported(ExportFormat::Csv); }, "exportSummary",
             "Nothing is lost."},
            {"exportRefused", [this] { refused(); }, "exportNote", "Name a file"},
            {"exportFailed", [this] { failed(); }, "exportMessage", "could not be saved"},
            {"report", [this] { reported(); }, "reportContents", "In it"},
        };
    }

private:
    void exported(ExportFormat format)
    {
        quantized();
        find<QAction>("exportConfiguration")->trigger();
        m_shown = find<ExportDialog>("exportDialog");
        QVERIFY(QTest::qWaitForWindowExposed(m_shown));
        find<QListWidget>("exportFormats")->setCurrentRow(int(format));
        const auto *controller = m_window->findChild<ExportController *>();
        QTRY_COMPARE_WITH_TIMEOUT(controller->state(), ExportController::State::Known, kPatience);
    }
    void typePath(const QString &path) { find<QLineEdit>("exportPath")->setText(path); }
    void refused()
    {
        exported(ExportFormat::Csv);
        typePath({});
    }
    void failed()
    {
        exported(ExportFormat::Csv);
        typePath(file("no-such-folder/bits.csv"));
        find<QPushButton>("exportWrite")->click();
        QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("exportMessage")->isVisible(), kPatience);
    }
    void reported()
    {
        quantized();
        find<QAction>("writeReport")->trigger();
        m_shown = find<ReportDialog>("reportDialog");
        QVERIFY(QTest::qWaitForWindowExposed(m_shown));
    }

    QWidget *m_shown = nullptr;
};

int main(int argc, char **argv)
{
    return runWindowTest<TestWindowStatesOutputs>(argc, argv);
}

#include "tst_window_states_outputs.moc"
