// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"
#include "views/help_browser.h"
#include "views/help_window.h"

#include <QAction>
#include <QTextBlock>
#include <QTreeWidget>

using namespace quantloupe;

/// F1 opens what has the focus, at its heading.
class TestHelpFocus : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void f1OpensThePageOnTheFocus_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("place");
        QTest::newRow("table") << QByteArray("layersView") << "layers#bits";
        QTest::newRow("filter") << QByteArray("layersFilter") << "layers#filter";
        QTest::newRow("method") << QByteArray("weightMethod") << "layers#methods";
        QTest::newRow("pictures") << QByteArray("compareView") << "compare#pictures";
        QTest::newRow("seed") << QByteArray("seed") << "compare#latents";
        QTest::newRow("difference") << QByteArray("differenceKind") << "compare#difference";
        QTest::newRow("assumption")
            << QByteArray("assumption.output.range") << "inputs#assumptions";
        QTest::newRow("presets") << QByteArray("presets") << "window#presets";
    }
    void f1OpensThePageOnTheFocus()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, place);
        openSmall();
        auto *widget = find<QWidget>(name);
        QVERIFY(widget);
        // Toolbar buttons take the focus by program only.
        widget->setFocus();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F1);
        QVERIFY(help());
        QTRY_VERIFY(help()->isVisible());
        QCOMPARE(help()->place(), place);
        QVERIFY(!browser()->toPlainText().isEmpty());
    }

    void f1OnPicturesTellsOfPictures_data()
    {
        QTest::addColumn<QByteArray>("mode");
        for (const char *mode : {"gridMode", "pairMode", "wipeMode", "differenceMode"})
            QTest::newRow(mode) << QByteArray(mode);
    }
    void f1OnPicturesTellsOfPictures()
    {
        QFETCH(QByteArray, mode);
        openSmall();
        find<QAction>(mode)->trigger();
        QWidget *shown = view()->childAt(view()->rect().center());
        QTest::mouseClick(shown, Qt::LeftButton, {}, shown->rect().center());
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F1);
        QVERIFY(help());
        QTRY_VERIFY(help()->isVisible());
        QCOMPARE(help()->place(), QString("compare#pictures"));
        QCOMPARE(contents()->currentItem()->text(0), QString("Pictures"));
        QTRY_COMPARE(topHeading(), QString("Pictures"));
        // Other line breaks move the heading, and the page with it.
        help()->resize(help()->width() / 2, help()->height());
        QTRY_COMPARE(topHeading(), QString("Pictures"));
    }

private:
    static constexpr int kBelowTheEdge = 4;

    QString topHeading() const
    {
        return browser()->cursorForPosition(QPoint(1, kBelowTheEdge)).block().text();
    }
    HelpWindow *help() const { return find<HelpWindow>("helpWindow"); }
    HelpBrowser *browser() const { return find<HelpBrowser>("helpBrowser"); }
    QTreeWidget *contents() const { return find<QTreeWidget>("helpContents"); }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestHelpFocus>(argc, argv);
}

#include "tst_help_focus.moc"
