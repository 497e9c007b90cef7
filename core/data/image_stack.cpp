// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/image_stack.h"

#include "base/error.h"

#include <algorithm>
#include <optional>

namespace quantloupe {

namespace {

constexpr std::size_t kMostBytes = std::size_t{16} << 30;

void requireKeepsSize(const Image &image, std::size_t index, const ImageStack &stack)
{
    if (image.width == image.height && (stack.count == 0 || image.width == stack.side))
        return;
    const std::string first = std::to_string(stack.count == 0 ? image.height : stack.side);
    throw Error(ErrorKind::BadInput,
                "Picture " + std::to_string(index) + " has " + std::to_string(image.width) + " x " +
                    std::to_string(image.height) + " pixels instead of " + first + " x " + first +
                    "; resize all pictures to squares of one size.");
}

/// A side of 0 becomes that of the first picture.
Image prepared(const Image &image, std::size_t index, const ImagePreparation &preparation,
               ImageStack &stack)
{
    Image square = preparation.crop == Crop::Center ? centerSquare(image) : image;
    if (preparation.side != 0)
        return resized(square, stack.side, stack.side, preparation.filter);
    requireKeepsSize(square, index, stack);
    stack.side = square.width;
    return square;
}

std::optional<Image> read(const ImageSet &set, std::size_t index, ImageStack &stack)
{
    try {
        return set.at(index);
    } catch (const Error &error) {
        stack.skipped.push_back(error.what());
        return {};
    }
}

/// The pictures before the first one with colours are grey.
void turnToRgb(ImageStack &stack)
{
    std::vector<std::uint8_t> grey = std::move(stack.pixels);
    stack.channels = 3;
    stack.pixels.clear();
    stack.pixels.reserve(3 * grey.size());
    for (const std::uint8_t value : grey)
        stack.pixels.insert(stack.pixels.end(), 3, value);
}

void append(ImageStack &stack, const Image &image)
{
    if (stack.count == 0)
        stack.channels = image.channels;
    if (image.channels > stack.channels)
        turnToRgb(stack);
    const Image fitting = stack.channels == 3 ? toRgb(image) : image;
    stack.pixels.insert(stack.pixels.end(), fitting.pixels.begin(), fitting.pixels.end());
    ++stack.count;
}

void requireFitsMemory(std::size_t count, int side)
{
    const std::size_t pixels = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    if (count > kMostBytes / (3 * pixels))
        throw Error(ErrorKind::BadInput, std::to_string(count) + " pictures of " +
                                             std::to_string(side) + " x " + std::to_string(side) +
                                             " pixels need more than 16 GiB; use fewer.");
}

} // namespace

std::string_view name(Crop crop)
{
    return crop == Crop::Center ? "center" : "none";
}

Image ImageStack::image(std::size_t index) const
{
    Image result(side, side, channels);
    std::copy_n(pixels.begin() + static_cast<std::ptrdiff_t>(index * bytesOfOne()), bytesOfOne(),
                result.pixels.begin());
    return result;
}

ImageStack prepareImages(const ImageSet &set, const ImagePreparation &preparation,
                         const RunContext &context)
{
    const std::size_t wanted = std::min(set.size(), preparation.count);
    requireFitsMemory(wanted, std::max(1, preparation.side));
    ImageStack stack;
    stack.side = preparation.side;
    for (std::size_t i = 0; i < set.size() && stack.count < wanted; ++i) {
        if (const std::optional<Image> image = read(set, i, stack)) {
            const Image square = prepared(*image, i, preparation, stack);
            requireFitsMemory(wanted, stack.side);
            append(stack, square);
        }
        context.advance(static_cast<double>(stack.count) / static_cast<double>(wanted));
    }
    return stack;
}

} // namespace quantloupe
