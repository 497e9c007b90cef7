// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_words.h"

#include "models/core_sentences.h"
#include "models/translate.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
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

/// Found without patterns, since charts ask for hundreds of measurements at once.
struct Sentence
{
    const char *text;
    QStringList parts;
    /// Of all parts.
    qsizetype length;

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
    Sentence sentence{text, partsOf(QString::fromUtf8(text)), 0};
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

/// Those that what is said may be, by how it begins.
const QList<const Sentence *> &candidates(QChar beginning)
{
    static const QHash<QChar, QList<const Sentence *>> byBeginning = [] {
        // Null for what begins like none of them.
        QHash<QChar, QList<const Sentence *>> lists{{QChar(), {}}};
        for (const Sentence &sentence : sentences())
            if (!sentence.parts.first().isEmpty())
                lists.insert(sentence.parts.first().front(), {});
        for (auto list = lists.begin(); list != lists.end(); ++list)
            for (const Sentence &sentence : sentences())
                if (const QString &first = sentence.parts.first();
                    first.isEmpty() || first.front() == list.key())
                    list->append(&sentence);
        return lists;
    }();
    const auto found = byBeginning.constFind(beginning);
    return found == byBeginning.constEnd() ? *byBeginning.constFind(QChar()) : *found;
}

/// All at once, since what is put in may hold a per cent sign itself.
QString filled(const QString &sentence, const QStringList &arguments)
{
    QString result;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        if (isPlace(sentence, i))
            result += arguments.value(sentence[++i].digitValue() - 1);
        else
            result += sentence[i];
    }
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
    if (said.isEmpty())
        return {};
    for (const Sentence *sentence : candidates(said.front())) {
        std::optional<QStringList> arguments = sentence->argumentsIn(said);
        if (!arguments)
            continue;
        std::ranges::transform(*arguments, arguments->begin(), translatedArgument);
        return filled(tr(sentence->text), *arguments);
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
    for (const CoreSentences &some :
         {fileSentences(), archiveSentences(), pickleSentences(), networkSentences(),
          generatorSentences(), settingSentences(), reasonSentences(), featureSentences(),
          runningSentences(), recipeSentences(), sensitivitySentences(), searchSentences(),
          storeSentences(), exportSentences()})
        all.append(QList<const char *>(some.begin(), some.end()));
    return all;
}

} // namespace quantloupe
