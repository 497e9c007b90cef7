// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/avatar_hair_shapes.h"
#include "data/avatar_parts.h"

namespace quantloupe::avatar_drawing {

namespace {

void paintShine(const Painting &on, const Outline &hair)
{
    on.canvas.fill(stroke({{-11, 14.6F}, {-8.4F, 9.4F}, {-1.6F, 9.2F}}, {0.8F, 1.8F, 0.8F}), hair,
                   on.look.hairLight, 0.75F);
}

/// Bands that hold pony and pigtails, over the hair.
void paintTies(const Painting &on)
{
    if (on.face.hair == HairShape::Ponytail)
        on.canvas.fill(ellipse({{15.4F, 11.4F}, 2.2F, 2.6F}), on.look.cloth);
    if (on.face.hair == HairShape::Pigtails)
        paintBoth(on.canvas, ellipse({{17.8F, 21.4F}, 1.9F, 2.8F}), on.look.cloth);
}

/// One or two darker lines along the strands.
void paintStrands(const Painting &on, const Outline &hair)
{
    const auto strand = [&](const Bow &bow) {
        on.canvas.fill(stroke(bow, {0.5F, 0.9F, 0.5F}), hair, on.look.hairShade);
    };
    if (on.face.hair == HairShape::SidePart)
        strand({{-8.6F, 12.8F}, {-8, 9.6F}, {-6, 6.4F}});
    if (on.face.hair == HairShape::Quiff) {
        strand({{-9, 12.6F}, {2, 12.4F}, {10, 6}});
        strand({{-2, 15}, {8, 14.4F}, {13.4F, 9}});
    }
    if (on.face.hair == HairShape::Bun)
        strand({{-5.6F, 8.8F}, {0, 6.4F}, {5.6F, 8.8F}});
    if (on.face.hair == HairShape::Long || on.face.hair == HairShape::Pigtails)
        strand({{0, 13.4F}, {0, 10}, {0, 6.4F}});
}

} // namespace

void paintBackHair(const Painting &on)
{
    const bool isShaded = on.face.hair != HairShape::Afro && on.face.hair != HairShape::Bun;
    on.canvas.fill(backHair(on.face.hair), isShaded ? on.look.hairShade : on.look.hair);
}

void paintHairShadow(const Painting &on)
{
    Outline shadow = frontHair(on.face.hair);
    for (auto &polygon : shadow.polygons)
        for (Point &p : polygon)
            p.y += 1.3F;
    on.canvas.fill(shadow, headOutline(on.face.face), on.look.skinShade, 0.85F);
}

void paintFrontHair(const Painting &on)
{
    if (on.face.hair == HairShape::Bald) {
        on.canvas.fill(ellipse({{-6, 15}, 3.4F, 1.7F}), kWhite, 0.3F);
        return;
    }
    const Outline hair = frontHair(on.face.hair);
    if (on.face.hair == HairShape::Buzz) {
        on.canvas.fill(hair, mix(on.look.hair, on.look.skin, 0.35F));
        return;
    }
    on.canvas.fill(hair, on.look.hair);
    paintShine(on, hair);
    paintStrands(on, hair);
    paintTies(on);
}

} // namespace quantloupe::avatar_drawing
