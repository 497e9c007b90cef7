// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/avatar_look.h"

namespace quantloupe::avatar_drawing {

/// What a part of a face is painted with. Parts are drawn around x = 0; the canvas' pose puts them
/// into the picture. The head reaches from y = 10 to 48, the shoulders from 52 to below the border.
struct Painting
{
    Canvas &canvas;
    const AvatarAttributes &face;
    const Look &look;
};

// In the order in which they are painted.
void paintBackHair(const Painting &on);
void paintBody(const Painting &on);
void paintHead(const Painting &on);
void paintHairShadow(const Painting &on);
void paintFacialHair(const Painting &on);
void paintMouth(const Painting &on);
void paintNose(const Painting &on);
void paintEyes(const Painting &on);
void paintBrows(const Painting &on);
void paintEarrings(const Painting &on);
void paintFrontHair(const Painting &on);
void paintGlasses(const Painting &on);

/// Where the eye of a side (-1 left, 1 right) is.
Point eyeCenter(const AvatarAttributes &face, float side);

Outline headOutline(FaceShape shape);

/// Paints a shape and its mirror image.
void paintBoth(Canvas &canvas, const Outline &outline, const Color &color, float opacity = 1);

} // namespace quantloupe::avatar_drawing
