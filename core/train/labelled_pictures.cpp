// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/labelled_pictures.h"

#include "base/error.h"

namespace quantloupe {

LabelledPictures readLabelledPictures(const TrainRequest &request, const RunContext &context)
{
    context.describe("Reading %1", request.dataset);
    const ImageSetPtr set = openImageSet(request.dataset);
    ImageStack stack = prepareImages(*set, request.preparation, context);
    if (stack.count < static_cast<std::size_t>(request.loop.batch))
        throw Error(ErrorKind::BadInput,
                    request.dataset + " holds " + std::to_string(stack.count) +
                        " readable pictures, fewer than one batch of " +
                        std::to_string(request.loop.batch) +
                        "; use a smaller --batch or more pictures.",
                    stack.skipped.empty() ? "" : "- " + stack.skipped.front());
    PictureLabels labels = readPictureLabels(request.labels, request.dataset, *set, stack);
    return {std::move(stack), std::move(labels)};
}

} // namespace quantloupe
