// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "options.h"

#include <charconv>

namespace quantloupe::cli {

namespace {

constexpr int kLargestSide = 4096;
constexpr const char *kImages = "Folder, picture, tar, IDX(.gz), CIFAR binary, "
                                "FILE.safetensors:key or builtin:avatars";

int sideIn(std::string_view text)
{
    int side = 0;
    const char *end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, side);
    if (result.ec != std::errc() || result.ptr != end || side < 1 || side > kLargestSide)
        throw Error(
            ErrorKind::BadInput,
            "--resize takes a side of 1 to 4096 pixels and a filter, such as 64:area, not '" +
                std::string(text) + "'.");
    return side;
}

} // namespace

void addTo(CLI::App &command, PreparationOptions &options)
{
    command.add_option("--crop", options.crop, "center (largest square) or none (squeezed)")
        ->check(CLI::IsMember({"center", "none"}))
        ->capture_default_str();
    command.add_option(
        "--resize", options.resize,
        "N or N:FILTER, a side in pixels and area, nearest, linear, cubic or lanczos "
        "of OpenCV; without it pictures keep their size, or are fitted to a network's input");
}

void addTo(CLI::App &command, SwdOptions &options)
{
    command.add_option("A", options.images, std::string("Pictures to judge: ") + kImages)
        ->required();
    command.add_option("B", options.reference, "Reference pictures, which the floor is taken from")
        ->required();
    addTo(command, options.preparation);
    command.add_option("--count", options.count, "Take the first N readable pictures of each")
        ->check(CLI::Range(1, 10000000))
        ->capture_default_str();
    command.add_flag("--floor", options.floor,
                     "Also compare two halves of 2 N reference pictures with each other");
    command.add_option("--patches", options.patches,
                       "Fixed patches from FILE.safetensors[:PREFIX] instead of the seed");
    command.add_option("--directions", options.directions,
                       "Fixed directions from FILE.safetensors[:PREFIX] instead of the seed");
}

void addTo(CLI::App &command, ImagesOptions &options)
{
    command.add_option("IMAGES", options.images, kImages)->required();
    addTo(command, options.preparation);
    command
        .add_option("--count", options.count,
                    "Take the first N readable pictures (" +
                        std::to_string(InputOptions::kDefaultCount) + ")")
        ->check(CLI::Range(1, 10000000));
    command.add_option("--out", options.out, ".png (grid), .safetensors or a folder")->required();
}

ImagePreparation preparationFor(const PreparationOptions &options)
{
    ImagePreparation preparation;
    preparation.crop = options.crop == "center" ? Crop::Center : Crop::None;
    preparation.side = 0;
    if (options.resize.empty())
        return preparation;
    const std::size_t colon = options.resize.find(':');
    preparation.side = sideIn(std::string_view(options.resize).substr(0, colon));
    if (colon != std::string::npos)
        preparation.filter = parseResizeFilter(std::string_view(options.resize).substr(colon + 1));
    return preparation;
}

} // namespace quantloupe::cli
