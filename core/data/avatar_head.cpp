// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/avatar_parts.h"

namespace quantloupe::avatar_drawing {

namespace {

float earScale(EarSize size)
{
    constexpr float kScales[] = {0.82F, 1, 1.2F};
    return kScales[static_cast<std::size_t>(size)];
}

void paintEars(const Painting &on)
{
    const float scale = earScale(on.face.ears);
    paintBoth(on.canvas, ellipse({{15.9F, 32}, 3.2F * scale, 4.2F * scale}), on.look.skin);
    paintBoth(on.canvas, ellipse({{16.6F, 32.2F}, 1.5F * scale, 2.4F * scale}), on.look.skinShade);
}

void paintFreckles(const Painting &on)
{
    for (const Point &p :
         {Point{6.6F, 36.4F}, {9, 37.2F}, {11.2F, 36.2F}, {7.8F, 38.8F}, {10.4F, 39}})
        paintBoth(on.canvas, ellipse({p, 0.55F, 0.55F}), on.look.skinLine, 0.75F);
}

void paintBlush(const Painting &on)
{
    // Two layers fade towards the edge.
    paintBoth(on.canvas, ellipse({{9.6F, 37.6F}, 3.4F, 2.3F}), on.look.blush, 0.5F);
    paintBoth(on.canvas, ellipse({{9.6F, 37.6F}, 2.5F, 1.6F}), on.look.blush, 0.5F);
}

void paintStubble(const Painting &on, const Outline &beard)
{
    on.canvas.fill(beard, headOutline(on.face.face), on.look.beard, 0.26F);
}

void paintMoustache(const Painting &on)
{
    paintBoth(
        on.canvas,
        curve(
            {corner(-0.3F, 38.9F), {3.2F, 38.4F}, corner(6.6F, 41), {3, 41}, corner(-0.3F, 40.4F)}),
        on.look.beard);
}

Outline beardOutline()
{
    Outline beard = symmetricCurve({{0, 38.6F},
                                    {4.6F, 37.9F},
                                    {9, 38.2F},
                                    {13, 34.5F},
                                    corner(15.2F, 28.5F),
                                    {16, 36},
                                    {13.4F, 44.4F},
                                    {7.6F, 49.6F},
                                    {0, 51}});
    return beard.cut(ellipse({{0, 43.1F}, 6.3F, 3.1F}));
}

} // namespace

Outline headOutline(FaceShape shape)
{
    switch (shape) {
    case FaceShape::Oval:
        return symmetricCurve(
            {{0, 10.5F}, {9, 12.5F}, {14.3F, 19}, {15.2F, 28}, {13.4F, 38}, {8, 45.3F}, {0, 48}});
    case FaceShape::Round:
        return symmetricCurve({{0, 10.5F},
                               {9.5F, 12.5F},
                               {15, 19.5F},
                               {16.2F, 29},
                               {14.8F, 38.5F},
                               {9.2F, 45},
                               {0, 47.2F}});
    case FaceShape::Square:
        return symmetricCurve({{0, 10.5F},
                               {9.2F, 12.3F},
                               {14.8F, 19},
                               {15.3F, 28.5F},
                               {14.6F, 38.5F},
                               {10.2F, 45.6F},
                               {0, 47.8F}});
    case FaceShape::Heart:
        break;
    }
    return symmetricCurve({{0, 10.5F},
                           {10, 12.4F},
                           {15.6F, 19.5F},
                           {15.9F, 28},
                           {12.8F, 37.5F},
                           {6.6F, 45.2F},
                           {0, 48.8F}});
}

void paintBoth(Canvas &canvas, const Outline &outline, const Color &color, float opacity)
{
    canvas.fill(outline, color, opacity);
    canvas.fill(outline.mirrored(), color, opacity);
}

void paintHead(const Painting &on)
{
    paintEars(on);
    on.canvas.fill(headOutline(on.face.face), on.look.skin);
    if (on.face.cheeks == CheekStyle::Blush)
        paintBlush(on);
    else if (on.face.cheeks == CheekStyle::Freckles)
        paintFreckles(on);
}

void paintFacialHair(const Painting &on)
{
    switch (on.face.facialHair) {
    case FacialHair::None:
        break;
    case FacialHair::Stubble:
        paintStubble(on, beardOutline());
        break;
    case FacialHair::Goatee:
        on.canvas.fill(symmetricCurve({{0, 46}, {2.8F, 46.2F}, {3, 48.6F}, {0, 51}}),
                       on.look.beard);
        paintMoustache(on);
        break;
    case FacialHair::Moustache:
        paintMoustache(on);
        break;
    case FacialHair::Beard:
        on.canvas.fill(beardOutline(), on.look.beard);
        break;
    }
}

void paintEarrings(const Painting &on)
{
    const Point lobe{16.6F, 32 + 4.2F * earScale(on.face.ears)};
    if (on.face.earrings == Earrings::Stud)
        paintBoth(on.canvas, ellipse({lobe + Point{0, -0.3F}, 1.15F, 1.15F}), kGold);
    if (on.face.earrings == Earrings::Hoop) {
        const Point center = lobe + Point{0, 1.7F};
        paintBoth(on.canvas, ellipse({center, 2.4F, 2.6F}).cut(ellipse({center, 1.3F, 1.5F})),
                  kGold);
    }
}

} // namespace quantloupe::avatar_drawing
