// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"
#include "mainwindow/translations.h"
#include "views/help_browser.h"
#include "views/help_window.h"

#include <QAction>
#include <QLineEdit>
#include <QTextBlock>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace quantloupe;

/// The help of a German window is German.
class TestHelpGerman : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!languages().contains("de"))
            QSKIP("The window was built without translations.");
        prepareFolder();
        installTranslations(*qApp, "de");
    }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void f1OpensTheGermanPageOnTheFocus_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("heading");
        const auto add = [](const char *name, const char *place, const char *page,
                            const char *heading) {
            QTest::newRow(name) << QByteArray(name) << QString(place) << QString(page)
                                << QString(heading);
        };
        add("layersFilter", "layers#filter", "Schichten", "Filter");
        add("weightMethod", "layers#methods", "Schichten", "Verfahren");
        add("compareView", "compare#pictures", "Vergleich", "Bilder");
        add("differenceKind", "compare#difference", "Vergleich", "Differenz");
        add("assumption.output.range", "inputs#assumptions", "Eingaben und Annahmen", "Annahmen");
        add("presets", "window#presets", "Das Fenster", "Voreinstellungen");
    }
    void f1OpensTheGermanPageOnTheFocus()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, heading);
        openSmall();
        find<QWidget>(name)->setFocus();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F1);
        QVERIFY(help());
        QTRY_VERIFY(help()->isVisible());
        QTEST(help()->place(), "place");
        QTEST(browser()->document()->begin().text(), "page");
        QTRY_COMPARE(topHeading(), heading);
        QCOMPARE(contents()->currentItem()->text(0), heading);
    }

    void linksAndTheWayBackStayGerman()
    {
        openHelp("inspector");
        QCOMPARE(topHeading(), QString("Inspektor"));
        QTest::keyClick(browser(), Qt::Key_Tab);
        QTest::keyClick(browser(), Qt::Key_Return);
        QCOMPARE(help()->place(), QString("numbers#clipped-share"));
        QCOMPARE(topHeading(), QString("Abgeschnittener Anteil"));
        QTest::keyClick(help(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(help()->place(), QString("inspector"));
        QCOMPARE(topHeading(), QString("Inspektor"));
    }

    void searchFindsGermanWords()
    {
        openHelp("layers");
        QTest::keyClick(help(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(help()->findChild<QLineEdit *>("helpSearch")->hasFocus());
        QTest::keyClicks(help()->focusWidget(), "Nullen Bitoperationen");
        QStringList left;
        for (QTreeWidgetItemIterator it(contents(), QTreeWidgetItemIterator::NotHidden); *it; ++it)
            left.append((*it)->text(0));
        QCOMPARE(left, QStringList({"Die Zahlen lesen", "BOPs"}));
        QTest::keyClick(help()->focusWidget(), Qt::Key_Return);
        QCOMPARE(help()->place(), QString("numbers#bops"));
        QVERIFY(!browser()->extraSelections().isEmpty());
    }

    void picturesAreDrawn()
    {
        openHelp("layers");
        const QTextImageFormat picture = firstPicture();
        QVERIFY(picture.isValid());
        const QVariant loaded =
            browser()->document()->resource(QTextDocument::ImageResource, QUrl(picture.name()));
        QVERIFY(loaded.isValid());
    }

private:
    static constexpr int kBelowTheEdge = 4;

    void openHelp(const QString &place)
    {
        find<QAction>("help")->trigger();
        help()->open(place);
        QVERIFY(QTest::qWaitFor([this] { return QApplication::activeWindow() == help(); }));
    }

    QString topHeading() const
    {
        return browser()->cursorForPosition(QPoint(1, kBelowTheEdge)).block().text();
    }

    QTextImageFormat firstPicture() const
    {
        const QTextDocument *page = browser()->document();
        for (QTextBlock block = page->begin(); block.isValid(); block = block.next())
            for (auto it = block.begin(); !it.atEnd(); ++it)
                if (it.fragment().charFormat().isImageFormat())
                    return it.fragment().charFormat().toImageFormat();
        return {};
    }

    HelpWindow *help() const { return find<HelpWindow>("helpWindow"); }
    HelpBrowser *browser() const { return find<HelpBrowser>("helpBrowser"); }
    QTreeWidget *contents() const { return find<QTreeWidget>("helpContents"); }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestHelpGerman>(argc, argv);
}

#include "tst_help_german.moc"
