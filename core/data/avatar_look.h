// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/avatar_attributes.h"
#include "data/avatar_canvas.h"

namespace quantloupe::avatar_drawing {

Color colorOf(SkinTone value);
Color colorOf(HairColor value);
Color colorOf(IrisColor value);
Color colorOf(FrameColor value);
Color colorOf(ClothesColor value);
Color colorOf(BackgroundColor value);

/// The colours of one face.
struct Look
{
    Color skin, skinShade, skinLine, blush;
    Color hair, hairShade, hairLight, brow, beard;
    Color iris, frames;
    Color cloth, clothShade, clothLight;
};

Look lookOf(const AvatarAttributes &face);

// Colours that all faces share.
inline constexpr Color kWhite{255, 255, 255};
inline constexpr Color kCream{255, 247, 232};
inline constexpr Color kInk{48, 34, 42};
inline constexpr Color kMouth{122, 36, 52};
inline constexpr Color kTongue{240, 118, 128};
inline constexpr Color kGold{247, 196, 72};

} // namespace quantloupe::avatar_drawing
