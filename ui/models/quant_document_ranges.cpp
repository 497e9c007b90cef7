// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quant_document.h"

namespace quantloupe {

bool QuantDocument::holds(const KnownRanges &known) const
{
    const bool hasSameInputs = !info().isImageToImage() || known.pictures == m_inputPictures;
    return known.ranges && hasSameInputs && known.plan == m_state.plan &&
           known.calibration == m_state.calibration;
}

std::shared_ptr<const CalibratedRanges> QuantDocument::ranges() const
{
    return holds(m_state.loaded) ? m_state.loaded.ranges : nullptr;
}

KnownRanges QuantDocument::loadedRanges(const ConfigFile &file) const
{
    auto ranges = usableRanges(file, info(), file.plan, file.calibration);
    if (!ranges)
        return {};
    return {file.plan, file.calibration, m_inputPictures, std::move(ranges)};
}

void QuantDocument::noteRanges(const CompareRequest &asked, const CalibratedRanges &found)
{
    CalibratedRanges named = found;
    if (!named.pictures.isEmpty() && named.pictures.name.empty())
        named.pictures.name = m_inputPicturesName.toStdString();
    const KnownRanges known{asked.plan, asked.calibration, asked.source.images,
                            std::make_shared<const CalibratedRanges>(std::move(named))};
    const bool areOfPresent = asked.generator == generator() && asked.ranges == ranges();
    if (areOfPresent && holds(known))
        m_state.found = known;
}

void QuantDocument::setCalibration(const CalibrationPlan &calibration, const QString &what)
{
    DocumentState after = m_state;
    after.calibration = calibration;
    push({m_state, std::move(after), what, {}});
}

} // namespace quantloupe
