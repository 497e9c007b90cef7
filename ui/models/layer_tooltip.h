// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/requests.h"

#include <QString>
#include <QStringList>

namespace quantloupe {

/// What a layer's tooltip is made of.
struct LayerFacts
{
    const LayerInfo &layer;
    const LayerQuantSpec &spec;
    /// May be null.
    const LayerReport *report = nullptr;
    /// Why the last edit was refused; may be empty.
    QString refusal;
    bool isLocked = false;
    /// The other layers of its tie.
    QStringList tiedTo;
    /// Names of those that are wanted for it.
    QStringList corrections = {};
};

/// All that is known about the layer, as rich text.
QString layerTooltip(const LayerFacts &facts);

/// "MSE clip"; "binary, per tensor"; what is the default goes without saying.
QString methodText(const WeightSpec &spec);

} // namespace quantloupe
