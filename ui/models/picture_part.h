// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sample_ref.h"
#include "image/pixel_rect.h"

namespace quantloupe {

/// Some pixels of the picture of one sample that is shown.
struct PicturePart
{
    SampleRef sample;
    PixelRect pixels;
    bool operator==(const PicturePart &) const = default;
};

} // namespace quantloupe
