// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"
#include "views/help_book.h"
#include "views/help_browser.h"
#include "views/help_window.h"
#include "widgets/help_page.h"

#include <QAction>
#include <QDir>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

QString markdownOf(const QString &page)
{
    QFile file(":/help/" + page + ".md");
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QSet<QString> allPlaces()
{
    QSet<QString> places;
    const HelpBook book;
    for (const HelpSection &section : book.sections())
        places.insert(section.place());
    return places;
}

/// The keys in the first column of a section's table.
QSet<QString> keysIn(const HelpSection &section)
{
    QSet<QString> keys;
    for (const QString &line : section.text.split('\n')) {
        const QString cell = line.section('|', 1, 1).trimmed();
        if (line.startsWith('|') && cell != "key" && !cell.startsWith("---"))
            for (const QString &key : cell.split(", "))
                keys.insert(key);
    }
    return keys;
}

QSet<QString> documentedKeys(const std::function<bool(const QString &)> &isWanted)
{
    QSet<QString> keys;
    const HelpBook book;
    for (const HelpSection &section : book.sections())
        if (section.page == "keys" && isWanted(section.anchor))
            keys += keysIn(section);
    return keys;
}

/// Whether a shortcut works in the whole window or only where its widget has the focus.
enum class Reach { Window, Widget };

QSet<QString> shortcutsOf(const QObject *root, Reach reach)
{
    QSet<QString> keys;
    for (const QAction *action : root->findChildren<QAction *>()) {
        const bool ofWidget = action->shortcutContext() == Qt::WidgetShortcut ||
                              action->shortcutContext() == Qt::WidgetWithChildrenShortcut;
        if (ofWidget != (reach == Reach::Widget))
            continue;
        for (const QKeySequence &key : action->shortcuts())
            keys.insert(key.toString(QKeySequence::PortableText));
    }
    keys.remove(QString());
    return keys;
}

QByteArray difference(const QSet<QString> &a, const QSet<QString> &b)
{
    const QStringList missing((a - b).values());
    const QStringList surplus((b - a).values());
    return ("only first: " + missing.join(' ') + "; only second: " + surplus.join(' ')).toUtf8();
}

} // namespace

