// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/avatar_parts.h"

namespace quantloupe::avatar_drawing {

namespace {

Oval eyeOval(const AvatarAttributes &face, float side)
{
    const Point center = eyeCenter(face, side);
    const float size = face.eyeSize;
    switch (face.eyes) {
    case EyeShape::Oval:
        return {center, 3.3F * size, 4.4F * size};
    case EyeShape::Lashes:
        return {center, 3.7F * size, 3.8F * size};
    default:
        return {center, 3.7F * size, 3.9F * size};
    }
}

/// The upper lid: over the eye's upper half, a little beyond its corners.
void paintLid(const Painting &on, const Oval &eye, float width)
{
    const float y = eye.center.y - 0.25F * eye.radiusY;
    const float x = eye.radiusX;
    on.canvas.fill(stroke({{eye.center.x - x, y},
                           {eye.center.x, eye.center.y - 1.85F * eye.radiusY},
                           {eye.center.x + x, y}},
                          {0.6F, width, 0.6F}),
                   kInk);
}

void paintLashes(const Painting &on, const Oval &eye, float side)
{
    const Point outer = eye.center + Point{side * eye.radiusX * 0.92F, -0.35F * eye.radiusY};
    on.canvas.fill(
        stroke({outer, outer + Point{side * 1.2F, -0.3F}, outer + Point{side * 1.9F, -1.7F}},
               {1.5F, 1.2F, 0.5F}),
        kInk);
}

void paintSleepyLid(const Painting &on, const Oval &eye)
{
    const float y = eye.center.y - 0.22F * eye.radiusY;
    const float x = eye.radiusX;
    const Oval upper{{eye.center.x, y - 4}, x + 1, 4};
    on.canvas.fill(roundedBox(upper, 0.1F), ellipse(eye), on.look.skinShade);
    on.canvas.fill(
        stroke({{eye.center.x - x, y}, {eye.center.x, y - 0.3F}, {eye.center.x + x, y}}, pen(1)),
        kInk);
}

void paintIris(const Painting &on, const Oval &eye)
{
    const float size = on.face.eyeSize;
    const Point center = eye.center + Point{on.face.gazeX, 0.2F + on.face.gazeY};
    const Outline white = ellipse(eye);
    on.canvas.fill(ellipse({center, 2.6F * size, 2.6F * size}), white, on.look.iris);
    on.canvas.fill(ellipse({center, 1.4F * size, 1.4F * size}), white, kInk);
    on.canvas.fill(ellipse({center + Point{-0.9F, -1.0F}, 0.95F, 0.95F}), white, kWhite);
}

void paintEye(const Painting &on, float side)
{
    const Oval eye = eyeOval(on.face, side);
    if (on.face.eyes == EyeShape::Happy) {
        const Point p = eye.center;
        on.canvas.fill(stroke({p + Point{-3.4F, 1.4F}, p + Point{0, -5}, p + Point{3.4F, 1.4F}},
                              {1.1F, 1.8F, 1.1F}),
                       kInk);
        return;
    }
    on.canvas.fill(ellipse(eye), kWhite);
    paintIris(on, eye);
    if (on.face.eyes == EyeShape::Sleepy)
        paintSleepyLid(on, eye);
    else
        paintLid(on, eye, on.face.eyes == EyeShape::Lashes ? 1.7F : 1.1F);
    if (on.face.eyes == EyeShape::Lashes)
        paintLashes(on, eye, side);
}

struct Brow
{
    Bow bow;
    Pen pen;
};

/// The right brow, from its inner to its outer end.
Brow browOf(BrowShape shape)
{
    switch (shape) {
    case BrowShape::Arched:
        return {{{3.6F, 24.6F}, {7.8F, 20.8F}, {11.2F, 24.8F}}, {1.2F, 1.5F, 0.8F}};
    case BrowShape::Raised:
        return {{{3.8F, 23.4F}, {7.6F, 19.6F}, {11, 23.6F}}, {1.3F, 1.6F, 0.9F}};
    case BrowShape::Bold:
        return {{{3.2F, 24.4F}, {7.4F, 22}, {11.2F, 24.4F}}, {2.1F, 2.5F, 1.4F}};
    case BrowShape::Worried:
        return {{{3.8F, 22.6F}, {7.6F, 22.6F}, {11, 25.2F}}, {1.5F, 1.5F, 0.9F}};
    case BrowShape::Determined:
        return {{{3.4F, 25.4F}, {6.6F, 23.4F}, {11.2F, 22.8F}}, {1.8F, 1.8F, 1}};
    case BrowShape::Flat:
        break;
    }
    return {{{3.6F, 24.2F}, {7.2F, 23.2F}, {11, 24.4F}}, {1.4F, 1.6F, 1}};
}

} // namespace

Point eyeCenter(const AvatarAttributes &face, float side)
{
    return {side * (7 + face.eyeSpacing), 31};
}

void paintEyes(const Painting &on)
{
    paintEye(on, -1);
    paintEye(on, 1);
}

void paintBrows(const Painting &on)
{
    const auto moved = [&](Bow bow) {
        const Point by{on.face.eyeSpacing, on.face.browShift};
        return Bow{bow.from + by, bow.control + by, bow.to + by};
    };
    const Brow right = browOf(on.face.brows);
    // Only one brow is raised.
    const Brow left = on.face.brows == BrowShape::Raised ? browOf(BrowShape::Flat) : right;
    on.canvas.fill(stroke(moved(right.bow), right.pen), on.look.brow);
    on.canvas.fill(stroke(moved(left.bow), left.pen).mirrored(), on.look.brow);
}

void paintNose(const Painting &on)
{
    const Color &shade = on.look.skinShade;
    switch (on.face.nose) {
    case NoseShape::Button:
        on.canvas.fill(ellipse({{0, 36.6F}, 2, 1.4F}), shade);
        break;
    case NoseShape::Curve:
        on.canvas.fill(stroke({{-2, 36.2F}, {0, 39}, {2, 36.2F}}, {0.8F, 1.2F, 0.8F}),
                       on.look.skinLine, 0.8F);
        break;
    case NoseShape::Profile:
        on.canvas.fill(curve({corner(0.4F, 31.5F),
                              corner(2.6F, 36.6F),
                              {1, 37.8F},
                              corner(-1.8F, 37.2F),
                              {0, 36}}),
                       shade);
        break;
    case NoseShape::Wide:
        on.canvas.fill(ellipse({{0, 36.4F}, 3, 1.7F}), shade);
        paintBoth(on.canvas, ellipse({{1.3F, 37}, 0.6F, 0.5F}), on.look.skinLine);
        break;
    }
}

} // namespace quantloupe::avatar_drawing
