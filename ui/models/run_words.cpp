// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run_words.h"

#include "exchange/command_line.h"
#include "models/core_words.h"
#include "models/metrics_words.h"
#include "models/translate.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>
#include <QStringList>

namespace quantloupe {

namespace {

const std::string kProgram = "quantloupe-cli";
/// Of a SHA-256.
constexpr std::size_t kShownDigits = 12;
/// Of an answer; the command line has all of it.
constexpr qsizetype kMostLetters = 200000;

QString text(const std::string &said)
{
    return QString::fromStdString(said);
}

void add(QStringList &lines, const QString &label, const QString &value)
{
    if (!value.isEmpty())
        lines.append(tr("%1: %2").arg(label, value));
}

QString reportText(const std::string &report)
{
    const QByteArray json = QByteArray::fromStdString(report);
    const QString all =
        QString::fromUtf8(QJsonDocument::fromJson(json).toJson(QJsonDocument::Indented));
    return all.size() <= kMostLetters ? all : all.left(kMostLetters) + QStringLiteral("…\n");
}

} // namespace

QString runStateName(RunState state)
{
    switch (state) {
    case RunState::Running:
        return tr("running");
    case RunState::Finished:
        return tr("finished");
    case RunState::Cancelled:
        return tr("cancelled");
    case RunState::Failed:
        return tr("failed");
    case RunState::Interrupted:
        break;
    }
    return tr("interrupted");
}

QString runStart(const RunSummary &run)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(run.started), QLocale::ShortFormat);
}

QString runDuration(const RunSummary &run)
{
    return run.seconds > 0 ? durationText(run.seconds) : QStringLiteral("–");
}

QString runQuestion(const RunSummary &run)
{
    return text(run.words.empty() ? run.command : shellLine(run.words));
}

QString tagsText(const RunSummary &run)
{
    QStringList tags;
    for (const std::string &tag : run.tags)
        tags.append(text(tag));
    return tags.join(QStringLiteral(", "));
}

QString runDetails(const StoredRun &run)
{
    const RunSummary &summary = run.summary;
    QStringList lines;
    add(lines, tr("Run"), QString::number(summary.id));
    add(lines, tr("State"), runStateName(summary.state));
    add(lines, tr("Failure"), coreText(summary.failure));
    add(lines, tr("Started"), runStart(summary));
    add(lines, tr("Time"), runDuration(summary));
    add(lines, tr("Command"), runLine(run).isEmpty() ? text(summary.command) : runLine(run));
    if (run.generator)
        add(lines, tr("Generator"),
            tr("%1 (SHA-256 %2…)")
                .arg(text(run.generator->name),
                     text(run.generator->sha256.substr(0, kShownDigits))));
    add(lines, tr("Seed"), QString::number(summary.seed));
    add(lines, tr("Version"), text(run.version));
    add(lines, tr("Libraries"), text(run.versions));
    add(lines, tr("Cells"), QLocale().toString(qulonglong(summary.cells)));
    if (run.report)
        lines.append(u'\n' + reportText(*run.report));
    return lines.join(u'\n');
}

QString runLine(const StoredRun &run)
{
    if (run.summary.words.empty())
        return {};
    std::vector<std::string> words = {kProgram};
    words.insert(words.end(), run.summary.words.begin(), run.summary.words.end());
    const std::string enter = run.folder.empty() ? "" : shellLine({"cd", run.folder}) + " && ";
    return text(enter + shellLine(words));
}

QString runsLine(const QString &store, const QString &action, RunId run)
{
    return text(shellLine({kProgram, "--store", store.toStdString(), "runs", action.toStdString(),
                           std::to_string(run)}));
}

} // namespace quantloupe
