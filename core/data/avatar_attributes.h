// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace quantloupe {

// What a cartoon face can look like. `Last` names the last value, from which counts are computed.

enum class SkinTone {
    Porcelain,
    Ivory,
    Peach,
    Sand,
    Honey,
    Caramel,
    Almond,
    Chestnut,
    Umber,
    Cocoa,
    Last = Cocoa
};
enum class FaceShape { Oval, Round, Square, Heart, Last = Heart };
enum class HairShape {
    Bald,
    Buzz,
    Short,
    SidePart,
    Quiff,
    Spiky,
    Curly,
    Afro,
    Bob,
    Long,
    Wavy,
    Bun,
    Ponytail,
    Pigtails,
    Last = Pigtails
};
enum class HairColor {
    Black,
    DarkBrown,
    Brown,
    Chestnut,
    Auburn,
    Ginger,
    DarkBlond,
    Blond,
    Platinum,
    Grey,
    Pink,
    Blue,
    Teal,
    Purple,
    Last = Purple
};
/// Happy eyes are closed: their iris is not seen.
enum class EyeShape { Round, Oval, Sleepy, Lashes, Happy, Last = Happy };
enum class IrisColor { DarkBrown, Brown, Hazel, Green, Blue, Grey, Last = Grey };
enum class BrowShape { Flat, Arched, Raised, Bold, Worried, Determined, Last = Determined };
enum class NoseShape { Button, Curve, Profile, Wide, Last = Wide };
enum class MouthShape { Smile, Grin, Laugh, Neutral, Surprised, Smirk, Tongue, Last = Tongue };
enum class CheekStyle { Plain, Blush, Freckles, Last = Freckles };
enum class FacialHair { None, Stubble, Moustache, Goatee, Beard, Last = Beard };
enum class EarSize { Small, Medium, Large, Last = Large };
/// Worn where the hair leaves the ears free.
enum class Earrings { None, Stud, Hoop, Last = Hoop };
enum class Glasses { None, Round, Square, Last = Square };
enum class FrameColor { Black, Tortoise, Red, Blue, Last = Blue };
enum class Clothes {
    TShirt,
    VNeck,
    Collar,
    Hoodie,
    Stripes,
    Turtleneck,
    Overalls,
    Last = Overalls
};
enum class ClothesColor {
    Red,
    Orange,
    Yellow,
    Green,
    Teal,
    Blue,
    Navy,
    Purple,
    Pink,
    Charcoal,
    Last = Charcoal
};
enum class BackgroundColor {
    Sky,
    Mint,
    Butter,
    Rose,
    Lavender,
    Aqua,
    Periwinkle,
    Lime,
    Coral,
    Sand,
    Last = Sand
};

/// How many values an enum of this file has.
template <typename Enum> inline constexpr std::size_t kValueCount = std::size_t(Enum::Last) + 1;

/// All that a picture depends on. The small variations are within kAvatarVariations; drawing takes
/// values outside for the nearest inside.
struct AvatarAttributes
{
    SkinTone skin{};
    FaceShape face{};
    HairShape hair{};
    HairColor hairColor{};
    EyeShape eyes{};
    IrisColor iris{};
    BrowShape brows{};
    NoseShape nose{};
    MouthShape mouth{};
    CheekStyle cheeks{};
    FacialHair facialHair{};
    EarSize ears{};
    Earrings earrings{};
    Glasses glasses{};
    FrameColor frames{};
    Clothes clothes{};
    ClothesColor clothesColor{};
    BackgroundColor background{};
    float tilt = 0;       ///< Of the head, in radians; positive leans right.
    float shiftX = 0;     ///< Of head and shoulders, in pixels.
    float shiftY = 0;     ///< Of the head, in pixels.
    float faceWidth = 1;  ///< Factor.
    float eyeSpacing = 0; ///< Each eye outwards, in pixels before scaling.
    float eyeSize = 1;    ///< Factor.
    float gazeX = 0;      ///< Of both irises, in pixels before scaling.
    float gazeY = 0;      ///< The same, downwards.
    float browShift = 0;  ///< Downwards, in pixels before scaling.
    float mouthWidth = 1; ///< Factor.
    bool operator==(const AvatarAttributes &) const = default;
};

struct AvatarVariation
{
    float AvatarAttributes::*value;
    float low;
    float high;
};

inline constexpr std::array<AvatarVariation, 10> kAvatarVariations = {{
    {&AvatarAttributes::tilt, -0.07F, 0.07F},
    {&AvatarAttributes::shiftX, -1, 1},
    {&AvatarAttributes::shiftY, -0.8F, 0.8F},
    {&AvatarAttributes::faceWidth, 0.95F, 1.05F},
    {&AvatarAttributes::eyeSpacing, -0.5F, 0.6F},
    {&AvatarAttributes::eyeSize, 0.92F, 1.1F},
    {&AvatarAttributes::gazeX, -0.7F, 0.7F},
    {&AvatarAttributes::gazeY, -0.4F, 0.5F},
    {&AvatarAttributes::browShift, -0.6F, 0.6F},
    {&AvatarAttributes::mouthWidth, 0.88F, 1.12F},
}};

/// Face `index` of the set: a pure function, the same on every machine. Most values are equally
/// likely; closed eyes, glasses, facial hair, earrings and colourful hair are rarer.
AvatarAttributes avatarAttributes(std::uint64_t index);

/// How many combinations of values differ visibly in whatever else is drawn: the iris counts only
/// for open eyes, frames only where glasses are worn, and ears, earrings and facial hair, which
/// hair and clothes may hide, not at all. The small variations come on top.
constexpr std::uint64_t distinctAvatars()
{
    constexpr std::uint64_t eyes = (kValueCount<EyeShape> - 1) * kValueCount<IrisColor> + 1;
    constexpr std::uint64_t glasses = (kValueCount<Glasses> - 1) * kValueCount<FrameColor> + 1;
    constexpr std::uint64_t face = kValueCount<SkinTone> * kValueCount<FaceShape> * eyes *
                                   kValueCount<BrowShape> * kValueCount<NoseShape> *
                                   kValueCount<MouthShape> * kValueCount<CheekStyle>;
    constexpr std::uint64_t hair = kValueCount<HairShape> * kValueCount<HairColor>;
    constexpr std::uint64_t around =
        kValueCount<Clothes> * kValueCount<ClothesColor> * kValueCount<BackgroundColor>;
    return face * hair * glasses * around;
}
static_assert(distinctAvatars() >= 1'000'000'000);

} // namespace quantloupe
