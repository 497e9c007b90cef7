// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

namespace quantloupe {

/// The text in lines of at most `width` pixels, broken at spaces; a word that is wider stands alone.
QString wrapped(const QString &text, const QFont &font, int width);

} // namespace quantloupe
