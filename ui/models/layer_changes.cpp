// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_changes.h"

#include "base/error.h"
#include "models/refusal_words.h"
#include "models/translate.h"

namespace quantloupe {

namespace {

/// Layers that change together: one, or those of a tie with the one that was asked first.
using Unit = std::vector<const LayerInfo *>;

Unit unitOf(const GeneratorInfo &info, const LayerMarks &marks, const LayerInfo &asked)
{
    Unit unit{&asked};
    for (const std::string &name : marks.members(marks.tie(asked.name)))
        if (const LayerInfo *member = info.layer(name); member && member != &asked)
            unit.push_back(member);
    return unit;
}

/// Reasons given for another member name it.
QString reasonAt(const Unit &unit, const LayerInfo *member, const QString &reason)
{
    return member == unit.front() ? reason
                                  : tr("tied to %1, which refuses: %2")
                                        .arg(QString::fromStdString(member->name), reason);
}

/// The layer's new setting in canonical form. Throws Error with the reason.
LayerQuantSpec newSpec(const DocumentState &state, const LayerInfo &layer, const WantedSpec &wanted)
{
    if (state.marks.isLocked(layer.name))
        throw Error(ErrorKind::BadInput, lockedReason().toStdString());
    QuantConfig trial;
    trial.set(layer.name, wanted(layer, state.config.spec(layer.name)));
    return trial.spec(layer.name);
}

/// The reason why the unit refuses; empty with the one new setting in `spec` if it does not.
QString refusalOf(const DocumentState &state, const Unit &unit, const WantedSpec &wanted,
                  LayerQuantSpec &spec)
{
    for (const LayerInfo *member : unit) {
        if (member != unit.front() && state.marks.isLocked(member->name))
            return tr("tied to %1, which is locked; select %1 and press L to unlock it")
                .arg(QString::fromStdString(member->name));
        try {
            const LayerQuantSpec own = newSpec(state, *member, wanted);
            if (member == unit.front())
                spec = own;
            else if (!(own == spec))
                return tr("tied to %1, which would get another setting")
                    .arg(QString::fromStdString(member->name));
        } catch (const Error &error) {
            return reasonAt(unit, member, refusalText(error));
        }
    }
    return {};
}

} // namespace

QString lockedReason()
{
    return tr("locked; press L to unlock");
}

LayerChanges changeLayers(const GeneratorInfo &info, const DocumentState &state,
                          const QList<int> &rows, const WantedSpec &wanted)
{
    LayerChanges changes{state.config, {}, {}, 0};
    std::set<std::string> ties;
    for (const int row : rows) {
        const LayerInfo &asked = info.layers.at(row);
        const std::string tie = state.marks.tie(asked.name);
        if (!tie.empty() && !ties.insert(tie).second)
            continue;
        const Unit unit = unitOf(info, state.marks, asked);
        LayerQuantSpec spec;
        const QString reason = refusalOf(state, unit, wanted, spec);
        if (!reason.isEmpty()) {
            changes.refusals.append({QString::fromStdString(asked.name), reason});
            continue;
        }
        for (const LayerInfo *member : unit) {
            changes.changed += !(spec == state.config.spec(member->name));
            changes.config.set(member->name, spec);
            changes.done.push_back(member->name);
        }
    }
    return changes;
}

} // namespace quantloupe
