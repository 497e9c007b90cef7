// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quantity_json.h"

#include "base/error.h"

#include <QStringList>

namespace quantloupe {

namespace {

/// In the order of MetricQuantity::Aspect.
const QStringList kAspects{QStringLiteral("value"), QStringLiteral("delta"),
                           QStringLiteral("bytes"), QStringLiteral("averageBits"),
                           QStringLiteral("bops")};

} // namespace

QJsonObject quantityJson(const MetricQuantity &quantity)
{
    QJsonObject json{{"aspect", kAspects[int(quantity.aspect)]}};
    if (!quantity.isMetric())
        return json;
    const std::string_view kind = name(quantity.kind);
    json.insert("metric", QString::fromUtf8(kind.data(), qsizetype(kind.size())));
    json.insert("name", QString::fromStdString(quantity.name));
    return json;
}

std::optional<MetricQuantity> parseQuantity(const QJsonObject &json)
{
    const qsizetype aspect = kAspects.indexOf(json["aspect"].toString());
    if (aspect < 0)
        return std::nullopt;
    MetricQuantity quantity{MetricQuantity::Aspect(aspect)};
    if (!quantity.isMetric())
        return quantity;
    try {
        quantity.kind = parseMetrics(json["metric"].toString().toStdString()).at(0);
    } catch (const Error &) {
        return std::nullopt;
    }
    quantity.name = json["name"].toString().toStdString();
    return quantity;
}

} // namespace quantloupe
