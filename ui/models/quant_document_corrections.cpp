// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correction_words.h"
#include "models/quant_document.h"

namespace quantloupe {

void QuantDocument::setCorrections(CorrectionChoice corrections, const QString &what)
{
    DocumentState after = m_state;
    after.config.setCorrections(std::move(corrections));
    push({m_state, std::move(after), what, {}});
}

void QuantDocument::setCorrection(const QList<int> &rows, Correction correction, bool on)
{
    CorrectionChoice choice = config().corrections();
    for (const std::string &name : namesOf(rows))
        choice.set(correction, name, on);
    const QString what = on ? tr("%1 on %2") : tr("No %1 on %2", "a correction");
    setCorrections(std::move(choice),
                   what.arg(displayName(correction), layerCountText(rows.size())));
}

void QuantDocument::setCorrectionEverywhere(Correction correction, bool on)
{
    CorrectionChoice choice = config().corrections();
    choice.setEverywhere(correction, on);
    const QString what = on ? tr("%1 on all layers") : tr("No %1 on any layer", "a correction");
    setCorrections(std::move(choice), what.arg(displayName(correction)));
}

} // namespace quantloupe
