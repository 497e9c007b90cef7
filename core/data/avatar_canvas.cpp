// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/avatar_canvas.h"

#include <algorithm>
#include <cmath>

namespace quantloupe::avatar_drawing {

namespace {

/// Below this, a pixel is not covered but suffers from rounding.
constexpr float kNothing = 1.0F / 512;

int pixelBelow(float coordinate)
{
    return static_cast<int>(std::floor(std::clamp(coordinate, 0.0F, float(kSide))));
}

int pixelAbove(float coordinate)
{
    return static_cast<int>(std::ceil(std::clamp(coordinate, 0.0F, float(kSide))));
}

std::uint8_t level(float value)
{
    return static_cast<std::uint8_t>(std::clamp(value, 0.0F, 255.0F) + 0.5F);
}

} // namespace

Color mix(const Color &a, const Color &b, float share)
{
    return {a.red + (b.red - a.red) * share, a.green + (b.green - a.green) * share,
            a.blue + (b.blue - a.blue) * share};
}

// Signed areas: every edge adds, in each row, what it covers of the pixels to its right, as
// differences between neighbours; the running sum of a row is the coverage.
Coverage::Coverage(const Outline &outline, const Pose &pose)
{
    for (const auto &polygon : outline.polygons) {
        Point from = pose(polygon.back());
        for (const Point &p : polygon) {
            const Point to = pose(p);
            include(to);
            addEdge(from, to);
            from = to;
        }
    }
    accumulate();
}

void Coverage::include(Point p)
{
    m_left = std::min(m_left, pixelBelow(p.x));
    m_right = std::max(m_right, pixelAbove(p.x));
    m_top = std::min(m_top, pixelBelow(p.y));
    m_bottom = std::max(m_bottom, pixelAbove(p.y));
}

void Coverage::addEdge(Point from, Point to)
{
    const float sign = from.y < to.y ? 1.0F : -1.0F;
    if (from.y > to.y)
        std::swap(from, to);
    if (from.y == to.y || to.y <= 0 || from.y >= kSide)
        return;
    const float slope = (to.x - from.x) / (to.y - from.y);
    const int last = pixelAbove(to.y);
    for (int y = pixelBelow(from.y); y < last; ++y) {
        const float upper = std::max(from.y, static_cast<float>(y));
        const float lower = std::min(to.y, static_cast<float>(y + 1));
        const float x0 = from.x + (upper - from.y) * slope;
        const float x1 = from.x + (lower - from.y) * slope;
        addSpan(m_cells.data() + index(0, y), std::clamp(std::min(x0, x1), 0.0F, float(kSide)),
                std::clamp(std::max(x0, x1), 0.0F, float(kSide)), (lower - upper) * sign);
    }
}

/// One row's piece of an edge, from x0 to x1 >= x0.
void Coverage::addSpan(float *row, float x0, float x1, float height)
{
    const int first = static_cast<int>(x0);
    const int last = std::max(first, static_cast<int>(std::ceil(x1)) - 1);
    const float perPixel = x1 > x0 ? height / (x1 - x0) : 0;
    for (int x = first; x <= last; ++x) {
        const float begin = std::max(x0, static_cast<float>(x));
        const float end = std::min(x1, static_cast<float>(x + 1));
        const float part = first == last ? height : perPixel * (end - begin);
        const float covered = part * (static_cast<float>(x + 1) - 0.5F * (begin + end));
        row[x] += covered;
        row[x + 1] += part - covered;
    }
}

void Coverage::accumulate()
{
    for (int y = m_top; y < m_bottom; ++y) {
        float sum = 0;
        for (int x = m_left; x < m_right; ++x) {
            float &cell = m_cells[index(x, y)];
            sum += cell;
            const float covered = std::min(std::abs(sum), 1.0F);
            cell = covered < kNothing ? 0 : covered;
        }
    }
}

Canvas::Canvas(const Color &background)
{
    m_pixels.fill(background);
}

void Canvas::blend(int x, int y, const Color &color, float share)
{
    Color &pixel = m_pixels[static_cast<std::size_t>(y * kSide + x)];
    pixel = mix(pixel, color, share);
}

void Canvas::fill(const Outline &outline, const Color &color, float opacity)
{
    const Coverage coverage(outline, m_pose);
    for (int y = coverage.top(); y < coverage.bottom(); ++y)
        for (int x = coverage.left(); x < coverage.right(); ++x)
            blend(x, y, color, opacity * coverage.at(x, y));
}

void Canvas::fill(const Outline &outline, const Outline &within, const Color &color, float opacity)
{
    const Coverage coverage(outline, m_pose);
    const Coverage clip(within, m_pose);
    // Outside its bounds the clip holds no finished sums.
    const int right = std::min(coverage.right(), clip.right());
    const int bottom = std::min(coverage.bottom(), clip.bottom());
    for (int y = std::max(coverage.top(), clip.top()); y < bottom; ++y)
        for (int x = std::max(coverage.left(), clip.left()); x < right; ++x)
            blend(x, y, color, opacity * coverage.at(x, y) * clip.at(x, y));
}

Image Canvas::image() const
{
    Image image(kSide, kSide, 3);
    std::uint8_t *out = image.pixels.data();
    for (const Color &pixel : m_pixels) {
        *out++ = level(pixel.red);
        *out++ = level(pixel.green);
        *out++ = level(pixel.blue);
    }
    return image;
}

} // namespace quantloupe::avatar_drawing
