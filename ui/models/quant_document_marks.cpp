// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_setting_edit.h"
#include "models/quant_document.h"

#include <algorithm>

namespace quantloupe {

std::vector<std::string> QuantDocument::namesOf(const QList<int> &rows) const
{
    std::vector<std::string> names;
    for (const int row : rows)
        names.push_back(info().layers.at(row).name);
    return names;
}

void QuantDocument::setMarks(const LayerMarks &marks, const QString &what)
{
    DocumentState after = m_state;
    after.marks = marks;
    push({m_state, std::move(after), what, {}});
}

void QuantDocument::report(const QList<EditRefusal> &refusals)
{
    if (!refusals.isEmpty())
        Q_EMIT editRefused(refusals);
}

void QuantDocument::toggleLock(const QList<int> &rows)
{
    const std::vector<std::string> names = namesOf(rows);
    const bool lock = !std::ranges::all_of(
        names, [this](const std::string &name) { return marks().isLocked(name); });
    LayerMarks marks = this->marks();
    for (const std::string &name : names)
        marks.setLocked(name, lock);
    setMarks(marks, (lock ? tr("Lock %1") : tr("Unlock %1")).arg(layerCountText(rows.size())));
}

void QuantDocument::tie(const QList<int> &rows, int leader)
{
    const std::vector<std::string> names = namesOf(rows);
    const LayerQuantSpec spec = config().spec(info().layers.at(leader).name);
    DocumentState after = m_state;
    after.marks.setTie(names, {});
    QList<int> others;
    for (const int row : rows)
        if (!(config().spec(info().layers.at(row).name) == spec))
            others.append(row);
    const LayerChanges changes =
        changeLayers(info(), after, others, settingEdit({true, true, spec}, {}).change);
    if (!changes.refusals.isEmpty()) {
        report(changes.refusals);
        return;
    }
    after.config = changes.config;
    after.origins.note(m_state.config, after.config, SettingOrigin::Manual);
    after.marks.setTie(names, after.marks.freeTieName());
    push({m_state, std::move(after), tr("Tie %1").arg(layerCountText(rows.size())), {}});
}

void QuantDocument::untie(const QList<int> &rows)
{
    LayerMarks marks = this->marks();
    marks.setTie(namesOf(rows), {});
    setMarks(marks, tr("Untie %1").arg(layerCountText(rows.size())));
}

} // namespace quantloupe
