// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <string>

/// The JSON of configuration files, to look into and to change.
namespace config_json {

inline QJsonObject parsed(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

inline std::string written(const QJsonObject &object)
{
    return QJsonDocument(object).toJson().toStdString();
}

} // namespace config_json
