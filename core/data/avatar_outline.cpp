// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/avatar_outline.h"

#include <algorithm>
#include <cmath>

namespace quantloupe::avatar_drawing {

namespace {

using Polygon = std::vector<Point>;

/// Handle length of the cubic that comes closest to a quarter of a circle.
constexpr float kQuarter = 0.5522848F;
constexpr int kSteps = 8;

float length(Point p)
{
    return std::sqrt(p.x * p.x + p.y * p.y);
}

Point unit(Point p)
{
    const float size = length(p);
    return size > 0 ? p * (1 / size) : Point{};
}

struct Cubic
{
    Point a, b, c, d;

    Point at(float t) const
    {
        const float s = 1 - t;
        return a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t);
    }
};

/// Appends the cubic without its last point.
void append(Polygon &polygon, const Cubic &cubic)
{
    for (int i = 0; i < kSteps; ++i)
        polygon.push_back(cubic.at(static_cast<float>(i) / kSteps));
}

Point tangentAt(const Knots &knots, std::size_t i)
{
    if (knots[i].isCorner)
        return {};
    const Knot &before = knots[(i + knots.size() - 1) % knots.size()];
    const Knot &after = knots[(i + 1) % knots.size()];
    return unit({after.x - before.x, after.y - before.y});
}

/// From the direction `from` of the circle to `to`, both unit vectors at a right angle.
void appendQuarter(Polygon &polygon, const Oval &oval, Point from, Point to)
{
    const auto place = [&](Point p) {
        return Point{oval.center.x + oval.radiusX * p.x, oval.center.y + oval.radiusY * p.y};
    };
    append(polygon,
           {place(from), place(from + to * kQuarter), place(to + from * kQuarter), place(to)});
}

Point at(const Bow &bow, float t)
{
    const float s = 1 - t;
    return bow.from * (s * s) + bow.control * (2 * s * t) + bow.to * (t * t);
}

Point direction(const Bow &bow, float t)
{
    const Point along = unit((bow.control - bow.from) * (1 - t) + (bow.to - bow.control) * t);
    return length(along) > 0 ? along : unit(bow.to - bow.from);
}

float widthAt(const Pen &pen, float t)
{
    return t < 0.5F ? pen.start + (pen.middle - pen.start) * (2 * t)
                    : pen.middle + (pen.end - pen.middle) * (2 * t - 1);
}

/// Half a circle from the left of `along` around its tip to the right.
void appendCap(Polygon &polygon, Point center, Point along, float radius)
{
    const Point left = {along.y, along.x * -1};
    const Oval circle{center, radius, radius};
    appendQuarter(polygon, circle, left, along);
    appendQuarter(polygon, circle, along, left * -1);
}

} // namespace

Outline &Outline::add(const Outline &other)
{
    polygons.insert(polygons.end(), other.polygons.begin(), other.polygons.end());
    return *this;
}

Outline &Outline::cut(const Outline &other)
{
    for (const Polygon &polygon : other.polygons)
        polygons.emplace_back(polygon.rbegin(), polygon.rend());
    return *this;
}

Outline Outline::mirrored() const
{
    Outline result = *this;
    for (Polygon &polygon : result.polygons) {
        // Reversed too, so that the orientation stays.
        std::reverse(polygon.begin(), polygon.end());
        for (Point &p : polygon)
            p.x = -p.x;
    }
    return result;
}

Outline curve(const Knots &knots)
{
    Polygon polygon;
    polygon.reserve(knots.size() * kSteps);
    for (std::size_t i = 0; i < knots.size(); ++i) {
        const std::size_t next = (i + 1) % knots.size();
        const Point from{knots[i].x, knots[i].y};
        const Point to{knots[next].x, knots[next].y};
        const float handle = length(to - from) * (1.0F / 3);
        append(polygon, {from, from + tangentAt(knots, i) * handle,
                         to - tangentAt(knots, next) * handle, to});
    }
    return {{std::move(polygon)}};
}

Outline symmetricCurve(const Knots &rightHalf)
{
    Knots knots = rightHalf;
    for (std::size_t i = rightHalf.size() - 2; i > 0; --i)
        knots.push_back({-rightHalf[i].x, rightHalf[i].y, rightHalf[i].isCorner});
    return curve(knots);
}

Outline ellipse(const Oval &oval)
{
    Polygon polygon;
    polygon.reserve(4 * kSteps);
    appendQuarter(polygon, oval, {0, -1}, {1, 0});
    appendQuarter(polygon, oval, {1, 0}, {0, 1});
    appendQuarter(polygon, oval, {0, 1}, {-1, 0});
    appendQuarter(polygon, oval, {-1, 0}, {0, -1});
    return {{std::move(polygon)}};
}

Outline roundedBox(const Oval &box, float radius)
{
    const float x = box.radiusX - radius;
    const float y = box.radiusY - radius;
    const auto circle = [&](float sideX, float sideY) {
        return Oval{box.center + Point{x * sideX, y * sideY}, radius, radius};
    };
    Polygon polygon;
    appendQuarter(polygon, circle(1, -1), {0, -1}, {1, 0});
    polygon.push_back(box.center + Point{box.radiusX, y});
    appendQuarter(polygon, circle(1, 1), {1, 0}, {0, 1});
    polygon.push_back(box.center + Point{-x, box.radiusY});
    appendQuarter(polygon, circle(-1, 1), {0, 1}, {-1, 0});
    polygon.push_back(box.center + Point{-box.radiusX, -y});
    appendQuarter(polygon, circle(-1, -1), {-1, 0}, {0, -1});
    return {{std::move(polygon)}};
}

Outline stroke(const Bow &bow, const Pen &width)
{
    Polygon polygon;
    polygon.reserve(6 * kSteps);
    const auto side = [&](int step, float sign) {
        const float t = static_cast<float>(step) / kSteps;
        const Point along = direction(bow, t);
        const float half = sign * 0.5F * widthAt(width, t);
        polygon.push_back(at(bow, t) + Point{along.y * half, -along.x * half});
    };
    for (int i = 0; i < kSteps; ++i)
        side(i, 1);
    appendCap(polygon, bow.to, direction(bow, 1), 0.5F * width.end);
    for (int i = kSteps; i > 0; --i)
        side(i, -1);
    appendCap(polygon, bow.from, direction(bow, 0) * -1, 0.5F * width.start);
    return {{std::move(polygon)}};
}

} // namespace quantloupe::avatar_drawing
