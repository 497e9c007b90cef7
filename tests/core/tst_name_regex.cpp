// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/error.h"
#include "quant/layer_pattern.h"
#include "quant/name_regex.h"

#include <ctime>
#include <regex>

using namespace quantloupe;

namespace {

double cpuSeconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

/// Of one pattern on a network of a thousand layers, on a machine that does other things too.
constexpr double kMostSeconds = 5;

} // namespace

/// Regular expressions for layer names, against the standard library's, and those that would make
/// it run for years or out of the stack.
class TestNameRegex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheStandard_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        for (const char *pattern : {"",
                                    "a",
                                    "main",
                                    "main\\.0",
                                    ".*",
                                    "main.*",
                                    "(ab|a)(c|bcd)*",
                                    "a|b|",
                                    "(|a)b",
                                    "a*",
                                    "a+",
                                    "a?",
                                    "a{0}b",
                                    "a{2}",
                                    "a{2,}",
                                    "a{1,3}",
                                    "(ab){2,3}",
                                    "(a*)*",
                                    "(a*)*b",
                                    "(a|aa)+b?",
                                    "[ab]+",
                                    "[^ab]",
                                    "[a-c]*",
                                    "[a\\-c]",
                                    "[-a]",
                                    "[a-]",
                                    "[\\d.]+",
                                    "\\d+",
                                    "\\D+",
                                    "\\w+\\.\\d",
                                    "\\s",
                                    "\\S*",
                                    "^main$",
                                    "(^a|b)c*",
                                    "a$",
                                    "$",
                                    "^",
                                    "a^b",
                                    "(?:ab)+",
                                    "a*?b",
                                    "a+?",
                                    "(a{2}){2}",
                                    "\\x61b",
                                    "[\\x61-c]+",
                                    "\\(a\\)",
                                    "((a)|(b))*",
                                    "(main|block)(\\.[0-9]+)?",
                                    "]",
                                    "a.c",
                                    "[.]",
                                    "[*+?]",
                                    "(a?){3}a{3}"})
            QTest::newRow(pattern) << QByteArray(pattern);
    }
    void agreesWithTheStandard()
    {
        QFETCH(QByteArray, pattern);
        const NameRegex regex(pattern.toStdString());
        const std::regex standard(pattern.toStdString());
        for (const std::string name :
             {"",     "a",      "b",       "c",        "ab",     "abc",  "abcd", "aa",
              "aaa",  "aaaa",   "aaaaaa",  "abab",     "ababab", "aab",  "bbb",  "ac",
              "main", "main.0", "main.03", "block.12", "main.x", "-",    "a-",   "12",
              "1.2",  " ",      "(a)",     "]",        "*",      "a\nc", "axc",  "bcc"})
            QVERIFY2(regex.matches(name) == std::regex_match(name, standard), name.c_str());
    }

    void whatItCannotDoIsSaid_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QString>("reason");
        QTest::newRow("open group") << QByteArray("(a") << "missing ): (a";
        QTest::newRow("closed group") << QByteArray("a)") << "unexpected ): a)";
        QTest::newRow("nothing to repeat") << QByteArray("*a") << "repetition operator: *";
        QTest::newRow("open class") << QByteArray("[a") << "missing ]";
        QTest::newRow("end in an escape") << QByteArray("a\\") << "trailing \\";
        QTest::newRow("range") << QByteArray("[c-a]") << "range: c-a";
        QTest::newRow("counts") << QByteArray("a{3,2}") << "repetition";
        QTest::newRow("hexadecimal") << QByteArray("\\x4") << "escape sequence: \\x4";
        QTest::newRow("back reference") << QByteArray("(a)\\1") << "escape sequence: \\1";
        QTest::newRow("looking ahead") << QByteArray("(?=a)") << "(?=";
        QTest::newRow("large counts") << QByteArray("(a{100}){100}") << "repetition";
        QTest::newRow("large automaton")
            << QByteArray("(.{900}|.{800}).{900}.{900}.{900}.{900}") << "too large";
        QTest::newRow("deep") << QByteArray("((((((((((").repeated(20) << "missing )";
        QTest::newRow("long") << QByteArray("a").repeated(1000000) << "500 letters";
    }
    void whatItCannotDoIsSaid()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QString, reason);
        try {
            NameRegex{pattern.toStdString()};
            QFAIL("taken");
        } catch (const Error &error) {
            QCOMPARE(error.kind(), ErrorKind::BadInput);
            QVERIFY2(QString(error.what()).contains(reason), error.what());
        }
    }

    void hostileOnesAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        const auto add = [](const QByteArray &pattern) {
            QTest::newRow(pattern.left(40)) << pattern;
        };
        add("re:(a*)*b");
        add("re:((a*)*)*b");
        add("re:(a|a)*b");
        add("re:(a|aa|aaa)*b");
        add("re:(.*)*(.*)*(.*)*b");
        add("re:" + QByteArray("a?").repeated(150) + QByteArray("a").repeated(100) + "b");
        add("re:(((a?){7}){7}){7}b");
        add("re:" + QByteArray("(").repeated(49) + "a" + QByteArray(")*").repeated(49) + "b");
        add(QByteArray("*a").repeated(1000) + "*b");
    }
    void hostileOnesAreAnswered()
    {
        QFETCH(QByteArray, pattern);
        std::vector<LayerInfo> layers(1000);
        for (LayerInfo &layer : layers)
            layer.name = std::string(100, 'a');
        // In a word, and where a matcher would recurse for every letter.
        layers.front().name = std::string(100000, 'a');
        const double begin = cpuSeconds();
        QVERIFY(LayerPattern(pattern.toStdString()).matches(layers).empty());
        const double seconds = cpuSeconds() - begin;
        qInfo("%.3f s for 1000 layers", seconds);
        QVERIFY(seconds < kMostSeconds);
    }
};

QTEST_APPLESS_MAIN(TestNameRegex)

#include "tst_name_regex.moc"
