// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/image_files.h"

#include "base/error.h"

namespace quantloupe {

ImageList readImages(const std::string &source, std::size_t count)
{
    const ImageSetPtr set = openImageSet(source);
    ImageList list;
    for (std::size_t i = 0; i < set->size() && list.images.size() < count; ++i) {
        try {
            list.images.push_back(set->at(i));
        } catch (const Error &error) {
            list.skipped.push_back(error.what());
        }
    }
    if (list.images.empty())
        throw Error(ErrorKind::BadInput,
                    source + " holds no readable picture (PNG, JPEG, WebP, BMP).",
                    list.skipped.empty() ? "" : list.skipped.front());
    return list;
}

} // namespace quantloupe
