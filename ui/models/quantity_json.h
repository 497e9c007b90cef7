// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics_quantity.h"

#include <QJsonObject>

namespace quantloupe {

/// A quantity as a session keeps it, and back; nothing for what this program does not know.
QJsonObject quantityJson(const MetricQuantity &quantity);
std::optional<MetricQuantity> parseQuantity(const QJsonObject &json);

} // namespace quantloupe
