// SPDX-License-Identifier: GPL-3.0-or-later
// The program as it is started from a shell.
#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Result
{
    int code = -1;
    QString output;
    QString errors;
};

QSet<QString> optionsIn(const QString &text)
{
    static const QRegularExpression option("(--[a-z][a-z-]*)");
    QSet<QString> options;
    for (const auto &match : option.globalMatch(text))
        options.insert(match.captured(1));
    return options;
}

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOptionIsOnTheHelpPage()
    {
        QFile page(QUANTLOUPE_SOURCE_DIR "/resources/help/starting.md");
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QSet<QString> written = optionsIn(QString::fromUtf8(page.readAll()));
        const QSet<QString> there = optionsIn(run({"--help"}).output);
        QVERIFY(there.contains("--screenshot"));
        QCOMPARE(written, there);
    }

    void helpIsTranslated()
    {
        if (!run({"--language", "xx"}).errors.contains("de"))
            QSKIP("The window was built without translations.");
        QVERIFY(run({"--language", "de", "--help"}).output.contains("Größe des Fensters"));
        QVERIFY(run({"--language=de", "--help"}).output.contains("Größe des Fensters"));
        QVERIFY(run({"--help"}).output.contains("Size of the window"));
        QVERIFY(run({"--help"}, "de_DE:en").output.contains("Größe des Fensters"));
        QVERIFY(run({"--help"}, "en_GB:de").output.contains("Size of the window"));
    }

    void helpAndVersionNeedNoDisplay()
    {
        for (const QString option : {"--help", "-h", "--version", "-v"}) {
            const Result result = run({option}, {}, "xcb");
            QCOMPARE(result.code, 0);
            QVERIFY(result.output.contains("quantloupe"));
        }
    }

    void anUnknownLanguageIsRefused()
    {
        const Result result = run({"--language", "xx"});
        QCOMPARE(result.code, 1);
        QVERIFY(result.errors.contains("'xx'"));
    }

    void aScreenshotWithoutItsFileEnds_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("damaged") << QByteArray("\x89PNG\r\n\x1a\n\x7f\xff\xff\xffiTXt", 16)
                                 << "given.png";
        QTest::newRow("plain") << plainPng() << "without a configuration";
    }
    void aScreenshotWithoutItsFileEnds()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, sentence);
        const QTemporaryDir folder;
        const QString path = folder.filePath("given.png");
        write(path, file);
        const Result result = run({path, "--screenshot", folder.filePath("window.png")});
        QCOMPARE(result.code, 1);
        QVERIFY2(result.errors.contains(sentence), qPrintable(result.errors));
    }

    void aScreenshotWithARefusedConfigurationFails()
    {
        const QTemporaryDir folder;
        const Result result = run({"builtin:fashion-32", "--config", "builtin:avatars-64.json",
                                   "--screenshot", folder.filePath("window.png")});
        QCOMPARE(result.code, 1);
        QVERIFY2(result.errors.contains("for another generator"), qPrintable(result.errors));
    }

private:
    static QByteArray plainPng()
    {
        QBuffer buffer;
        QImage(4, 4, QImage::Format_RGB32).save(&buffer, "PNG");
        return buffer.data();
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }

    static Result run(const QStringList &arguments, const QString &languages = {},
                      const QString &platform = "offscreen")
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_QPA_PLATFORM", platform);
        environment.remove("DISPLAY");
        environment.insert("LC_ALL", "C.UTF-8");
        environment.insert("LANG", "en_US.UTF-8");
        environment.insert("LANGUAGE", languages);
        process.setProcessEnvironment(environment);
        process.start(QUANTLOUPE_BIN_DIR "/quantloupe", arguments);
        process.waitForFinished(-1);
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
