// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/picture_labels.h"

#include "base/error.h"
#include "data/label_file.h"

#include <algorithm>

namespace quantloupe {

namespace {

void requireEveryClass(const PictureLabels &labels, const std::filesystem::path &file)
{
    for (int label = 0; label < labels.classes; ++label)
        if (std::ranges::find(labels.values, label) == labels.values.end())
            throw Error(ErrorKind::BadInput,
                        file.string() + " gives none of the pictures the class " +
                            std::to_string(label) + ", but others up to " +
                            std::to_string(labels.classes - 1) +
                            "; count the classes from 0 without a gap, or train with more "
                            "pictures.");
    if (labels.classes < 2)
        throw Error(ErrorKind::BadInput, file.string() + " gives all pictures the same class; "
                                                         "train without --labels.");
}

} // namespace

PictureLabels readPictureLabels(const std::filesystem::path &file, const std::string &images,
                                const ImageSet &set, const ImageStack &stack)
{
    PictureLabels labels;
    if (file.empty())
        return labels;
    labels.values = readLabelsOf(file, images, set.size());
    if (!stack.skipped.empty())
        throw Error(ErrorKind::BadInput,
                    images + " holds pictures that cannot be read; with --labels all of them must "
                             "be readable.",
                    "- " + stack.skipped.front());
    labels.values.resize(stack.count);
    labels.classes = *std::ranges::max_element(labels.values) + 1;
    requireEveryClass(labels, file);
    return labels;
}

} // namespace quantloupe
