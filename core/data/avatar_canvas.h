// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/avatar_outline.h"
#include "image/image.h"

#include <array>

namespace quantloupe::avatar_drawing {

constexpr int kSide = 64;

/// Red, green and blue, 0..255.
struct Color
{
    float red = 0;
    float green = 0;
    float blue = 0;
};

/// `share` = 0 gives `a`, 1 gives `b`.
Color mix(const Color &a, const Color &b, float share);

/// x' = xx x + xy y + dx, y' = yx x + yy y + dy.
struct Pose
{
    float xx = 1, xy = 0, dx = 0;
    float yx = 0, yy = 1, dy = 0;

    Point operator()(Point p) const { return {xx * p.x + xy * p.y + dx, yx * p.x + yy * p.y + dy}; }
};

/// How much of each pixel an outline covers, 0..1, by exact areas.
class Coverage
{
public:
    Coverage(const Outline &outline, const Pose &pose);
    float at(int x, int y) const { return m_cells[index(x, y)]; }
    int top() const { return m_top; }
    int bottom() const { return m_bottom; }
    int left() const { return m_left; }
    int right() const { return m_right; }

private:
    static constexpr int kStride = kSide + 2;

    static std::size_t index(int x, int y) { return static_cast<std::size_t>(y * kStride + x); }
    void include(Point p);
    void addEdge(Point from, Point to);
    void addSpan(float *row, float x0, float x1, float height);
    void accumulate();

    // The pixels that may be covered: from the first inclusive to the last exclusive.
    int m_left = kSide, m_right = 0, m_top = kSide, m_bottom = 0;
    std::array<float, kSide * kStride> m_cells{};
};

/// A picture of kSide x kSide pixels that outlines are painted on, later ones over earlier ones.
class Canvas
{
public:
    explicit Canvas(const Color &background);
    /// Where outlines painted from now on go.
    void setPose(const Pose &pose) { m_pose = pose; }
    void fill(const Outline &outline, const Color &color, float opacity = 1);
    /// Only where `within` covers, too.
    void fill(const Outline &outline, const Outline &within, const Color &color, float opacity = 1);
    Image image() const;

private:
    void blend(int x, int y, const Color &color, float share);

    Pose m_pose;
    std::array<Color, kSide * kSide> m_pixels;
};

} // namespace quantloupe::avatar_drawing
