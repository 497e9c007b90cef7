// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_words.h"

#include "models/core_sentences.h"
#include "models/translate.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace quantloupe {

namespace {

/// Core names a file before a sentence, and lists reasons.
constexpr std::array kJoints = {": ", "; "};

bool isPlace(const QString &sentence, qsizetype at)
{
    return sentence[at] == u'%' && at + 1 < sentence.size() && sentence[at + 1].isDigit();
}

/// What stands before, between and after the places.
QStringList partsOf(const QString &sentence)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        if (!isPlace(sentence, i)) {
            parts.last() += sentence[i];
            continue;
        }
        parts.append(QString());
        ++i;
    }
    return parts;
}

/// The longest word that stands between spaces whatever is put into the places; empty for none.
QString ownWord(const QStringList &parts)
{
    QString longest;
    for (qsizetype part = 0; part < parts.size(); ++part) {
        QStringList words = parts[part].split(u' ');
        // What is put in may go on with the word beside it.
        if (part > 0)
            words.removeFirst();
        if (part + 1 < parts.size() && !words.isEmpty())
            words.removeLast();
        for (const QString &word : std::as_const(words))
            if (word.size() > longest.size())
                longest = word;
    }
    return longest;
}

/// Found without patterns, since charts ask for hundreds of measurements at once.
struct Sentence
{
    const char *text;
    QStringList parts;
    /// Of all parts.
    qsizetype length;
    /// As of ownWord(); empty for none.
    QString word;

    /// What is put into the places of `said`, if it is this sentence.
    std::optional<QStringList> argumentsIn(const QString &said) const
    {
        if (said.size() < length || !said.startsWith(parts.first()) || !said.endsWith(parts.last()))
            return {};
        if (parts.size() == 1)
            return said.size() == length ? std::optional(QStringList()) : std::nullopt;
        QStringList arguments;
        const qsizetype end = said.size() - parts.last().size();
        qsizetype from = parts.first().size();
        for (qsizetype i = 1; i + 1 < parts.size(); ++i) {
            const qsizetype at = said.indexOf(parts[i], from);
            if (at < 0)
                return {};
            arguments.append(said.mid(from, at - from));
            from = at + parts[i].size();
        }
        if (from > end)
            return {};
        return arguments << said.mid(from, end - from);
    }
};

Sentence toSentence(const char *text)
{
    Sentence sentence{text, partsOf(QString::fromUtf8(text)), 0, QString()};
    sentence.word = ownWord(sentence.parts);
    for (const QString &part : std::as_const(sentence.parts))
        sentence.length += part.size();
    return sentence;
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

using SentencesByWord = std::unordered_map<std::u16string_view, QList<const Sentence *>>;

std::u16string_view keyOf(QStringView word)
{
    return {word.utf16(), std::size_t(word.size())};
}

/// By ownWord(); in the order of sentences().
const SentencesByWord &sentencesByWord()
{
    static const SentencesByWord byWord = [] {
        SentencesByWord lists;
        for (const Sentence &sentence : sentences())
            lists[keyOf(sentence.word)].append(&sentence);
        return lists;
    }();
    return byWord;
}

struct Match
{
    /// Null for none.
    const Sentence *sentence = nullptr;
    QStringList arguments = {};
};

/// The first of `some` that is what is said, where it comes before the match.
void lookAmong(const QList<const Sentence *> &some, const QString &said, Match &match)
{
    for (const Sentence *sentence : some) {
        if (match.sentence && sentence >= match.sentence)
            return;
        if (std::optional<QStringList> arguments = sentence->argumentsIn(said)) {
            match = {sentence, std::move(*arguments)};
            return;
        }
    }
}

/// The first of sentences() that is what is said.
Match matchOf(const QString &said)
{
    const SentencesByWord &byWord = sentencesByWord();
    Match match;
    for (const QStringView word : QStringView(said).tokenize(u' ', Qt::SkipEmptyParts))
        if (const auto found = byWord.find(keyOf(word)); found != byWord.end())
            lookAmong(found->second, said, match);
    if (const auto found = byWord.find({}); found != byWord.end())
        lookAmong(found->second, said, match);
    return match;
}

/// All at once, since what is put in may hold a per cent sign itself.
QString filled(const QString &sentence, const QStringList &arguments)
{
    QString result;
    qsizetype from = 0;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        if (!isPlace(sentence, i))
            continue;
        result += QStringView(sentence).sliced(from, i - from);
        result += arguments.value(sentence[++i].digitValue() - 1);
        from = i + 1;
    }
    return result += QStringView(sentence).sliced(from);
}

QString translated(const QString &said);

/// A single word is a name, even where core has a word of that kind.
QString translatedArgument(const QString &argument)
{
    return argument.contains(u' ') ? translated(argument) : argument;
}

std::optional<QString> translatedSentence(const QString &said)
{
    Match match = matchOf(said);
    if (!match.sentence)
        return {};
    std::ranges::transform(match.arguments, match.arguments.begin(), translatedArgument);
    return filled(tr(match.sentence->text), match.arguments);
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
    for (const CoreSentences &some :
         {fileSentences(), archiveSentences(), pickleSentences(), networkSentences(),
          generatorSentences(), settingSentences(), reasonSentences(), featureSentences(),
          runningSentences(), recipeSentences(), sensitivitySentences(), searchSentences(),
          storeSentences(), exportSentences()})
        all.append(QList<const char *>(some.begin(), some.end()));
    return all;
}

} // namespace quantloupe
