// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/avatar_parts.h"

namespace quantloupe::avatar_drawing {

namespace {

Outline lens(Glasses style, Point center, float shrink)
{
    if (style == Glasses::Square)
        return roundedBox({center, 5.6F - shrink, 4.7F - shrink}, 1.9F - 0.5F * shrink);
    return ellipse({center, 5.5F - shrink, 5.3F - shrink});
}

} // namespace

void paintGlasses(const Painting &on)
{
    if (on.face.glasses == Glasses::None)
        return;
    const Point center = eyeCenter(on.face, 1) + Point{0.1F, 0.4F};
    const Outline inner = lens(on.face.glasses, center, 1.2F);
    paintBoth(on.canvas, inner, kWhite, 0.2F);
    paintBoth(on.canvas, lens(on.face.glasses, center, 0).cut(inner), on.look.frames);
    const float bridge = center.x - 5.2F;
    on.canvas.fill(stroke({{-bridge, 30.4F}, {0, 29.2F}, {bridge, 30.4F}}, pen(1.2F)),
                   on.look.frames);
    const float hinge = center.x + 5.2F;
    paintBoth(on.canvas, stroke({{hinge, 29.8F}, {hinge + 1.5F, 29.6F}, {16, 30}}, pen(1.2F)),
              on.look.frames);
}

} // namespace quantloupe::avatar_drawing
