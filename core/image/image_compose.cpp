// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "image/image.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace quantloupe {

namespace {

constexpr int kRgb = 3;

std::uint8_t toByte(double value)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

/// Rec. 601 luma.
double luminance(const std::uint8_t *pixel, int channels)
{
    return channels == 1 ? pixel[0] : 0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2];
}

void paintSigned(double change, std::uint8_t *out)
{
    const std::uint8_t faded = toByte(255 - std::fabs(change));
    out[0] = change < 0 ? faded : 255;
    out[1] = faded;
    out[2] = change > 0 ? faded : 255;
}

void paintMaximum(const std::uint8_t *a, const std::uint8_t *b, int channels, double gain,
                  std::uint8_t *out)
{
    int largest = 0;
    for (int c = 0; c < channels; ++c)
        largest = std::max(largest, std::abs(b[c] - a[c]));
    std::fill_n(out, kRgb, toByte(gain * largest));
}

void copyAsRgb(const std::uint8_t *pixel, int channels, std::uint8_t *out)
{
    for (int c = 0; c < kRgb; ++c)
        out[c] = pixel[channels == 1 ? 0 : c];
}

void paste(const Image &image, Image &onto, int left, int top)
{
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            copyAsRgb(image.at(x, y), image.channels, onto.at(left + x, top + y));
}

struct CellSize
{
    int width = 0;
    int height = 0;
    int columns = 0;
};

CellSize cellSize(const std::vector<std::vector<Image>> &rows)
{
    CellSize size;
    for (const auto &row : rows) {
        size.columns = std::max(size.columns, static_cast<int>(row.size()));
        for (const Image &image : row) {
            if (image.isEmpty())
                continue;
            if (size.width > 0 && (image.width != size.width || image.height != size.height))
                throw Error(ErrorKind::Internal, "Pictures of a grid differ in size.");
            size.width = image.width;
            size.height = image.height;
        }
    }
    return size;
}

} // namespace

Image difference(const Image &reference, const Image &quantized, DifferenceKind kind, double gain)
{
    if (reference.width != quantized.width || reference.height != quantized.height ||
        reference.channels != quantized.channels)
        throw Error(ErrorKind::Internal, "Pictures of different size or channels are compared.");
    Image result(reference.width, reference.height, kRgb);
    for (int y = 0; y < result.height; ++y)
        for (int x = 0; x < result.width; ++x) {
            const std::uint8_t *a = reference.at(x, y);
            const std::uint8_t *b = quantized.at(x, y);
            const int channels = reference.channels;
            if (kind == DifferenceKind::MaximumAbsolute)
                paintMaximum(a, b, channels, gain, result.at(x, y));
            else
                paintSigned(gain * (luminance(b, channels) - luminance(a, channels)),
                            result.at(x, y));
        }
    return result;
}

Image enlarge(const Image &image, int factor)
{
    if (factor < 1)
        throw Error(ErrorKind::Internal, "A picture can be enlarged by whole factors from 1 on.");
    Image result(image.width * factor, image.height * factor, image.channels);
    for (int y = 0; y < result.height; ++y)
        for (int x = 0; x < result.width; ++x)
            std::copy_n(image.at(x / factor, y / factor), image.channels, result.at(x, y));
    return result;
}

Image grid(const std::vector<std::vector<Image>> &rows, int gap, std::uint8_t background)
{
    const CellSize cell = cellSize(rows);
    const int rowCount = static_cast<int>(rows.size());
    Image result(gap + cell.columns * (cell.width + gap), gap + rowCount * (cell.height + gap),
                 kRgb);
    std::ranges::fill(result.pixels, background);
    for (int r = 0; r < rowCount; ++r) {
        const auto &row = rows[static_cast<std::size_t>(r)];
        for (int c = 0; c < static_cast<int>(row.size()); ++c)
            paste(row[static_cast<std::size_t>(c)], result, gap + c * (cell.width + gap),
                  gap + r * (cell.height + gap));
    }
    return result;
}

} // namespace quantloupe
