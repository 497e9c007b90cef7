// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/inspector_controller.h"
#include "main_window_fixture.h"
#include "plots/histogram_plot.h"

#include <QMenu>
#include <QStatusBar>

using namespace quantloupe;

/// Files of plots and pictures on their way to the disk.
class TestMainWindowExports : public test::MainWindowFixture
{
    Q_OBJECT

    HistogramPlot *weights() const { return find<HistogramPlot>("weightHistogram"); }

    void openInspected()
    {
        openSmall();
        QTRY_VERIFY(!m_window->inspector()->isPending());
        QTRY_VERIFY(weights()->isVisible());
    }

    void exportCsv(const QString &path)
    {
        weights()->exportMenu()->findChild<QAction *>("exportCsv")->trigger();
        auto *dialog = weights()->findChild<QFileDialog *>("plotDialog");
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
    }

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void aSavedPlotIsSaidToBe()
    {
        openInspected();
        exportCsv(file("weights.csv"));
        QTRY_COMPARE(m_window->statusBar()->currentMessage(), QString("weights.csv is saved."));
        QFile written(file("weights.csv"));
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(written.readAll()), weights()->table(u','));
    }

    void aPlotThatCannotBeSavedSaysWhy()
    {
        openInspected();
        exportCsv(file("no-such-folder/weights.csv"));
        QTRY_VERIFY(bannerText().contains("weights.csv"));
        QVERIFY(find<QWidget>("windowBanner")->isVisible());
    }

    void closingWaitsForPlots()
    {
        openInspected();
        exportCsv(file("last.csv"));
        m_window->close();
        QTRY_VERIFY(!m_window->isVisible());
        QFile written(file("last.csv"));
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(written.readAll()), weights()->table(u','));
    }

    void closingWaitsForPictures()
    {
        openSmall();
        savePicture(file("last.png"));
        m_window->close();
        QTRY_VERIFY(!m_window->isVisible());
        QVERIFY(!QImage(file("last.png")).isNull());
    }

    void aFailureKeepsTheWindowOpen()
    {
        openSmall();
        savePicture(file("no-such-folder/last.png"));
        m_window->close();
        QTRY_VERIFY(bannerText().contains("last.png"));
        QVERIFY(m_window->isVisible());
    }

    /// The plot under the pointer says good-bye to the status bar.
    void canGoWithThePointerOnAPlot()
    {
        openInspected();
        weights()->setStatusTip("reading");
        QTest::mouseMove(m_window->windowHandle(),
                         weights()->mapTo(m_window.get(), weights()->rect().center()));
        QTRY_VERIFY(weights()->underMouse());
        destroyWindow();
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestMainWindowExports>(argc, argv);
}

#include "tst_main_window_exports.moc"
