// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture_fit.h"

#include "base/error.h"

namespace quantloupe::cli {

namespace {

Shape inputOf(const GeneratorInfo &info)
{
    return info.inputs.at(0).shape;
}

ImagePreparation preparationOf(const InputOptions &options, const GeneratorInfo &info)
{
    const Shape shape = inputOf(info);
    ImagePreparation preparation = preparationFor(options.preparation);
    if (preparation.side == 0 && shape.at(1) == shape.at(2))
        preparation.side = static_cast<int>(shape.at(2));
    if (preparation.side == 0)
        throw Error(ErrorKind::BadInput, "--crop none needs a network with square input; " +
                                             info.name + " takes " + toText(shape) + ".");
    const std::string side = std::to_string(preparation.side);
    if (shape.at(1) != preparation.side || shape.at(2) != preparation.side)
        throw Error(ErrorKind::BadInput, info.name + " takes pictures of " + toText(shape) +
                                             ", not what --resize " + options.preparation.resize +
                                             " gives; a network for any size is opened with "
                                             "--assume input.shape=" +
                                             std::to_string(shape.at(0)) + "x" + side + "x" + side +
                                             ".");
    return preparation;
}

bool leftToTheEngine(const InputOptions &options)
{
    return options.preparation.resize.empty() && options.preparation.crop == "center";
}

} // namespace

Pictures fittedPictures(const Pictures &pictures, const InputOptions &options,
                        const GeneratorInfo &info)
{
    if (leftToTheEngine(options))
        return pictures;
    const ImagePreparation preparation = preparationOf(options, info);
    auto fitted = std::make_shared<std::vector<Image>>();
    for (const Image &picture : *pictures)
        fitted->push_back(
            resized(preparation.crop == Crop::Center ? centerSquare(picture) : picture,
                    preparation.side, preparation.side, preparation.filter));
    return fitted;
}

nlohmann::ordered_json pictureFitJson(const InputOptions &options, const GeneratorInfo &info)
{
    nlohmann::ordered_json json = {{"crop", options.preparation.crop},
                                   {"implementation", "OpenCV"}};
    if (leftToTheEngine(options)) {
        json["size"] = {inputOf(info).at(2), inputOf(info).at(1)};
        json["filter"] = "area where pictures shrink, cubic where they grow";
    } else {
        const ImagePreparation preparation = preparationOf(options, info);
        json["size"] = {preparation.side, preparation.side};
        json["filter"] = name(preparation.filter);
    }
    return json;
}

nlohmann::ordered_json preparationJson(const ImagePreparation &preparation)
{
    nlohmann::ordered_json json = {{"crop", name(preparation.crop)}};
    if (preparation.side != 0) {
        json["side"] = preparation.side;
        json["filter"] = "OpenCV " + std::string(name(preparation.filter));
    }
    return json;
}

std::string preparationText(const ImagePreparation &preparation)
{
    const std::string side = std::to_string(preparation.side);
    return "crop " + std::string(name(preparation.crop)) +
           (preparation.side == 0 ? ", own size"
                                  : ", " + side + " x " + side + " by OpenCV " +
                                        std::string(name(preparation.filter)));
}

nlohmann::ordered_json preparationJson(const PreparationOptions &options, int side)
{
    nlohmann::ordered_json json = {{"side", side}, {"crop", options.crop}};
    if (!options.resize.empty())
        json["filter"] = "OpenCV " + std::string(name(preparationFor(options).filter));
    return json;
}

} // namespace quantloupe::cli
