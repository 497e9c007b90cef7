// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"
#include "models/document_state.h"

#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace quantloupe {

/// A layer that kept its setting, and why.
struct EditRefusal
{
    QString layer;
    QString reason;
};

/// The layer's new setting. Throws Error with the reason where the layer refuses.
using WantedSpec = std::function<LayerQuantSpec(const LayerInfo &, LayerQuantSpec)>;

/// What became of a change that was asked of some layers.
struct LayerChanges
{
    QuantConfig config;
    QList<EditRefusal> refusals;
    /// Layers that took what was wanted, tied ones included, also where they had it already.
    std::vector<std::string> done;
    /// Those of them whose setting is another now.
    qsizetype changed = 0;
};

/// Layers refuse what `wanted` or validate() throws at, and everything while they are locked.
/// Layers tied together take a setting all or none, also where only one of them is in `rows`.
LayerChanges changeLayers(const GeneratorInfo &info, const DocumentState &state,
                          const QList<int> &rows, const WantedSpec &wanted);

/// Why a locked layer keeps its setting.
QString lockedReason();

} // namespace quantloupe
