// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/avatars.h"

#include "data/avatar_parts.h"

#include <algorithm>

namespace quantloupe {

using namespace avatar_drawing;

namespace {

static_assert(kSide == kAvatarSide);

constexpr float kCenterX = 32;
/// From the coordinates that the parts are drawn in to pixels.
constexpr float kScaleX = 1.1F;
constexpr float kScaleY = 1.03F;
constexpr float kOffsetY = -0.4F;
/// The head leans around this point of the neck.
constexpr float kPivotY = 50;

Pose bodyPose(const AvatarAttributes &face)
{
    Pose pose;
    pose.xx = kScaleX;
    pose.dx = kCenterX + face.shiftX;
    pose.yy = kScaleY;
    pose.dy = kOffsetY;
    return pose;
}

/// A rotation by `tilt` from a rational parametrization of the circle, free of rounding that
/// differs between mathematical libraries; the angle is right to a ten-thousandth.
Pose headPose(const AvatarAttributes &face)
{
    const float half = 0.5F * face.tilt;
    const float cosine = (1 - half * half) / (1 + half * half);
    const float sine = 2 * half / (1 + half * half);
    Pose pose;
    pose.xx = cosine * kScaleX * face.faceWidth;
    pose.yx = sine * kScaleX * face.faceWidth;
    pose.xy = -sine * kScaleY;
    pose.yy = cosine * kScaleY;
    pose.dx = kCenterX + face.shiftX + sine * kScaleY * kPivotY;
    pose.dy = kOffsetY + face.shiftY + (1 - cosine) * kScaleY * kPivotY;
    return pose;
}

AvatarAttributes withinRanges(AvatarAttributes face)
{
    for (const AvatarVariation &variation : kAvatarVariations)
        face.*variation.value = std::clamp(face.*variation.value, variation.low, variation.high);
    return face;
}

} // namespace

Image drawAvatar(const AvatarAttributes &attributes)
{
    const AvatarAttributes face = withinRanges(attributes);
    const Look look = lookOf(face);
    Canvas canvas(colorOf(face.background));
    const Painting on{canvas, face, look};
    canvas.setPose(headPose(face));
    paintBackHair(on);
    canvas.setPose(bodyPose(face));
    paintBody(on);
    canvas.setPose(headPose(face));
    for (const auto paint : {paintHead, paintHairShadow, paintFacialHair, paintMouth, paintNose,
                             paintEyes, paintBrows, paintEarrings, paintFrontHair, paintGlasses})
        paint(on);
    return canvas.image();
}

Image avatar(std::uint64_t index)
{
    return drawAvatar(avatarAttributes(index));
}

std::array<std::uint8_t, 3> avatarBackground(BackgroundColor color)
{
    const Color value = colorOf(color);
    return {static_cast<std::uint8_t>(value.red), static_cast<std::uint8_t>(value.green),
            static_cast<std::uint8_t>(value.blue)};
}

} // namespace quantloupe
