// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/avatar_attributes.h"

namespace quantloupe {

/// Calls `work` with the name of every attribute and the member.
template <typename Work> void forEachAttribute(const Work &work)
{
    work("skin", &AvatarAttributes::skin);
    work("face", &AvatarAttributes::face);
    work("hair", &AvatarAttributes::hair);
    work("hairColor", &AvatarAttributes::hairColor);
    work("eyes", &AvatarAttributes::eyes);
    work("iris", &AvatarAttributes::iris);
    work("brows", &AvatarAttributes::brows);
    work("nose", &AvatarAttributes::nose);
    work("mouth", &AvatarAttributes::mouth);
    work("cheeks", &AvatarAttributes::cheeks);
    work("facialHair", &AvatarAttributes::facialHair);
    work("ears", &AvatarAttributes::ears);
    work("earrings", &AvatarAttributes::earrings);
    work("glasses", &AvatarAttributes::glasses);
    work("frames", &AvatarAttributes::frames);
    work("clothes", &AvatarAttributes::clothes);
    work("clothesColor", &AvatarAttributes::clothesColor);
    work("background", &AvatarAttributes::background);
}

} // namespace quantloupe
