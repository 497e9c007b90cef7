// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/avatar_hair_shapes.h"

namespace quantloupe::avatar_drawing::hair_shapes {

namespace {

/// Circles of `radius` around points of the right half and their mirror images.
Outline curls(const std::vector<Point> &rightHalf, float radius)
{
    Outline result;
    for (const Point &p : rightHalf) {
        result.add(ellipse({p, radius, radius}));
        if (p.x != 0)
            result.add(ellipse({{-p.x, p.y}, radius, radius}));
    }
    return result;
}

} // namespace

Outline curlyFringe()
{
    Outline hair = ellipse({{0, 12.6F}, 14, 5.6F});
    return hair.add(curls({{0, 14.8F}, {5.6F, 14.6F}, {11, 15.8F}, {14.8F, 19.4F}}, 4));
}

Outline curly()
{
    return curlyFringe().add(
        curls({{0, 7.2F}, {6.2F, 7.6F}, {11.8F, 10.6F}, {15.6F, 15.8F}, {17, 22}, {17, 27}}, 4.2F));
}

Outline afroBack()
{
    return ellipse({{0, 21}, 22, 18})
        .add(curls({{0, 5.4F},
                    {7.4F, 6.4F},
                    {13.8F, 10},
                    {18.6F, 15.4F},
                    {20.4F, 22},
                    {19.6F, 28.8F},
                    {16, 34.6F}},
                   4.6F));
}

} // namespace quantloupe::avatar_drawing::hair_shapes
