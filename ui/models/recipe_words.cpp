// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recipe_words.h"

#include "models/core_words.h"
#include "models/inspection_text.h"
#include "models/metrics_words.h"
#include "models/translate.h"
#include "widgets/amount_text.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

constexpr int kDigits = 3;
constexpr int kFewDigits = 2;
const QString kTraining =
    QStringLiteral("It is about training with quantized weights, which does not exist here yet.");

QString text(std::string_view said)
{
    return QString::fromUtf8(said.data(), qsizetype(said.size()));
}

QString translated(const QString &said)
{
    return coreText(said.toStdString());
}

QString number(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

/// "2 bits: SWD 43.6 against ...; FD-x ...": each part for itself, since any of them may be absent.
QString clauses(const QString &said)
{
    QStringList parts;
    for (const QString &clause : said.split(QStringLiteral("; "))) {
        const qsizetype colon = clause.indexOf(QStringLiteral(": "));
        parts.append(colon < 0 ? translated(clause)
                               : translated(clause.left(colon)) + QStringLiteral(": ") +
                                     translated(clause.mid(colon + 2)));
    }
    return parts.join(QStringLiteral("; "));
}

QString clausesWithStop(const QString &said)
{
    return clauses(said.chopped(1)) + u'.';
}

QString sentences(const QString &said)
{
    static const QRegularExpression end(QStringLiteral("(?<=\\.) (?=By )"));
    QStringList parts = said.split(end);
    std::ranges::transform(parts, parts.begin(), translated);
    return parts.join(u' ');
}

} // namespace

QString recipeName(RecipeKind kind)
{
    switch (kind) {
    case RecipeKind::Qgan:
        return QStringLiteral("QGAN");
    case RecipeKind::PbGen:
        return QStringLiteral("PBGen");
    case RecipeKind::Andreev:
        break;
    }
    return QStringLiteral("Andreev");
}

QString recipeTitle(const RecipeConfiguration &configuration)
{
    static const QRegularExpression ofBits(QStringLiteral("^(.+), (\\d+ bits?)$"));
    const QString title = text(configuration.title);
    const QRegularExpressionMatch match = ofBits.match(title);
    return match.hasMatch()
               ? match.captured(1) + QStringLiteral(", ") + translated(match.captured(2))
               : translated(title);
}

QString recipeColumnTitle(const RecipeColumn &column, const MetricsReport &report)
{
    switch (column.kind) {
    case RecipeColumnKind::Configuration:
        break;
    case RecipeColumnKind::Value:
        return rowTitle(report.rows.at(column.metric));
    case RecipeColumnKind::RatioToFloat:
        return tr("× float");
    case RecipeColumnKind::Interval:
        return isPaired(report.rows.at(column.metric).kind) ? tr("95 %") : tr("95 % of change");
    case RecipeColumnKind::LevelsUsed:
        return tr("Levels used");
    case RecipeColumnKind::CodeBits:
        return tr("Bits a code");
    case RecipeColumnKind::Bytes:
        return tr("Size");
    case RecipeColumnKind::TimesSmaller:
        return tr("× smaller");
    }
    return tr("Configuration");
}

QString recipeColumnExplanation(const RecipeColumn &column, const MetricsReport &report)
{
    switch (column.kind) {
    case RecipeColumnKind::Configuration:
        break;
    case RecipeColumnKind::Value:
        return isPaired(report.rows.at(column.metric).kind)
                   ? tr("Distance to the float pictures of the same inputs")
                   : tr("Distance to the reference");
    case RecipeColumnKind::RatioToFloat:
        return tr("Distance to the reference over that of float");
    case RecipeColumnKind::Interval:
        return tr("95 % of the bootstrap over the samples");
    case RecipeColumnKind::LevelsUsed:
        return tr("Levels that at least one weight takes, as a mean over all quantized weights");
    case RecipeColumnKind::CodeBits:
        return tr("Entropy of the codes: what one needs at least when they are packed well");
    case RecipeColumnKind::Bytes:
        return tr("Bytes of the whole generator");
    case RecipeColumnKind::TimesSmaller:
        return tr("Bytes of float over those of the configuration");
    }
    return tr("Enter or a double click loads it");
}

QString recipeCellText(const RecipeCell &cell, RecipeColumnKind kind)
{
    if (const auto *interval = std::get_if<MetricInterval>(&cell))
        return tr("%1 to %2").arg(number(interval->low, kDigits), number(interval->high, kDigits));
    const auto *value = std::get_if<double>(&cell);
    if (!value)
        return QStringLiteral("–");
    switch (kind) {
    case RecipeColumnKind::LevelsUsed:
        return shareText(*value);
    case RecipeColumnKind::CodeBits:
    case RecipeColumnKind::TimesSmaller:
        return number(*value, kFewDigits);
    case RecipeColumnKind::Bytes:
        return bytesText(std::llround(*value));
    default:
        return number(*value, kDigits);
    }
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Holds:
        return tr("Holds");
    case Verdict::HoldsPartly:
        return tr("Holds partly");
    case Verdict::DoesNotHold:
        return tr("Does not hold here");
    case Verdict::NotYetTestable:
        break;
    }
    return tr("Not yet testable");
}

QString claimByText(ClaimBy by)
{
    return by == ClaimBy::Paper ? tr("the paper's claim") : tr("our question");
}

QString recipeReason(const std::string &reason)
{
    static const QString beside = QStringLiteral(" Without training: ");
    static const QRegularExpression quality(QStringLiteral("^(.*)\\. (The bound is .*)$"));
    const QString said = text(reason);
    if (said.startsWith(kTraining + beside))
        return translated(kTraining) + u' ' +
               tr("Without training: %1")
                   .arg(clausesWithStop(said.mid(kTraining.size() + beside.size())));
    if (const QRegularExpressionMatch match = quality.match(said); match.hasMatch())
        return clauses(match.captured(1)) + QStringLiteral(". ") + sentences(match.captured(2));
    if (said.contains(QStringLiteral(" comparisons of ")) ||
        said.contains(QStringLiteral(" rank correlation ")))
        return clausesWithStop(said);
    return translated(said);
}

QString recipeSourceHtml(RecipeKind kind)
{
    return QStringLiteral("<p><b>%1</b></p><p>%2</p>")
        .arg(text(paperOf(kind)).toHtmlEscaped(), coreText(sourceOf(kind)).toHtmlEscaped());
}

QString recipeVerdictHtml(RecipeKind kind, const std::vector<RecipeClaim> &claims,
                          const std::vector<std::string> &notes, const MetricsReport &report)
{
    QString html;
    for (const RecipeClaim &claim : claims)
        html += QStringLiteral("<p><b>%1</b> (%2): %3<br>%4</p>")
                    .arg(verdictName(claim.verdict), claimByText(claim.by),
                         coreText(claim.claim).toHtmlEscaped(),
                         recipeReason(claim.reason).toHtmlEscaped());
    html += recipeSourceHtml(kind);
    for (const std::string &note : notes)
        html += QStringLiteral("<p>%1</p>").arg(coreText(note).toHtmlEscaped());
    QStringList remarks = metricNotes(report, nullptr);
    remarks.append(conditionsText(report));
    for (const QString &remark : std::as_const(remarks))
        html += QStringLiteral("<p>%1</p>").arg(remark.toHtmlEscaped());
    return html;
}

} // namespace quantloupe
