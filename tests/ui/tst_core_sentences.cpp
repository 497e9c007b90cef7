// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/translations.h"
#include "models/core_words.h"
#include "models/translate.h"
#include "said_in_sources.h"
#include "source_texts.h"

#include <QCoreApplication>
#include <QTest>

using namespace quantloupe;

namespace {

/// What the window never shows: texts of sources, both by a pattern.
struct NeverShown
{
    const char *sources;
    const char *texts;
};

constexpr NeverShown kNeverShown[] = {
    // Done by commands alone: training, lists of samples, regions, classes of given latents, files
    // of
    // statistics, fixed draws and subsets, the floor of SWD, the list of quantizers.
    {"core/train/.*", ".*"},
    {"core/data/sample_list.cpp", ".*"},
    {"core/image/pixel_rect.cpp", ".*"},
    {"core/metrics/features/(feature_files|preparation_metadata).cpp", ".*"},
    {"core/model/archive/npy.cpp", ".*"},
    {"core/session/input_files.cpp", ".* is no list of classes; .*"},
    {"core/metrics/swd_draw_files.cpp", ".*"},
    {"core/metrics/swd_checks.cpp", "(The fixed|A fixed|Fixed|SWD needs at least) .*"},
    {"core/metrics/kid_subsets.cpp", ".*"},
    {"core/metrics/features/kernel_distance.cpp", "A subset .*"},
    {"core/metrics/swd.cpp", "The floor at .*"},
    {"core/quant/method_sources.cpp", ".*"},
    // In stored answers, which are in English like those of commands.
    {"core/quant/spec_rules.cpp", "'%' leaves the activation of .*"},
    // The window has words of its own for what a correction cannot do.
    {"core/engine/rounded_weights.cpp", "AdaRound leaves .*| as it is: .*"},
    {"core/engine/(correction_notes|rewrite_plan|norm_folding|equalization).cpp", ".*"},
    // Put together of parts that are known one by one: see tst_recipe_words.
    {"core/analysis/(recipe|recipe_.*|redundancy).cpp", ".*"},
    // Names of sites and modes as commands take them.
    {"core/analysis/sensitivity.cpp", "There is no (site|mode) .*"},
    {"core/analysis/bit_search.cpp", "bit search 1 .*"},
    // What exporters write for other programs.
    {"core/exchange/export_(nncf|onnxruntime|qconfig)\\.cpp", "(# |\\s*def ).*"},
    {"core/exchange/export.cpp", "(json|torch)( [a-z]+)+"},
    {"core/exchange/export_model_explorer.cpp", "Weight SQNR, dB .*"},
    // Runs of sweeps are put over exports by the command alone; titles are for other programs.
    {"core/exchange/sweep_overlay.cpp", ".*"},
    // Reports, which are in English like the commands that write them.
    {"core/exchange/(report_document|html_report|svg_bars|text_table)\\.(cpp|h)", ".*"},
    // Of texts that the program has in itself.
    {"core/base/number_text.cpp", "'%' is no number."},
    // Looked for in what libraries say.
    {"core/base/error.cpp", "can't allocate memory|not enough memory|Insufficient memory"},
    {"core/model/generator.cpp", "failed in the TorchScript interpreter"},
    {"core/model/torchscript_file.cpp",
     "Unknown builtin op|Couldn't find an operator for|Could not find operator"},
    // Technical details, which stay in English.
    {"core/base/child_process.cpp", "exit code %"},
    {"core/session/torchscript_trial.cpp", "The child process ended with %."},
    {"core/store/run_rows.cpp", "A row of % has another sum.|A value is no JSON.|The words of a "
                                "command are no list of texts."},
    // What SQLite is told.
    {"core/store/.*", ".*(SELECT|INSERT|UPDATE|DELETE|CREATE|WHERE|PRAGMA|BEGIN).*"},
    {"core/store/store_schema.cpp", "[a-zA-Z0-9]+(, [a-zA-Z0-9]+)+"},
    // Written for programs: sources of networks, JSON, keys of caches.
    {"core/model/(source_writer|residual_reading|graph_preparation|distylegan_reading).cpp",
     "(def|label =|[uvwx]( =|:)) .*"},
    {"core/model/sequential_reading.cpp", "x: Tensor.*"},
    {"core/model/(sagan_reading|self_attention|stylegan2_reading).cpp",
     "[^\"]*(torch\\.|style|shortcut|def |label: |truncation: ).*"},
    // The window has words of its own for what samples were made from.
    {"core/metrics/metrics_report.cpp", "(%, input range|inputs|latents) .*"},
    {"core/exchange/metrics_json.cpp", "by the seed, without replacement"},
    {"core/metrics/swd_kept_sides.cpp", "swd side 1"},
    {"core/session/library_versions.cpp", "model name"},
    // Names: formats of files, and steps.
    {"core/model/archive/.*", "pickle \\((legacy|zip)\\)"},
    {"core/model/program_builder.cpp", "operations before step %"},
};

bool matchesWhole(const char *pattern, const QString &text)
{
    const QRegularExpression expression(
        QRegularExpression::anchoredPattern(QString::fromUtf8(pattern)),
        QRegularExpression::DotMatchesEverythingOption);
    return expression.match(text).hasMatch();
}

/// Two words in a row at least; a key or a name is no sentence.
bool isSpoken(const QString &text)
{
    static const QRegularExpression words("[a-z,;:']{2,} \\(?[a-z]{2,}|[A-Z]\\w* [a-z]+");
    return words.match(QString(text).remove(u'%')).hasMatch();
}

/// With % in the place of %1, %2, ...
const QStringList &knownSentences()
{
    static const QStringList all = [] {
        QStringList list;
        for (const char *sentence : coreSentences())
            list.append(QString::fromUtf8(sentence));
        return list.replaceInStrings(QRegularExpression("%[1-9]"), "%");
    }();
    return all;
}

enum class Part { Whole, Some };

/// Where a source puts in one of several words, there is a sentence for each.
bool isKnown(const QString &text, Part part)
{
    QStringList fixed;
    for (const QString &piece : text.split(u'%'))
        fixed.append(QRegularExpression::escape(piece));
    const QString pattern = fixed.join(".+?");
    const QRegularExpression expression(
        part == Part::Whole ? QRegularExpression::anchoredPattern(pattern) : pattern);
    return std::ranges::any_of(knownSentences(), [&](const QString &sentence) {
        return expression.match(sentence).hasMatch();
    });
}

/// Errors, warnings, differences and reasons.
QStringList saidIn(const QString &source)
{
    static const QList<test::SayingCall> calls = {
        {"Error", 1, "@"},
        {"throwIo", 1, "% @: %."},
        {"throwBadArchive", 1, "% @"},
        {"throwUnsupportedArchive", 1, "% @"},
        {"warn", 0, "@"},
        {"warnings.push_back", 0, "@"},
        {"notes.push_back", 0, "@"},
        {"differences.push_back", 0, "@"},
        {"missing", 0, "@"},
    };
    QStringList texts;
    test::addSaid(test::itemsOf(source), calls, texts);
    return texts;
}

QStringList allIn(const QString &source)
{
    QStringList texts;
    test::addTexts(test::itemsOf(source), texts);
    return texts;
}

QStringList unknownIn(const QString &source)
{
    QStringList unknown;
    for (const QString &text : saidIn(source))
        if (isSpoken(text) && !isKnown(text, Part::Whole))
            unknown.append(text);
    for (const QString &text : allIn(source))
        if (isSpoken(text) && !isKnown(text, Part::Some))
            unknown.append(text);
    return unknown;
}

/// -1 for none.
int exceptionFor(const QString &path, const QString &text)
{
    const auto found = std::ranges::find_if(kNeverShown, [&](const NeverShown &exception) {
        return matchesWhole(exception.sources, path) && matchesWhole(exception.texts, text);
    });
    return found == std::end(kNeverShown) ? -1 : int(found - std::begin(kNeverShown));
}

/// A sentence with its places taken by what is in no sentence.
QString withNames(QString sentence)
{
    for (int i = 1; i <= 5; ++i)
        sentence.replace(QStringLiteral("%%1").arg(i), QStringLiteral("<%1>").arg(i));
    return sentence;
}

} // namespace

