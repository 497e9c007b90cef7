// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace quantloupe {

/// A line of a table of numbers. A cell that holds the separator, a quote or a line break is quoted
/// as RFC 4180 has it.
/// Lines that say what the numbers depend on, each after "# "; empty for none.
QString tableComments(const QString &conditions);
QString tableRow(const QStringList &cells, QChar separator);

/// Eight figures; empty for no number.
QString numberCell(const std::optional<double> &value);
QString lowCell(const std::optional<std::pair<double, double>> &interval);
QString highCell(const std::optional<std::pair<double, double>> &interval);

} // namespace quantloupe
