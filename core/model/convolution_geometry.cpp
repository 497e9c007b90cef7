// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/convolution_geometry.h"

namespace quantloupe {

std::int64_t transposedSide(std::int64_t side, std::int64_t kernel, const ConvolutionGeometry &g)
{
    return (side - 1) * g.stride - 2 * g.padding + kernel + g.outputPadding;
}

std::vector<GeometryOption> transposedOptions(std::int64_t kernel, std::int64_t side)
{
    const int k = static_cast<int>(kernel);
    if (side == 1)
        return {{{1, 0, 0}, 0}};
    switch (k) {
    case 1:
        return {{{1, 0, 0}, 0}};
    case 2:
        return {{{2, 0, 0}, 0}};
    case 3:
        return {{{2, 1, 1}, 0}, {{1, 1, 0}, 1}, {{2, 1, 0}, 1}, {{2, 0, 0}, 1.5}};
    case 4:
        return {{{2, 1, 0}, 0}, {{1, 0, 0}, 1.5}, {{2, 0, 0}, 1.5}};
    case 5:
        return {{{2, 2, 1}, 0}, {{1, 2, 0}, 1}};
    default:
        break;
    }
    if (k % 2 == 0)
        return {{{k == 8 || k == 16 ? k / 2 : 2, k == 8 || k == 16 ? k / 4 : (k - 2) / 2, 0}, 0}};
    return {{{1, (k - 1) / 2, 0}, 0}, {{2, (k - 1) / 2, 1}, 1}};
}

} // namespace quantloupe
