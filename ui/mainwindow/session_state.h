// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/config_file.h"
#include "session/requests.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>
#include <string>

namespace quantloupe {

/// What the window worked on, as it is kept between sessions.
struct SessionState
{
    OpenRequest open;
    /// Of the generator's file.
    QString sha256;
    /// The configuration as it was saved, loaded or opened last.
    ConfigFile saved;
    /// The configuration with the edits since then; absent without any.
    std::optional<ConfigFile> edited;
    /// The file `saved` came from or went to; empty for none.
    QString configurationPath;
    /// By SessionPart::key.
    QJsonObject parts;
};

/// Something of the window that is kept beside the document. `restore` gets what `save` gave, maybe
/// in an older version of the program, and skips what it does not understand.
struct SessionPart
{
    QString key;
    std::function<QJsonValue()> save;
    std::function<void(const QJsonValue &)> restore;
};

std::string toJson(const SessionState &state);
/// Throws Error{BadInput} that names `source`.
SessionState parseSessionState(const std::string &text, const std::string &source);

} // namespace quantloupe
