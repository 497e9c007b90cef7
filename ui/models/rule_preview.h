// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layer_changes.h"
#include "quant/spec_rules.h"

#include <QStringList>

#include <optional>

namespace quantloupe {

class QuantDocument;

/// What a rule would do to the document's layers, while it is being written.
struct RulePreview
{
    /// Layers the pattern matches.
    QList<int> rows;
    /// Those of them that would keep their setting.
    QList<EditRefusal> refusals;
    /// Layers whose activation a '*' leaves as it is.
    QStringList leftOut;
    /// What is wrong with the pattern or the setting; empty if nothing is.
    QString problem;
    /// Set where both are sound and some layer matches.
    std::optional<SpecRule> rule;
};

/// `setting` is a SPEC of the command line; an empty one is a problem of its own.
RulePreview previewRule(const QuantDocument &document, const QString &pattern,
                        const QString &setting);

/// Patterns that match something in the network, by property.
QStringList propertyPatterns(const GeneratorInfo &info);

} // namespace quantloupe
