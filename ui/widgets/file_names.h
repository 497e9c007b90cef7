// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quantloupe {

/// `text` as the name of a file that every common file system takes: without separators, the
/// characters Windows forbids, and dots or blanks at its end. Never empty.
QString plainFileName(const QString &text);

} // namespace quantloupe
