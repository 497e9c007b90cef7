// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace quantloupe {

/// An 8-bit picture, rows top to bottom, channels interleaved: 1 (grey) or 3 (RGB).
struct Image
{
    int width = 0;
    int height = 0;
    int channels = 0;
    std::vector<std::uint8_t> pixels;

    Image() = default;
    Image(int imageWidth, int imageHeight, int imageChannels)
        : width(imageWidth),
          height(imageHeight),
          channels(imageChannels),
          pixels(static_cast<std::size_t>(imageWidth) * imageHeight * imageChannels)
    {
    }
    bool isEmpty() const { return pixels.empty(); }
    const std::uint8_t *at(int x, int y) const
    {
        return pixels.data() + (static_cast<std::size_t>(y) * width + x) * channels;
    }
    std::uint8_t *at(int x, int y)
    {
        return const_cast<std::uint8_t *>(std::as_const(*this).at(x, y));
    }
    bool operator==(const Image &) const = default;
};

/// PNG, JPEG, WebP or BMP as grey or RGB; alpha is dropped. Throws Error{BadInput} for anything
/// else and for pictures of more than 100 million pixels.
Image readImage(const std::filesystem::path &path);
Image decodeImage(const std::vector<std::uint8_t> &encoded, const std::string &name);

/// Written atomically; `text` goes into iTXt chunks (keyword -> UTF-8 text). Throws Error{Io}.
void writePng(const std::filesystem::path &path, const Image &image,
              const std::map<std::string, std::string> &text = {});
std::vector<std::uint8_t> encodePng(const Image &image,
                                    const std::map<std::string, std::string> &text = {});

enum class DifferenceKind {
    SignedLuminance, ///< Blue where the quantized picture is darker, red where lighter, white
                     ///< equal.
    MaximumAbsolute  ///< The largest absolute channel difference as a grey value.
};

/// The difference quantized - reference, multiplied by `gain` (> 0), as an RGB picture. Both
/// pictures must have the same size and channels; throws Error{Internal} otherwise.
Image difference(const Image &reference, const Image &quantized, DifferenceKind kind, double gain);

/// `image` enlarged by a whole factor with nearest neighbour.
Image enlarge(const Image &image, int factor);

/// Rows of equal-size pictures on a background with `gap` pixels around each; missing cells stay
/// background. Grey and RGB may be mixed; the result is RGB.
Image grid(const std::vector<std::vector<Image>> &rows, int gap, std::uint8_t background);

} // namespace quantloupe
