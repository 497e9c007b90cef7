// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/translations.h"
#include "models/absence_words.h"
#include "models/activity_words.h"
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
        QVERIFY(refusalOf(activation).startsWith("Aktivierungen können nicht 1 Bit haben"));
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