class TestHelp : public MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFolder(); }
    void init() { showWindow(); }
    void cleanup() { destroyWindow(); }

    void everyPageIsInTheContents()
    {
        QSet<QString> files;
        for (const QString &name : QDir(":/help").entryList({"*.md"}))
            files.insert(name.chopped(3));
        const QStringList pages = HelpBook::pages();
        const QSet<QString> listed(pages.begin(), pages.end());
        QVERIFY2(files == listed, difference(files, listed));
    }

    void everyLinkAnchorAndPictureResolves()
    {
        const HelpBook book;
        const QSet<QString> places = allPlaces();
        const QRegularExpression link(R"(\]\(([^)]*)\))");
        int links = 0;
        for (const QString &page : HelpBook::pages()) {
            for (const auto &match : link.globalMatch(markdownOf(page))) {
                ++links;
                const QUrl url = book.url(page).resolved(QUrl(match.captured(1)));
                const QByteArray where = (page + ": " + match.captured(1)).toUtf8();
                if (url.path().endsWith(".md"))
                    QVERIFY2(places.contains(HelpBook::place(url)), where);
                else
                    QVERIFY2(!QImage(":" + url.path()).isNull(), where);
            }
        }
        QVERIFY(links > 20);
    }

    void everyWidgetsPageExists()
    {
        openSmall();
        const QSet<QString> places = allPlaces();
        for (const QWidget *widget : m_window->findChildren<QWidget *>())
            QVERIFY2(places.contains(helpPageOf(widget)),
                     (widget->objectName() + ": " + helpPageOf(widget)).toUtf8());
    }

    void linksScrollToTheirHeading()
    {
        HelpWindow *window = opened("first-steps");
        window->open("numbers#sqnr");
        const QTextCursor top = browser()->cursorForPosition(QPoint(1, kBelowTheEdge));
        QCOMPARE(top.block().text(), QString("SQNR"));
        QCOMPARE(contents()->currentItem()->text(0), QString("SQNR"));
    }

    void backAndForward()
    {
        HelpWindow *window = opened("layers");
        window->open("keys");
        QTest::keyClick(window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window->place(), QString("layers"));
        QCOMPARE(contents()->currentItem()->text(0), QString("Layers"));
        // Dressed as when it was opened.
        QVERIFY(browser()->find("Rules", QTextDocument::FindCaseSensitively));
        QVERIFY(browser()->textCursor().charFormat().anchorNames().contains("rules"));
        QTest::keyClick(window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(window->place(), QString("keys"));
    }

    void searchLeavesWhatMatchesAndOpensIt()
    {
        HelpWindow *window = opened("layers");
        QTest::keyClick(window, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(window->findChild<QLineEdit *>("helpSearch")->hasFocus());
        QTest::keyClicks(window->focusWidget(), "inserts zeros");
        QStringList left;
        for (QTreeWidgetItemIterator it(contents(), QTreeWidgetItemIterator::NotHidden); *it; ++it)
            left.append((*it)->text(0));
        QCOMPARE(left, QStringList({"How to read the numbers", "BOPs"}));
        QTest::keyClick(window->focusWidget(), Qt::Key_Return);
        QCOMPARE(window->place(), QString("numbers#bops"));
        QVERIFY(!browser()->extraSelections().isEmpty());
    }

    void searchPrefersTitles()
    {
        HelpWindow *window = opened("layers");
        window->findChild<QLineEdit *>("helpSearch")->setFocus();
        QTest::keyClicks(window->focusWidget(), "entropy");
        QTest::keyClick(window->focusWidget(), Qt::Key_Return);
        QCOMPARE(window->place(), QString("numbers#entropy"));
    }

    void linksAreReadableInBothThemes()
    {
        opened("first-steps");
        for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light}) {
            applyTheme(*qApp, kind);
            const QColor ground = browser()->palette().color(QPalette::Base);
            QTRY_VERIFY(contrastRatio(linkColor(), ground) >= 4.5);
        }
    }

    void escapeCloses()
    {
        HelpWindow *window = opened("layers");
        QTest::keyClick(window, Qt::Key_Escape);
        QVERIFY(!window->isVisible());
        QVERIFY(m_window->isVisible());
    }

    void everyShortcutIsDocumented()
    {
        openSmall();
        const QSet<QString> written =
            documentedKeys([](const QString &anchor) { return anchor == "everywhere"; });
        const QSet<QString> there = shortcutsOf(m_window.get(), Reach::Window);
        QVERIFY2(written == there, difference(written, there));
    }

    void everyKeyOfTheHelpIsDocumented()
    {
        const QSet<QString> written =
            documentedKeys([](const QString &anchor) { return anchor == "in-the-help"; });
        const QSet<QString> there = shortcutsOf(opened("keys"), Reach::Window);
        QVERIFY2(written == there, difference(written, there));
    }

    void everyKeyOfAWidgetIsDocumented()
    {
        openSmall();
        const QSet<QString> written = documentedKeys([](const QString &anchor) {
            return anchor != "everywhere" && anchor != "in-the-help";
        });
        QSet<QString> there = shortcutsOf(m_window.get(), Reach::Widget);
        for (const QWidget *widget : m_window->findChildren<QWidget *>())
            for (const QString &key : helpKeysOf(widget))
                there.insert(key);
        QVERIFY2(written == there, difference(written, there));
    }

private:
    static constexpr int kBelowTheEdge = 4;

    HelpWindow *help() const { return find<HelpWindow>("helpWindow"); }
    HelpBrowser *browser() const { return find<HelpBrowser>("helpBrowser"); }
    QTreeWidget *contents() const { return find<QTreeWidget>("helpContents"); }

    /// Of the first link on the page.
    QColor linkColor() const
    {
        const QTextDocument *page = browser()->document();
        for (QTextBlock block = page->begin(); block.isValid(); block = block.next())
            for (auto it = block.begin(); !it.atEnd(); ++it)
                if (!it.fragment().charFormat().anchorHref().isEmpty())
                    return it.fragment().charFormat().foreground().color();
        return {};
    }

    HelpWindow *opened(const QString &place)
    {
        find<QAction>("help")->trigger();
        help()->open(place);
        // The main window counts as active while its help window is, and the other way round.
        if (!QTest::qWaitFor([this] { return QApplication::activeWindow() == help(); }))
            qFatal("The help window did not become active.");
        return help();
    }
};

int main(int argc, char **argv)
{
    return runWindowTest<TestHelp>(argc, argv);
}

#include "tst_help.moc"
