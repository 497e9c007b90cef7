// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/session_state.h"

#include "base/error.h"
#include "models/translate.h"

#include <QJsonDocument>

namespace quantloupe {

namespace {

constexpr auto kFormat = "quantloupe-session";
constexpr int kVersion = 1;

QJsonObject openJson(const OpenRequest &request)
{
    QJsonObject assumptions;
    for (const auto &[key, value] : request.assumptions)
        assumptions.insert(QString::fromStdString(key), QString::fromStdString(value));
    return {{"path", QString::fromStdString(request.path)},
            {"architectureFile", QString::fromStdString(request.architectureFile)},
            {"assumptions", assumptions},
            {"network", QString::fromStdString(request.network)},
            {"keepTrainingMode", request.keepTrainingMode}};
}

OpenRequest parseOpen(const QJsonObject &json)
{
    OpenRequest request;
    request.path = json["path"].toString().toStdString();
    request.architectureFile = json["architectureFile"].toString().toStdString();
    const QJsonObject assumptions = json["assumptions"].toObject();
    for (auto it = assumptions.begin(); it != assumptions.end(); ++it)
        request.assumptions[it.key().toStdString()] = it.value().toString().toStdString();
    request.network = json["network"].toString().toStdString();
    request.keepTrainingMode = json["keepTrainingMode"].toBool();
    return request;
}

[[noreturn]] void refuse(const std::string &source, const QString &reason)
{
    throw Error(ErrorKind::BadInput, tr("%1 is no session this program can read: %2.")
                                         .arg(QString::fromStdString(source), reason)
                                         .toStdString());
}

} // namespace

std::string toJson(const SessionState &state)
{
    QJsonObject json{{"format", kFormat},
                     {"version", kVersion},
                     {"generator", openJson(state.open)},
                     {"sha256", state.sha256},
                     {"saved", QString::fromStdString(toJson(state.saved))},
                     {"configurationPath", state.configurationPath},
                     {"parts", state.parts}};
    if (state.edited)
        json.insert("edited", QString::fromStdString(toJson(*state.edited)));
    return QJsonDocument(json).toJson().toStdString();
}

SessionState parseSessionState(const std::string &text, const std::string &source)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
    if (error.error != QJsonParseError::NoError)
        refuse(source, error.errorString());
    const QJsonObject json = document.object();
    if (json["format"].toString() != QLatin1String(kFormat) || json["version"].toInt() != kVersion)
        refuse(source, tr("it is of another kind or version"));
    SessionState state;
    state.open = parseOpen(json["generator"].toObject());
    state.sha256 = json["sha256"].toString();
    state.saved = parseConfigFile(json["saved"].toString().toStdString(), source);
    if (json.contains("edited"))
        state.edited = parseConfigFile(json["edited"].toString().toStdString(), source);
    state.configurationPath = json["configurationPath"].toString();
    state.parts = json["parts"].toObject();
    if (state.open.path.empty())
        refuse(source, tr("it names no generator"));
    return state;
}

} // namespace quantloupe
