// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/path_place.h"

#include "models/translate.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

template <typename Name> QString placeText(const PathPlace &place, const Name &nameOf)
{
    const int leg = std::clamp(int(place.position), 0, int(place.path.size()) - 2);
    const auto percent = std::lround((place.position - leg) * 100);
    return tr("%1 % from %2 to %3")
        .arg(percent)
        .arg(nameOf(place.path[leg]), nameOf(place.path[leg + 1]));
}

} // namespace

QString sampleText(const SampleRef &sample, std::optional<std::uint64_t> seed)
{
    if (!seed || sample.seed == *seed)
        return QString::number(sample.index);
    return tr("%1 of seed %2").arg(sample.index).arg(sample.seed);
}

QString shortSampleText(const SampleRef &sample, std::optional<std::uint64_t> seed)
{
    const QString index = QString::number(sample.index);
    return !seed || sample.seed == *seed ? index
                                         : QStringLiteral("%1:%2").arg(sample.seed).arg(index);
}

QString placeText(const PathPlace &place, std::uint64_t seed)
{
    return placeText(place, [seed](const SampleRef &sample) { return sampleText(sample, seed); });
}

QString shortPlaceText(const PathPlace &place, std::uint64_t seed)
{
    return placeText(place,
                     [seed](const SampleRef &sample) { return shortSampleText(sample, seed); });
}

QString interpolationText(Distribution distribution)
{
    return distribution == Distribution::Uniform ? tr("linear") : tr("spherical");
}

} // namespace quantloupe
