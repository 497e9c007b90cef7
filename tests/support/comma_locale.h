// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <cstdlib>

/// A locale with a decimal comma, whatever the system has.
namespace comma_locale {

inline constexpr const char *kName = "de_DE.UTF-8";
inline constexpr const char *kMissing = "Debian's package locales is not installed.";

/// What this process's setlocale() finds under kName, and takes for the user's; false where it
/// cannot be made.
inline bool prepare()
{
    static const QTemporaryDir folder;
    if (QProcess::execute("localedef", {"-i", "de_DE", "-f", "UTF-8", folder.filePath(kName)}) != 0)
        return false;
    return ::setenv("LOCPATH", qPrintable(folder.path()), 1) == 0 &&
           ::setenv("LC_ALL", kName, 1) == 0;
}

} // namespace comma_locale
