// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/avatar_attributes.h"

#include "base/random_stream.h"

#include <numeric>

namespace quantloupe {

namespace {

/// Faces share no number with anything else that is drawn.
constexpr std::uint64_t kSeed = 0x61766174617273ULL;

/// One value of an enum; `weights` are in the enum's order.
template <typename Enum>
Enum pick(RandomStream &stream, const std::array<unsigned, kValueCount<Enum>> &weights)
{
    std::uint64_t ticket = stream.below(std::accumulate(weights.begin(), weights.end(), 0U));
    std::size_t value = 0;
    while (ticket >= weights[value])
        ticket -= weights[value++];
    return static_cast<Enum>(value);
}

template <typename Enum> Enum pick(RandomStream &stream)
{
    return static_cast<Enum>(stream.below(kValueCount<Enum>));
}

void drawHead(AvatarAttributes &face, RandomStream &stream)
{
    face.skin = pick<SkinTone>(stream);
    face.face = pick<FaceShape>(stream);
    face.hair = pick<HairShape>(stream, {4, 4, 8, 8, 7, 7, 8, 7, 8, 8, 8, 7, 8, 7});
    face.hairColor = pick<HairColor>(stream, {14, 14, 12, 10, 8, 9, 7, 9, 5, 4, 3, 2, 2, 3});
    face.ears = pick<EarSize>(stream);
    face.earrings = pick<Earrings>(stream, {7, 2, 2});
}

/// Every combination is possible; some look better.
bool isBeardRare(const AvatarAttributes &face)
{
    return face.eyes == EyeShape::Lashes || face.hair == HairShape::Bob ||
           face.hair == HairShape::Ponytail || face.hair == HairShape::Pigtails;
}

void drawFace(AvatarAttributes &face, RandomStream &stream)
{
    face.eyes = pick<EyeShape>(stream, {7, 7, 4, 6, 2});
    face.iris = pick<IrisColor>(stream);
    face.brows = pick<BrowShape>(stream);
    face.nose = pick<NoseShape>(stream);
    face.mouth = pick<MouthShape>(stream, {6, 5, 5, 3, 3, 4, 2});
    face.cheeks = pick<CheekStyle>(stream, {3, 4, 2});
    face.facialHair = isBeardRare(face) ? pick<FacialHair>(stream, {56, 1, 1, 1, 1})
                                        : pick<FacialHair>(stream, {16, 1, 2, 1, 2});
    face.glasses = pick<Glasses>(stream, {8, 2, 2});
    face.frames = pick<FrameColor>(stream);
}

void drawSurroundings(AvatarAttributes &face, RandomStream &stream)
{
    face.clothes = pick<Clothes>(stream);
    face.clothesColor = pick<ClothesColor>(stream);
    face.background = pick<BackgroundColor>(stream);
}

void drawVariations(AvatarAttributes &face, RandomStream &stream)
{
    for (const AvatarVariation &variation : kAvatarVariations)
        face.*variation.value = static_cast<float>(stream.uniform(variation.low, variation.high));
}

} // namespace

AvatarAttributes avatarAttributes(std::uint64_t index)
{
    RandomStream stream(kSeed, StreamRole::Noise, index);
    AvatarAttributes face;
    drawHead(face, stream);
    drawFace(face, stream);
    drawSurroundings(face, stream);
    drawVariations(face, stream);
    return face;
}

} // namespace quantloupe
