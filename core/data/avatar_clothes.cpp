// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/avatar_parts.h"

namespace quantloupe::avatar_drawing {

namespace {

Outline shoulders()
{
    return symmetricCurve({{0, 51.6F},
                           {7, 51.9F},
                           {14, 53.4F},
                           {21.5F, 56.6F},
                           {25.6F, 61.5F},
                           corner(27.5F, 70),
                           {0, 70}});
}

Outline neck()
{
    return roundedBox({{0, 47}, 5.8F, 8}, 2.5F);
}

/// The shadow of the chin.
void paintNeckShade(const Painting &on, const Outline &neck)
{
    on.canvas.fill(ellipse({{0, 45.6F}, 9, 6.4F}), neck, on.look.skinShade);
}

void paintRoundNeck(const Painting &on, const Color &band)
{
    on.canvas.fill(ellipse({{0, 52.6F}, 8.2F, 4.9F}), shoulders(), band);
    const Outline skin = neck().add(ellipse({{0, 52.6F}, 6.7F, 3.6F}));
    on.canvas.fill(skin, on.look.skin);
    paintNeckShade(on, skin);
}

/// A neckline that opens down to `bottom`, and the neck in it.
void paintOpening(const Painting &on, float bottom)
{
    const Outline opening = symmetricCurve({{0, 49}, corner(8.4F, 49), corner(0, bottom)});
    on.canvas.fill(opening, shoulders(), on.look.skin);
    on.canvas.fill(neck(), on.look.skin);
    paintNeckShade(on, neck());
}

void paintVNeck(const Painting &on)
{
    const Outline band = symmetricCurve({{0, 49}, corner(10, 49), corner(0, 62.2F)});
    on.canvas.fill(band, shoulders(), on.look.clothShade);
    paintOpening(on, 60);
}

void paintCollar(const Painting &on)
{
    paintOpening(on, 58.6F);
    on.canvas.fill(stroke({{0, 58}, {0, 62}, {0, 66}}, pen(0.9F)), on.look.clothShade);
    paintBoth(on.canvas,
              curve({corner(5.4F, 50), corner(8.8F, 52.2F), corner(6.4F, 60.4F), corner(0, 58)}),
              on.look.clothLight);
    on.canvas.fill(ellipse({{0, 60.8F}, 0.9F, 0.9F}), kCream);
}

void paintHood(const Painting &on)
{
    on.canvas.fill(ellipse({{0, 52.4F}, 13.6F, 6.6F}), on.look.clothShade);
    paintRoundNeck(on, on.look.clothShade);
    // The hood's rims meet in front.
    paintBoth(on.canvas,
              curve({corner(5.6F, 49.4F),
                     {10.4F, 48.4F},
                     {13.2F, 51.6F},
                     {10, 57},
                     corner(-0.2F, 60.4F),
                     corner(-0.2F, 57),
                     {5.2F, 54.6F}}),
              on.look.clothLight);
    paintBoth(on.canvas, stroke({{3.4F, 58.6F}, {3.2F, 61}, {3.6F, 63.4F}}, pen(1.1F)), kCream);
}

void paintStripes(const Painting &on)
{
    for (const float y : {57.2F, 62.2F})
        on.canvas.fill(stroke({{-30, y + 3}, {0, y - 1.5F}, {30, y + 3}}, pen(2.3F)), shoulders(),
                       kCream);
    paintRoundNeck(on, on.look.cloth);
}

void paintTurtleneck(const Painting &on)
{
    const Outline skin = neck();
    on.canvas.fill(skin, on.look.skin);
    paintNeckShade(on, skin);
    on.canvas.fill(roundedBox({{0, 54}, 7.2F, 3.8F}, 2), mix(on.look.cloth, kWhite, 0.16F));
    on.canvas.fill(stroke({{-6.6F, 57}, {0, 58.4F}, {6.6F, 57}}, pen(0.9F)), on.look.clothShade);
}

void paintOveralls(const Painting &on)
{
    on.canvas.fill(shoulders(), kCream);
    paintRoundNeck(on, mix(kCream, kInk, 0.15F));
    paintBoth(on.canvas, stroke({{12.4F, 52}, {11, 56}, {9.6F, 60}}, pen(3.2F)), on.look.cloth);
    on.canvas.fill(roundedBox({{0, 65}, 11.2F, 6.2F}, 1.4F), on.look.cloth);
    paintBoth(on.canvas, ellipse({{9.2F, 60.2F}, 1.1F, 1.1F}), kGold);
}

} // namespace

void paintBody(const Painting &on)
{
    on.canvas.fill(shoulders(), on.look.cloth);
    switch (on.face.clothes) {
    case Clothes::TShirt:
        return paintRoundNeck(on, on.look.clothShade);
    case Clothes::VNeck:
        return paintVNeck(on);
    case Clothes::Collar:
        return paintCollar(on);
    case Clothes::Hoodie:
        return paintHood(on);
    case Clothes::Stripes:
        return paintStripes(on);
    case Clothes::Turtleneck:
        return paintTurtleneck(on);
    case Clothes::Overalls:
        return paintOveralls(on);
    }
}

} // namespace quantloupe::avatar_drawing
