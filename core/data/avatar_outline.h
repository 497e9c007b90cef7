// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <initializer_list>
#include <vector>

/// Drawing of cartoon faces: only sums, products, quotients and square roots, which are the same on
/// every machine. Lengths are in pixels of the picture; x grows to the right, y downwards.
namespace quantloupe::avatar_drawing {

struct Point
{
    float x = 0;
    float y = 0;
};
inline Point operator+(Point a, Point b)
{
    return {a.x + b.x, a.y + b.y};
}
inline Point operator-(Point a, Point b)
{
    return {a.x - b.x, a.y - b.y};
}
inline Point operator*(Point a, float factor)
{
    return {a.x * factor, a.y * factor};
}

/// A point that a curve passes through, smoothly or with a corner.
struct Knot
{
    float x = 0;
    float y = 0;
    bool isCorner = false;
};
constexpr Knot corner(float x, float y)
{
    return {x, y, true};
}

struct Oval
{
    Point center;
    float radiusX = 0;
    float radiusY = 0;
};

/// One or more closed polygons. Where those of one orientation overlap, they unite; one of the
/// other orientation cuts a hole.
struct Outline
{
    std::vector<std::vector<Point>> polygons;

    Outline &add(const Outline &other);
    /// `other` must lie inside.
    Outline &cut(const Outline &other);
    /// With x negated.
    Outline mirrored() const;
};

using Knots = std::vector<Knot>;

/// The smooth closed curve through the knots.
Outline curve(const Knots &knots);
/// The same for a shape that is symmetric to x = 0: its right half from top to bottom, both ends
/// on the axis.
Outline symmetricCurve(const Knots &rightHalf);
Outline ellipse(const Oval &oval);
/// A rectangle with round corners of `radius`; `box` gives its centre and half its sides.
Outline roundedBox(const Oval &box, float radius);

/// A bow from `from` to `to`, pulled towards `control` (quadratic Bezier).
struct Bow
{
    Point from;
    Point control;
    Point to;
};

/// The width of a stroke at its start, middle and end.
struct Pen
{
    float start = 1;
    float middle = 1;
    float end = 1;
};
constexpr Pen pen(float width)
{
    return {width, width, width};
}

/// A stroke with round ends.
Outline stroke(const Bow &bow, const Pen &width);

} // namespace quantloupe::avatar_drawing
