// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/avatar_attributes.h"
#include "image/image.h"

#include <array>

namespace quantloupe {

/// Width and height of every face.
inline constexpr int kAvatarSide = 64;

/// The cartoon face with these attributes: RGB, kAvatarSide x kAvatarSide, anti-aliased. A pure
/// function, the same to the bit on every machine; any thread may call it.
Image drawAvatar(const AvatarAttributes &attributes);

/// Face `index` of the endless set of cartoon faces: drawAvatar(avatarAttributes(index)).
Image avatar(std::uint64_t index);

/// The colour that fills the picture behind a face: red, green, blue.
std::array<std::uint8_t, 3> avatarBackground(BackgroundColor color);

} // namespace quantloupe
