// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/avatar_hair_shapes.h"

namespace quantloupe::avatar_drawing {

Outline both(const Outline &right)
{
    Outline result = right;
    return result.add(right.mirrored());
}

Outline backHair(HairShape shape)
{
    switch (shape) {
    case HairShape::Afro:
        return hair_shapes::afroBack();
    case HairShape::Bob:
        return symmetricCurve(
            {{0, 6}, {12, 10}, {18.4F, 24}, {18.8F, 38}, {17, 46}, {8, 47}, {0, 47}});
    case HairShape::Long:
    case HairShape::Wavy:
        return symmetricCurve({{0, 6}, {12, 10}, {18.4F, 24}, {19, 40}, {18, 56}, {0, 58}});
    case HairShape::Bun:
        return ellipse({{0, 6.2F}, 6.6F, 5.6F});
    case HairShape::Ponytail:
        return curve({{11, 10},
                      {17.4F, 6.6F},
                      {23.4F, 11},
                      {25, 21},
                      {23.8F, 33},
                      corner(20, 41.5F),
                      {19, 31},
                      {17.2F, 22}});
    case HairShape::Pigtails:
        return both(curve({{14.5F, 21},
                           {19, 17.4F},
                           {23.8F, 21.4F},
                           {25.6F, 31},
                           {24, 41},
                           corner(20.4F, 47),
                           {19, 39},
                           {17.4F, 30}}));
    default:
        return {};
    }
}

Outline frontHair(HairShape shape)
{
    switch (shape) {
    case HairShape::Bald:
        return {};
    case HairShape::Buzz:
        return hair_shapes::buzz();
    case HairShape::Short:
        return hair_shapes::cropped();
    case HairShape::SidePart:
        return hair_shapes::sidePart();
    case HairShape::Quiff:
        return hair_shapes::quiff();
    case HairShape::Spiky:
        return hair_shapes::spiky();
    case HairShape::Curly:
        return hair_shapes::curly();
    case HairShape::Afro:
        return hair_shapes::curlyFringe();
    case HairShape::Bob:
        return hair_shapes::bobFront();
    case HairShape::Long:
        return hair_shapes::longFront();
    case HairShape::Wavy:
        return hair_shapes::wavyFront();
    case HairShape::Bun:
        return hair_shapes::pulledBack();
    case HairShape::Ponytail:
        return hair_shapes::sweptFringe();
    case HairShape::Pigtails:
        return hair_shapes::parted();
    }
    return {};
}

} // namespace quantloupe::avatar_drawing
