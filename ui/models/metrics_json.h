// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics_history.h"

#include <QJsonObject>

namespace quantloupe {

/// A measurement as a session keeps it: the configuration as rules for `layers`, the report whole.
QJsonObject measurementJson(const Measurement &measurement, const std::vector<LayerInfo> &layers);
/// The SHA-256 of the generator it was made of, without reading the rest.
QString generatorOf(const QJsonObject &json);
/// Throws Error{BadInput|Unsupported} for what does not fit these layers or this program.
Measurement parseMeasurement(const QJsonObject &json, const std::vector<LayerInfo> &layers);

} // namespace quantloupe
