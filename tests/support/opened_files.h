// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "session/session.h"
#include "test_networks.h"

#include <QTemporaryDir>

#include <string>

namespace test_networks {

/// A generator, or why its file does not open.
struct Opened
{
    quantloupe::GeneratorPtr generator;
    QString refusal;
};

inline Opened opened(const quantloupe::OpenRequest &request)
{
    using namespace quantloupe;
    try {
        return {Session().open(request, RunContext()), {}};
    } catch (const Error &error) {
        const bool internal = error.kind() == ErrorKind::Internal;
        return {nullptr, (internal ? QStringLiteral("internal: ") : QString()) + error.what()};
    }
}

/// Why a file does not open; empty if it does.
inline QString refusal(const quantloupe::OpenRequest &request)
{
    return opened(request).refusal;
}

/// A folder for network files, removed at the end.
class NetworkFolder
{
public:
    std::string path(const std::string &name) const
    {
        return m_folder.filePath(QString::fromStdString(name)).toStdString();
    }
    /// Saves a scripted network with a weight "w" [768, 10]; the path of its file.
    std::string script(const std::string &name, const std::string &body,
                       const std::string &signature = "x: Tensor) -> Tensor") const
    {
        scripted("def forward(self, " + signature + ":\n" + body, {{"w", weight({768, 10}, 1)}})
            .save(path(name));
        return path(name);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace test_networks
