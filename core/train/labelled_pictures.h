// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "train/picture_labels.h"
#include "train/train_request.h"

namespace quantloupe {

/// What a training sees.
struct LabelledPictures
{
    ImageStack pictures;
    PictureLabels labels;
};

/// The request's pictures, prepared, with the classes of its labels. Throws Error{BadInput} if
/// they are fewer than a batch or the labels do not belong to them, Cancelled.
LabelledPictures readLabelledPictures(const TrainRequest &request, const RunContext &context);

} // namespace quantloupe
