// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quantloupe {

class Error;

/// What the window says of a generator that could not be opened.
struct OpenFailure
{
    /// Names the file; no full stop.
    QString headline;
    /// What to do.
    QString sentence;
    /// The whole reason.
    QString details;
};

/// `needsArchitecture`: an architecture file may mend it.
OpenFailure openFailure(const QString &path, const Error &error, bool needsArchitecture);

} // namespace quantloupe
