// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image.h"

#include <cstddef>
#include <memory>
#include <string>

namespace quantloupe {

/// Pictures by index, in an order that does not change from one run to the next. Immutable; at()
/// may be called from several threads at once.
class ImageSet
{
public:
    ImageSet() = default;
    virtual ~ImageSet() = default;
    ImageSet(const ImageSet &) = delete;
    ImageSet &operator=(const ImageSet &) = delete;

    /// Pictures the source names; whether each can be decoded shows only when it is asked for.
    virtual std::size_t size() const = 0;
    /// The picture as it is stored, its own size and channels. `index` < size(). Throws
    /// Error{BadInput|Io} that names the picture if it is damaged; others stay readable.
    virtual Image at(std::size_t index) const = 0;
};

using ImageSetPtr = std::shared_ptr<const ImageSet>;

/// The source of the procedural faces (avatars.h).
inline constexpr const char *kBuiltinAvatars = "builtin:avatars";

/// IMAGES of the command line, pictures in this order: a folder
/// (by path; with the folders in it, as of data sets with one for each class, but hidden ones), one
/// picture file, a tar
/// (in archive order; .gz too), IDX (.gz too), a CIFAR-10 or CIFAR-100 binary batch,
/// `builtin:avatars`. Sizes are checked before anything is allocated.
/// Throws Error{BadInput|Io} if the source is none of these or names no picture; of a folder that
/// holds sets of pictures instead, such as a tar, it names one.
ImageSetPtr openImageSet(const std::string &source);

/// The endings that make a file of a folder or a tar a picture: PNG, JPEG, WebP, BMP.
bool hasPictureEnding(const std::string &name);

} // namespace quantloupe
