// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/config_file.h"

#include <QStringList>

namespace quantloupe {

/// Where the generator is that a configuration names: built in, beside the configuration, or among
/// `known` paths (a file of the same name that is still there); empty if nowhere. Looks at the
/// disk.
QString generatorFor(const ConfigFile &file, const QString &configurationPath,
                     const QStringList &known);
/// What files about this generator are proposed to be named, without an ending.
QString fileNameFor(const GeneratorInfo &info);

} // namespace quantloupe
