// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"
#include "mainwindow/translations.h"
#include "translation_file.h"
#include "widgets/amount_text.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

QStringList sortedMatches(const QRegularExpression &pattern, const QString &text)
{
    QStringList found;
    for (const auto &match : pattern.globalMatch(text))
        found.append(match.captured());
    found.sort();
    return found;
}

/// What a translation must hold as often as its source: places of values, tags, mnemonics, the mark
/// of further questions, file name patterns.
QStringList fixedParts(const QString &text)
{
    static const QRegularExpression parts(R"(%L?\d+|%n|\[\*\]|</?\w+>|&(?=\w)|…$|\*\.\w+|;;|\n)",
                                          QRegularExpression::UseUnicodePropertiesOption);
    return sortedMatches(parts, text);
}

QString mnemonicOf(const QString &text)
{
    const qsizetype at = text.indexOf(u'&');
    return at < 0 ? QString() : text.mid(at + 1, 1).toLower();
}

} // namespace

class TestTranslations : public MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        prepareFolder();
        installTranslations(*qApp, "de");
    }
    void cleanup() { destroyWindow(); }

    void partsOfATranslation()
    {
        QCOMPARE(fixedParts("&Öffnen %1…"), QStringList({"%1", "&", "…"}));
        QVERIFY(fixedParts("%1 of %2") != fixedParts("%1 von %1"));
    }

    void translationsKeepWhatIsFilledIn()
    {
        for (const QString &path : translationFiles()) {
            const QList<Message> messages = messagesOf(path);
            QVERIFY(messages.size() > 100);
            for (const Message &message : messages) {
                const QByteArray where = (message.context + ": " + message.source).toUtf8();
                QVERIFY2(message.isFinished, where);
                for (const QString &form : message.translations) {
                    QVERIFY2(!form.isEmpty(), where);
                    QVERIFY2(fixedParts(message.source) == fixedParts(form), where);
                }
            }
        }
    }

    /// Brings a copy up to date with the sources: what is new there is unfinished, and a text that
    /// lupdate files under a class without a tr() of its own would never be found.
    void nothingIsMissing()
    {
        const QString lupdate = QStandardPaths::findExecutable(
            "lupdate", {QLibraryInfo::path(QLibraryInfo::BinariesPath)});
        if (lupdate.isEmpty())
            QSKIP("There is no lupdate (Debian: qt6-l10n-tools).");
        const QTemporaryDir folder;
        for (const QString &path : translationFiles()) {
            const QString copy = folder.filePath(QFileInfo(path).fileName());
            QVERIFY(QFile::copy(path, copy));
            QProcess process;
            process.setWorkingDirectory(QUANTLOUPE_SOURCE_DIR);
            process.start(lupdate, {"ui", "app", "-extensions", "cpp,h", "-locations", "none",
                                    "-no-obsolete", "-ts", copy});
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitCode(), 0);
            const QByteArray said = process.readAllStandardError();
            // The namespace of the functions is taken for a class, too.
            QVERIFY2(!said.contains("Class 'quantloupe::"), said);
            for (const Message &message : messagesOf(copy))
                QVERIFY2(message.isFinished, (message.context + ": " + message.source).toUtf8());
        }
    }

    void numbersFollowTheLanguage()
    {
        if (!languages().contains("de"))
            QSKIP("The window was built without translations.");
        QCOMPARE(bytesText(1'234'000), QString("1,23 MB"));
        QCOMPARE(QLocale().toDouble(QLocale().toString(1234.5)), 1234.5);
    }

    void theWindowIsTranslated()
    {
        if (!languages().contains("de"))
            QSKIP("The window was built without translations.");
        showWindow();
        QCOMPARE(m_window->menuBar()->actions().constFirst()->text(), QString("&Datei"));
        // A text of a function outside classes.
        QCOMPARE(find<QAction>("open")->text(), QString("Generator &öffnen…"));
        QCOMPARE(find<QWidget>("layersDock")->windowTitle(), QString("Schichten"));
        QVERIFY(stateText().contains("Kein Generator ist geöffnet"));
    }

    void mnemonicsOfAMenuDiffer()
    {
        if (!languages().contains("de"))
            QSKIP("The window was built without translations.");
        showWindow();
        QList<QList<QAction *>> menus{m_window->menuBar()->actions()};
        for (const QAction *action : m_window->menuBar()->actions())
            menus.append(action->menu()->actions());
        for (const QList<QAction *> &menu : menus) {
            QSet<QString> used;
            for (const QAction *action : menu) {
                const QString mnemonic = mnemonicOf(action->text());
                QVERIFY2(mnemonic.isEmpty() || !used.contains(mnemonic), action->text().toUtf8());
                used.insert(mnemonic);
            }
        }
    }

    void theQuestionIsAnsweredByKeys()
    {
        if (!languages().contains("de"))
            QSKIP("The window was built without translations.");
        showWindow();
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 3));
        m_window->close();
        auto *box = find<QMessageBox>("unsavedQuestion");
        QVERIFY(box);
        QTRY_VERIFY(box->isActiveWindow());
        QStringList texts;
        for (const QAbstractButton *button : box->buttons())
            texts.append(button->text());
        texts.sort();
        QCOMPARE(texts, (QStringList{"&Abbrechen", "&Speichern", "&Verwerfen"}));
        QTest::keyClick(box, Qt::Key_V, Qt::AltModifier);
        QTRY_VERIFY(!m_window->isVisible());
    }

    /// lupdate files the texts of functions outside classes under the namespace.
    void functionsTranslateInTheContextOfTheNamespace()
    {
        const QRegularExpression function(R"rx(QString tr\(const char \*\w+\)\s*\{\s*return )rx"
                                          R"rx(QCoreApplication::translate\("(\w+)")rx");
        QDirIterator files(QUANTLOUPE_SOURCE_DIR "/ui", {"*.cpp", "*.h"}, QDir::Files,
                           QDirIterator::Subdirectories);
        int found = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const auto &match : function.globalMatch(QString::fromUtf8(file.readAll()))) {
                ++found;
                QVERIFY2(match.captured(1) == "quantloupe", file.fileName().toUtf8());
            }
        }
        // Theirs alone; classes have their own.
        QCOMPARE(found, 1);
    }

private:
    static QStringList translationFiles()
    {
        QStringList paths;
        QDirIterator files(QUANTLOUPE_SOURCE_DIR "/resources/translations", {"*.ts"});
        while (files.hasNext())
            paths.append(files.next());
        return paths;
    }
};

int main(int argc, char **argv)
{
    return runWindowTest<TestTranslations>(argc, argv);
}

#include "tst_translations.moc"
