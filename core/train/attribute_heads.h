// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/avatar_attributes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quantloupe {

/// One question about a picture, with one answer out of `classes`.
struct AttributeHead
{
    std::string name;
    std::int64_t classes = 0;
};

/// What the built-in feature network learns to name of a cartoon face: what is always seen. Ears,
/// earrings, facial hair and frames, which hair, clothes or a bare nose may hide, are left out.
const std::vector<AttributeHead> &avatarHeads();

/// The answers to avatarHeads().
std::vector<std::int64_t> avatarLabels(const AvatarAttributes &attributes);

/// The kind of a piece of clothing, as Fashion-MNIST numbers it (Xiao, Rasul, Vollgraf 2017).
inline constexpr std::int64_t kClothesClasses = 10;

} // namespace quantloupe
