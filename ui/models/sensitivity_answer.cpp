// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sensitivity_words.h"
#include "models/translate.h"

#include <QList>

#include <algorithm>

namespace quantloupe {

namespace {

/// Bit-widths at which the same layers come first.
struct Answer
{
    QStringList leaders;
    std::size_t layers = 0;
    QStringList bits;
};

Answer answerOf(const SensitivityRanking &ranking)
{
    Answer answer;
    answer.layers = ranking.layers.size();
    const std::size_t leaders = leadersOf(ranking);
    for (std::size_t i = 0; i < leaders; ++i)
        answer.leaders.append(QString::fromStdString(ranking.layers[i].layer));
    answer.leaders.sort();
    return answer;
}

QList<Answer> answersOf(const SensitivityFindings &findings)
{
    QList<Answer> answers;
    for (const SensitivityRanking &ranking : findings.rankings) {
        if (ranking.layers.size() < 2)
            continue;
        const Answer one = answerOf(ranking);
        const auto same = std::ranges::find(answers, one.leaders, &Answer::leaders);
        Answer &answer = same == answers.end() ? answers.emplaceBack(one) : *same;
        answer.bits.append(ranking.bits == kBaseBits ? QString() : QString::number(ranking.bits));
    }
    return answers;
}

QString bitsText(const Answer &answer)
{
    if (answer.bits.constFirst().isEmpty())
        return tr("in this configuration");
    if (answer.bits == QStringList(QStringLiteral("1")))
        return tr("at 1 bit");
    return tr("at %1 bits").arg(answer.bits.join(QStringLiteral(", ")));
}

/// "main.0", "main.0 or main.3", "one of 5".
QString leadersText(const Answer &answer)
{
    constexpr qsizetype kMostNamed = 2;
    if (answer.leaders.size() > kMostNamed)
        return tr("one of %1 layers").arg(answer.leaders.size());
    return answer.leaders.join(tr(" or "));
}

QString firstText(const Answer &answer, SensitivityMode mode)
{
    if (std::size_t(answer.leaders.size()) == answer.layers)
        return tr("no layer is told apart %1").arg(bitsText(answer));
    return (mode == SensitivityMode::Alone ? tr("%1 hurts most %2")
                                           : tr("%1 is worth most in float %2"))
        .arg(leadersText(answer), bitsText(answer));
}

QString nextText(const Answer &answer)
{
    if (std::size_t(answer.leaders.size()) == answer.layers)
        return tr("none %1").arg(bitsText(answer));
    return QStringLiteral("%1 %2").arg(leadersText(answer), bitsText(answer));
}

/// As Answer::bits has them, of the last ranking that says anything.
QString fewestBits(const SensitivityFindings &findings)
{
    const auto last = std::ranges::find_if(
        findings.rankings.rbegin(), findings.rankings.rend(),
        [](const SensitivityRanking &ranking) { return ranking.layers.size() >= 2; });
    const bool isOne = last != findings.rankings.rend() && last->bits != kBaseBits;
    return isOne ? QString::number(last->bits) : QString();
}

QString withFootingOf(const SensitivityFindings &findings, const QString &answer)
{
    const bool isPartial = std::ranges::any_of(findings.spots, [](const SensitivitySpot &spot) {
        return spot.isWanted && !spot.isKnown();
    });
    const bool isPredicted = std::ranges::any_of(findings.spots, &SensitivitySpot::isPredicted);
    if (isPartial)
        return tr("So far: %1").arg(answer);
    return isPredicted ? tr("Predicted: %1").arg(answer) : answer;
}

} // namespace

QStringList sensitivityAnswer(const SensitivityFindings &findings)
{
    const QList<Answer> answers = answersOf(findings);
    if (answers.isEmpty())
        return {};
    const QString first = firstText(answers.constFirst(), findings.mode);
    QStringList all{first};
    for (qsizetype i = 1; i < answers.size(); ++i)
        all.append(nextText(answers[i]));
    // The fewest bits, where it matters most, by themselves.
    Answer hardest = answers.constFirst();
    for (const Answer &answer : answers)
        if (answer.bits.constLast() == fewestBits(findings))
            hardest = answer;
    hardest.bits = {hardest.bits.constLast()};
    return {withFootingOf(findings, all.join(QStringLiteral("; "))), withFootingOf(findings, first),
            withFootingOf(findings, firstText(hardest, findings.mode))};
}

} // namespace quantloupe
