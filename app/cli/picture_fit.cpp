// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture_fit.h"

#include "base/error.h"
#include "image/image_resize.h"

#include <charconv>

namespace quantloupe::cli {

namespace {

struct Resize
{
    int side = 0;
    ResizeFilter filter = ResizeFilter::Area;
};

Resize parseResize(const std::string &text)
{
    Resize resize;
    const std::size_t colon = text.find(':');
    const char *end = text.data() + std::min(colon, text.size());
    const auto result = std::from_chars(text.data(), end, resize.side);
    if (result.ec != std::errc() || result.ptr != end || resize.side < 1)
        throw Error(ErrorKind::BadInput, "--resize takes N or N:FILTER, not '" + text + "'.");
    if (colon != std::string::npos)
        resize.filter = parseResizeFilter(text.substr(colon + 1));
    return resize;
}

Shape inputOf(const GeneratorInfo &info)
{
    return info.inputs.at(0).shape;
}

Resize resizeFor(const InputOptions &options, const GeneratorInfo &info)
{
    const Shape shape = inputOf(info);
    if (options.resize.empty()) {
        if (shape.at(1) != shape.at(2))
            throw Error(ErrorKind::BadInput, "--crop none needs a network with square input; " +
                                                 info.name + " takes " + toText(shape) + ".");
        return {static_cast<int>(shape.at(2)), ResizeFilter::Area};
    }
    const Resize resize = parseResize(options.resize);
    if (shape.at(1) != resize.side || shape.at(2) != resize.side) {
        const std::string side = std::to_string(resize.side);
        throw Error(ErrorKind::BadInput, info.name + " takes pictures of " + toText(shape) +
                                             ", not what --resize " + options.resize +
                                             " gives; a network for any size is opened with "
                                             "--assume input.shape=" +
                                             std::to_string(shape.at(0)) + "x" + side + "x" + side +
                                             ".");
    }
    return resize;
}

bool leftToTheEngine(const InputOptions &options)
{
    return options.resize.empty() && options.crop == "center";
}

} // namespace

Pictures fittedPictures(const Pictures &pictures, const InputOptions &options,
                        const GeneratorInfo &info)
{
    if (leftToTheEngine(options))
        return pictures;
    const Resize resize = resizeFor(options, info);
    auto fitted = std::make_shared<std::vector<Image>>();
    for (const Image &picture : *pictures)
        fitted->push_back(resized(options.crop == "center" ? centerSquare(picture) : picture,
                                  resize.side, resize.side, resize.filter));
    return fitted;
}

nlohmann::ordered_json pictureFitJson(const InputOptions &options, const GeneratorInfo &info)
{
    nlohmann::ordered_json json = {{"crop", options.crop}, {"implementation", "OpenCV"}};
    if (leftToTheEngine(options)) {
        json["size"] = {inputOf(info).at(2), inputOf(info).at(1)};
        json["filter"] = "area where pictures shrink, cubic where they grow";
    } else {
        const Resize resize = resizeFor(options, info);
        json["size"] = {resize.side, resize.side};
        json["filter"] = name(resize.filter);
    }
    return json;
}

} // namespace quantloupe::cli
