// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_words.h"

#include "models/core_sentences.h"
#include "models/translate.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

namespace quantloupe {

namespace {

/// Core names a file before a sentence, and lists reasons.
constexpr std::array kJoints = {": ", "; "};

const QRegularExpression &placePattern()
{
    static const QRegularExpression pattern(QStringLiteral("%[1-9]"));
    return pattern;
}

struct Sentence
{
    const char *text;
    /// Of what is not put in. This, and what stands before the first and after the last place, tell
    /// sentences apart sooner than patterns do; charts ask for hundreds of measurements at once.
    qsizetype length;
    QString beginning;
    QString end;
    QRegularExpression pattern;

    QRegularExpressionMatch match(const QString &said) const
    {
        const bool isPossible =
            said.size() >= length && said.startsWith(beginning) && said.endsWith(end);
        return isPossible ? pattern.match(said) : QRegularExpressionMatch();
    }
};

Sentence toSentence(const char *text)
{
    const QStringList parts = QString::fromUtf8(text).split(placePattern());
    QStringList escaped;
    qsizetype length = 0;
    for (const QString &part : parts) {
        escaped.append(QRegularExpression::escape(part));
        length += part.size();
    }
    const QString pattern =
        QRegularExpression::anchoredPattern(escaped.join(QStringLiteral("(.*?)")));
    return {text, length, parts.first(), parts.last(),
            QRegularExpression(pattern, QRegularExpression::DotMatchesEverythingOption)};
}

/// The one that says most itself comes first, so that what another puts in does not hide it.
const QList<Sentence> &sentences()
{
    static const QList<Sentence> all = [] {
        QList<Sentence> list;
        for (const char *text : coreSentences())
            list.append(toSentence(text));
        std::ranges::stable_sort(list, std::greater(), &Sentence::length);
        return list;
    }();
    return all;
}

/// All at once, since what is put in may hold a per cent sign itself.
QString filled(const QString &sentence, const QStringList &arguments)
{
    QString result;
    qsizetype end = 0;
    for (auto place = placePattern().globalMatch(sentence); place.hasNext();) {
        const QRegularExpressionMatch at = place.next();
        const int number = at.capturedView().last().digitValue();
        result += QStringView(sentence).mid(end, at.capturedStart() - end);
        result += arguments.value(number - 1);
        end = at.capturedEnd();
    }
    result += QStringView(sentence).mid(end);
    return result;
}

QString translated(const QString &said);

/// A single word is a name, even where core has a word of that kind.
QString translatedArgument(const QString &argument)
{
    return argument.contains(u' ') ? translated(argument) : argument;
}

std::optional<QString> translatedSentence(const QString &said)
{
    for (const Sentence &sentence : sentences()) {
        const QRegularExpressionMatch match = sentence.match(said);
        if (!match.hasMatch())
            continue;
        QStringList arguments = match.capturedTexts().mid(1);
        std::ranges::transform(arguments, arguments.begin(), translatedArgument);
        return filled(tr(sentence.text), arguments);
    }
    return {};
}

QString translatedParts(const QString &said)
{
    for (const char *joint : kJoints)
        if (const qsizetype at = said.indexOf(QLatin1String(joint)); at > 0)
            return translatedArgument(said.left(at)) + QLatin1String(joint) +
                   translated(said.mid(at + 2));
    return said;
}

QString translated(const QString &said)
{
    if (const std::optional<QString> sentence = translatedSentence(said))
        return *sentence;
    // A reason is said without its full stop.
    if (const std::optional<QString> sentence = translatedSentence(said + u'.'))
        return sentence->chopped(1);
    return translatedParts(said);
}

} // namespace

QString coreText(std::string_view said)
{
    if (said.empty())
        return {};
    return translated(QString::fromUtf8(said.data(), qsizetype(said.size())));
}

QList<const char *> coreSentences()
{
    QList<const char *> all;
    for (const CoreSentences &some : {fileSentences(), archiveSentences(), pickleSentences(),
                                      networkSentences(), generatorSentences(), settingSentences(),
                                      reasonSentences(), featureSentences(), runningSentences()})
        all.append(QList<const char *>(some.begin(), some.end()));
    return all;
}

} // namespace quantloupe