/// The window knows each sentence that core's sources hold.
class TestCoreSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourcesAreReadAsTheyAreMeant()
    {
        const QString source =
            "// throw Error(ErrorKind::Io, \"a comment\");\n"
            "throw Error(ErrorKind::BadInput,\n"
            "            name + \" holds \" + std::to_string(count) + ' ' + \"things, \\\"all\\\" "
            "\"\n"
            "            \"of them; \" + (isMany ? \"take \" + some : std::string(\"none.\")),\n"
            "            error.what());";
        QCOMPARE(saidIn(source), (QStringList{"% holds % things, \"all\" of them; take %",
                                              "% holds % things, \"all\" of them; none."}));
        QCOMPARE(saidIn("throwIo(path, \"could not be opened\", errno);"),
                 QStringList("% could not be opened: %."));
        QCOMPARE(saidIn("m_info.notes.push_back(name + \" is odd.\");"), QStringList("% is odd."));
        QVERIFY(allIn("warn(\"Beware of \" + name + \".\");").contains("Beware of %."));
        QVERIFY(allIn("return few ? \"too few\" : \"enough\";").contains("too few"));
    }

    void aNewSentenceIsMissed()
    {
        QVERIFY(isKnown("% is a folder; choose a file.", Part::Whole));
        QVERIFY(!isKnown("% is a folder; choose another file.", Part::Whole));
        QVERIFY(!isKnown("% is a folder; choose a file", Part::Whole));
        QVERIFY(isKnown("could not be opened", Part::Some));
        QVERIFY(!isKnown("could not be found", Part::Some));
    }

    void everySentenceOfCoreIsKnown_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("source");
        const QMap<QString, QString> sources = test::sourcesIn("core");
        for (auto it = sources.begin(); it != sources.end(); ++it)
            QTest::newRow(qPrintable(it.key())) << it.key() << it.value();
    }
    void everySentenceOfCoreIsKnown()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, source);
        QStringList unknown = unknownIn(source);
        unknown.removeIf([&](const QString &text) { return exceptionFor(path, text) >= 0; });
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
    }

    void everyExceptionIsNeeded()
    {
        QSet<int> needed;
        const QMap<QString, QString> sources = test::sourcesIn("core");
        for (auto it = sources.begin(); it != sources.end(); ++it)
            for (const QString &text : unknownIn(it.value()))
                needed.insert(exceptionFor(it.key(), text));
        for (int i = 0; i < int(std::size(kNeverShown)); ++i)
            QVERIFY2(needed.contains(i), kNeverShown[i].sources);
    }

    void eachIsFoundByItsOwnWords_data()
    {
        QTest::addColumn<QByteArray>("sentence");
        for (const char *sentence : coreSentences())
            QTest::newRow(sentence) << QByteArray(sentence);
    }
    void eachIsFoundByItsOwnWords()
    {
        if (!languages().contains("de"))
            QSKIP("Built without translations.");
        installTranslations(*qApp, "de");
        QFETCH(const QByteArray, sentence);
        const QString said = withNames(QString::fromUtf8(sentence));
        const QString german = coreText(said.toStdString());
        QVERIFY(german != said);
        QCOMPARE(german, withNames(quantloupe::tr(sentence.constData())));
    }
};

QTEST_GUILESS_MAIN(TestCoreSentences)

#include "tst_core_sentences.moc"
