// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/swd_reference.h"

#include "metrics/laplacian_pyramid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace quantloupe::reference {

namespace {

constexpr std::array<double, 5> kBinomial = {1, 4, 6, 4, 1};

/// Rows, columns, channels.
struct Plane
{
    int side = 0;
    int channels = 0;
    std::vector<double> values;

    Plane(int planeSide, int planeChannels)
        : side(planeSide),
          channels(planeChannels),
          values(static_cast<std::size_t>(planeSide * planeSide * planeChannels))
    {
    }
    double &at(int x, int y, int c)
    {
        return values[static_cast<std::size_t>((y * side + x) * channels + c)];
    }
};

int reflected(int at, int side)
{
    at = std::abs(at);
    return at < side ? at : 2 * side - 2 - at;
}

double blurredAt(Plane &plane, int x, int y, int c)
{
    double sum = 0;
    for (int dy = -2; dy <= 2; ++dy)
        for (int dx = -2; dx <= 2; ++dx)
            sum += kBinomial[static_cast<std::size_t>(dx + 2)] *
                   kBinomial[static_cast<std::size_t>(dy + 2)] *
                   plane.at(reflected(x + dx, plane.side), reflected(y + dy, plane.side), c);
    return sum / 256;
}

template <typename Value> Plane filled(int side, int channels, const Value &value)
{
    Plane plane(side, channels);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            for (int c = 0; c < channels; ++c)
                plane.at(x, y, c) = value(x, y, c);
    return plane;
}

Plane halved(Plane plane)
{
    return filled((plane.side + 1) / 2, plane.channels,
                  [&](int x, int y, int c) { return blurredAt(plane, 2 * x, 2 * y, c); });
}

/// Zeros between the pixels, then the filter with four times its weight. An odd side is cut from
/// the even one, as OpenCV's border there amounts to.
Plane doubled(Plane plane, int side)
{
    Plane sparse = filled(2 * plane.side, plane.channels, [&](int x, int y, int c) {
        return x % 2 == 0 && y % 2 == 0 ? plane.at(x / 2, y / 2, c) : 0;
    });
    return filled(side, plane.channels,
                  [&](int x, int y, int c) { return 4 * blurredAt(sparse, x, y, c); });
}

using Patches = std::vector<std::vector<double>>;

Patches patchesOf(const ImageStack &stack, std::size_t level,
                  const std::vector<PatchCenter> &centers)
{
    Patches patches;
    const int side = pyramidSides(stack.side)[level];
    const std::size_t share = centers.size() / stack.count;
    Plane plane(side, stack.channels);
    for (std::size_t i = 0; i < centers.size(); ++i) {
        if (i % share == 0)
            plane.values = reference::laplacianLevel(stack, i / share, level);
        std::vector<double> &patch = patches.emplace_back();
        for (int c = 0; c < stack.channels; ++c)
            for (int dy = -kPatchRadius; dy <= kPatchRadius; ++dy)
                for (int dx = -kPatchRadius; dx <= kPatchRadius; ++dx)
                    patch.push_back(plane.at(centers[i].x + dx, centers[i].y + dy, c));
    }
    return patches;
}

void normalize(Patches &patches, int channels)
{
    const std::size_t share = patches.front().size() / static_cast<std::size_t>(channels);
    const double count = static_cast<double>(share * patches.size());
    for (std::size_t begin = 0; begin < patches.front().size(); begin += share) {
        const auto sumOf = [&](const auto &term) {
            double sum = 0;
            for (const std::vector<double> &patch : patches)
                for (std::size_t i = begin; i < begin + share; ++i)
                    sum += term(patch[i]);
            return sum;
        };
        const double mean = sumOf([](double v) { return v; }) / count;
        const double variance = sumOf([&](double v) { return (v - mean) * (v - mean); }) / count;
        for (std::vector<double> &patch : patches)
            for (std::size_t i = begin; i < begin + share; ++i)
                patch[i] = (patch[i] - mean) / std::sqrt(variance);
    }
}

/// numpy's sum of a short run: eight partial sums, added in pairs, then what is left.
float numpySum(const std::vector<float> &values)
{
    std::array<float, 8> part{};
    const std::size_t whole = values.size() / 8 * 8;
    for (std::size_t i = 0; i < whole; ++i)
        part[i % 8] += values[i];
    float sum =
        ((part[0] + part[1]) + (part[2] + part[3])) + ((part[4] + part[5]) + (part[6] + part[7]));
    for (std::size_t i = whole; i < values.size(); ++i)
        sum += values[i];
    return sum;
}

float numpyMean(const std::vector<std::vector<float>> &runs)
{
    float sum = 0;
    for (const std::vector<float> &run : runs)
        sum += numpySum(run);
    return sum / static_cast<float>(runs.size() * runs.front().size());
}

template <typename Change> void changeAll(std::vector<std::vector<float>> &runs, Change change)
{
    for (std::vector<float> &run : runs)
        for (float &value : run)
            value = change(value);
}

/// numpy's mean and std: the latter subtracts a mean of its own.
void normalizeInFloat32(std::vector<std::vector<float>> &runs)
{
    const float mean = numpyMean(runs);
    changeAll(runs, [mean](float v) { return v - mean; });
    std::vector<std::vector<float>> squares = runs;
    const float rest = numpyMean(runs);
    changeAll(squares, [rest](float v) { return (v - rest) * (v - rest); });
    const float deviation = std::sqrt(numpyMean(squares));
    changeAll(runs, [deviation](float v) { return v / deviation; });
}

void normalizeAsPublished(Patches &patches, int channels)
{
    const std::size_t share = patches.front().size() / static_cast<std::size_t>(channels);
    for (std::size_t begin = 0; begin < patches.front().size(); begin += share) {
        std::vector<std::vector<float>> runs;
        const auto first = static_cast<std::ptrdiff_t>(begin);
        const auto last = static_cast<std::ptrdiff_t>(begin + share);
        for (const std::vector<double> &patch : patches)
            runs.emplace_back(patch.begin() + first, patch.begin() + last);
        normalizeInFloat32(runs);
        for (std::size_t i = 0; i < patches.size(); ++i)
            std::copy(runs[i].begin(), runs[i].end(), patches[i].begin() + first);
    }
}

std::vector<double> sortedProjections(const Patches &patches, const float *direction)
{
    std::vector<double> projections;
    for (const std::vector<double> &patch : patches)
        projections.push_back(std::inner_product(patch.begin(), patch.end(), direction, 0.0));
    std::sort(projections.begin(), projections.end());
    return projections;
}

double distance(const Patches &a, const Patches &b, const SwdDirections &directions)
{
    double sum = 0;
    for (std::size_t i = 0; i < directions.count(); ++i) {
        const float *direction = directions.values.data() + i * directions.components;
        const std::vector<double> one = sortedProjections(a, direction);
        const std::vector<double> other = sortedProjections(b, direction);
        for (std::size_t p = 0; p < one.size(); ++p)
            sum += std::fabs(one[p] - other[p]);
    }
    return sum / static_cast<double>(directions.count() * a.size());
}

} // namespace

