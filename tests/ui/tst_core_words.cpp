// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/translations.h"
#include "models/absence_words.h"
#include "models/activity_words.h"
#include "models/core_words.h"
#include "models/refusal_words.h"
#include "quant/spec_error.h"
#include "source_texts.h"

#include <QCoreApplication>
#include <QTest>

using namespace quantloupe;

/// What core says in the window's normal course is said in the window's language.
class TestCoreWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inEnglishAbsencesReadAsOnTheCommandLine()
    {
        QCOMPARE(reasonText(Absence::None), QString());
        int reasons = 0;
        for (int i = 1; !reasonFor(Absence(i)).empty(); ++i, ++reasons) {
            const std::string_view core = reasonFor(Absence(i));
            QCOMPARE(reasonText(Absence(i)).toStdString(), std::string(core));
        }
        QCOMPARE(reasons, int(Absence::OutputWithoutMaps));
    }

    void inGermanNothingIsEnglish()
    {
        installTranslations(*qApp, "de");
        if (!languages().contains("de"))
            QSKIP("Built without translations.");
        for (int i = 1; i <= int(Absence::OutputWithoutMaps); ++i)
            QVERIFY(reasonText(Absence(i)) !=
                    QString::fromStdString(std::string(reasonFor(Absence(i)))));
        QCOMPARE(refusalOf({WeightMethod::Binary, 3}),
                 QString("Die Methode binär nimmt 1 Bit, nicht 3; wählen Sie dafür eine andere."));
        ActivationSpec activation;
        activation.bits = 1;
        QVERIFY(refusalOf(activation)
                    .startsWith("Aktivierungen haben 2 bis 16 Bits oder Float, nicht 1."));
    }

    void inGermanEveryActivityIsGerman()
    {
        installTranslations(*qApp, "de");
        if (!languages().contains("de"))
            QSKIP("Built without translations.");
        const QRegularExpression said("describe\\(\"([^\"]*)\"");
        const QStringList sentences =
            test::textsInSources("core/session", said) + test::textsInSources("core/metrics", said);
        QVERIFY(sentences.contains("Opening %1"));
        for (const QString &sentence : sentences) {
            const Activity activity{sentence.toStdString(), "<name>"};
            const QString german = activityText(activity);
            QVERIFY2(german != QString::fromStdString(toText(activity)), qPrintable(sentence));
            QCOMPARE(german.contains("<name>"), sentence.contains("%1"));
        }
    }

    void sentencesWithinSentencesAreGerman_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("german");
        QTest::newRow("a whole one")
            << "a.json is no configuration this program can read: Weights take 1 to 16 bits, "
               "or 32 for float, not 99."
            << "a.json ist keine Konfiguration, die dieses Programm lesen kann: Gewichte haben 1 "
               "bis 16 Bits oder 32 für Float, nicht 99.";
        QTest::newRow("the end of one")
            << "a.json is no configuration this program can read; it has the layer main.0 twice."
            << "a.json ist keine Konfiguration, die dieses Programm lesen kann; die Datei enthält "
               "die Schicht main.0 zweimal.";
        QTest::newRow("after a file")
            << "net.pt: The network takes no input, so it is no generator."
            << "net.pt: Das Netz nimmt keine Eingabe; es ist also kein "
               "Generator.";
        QTest::newRow("two reasons") << "it does not lead from a picture to a picture; it scales "
                                        "down and up by different factors"
                                     << "es führt nicht von einem Bild zu einem Bild; es "
                                        "verkleinert und vergrößert um verschiedene Faktoren";
        QTest::newRow("without its full stop")
            << "SWD needs as many pictures in both sets"
            << "SWD braucht in beiden Mengen gleich viele Bilder";
        QTest::newRow("of the system") << "a.pt could not be opened: No such file or directory."
                                       << "a.pt lässt sich nicht öffnen: Datei oder Verzeichnis "
                                          "nicht gefunden.";
    }
    void sentencesWithinSentencesAreGerman()
    {
        installTranslations(*qApp, "de");
        if (!languages().contains("de"))
            QSKIP("Built without translations.");
        QFETCH(const QString, said);
        QTEST(coreText(said.toStdString()), "german");
    }

    void whatIsQuotedStays()
    {
        installTranslations(*qApp, "de");
        if (!languages().contains("de"))
            QSKIP("Built without translations.");
        QCOMPARE(coreText("100%2.pt cannot be run: mat1 and mat2 cannot be multiplied."),
                 QString("100%2.pt lässt sich nicht ausführen: mat1 and mat2 cannot be "
                         "multiplied."));
        // A layer may have the name of a word that core uses.
        QCOMPARE(coreText("The layer none is not in label."),
                 QString("Die Schicht none kommt in label nicht vor."));
        QCOMPARE(coreText("Nobody knows this."), QString("Nobody knows this."));
        QCOMPARE(coreText(""), QString());
    }

    void otherErrorsKeepTheirSentence()
    {
        QCOMPARE(refusalText(Error(ErrorKind::BadInput, "Say it again.")),
                 QString("Say it again."));
    }

private:
    struct Bits
    {
        WeightMethod method;
        int bits;
    };
    static QString refusalOf(const Bits &wanted)
    {
        WeightSpec spec;
        spec.method = wanted.method;
        spec.bits = wanted.bits;
        return refusalOf(spec);
    }
    template <typename Spec> static QString refusalOf(const Spec &spec)
    {
        try {
            validate(spec);
        } catch (const Error &error) {
            return refusalText(error);
        }
        return {};
    }
};

QTEST_GUILESS_MAIN(TestCoreWords)

#include "tst_core_words.moc"
