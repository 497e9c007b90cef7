// SPDX-License-Identifier: GPL-3.0-or-later
#include "translation_file.h"
#include "views/help_book.h"
#include "views/help_browser.h"
#include "views/help_window.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QImage>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

const QString kEnglish = "en";
/// Made up for this test: it has one page with the first headings.
const QString kMadeUp = "eo";

QStringList translatedLanguages()
{
    QStringList languages = QDir(":/help").entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    languages.removeAll("pictures");
    languages.removeAll(kMadeUp);
    return languages;
}

QString markdownOf(const QString &language, const QString &page)
{
    const QString folder = language == kEnglish ? QString() : language + '/';
    QFile file(":/help/" + folder + page + ".md");
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What a line of Markdown is: its mark, or all of a line of code.
QString kindOf(const QString &line, bool inCode)
{
    static const QRegularExpression mark(R"(^(#+|-|\d+\.|\||!\[|```))");
    if (inCode)
        return line;
    const auto match = mark.match(line);
    return match.hasMatch() ? match.captured() : QString("text");
}

QStringList outlineOf(const QString &markdown)
{
    QStringList kinds;
    bool inCode = false;
    for (const QString &line : markdown.split('\n', Qt::SkipEmptyParts)) {
        kinds.append(kindOf(line, inCode));
        inCode ^= line.startsWith("```");
    }
    return kinds;
}

/// What the pattern's group captures, in alphabetical order: a sentence may name things in another.
QStringList sortedMatches(const QString &pattern, const QString &text)
{
    QStringList found;
    for (const auto &match : QRegularExpression(pattern).globalMatch(text))
        found.append(match.captured(1));
    found.sort();
    return found;
}

/// As they are written in a table, by commas.
QStringList keysOf(const QString &markdown)
{
    QStringList keys;
    for (const QString &line : markdown.split('\n'))
        if (line.startsWith('|') && !line.startsWith("|---"))
            keys.append(line.section('|', 1, 1).trimmed());
    return keys;
}

/// The names that German keyboards, and Qt in German, give to keys.
QString germanKeys(QString keys)
{
    static const QHash<QString, QString> names{
        {"key", "Taste"},
        {"Ctrl", "Strg"},
        {"Shift", "Umschalt"},
        {"Space", "Leertaste"},
        {"Left", "Links"},
        {"Right", "Rechts"},
        {"Up", "Hoch"},
        {"Down", "Runter"},
        {"Home", "Pos1"},
        {"End", "Ende"},
        {"PgUp", "Bild auf"},
        {"PgDown", "Bild ab"},
        {"Return", "Eingabetaste"},
        {"Menu", "Menü"},
        {"Del", "Entf"},
    };
    static const QRegularExpression word("[A-Za-z]{2,}");
    QString german;
    qsizetype end = 0;
    for (const auto &match : word.globalMatch(keys)) {
        german += keys.mid(end, match.capturedStart() - end);
        german += names.value(match.captured(), match.captured());
        end = match.capturedEnd();
    }
    return german + keys.mid(end);
}

/// As it is read: without mnemonic and mark of further questions.
QString plainName(QString text)
{
    static const QRegularExpression mark("&(?=\\w)|\\s?…$",
                                         QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(mark);
}

QSet<QString> namesInTheWindow(const QString &language)
{
    QSet<QString> names;
    const QString path = QUANTLOUPE_SOURCE_DIR "/resources/translations/quantloupe_%1.ts";
    for (const Message &message : messagesOf(path.arg(language)))
        for (const QString &form : message.translations)
            names.insert(plainName(form));
    return names;
}

} // namespace

/// Pages in other languages say the same in the same places as the English ones.
class TestHelpPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void germanIsThere() { QVERIFY(translatedLanguages().contains("de")); }

    void everyPageIsTranslated_data() { addLanguages(); }
    void everyPageIsTranslated()
    {
        QFETCH(QString, language);
        QStringList pages = HelpBook::pages();
        pages.sort();
        QStringList files = QDir(":/help/" + language).entryList({"*.md"}, QDir::Files, QDir::Name);
        files.replaceInStrings(".md", "");
        files.sort();
        QCOMPARE(files, pages);
    }

    void outlineIsTheEnglishOne_data() { addPages(); }
    void outlineIsTheEnglishOne()
    {
        QFETCH(QString, text);
        QFETCH(QString, english);
        QCOMPARE(outlineOf(text), outlineOf(english));
    }

    void codeLinksAndPicturesAreTheEnglishOnes_data() { addPages(); }
    void codeLinksAndPicturesAreTheEnglishOnes()
    {
        QFETCH(QString, text);
        QFETCH(QString, english);
        // Words between two blocks of code are none.
        QCOMPARE(sortedMatches("`([^`\n]+)`", text), sortedMatches("`([^`\n]+)`", english));
        const QString target = R"(\]\(([^)]*)\))";
        QCOMPARE(sortedMatches(target, text), sortedMatches(target, english));
    }

    void linksAndPicturesResolve_data() { addLanguages(); }
    void linksAndPicturesResolve()
    {
        QFETCH(QString, language);
        const HelpBook book(language);
        QSet<QString> places;
        for (const HelpSection &section : book.sections())
            places.insert(section.place());
        for (const QString &page : HelpBook::pages())
            for (const QString &link :
                 sortedMatches(R"(\]\(([^)]*)\))", markdownOf(language, page))) {
                const QUrl url = book.url(page).resolved(QUrl(link));
                const QByteArray where = (page + ": " + link).toUtf8();
                if (url.path().endsWith(".md"))
                    QVERIFY2(places.contains(HelpBook::place(url)), where);
                else
                    QVERIFY2(!QImage(':' + url.path()).isNull(), where);
            }
    }

    void placesAreTheEnglishOnes_data() { addLanguages(); }
    void placesAreTheEnglishOnes()
    {
        QFETCH(QString, language);
        QCOMPARE(placesOf(HelpBook(language)), placesOf(HelpBook(kEnglish)));
    }

    void quotedNamesAreThoseOfTheWindow_data() { addPages(); }
    void quotedNamesAreThoseOfTheWindow()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        const QSet<QString> names = namesInTheWindow(language);
        QVERIFY(names.size() > 100);
        for (const QString &name : sortedMatches("„([^“]*)“", text))
            QVERIFY2(names.contains(name), name.toUtf8());
    }

    void keysAreTheEnglishOnes()
    {
        QStringList expected = keysOf(markdownOf(kEnglish, "keys"));
        QVERIFY(expected.size() > 50);
        for (QString &keys : expected)
            keys = germanKeys(keys);
        QCOMPARE(keysOf(markdownOf("de", "keys")), expected);
    }

    void whatALanguageLacksIsEnglish()
    {
        const HelpBook book(kMadeUp);
        QCOMPARE(book.url("layers#bits"), QUrl("qrc:/help/eo/layers.md#bits"));
        QCOMPARE(book.url("files"), QUrl("qrc:/help/files.md"));
        QCOMPARE(book.anchors("layers"), QStringList({"", "columns", "bits"}));
        QCOMPARE(titleOf(book, "layers"), QString("Tavoloj"));
        QCOMPARE(titleOf(book, "files"), QString("Files"));
        QCOMPARE(placesOf(HelpBook("xx")), placesOf(HelpBook(kEnglish)));
        QCOMPARE(titleOf(HelpBook("xx"), "layers"), QString("Layers"));
    }

    void linksLeadToEnglishPagesAndBack()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::Esperanto));
        HelpWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *browser = window.findChild<HelpBrowser *>("helpBrowser");
        window.open("layers");
        QVERIFY(browser->toPlainText().startsWith("Tavoloj"));
        QTest::keyClick(browser, Qt::Key_Tab);
        QTest::keyClick(browser, Qt::Key_Return);
        QCOMPARE(window.place(), QString("files"));
        QVERIFY(browser->toPlainText().startsWith("Files"));
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QVERIFY(browser->toPlainText().startsWith("Tavoloj"));
        QLocale::setDefault(before);
    }

private:
    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : translatedLanguages())
            QTest::newRow(qPrintable(language)) << language;
    }

    static void addPages()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("english");
        for (const QString &language : translatedLanguages())
            for (const QString &page : HelpBook::pages())
                QTest::addRow("%s/%s", qPrintable(language), qPrintable(page))
                    << language << markdownOf(language, page) << markdownOf(kEnglish, page);
    }

    static QStringList placesOf(const HelpBook &book)
    {
        QStringList places;
        for (const HelpSection &section : book.sections())
            places.append(section.place());
        return places;
    }

    static QString titleOf(const HelpBook &book, const QString &place)
    {
        for (const HelpSection &section : book.sections())
            if (section.place() == place)
                return section.title;
        return {};
    }
};

QTEST_MAIN(TestHelpPages)
#include "tst_help_pages.moc"
