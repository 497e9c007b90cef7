// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stored_run.h"

#include <QString>

namespace quantloupe {

QString runStateName(RunState state);
/// When it began, in local time.
QString runStart(const RunSummary &run);
/// "1 min 20 s"; "–" where that is not known.
QString runDuration(const RunSummary &run);
/// What was asked, without the program's name: "metrics g.pth --set ...".
QString runQuestion(const RunSummary &run);
QString tagsText(const RunSummary &run);

/// All that is known of a run, for reading and copying.
QString runDetails(const StoredRun &run);

/// The line that asks the same again, in the folder it was asked in; empty where a command cannot
/// say it.
QString runLine(const StoredRun &run);
/// The line that does something with a run of a store: "repeat" or "verify".
QString runsLine(const QString &store, const QString &action, RunId run);

} // namespace quantloupe
