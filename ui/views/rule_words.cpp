// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rule_words.h"

#include "base/error.h"
#include "models/layer_edit.h"
#include "models/translate.h"

namespace quantloupe {

namespace {

constexpr qsizetype kMostNamed = 3;

QString matchText(qsizetype count)
{
    return count == 1 ? tr("1 layer matches.") : tr("%1 match.").arg(layerCountText(count));
}

QString leftOutText(const QStringList &names)
{
    return tr("The network's own input stays as it is in %1.")
        .arg(names.join(QStringLiteral(", ")));
}

} // namespace

QString refusalLines(const QList<EditRefusal> &refusals)
{
    QStringList lines;
    for (const EditRefusal &refusal : refusals)
        lines.append(tr("%1: %2").arg(refusal.layer, refusal.reason));
    return lines.join(u'\n');
}

QString statusText(const RulePreview &preview)
{
    QStringList lines;
    if (!preview.rows.isEmpty())
        lines.append(matchText(preview.rows.size()));
    if (!preview.problem.isEmpty())
        lines.append(preview.problem);
    if (!preview.leftOut.isEmpty())
        lines.append(leftOutText(preview.leftOut));
    if (!preview.refusals.isEmpty()) {
        lines.append(tr("%1 would refuse:").arg(layerCountText(preview.refusals.size())));
        lines.append(refusalLines(preview.refusals.mid(0, kMostNamed)));
    }
    if (preview.refusals.size() > kMostNamed)
        lines.append(tr("and %1 more").arg(preview.refusals.size() - kMostNamed));
    return lines.join(u'\n');
}

std::pair<QString, QString> splitRule(const QString &rule)
{
    try {
        const QString pattern = QString::fromStdString(parseSpecRule(rule.toStdString()).pattern);
        return {pattern, rule.mid(pattern.size() + 1)};
    } catch (const Error &) {
        // Written by another version whose settings this one does not know.
        return {rule.section(u'=', 0, 0), rule.section(u'=', 1)};
    }
}

} // namespace quantloupe
