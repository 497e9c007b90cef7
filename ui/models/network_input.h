// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/feature_extractor.h"

#include <QList>
#include <QString>

#include <array>
#include <optional>
#include <string>

namespace quantloupe {

/// How pictures become the input of a TorchScript feature network; see ScriptedExtractorRequest.
struct NetworkInput
{
    int side = 224;
    double low = 0;
    double high = 1;
    std::array<double, 3> mean = {0, 0, 0};
    std::array<double, 3> deviation = {1, 1, 1};

    bool operator==(const NetworkInput &) const = default;
    void writeTo(ScriptedExtractorRequest &request) const;
};

/// Values that many networks are trained with, under the name they are known by.
struct NetworkValues
{
    QString name;
    /// Its side means nothing.
    NetworkInput input;
};

QList<NetworkValues> knownNetworkValues();
/// Of knownNetworkValues(); -1 for values of none.
int indexOfValues(const NetworkInput &input);

/// "224,0,1,0,0,0,1,1,1" and back; nothing for any other text.
QString toText(const NetworkInput &input);
std::optional<NetworkInput> parseNetworkInput(const QString &text);

/// Whether an extractor is a file of TorchScript, which alone takes such an input. Reads its
/// beginning.
bool takesNetworkInput(const std::string &extractor);

} // namespace quantloupe
