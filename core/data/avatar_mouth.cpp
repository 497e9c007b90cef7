// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/avatar_parts.h"

namespace quantloupe::avatar_drawing {

namespace {

/// A mouth line must show on the darkest skins too.
Color lineColor(const Painting &on)
{
    return mix(mix(on.look.skinLine, kMouth, 0.5F), kInk, 0.35F);
}

void paintLine(const Painting &on, Bow bow, const Pen &pen)
{
    for (Point *p : {&bow.from, &bow.control, &bow.to})
        p->x *= on.face.mouthWidth;
    on.canvas.fill(stroke(bow, pen), lineColor(on));
}

/// A half moon with its corners at (-x, top) and (x, top).
Outline halfMoon(float x, float top, float bottom)
{
    const float depth = bottom - top;
    return symmetricCurve(
        {{0, top + 0.12F * depth}, corner(x, top), {0.74F * x, top + 0.62F * depth}, {0, bottom}});
}

void paintGrin(const Painting &on)
{
    const float x = 5.6F * on.face.mouthWidth;
    on.canvas.fill(halfMoon(x, 40.2F, 46.2F), lineColor(on));
    on.canvas.fill(halfMoon(x - 1.4F, 41, 45.3F), kWhite);
}

void paintLaugh(const Painting &on)
{
    const float x = 5.6F * on.face.mouthWidth;
    const Outline mouth = halfMoon(x, 40, 47);
    on.canvas.fill(mouth, mix(kMouth, kInk, 0.25F));
    on.canvas.fill(ellipse({{0, 47.2F}, 3.4F, 2.6F}), mouth, kTongue);
    on.canvas.fill(roundedBox({{0, 40.6F}, x - 1.1F, 1.7F}, 0.6F), mouth, kWhite);
}

void paintSurprised(const Painting &on)
{
    const Outline mouth = ellipse({{0, 43}, 2.5F * on.face.mouthWidth, 3});
    on.canvas.fill(mouth, mix(kMouth, kInk, 0.25F));
    on.canvas.fill(ellipse({{0, 45.4F}, 2, 1.5F}), mouth, kTongue);
}

constexpr Bow kSmile{{-4.8F, 41}, {0, 46.6F}, {4.8F, 41}};
constexpr Pen kSmilePen{0.9F, 1.5F, 0.9F};

void paintTongue(const Painting &on)
{
    on.canvas.fill(roundedBox({{1.2F, 45}, 1.9F, 2.1F}, 1.7F), kTongue);
    paintLine(on, kSmile, kSmilePen);
}

} // namespace

void paintMouth(const Painting &on)
{
    switch (on.face.mouth) {
    case MouthShape::Smile:
        return paintLine(on, kSmile, kSmilePen);
    case MouthShape::Grin:
        return paintGrin(on);
    case MouthShape::Laugh:
        return paintLaugh(on);
    case MouthShape::Neutral:
        return paintLine(on, {{-3.8F, 42.8F}, {0, 43.4F}, {3.8F, 42.8F}}, {1, 1.3F, 1});
    case MouthShape::Surprised:
        return paintSurprised(on);
    case MouthShape::Smirk:
        return paintLine(on, {{-3.8F, 43}, {2.4F, 44.8F}, {5.2F, 40.6F}}, {1, 1.5F, 1});
    case MouthShape::Tongue:
        return paintTongue(on);
    }
}

} // namespace quantloupe::avatar_drawing
