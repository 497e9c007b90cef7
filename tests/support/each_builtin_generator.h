// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/embedded_files.h"

#include <QTest>

namespace quantloupe::test {

/// One row for each generator inside the program: column "path", builtin:NAME.
inline void addBuiltinGenerators()
{
    QTest::addColumn<QString>("path");
    for (const std::string_view path : embeddedGenerators()) {
        const QString text = QString::fromUtf8(path.data(), qsizetype(path.size()));
        QTest::newRow(qPrintable(text)) << text;
    }
}

} // namespace quantloupe::test
