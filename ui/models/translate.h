// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace quantloupe {

/// For free functions, as QObject::tr() is for classes: lupdate files their strings under the
/// namespace.
inline QString tr(const char *text)
{
    return QCoreApplication::translate("quantloupe", text);
}

} // namespace quantloupe
