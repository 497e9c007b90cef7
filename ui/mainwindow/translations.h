// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCoreApplication;

namespace quantloupe {

/// Codes of the languages the window speaks, English first; others only where their translation was
/// built in.
QStringList languages();

/// The value of --language among a program's arguments; empty for none. Needed before the options
/// are read, because their descriptions are translated too.
QString requestedLanguage(const QStringList &arguments);

/// Translates the program and Qt's own dialogs; an empty code takes the first of the system's
/// languages that there is (environment variables LANGUAGE, LC_ALL, LC_MESSAGES, LANG). Numbers are
/// written as in that language from then on.
void installTranslations(QCoreApplication &application, const QString &code);

} // namespace quantloupe