std::vector<double> laplacianLevel(const ImageStack &stack, std::size_t picture, std::size_t level)
{
    const Image image = stack.image(picture);
    Plane plane =
        filled(stack.side, stack.channels, [&](int x, int y, int c) { return image.at(x, y)[c]; });
    for (std::size_t i = 0; i < level; ++i)
        plane = halved(plane);
    if (level + 1 < pyramidSides(stack.side).size()) {
        const Plane blurred = doubled(halved(plane), plane.side);
        for (std::size_t i = 0; i < plane.values.size(); ++i)
            plane.values[i] -= blurred.values[i];
    }
    return plane.values;
}

std::vector<SwdLevel> swdLevels(const ImageStack &a, const ImageStack &b, const SwdRequest &request,
                                SwdMoments moments)
{
    const std::vector<int> sides = pyramidSides(a.side);
    std::vector<SwdLevel> levels;
    for (std::size_t level = 0; level < sides.size(); ++level) {
        const SwdDrawPlan plan = {request.seed, level,           sides[level],      a.channels,
                                  a.count,      request.patches, request.directions};
        const SwdCenters centers =
            request.fixedCenters.empty() ? drawCenters(plan) : request.fixedCenters[level];
        Patches patchesA = patchesOf(a, level, centers.a);
        Patches patchesB = patchesOf(b, level, centers.b);
        const auto prepare = moments == SwdMoments::Exact ? normalize : normalizeAsPublished;
        prepare(patchesA, a.channels);
        prepare(patchesB, b.channels);
        levels.push_back({sides[level], 1000 * distance(patchesA, patchesB,
                                                        request.fixedDirections.empty()
                                                            ? drawDirections(plan)
                                                            : request.fixedDirections[level])});
    }
    return levels;
}

} // namespace quantloupe::reference
