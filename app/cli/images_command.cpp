// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/version.h"
#include "commands.h"
#include "picture_fit.h"
#include "picture_target.h"
#include "pictures.h"
#include "session/input_files.h"
#include "skipped_pictures.h"

#include <iostream>

namespace quantloupe::cli {

namespace {

ImageStack preparedPictures(CommandContext &context, const ImagesOptions &options)
{
    ImagePreparation preparation = preparationFor(options.preparation);
    preparation.count = options.count.value_or(InputOptions::kDefaultCount);
    ImageStack stack = prepareImages(*openGivenImages(options.images), preparation, context.run);
    if (stack.count == 0)
        throw Error(ErrorKind::BadInput, options.images + " holds no readable picture.",
                    skippedList(stack.skipped));
    for (const std::string &skipped : stack.skipped)
        note(context, skipped);
    noteShortfall(context, options.count, options.images, stack.count);
    return stack;
}

void write(const ImageStack &stack, PictureTarget target, const std::string &out,
           const RunContext &run)
{
    const NumberedPictures pictures{stack.count, [&](std::size_t i) { return stack.image(i); }};
    if (target == PictureTarget::Grid)
        writePng(out, gridPicture(pictures));
    if (target == PictureTarget::Tensors)
        writePictureTensor(out, stack);
    if (target == PictureTarget::Folder)
        writePictureFolder(out, pictures, run);
}

nlohmann::ordered_json answerFor(const CommandContext &context, const ImagesOptions &options,
                                 const ImageStack &stack)
{
    return {{"tool", "quantloupe"},
            {"version", kVersion},
            {"command", "images"},
            {"seed", context.global.seed},
            {"images", options.images},
            {"count", stack.count},
            {"channels", stack.channels},
            {"preparation", preparationJson(options.preparation, stack.side)},
            {"skipped", stack.skipped},
            {"warnings", context.notes},
            {"files", {options.out}}};
}

std::string textFor(const ImagesOptions &options, const ImageStack &stack)
{
    const std::string side = std::to_string(stack.side);
    return std::to_string(stack.count) + (stack.count == 1 ? " picture of " : " pictures of ") +
           side + " x " + side + (stack.channels == 3 ? " pixels, colour\n" : " pixels, grey\n") +
           options.out + "\n" + skippedText(stack.skipped);
}

} // namespace

void runImages(CommandContext &context, const ImagesOptions &options)
{
    const PictureTarget target = pictureTarget(options.out);
    const ImageStack stack = preparedPictures(context, options);
    write(stack, target, options.out, context.run);
    if (context.global.json)
        std::cout << answerFor(context, options, stack).dump(2) << '\n';
    else
        std::cout << textFor(options, stack);
}

} // namespace quantloupe::cli
