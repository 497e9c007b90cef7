// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/avatar_look.h"

#include <array>

namespace quantloupe::avatar_drawing {

namespace {

constexpr Color rgb(unsigned hex)
{
    return {static_cast<float>(hex >> 16), static_cast<float>(hex >> 8 & 0xff),
            static_cast<float>(hex & 0xff)};
}

template <typename Enum> using Palette = std::array<Color, kValueCount<Enum>>;

constexpr Palette<SkinTone> kSkins = {rgb(0xffe2d1), rgb(0xfdd3b5), rgb(0xf7c49b), rgb(0xecb488),
                                      rgb(0xdb9f6b), rgb(0xc5875a), rgb(0xa96e47), rgb(0x8d5738),
                                      rgb(0x7b4b33), rgb(0x623c2c)};
constexpr Palette<HairColor> kHairs = {rgb(0x2c2631), rgb(0x472c26), rgb(0x764a2f), rgb(0x8b4d30),
                                       rgb(0xa8452c), rgb(0xdb742b), rgb(0xc3935a), rgb(0xedc262),
                                       rgb(0xf3e4bd), rgb(0x9fa5b0), rgb(0xf0719f), rgb(0x3f7fd9),
                                       rgb(0x27a196), rgb(0x8658c9)};
constexpr Palette<IrisColor> kIrises = {rgb(0x46291f), rgb(0x7b4a28), rgb(0x9a7a2e),
                                        rgb(0x3f9b58), rgb(0x3589d1), rgb(0x748a9e)};
constexpr Palette<FrameColor> kFrames = {rgb(0x26232e), rgb(0xb4642a), rgb(0xc9343f),
                                         rgb(0x2558a8)};
constexpr Palette<ClothesColor> kCloths = {
    rgb(0xe5484d), rgb(0xf28a35), rgb(0xf6c131), rgb(0x3faa64), rgb(0x14a3a0),
    rgb(0x3a7be0), rgb(0x2c4076), rgb(0x7f55cc), rgb(0xec659b), rgb(0x454c5a)};
constexpr Palette<BackgroundColor> kBackgrounds = {
    rgb(0xa6dbf7), rgb(0xa9e2c5), rgb(0xfde08c), rgb(0xf9b8c9), rgb(0xcabff4),
    rgb(0x9ddfdf), rgb(0xb2c6f8), rgb(0xd2e58f), rgb(0xffb49d), rgb(0xe9dac0)};

template <typename Enum> Color chosen(const Palette<Enum> &palette, Enum value)
{
    return palette[static_cast<std::size_t>(value)];
}

/// Shadows on skin are warmer, not only darker.
Color skinShade(const Color &skin)
{
    return {skin.red * 0.87F, skin.green * 0.77F, skin.blue * 0.72F};
}

Color dark(const Color &color, float share)
{
    return mix(color, kInk, share);
}

float brightness(const Color &color)
{
    return 0.3F * color.red + 0.6F * color.green + 0.1F * color.blue;
}

/// Darker than the hair, and more so where it would vanish on the skin.
Color browColor(const Color &hair, const Color &skin)
{
    const Color brow = dark(hair, 0.48F);
    const bool isClose =
        brightness(skin) - brightness(brow) < 24 && brightness(brow) - brightness(skin) < 24;
    return isClose ? mix(hair, {24, 15, 20}, 0.85F) : brow;
}

} // namespace

Color colorOf(SkinTone value)
{
    return chosen(kSkins, value);
}
Color colorOf(HairColor value)
{
    return chosen(kHairs, value);
}
Color colorOf(IrisColor value)
{
    return chosen(kIrises, value);
}
Color colorOf(FrameColor value)
{
    return chosen(kFrames, value);
}
Color colorOf(ClothesColor value)
{
    return chosen(kCloths, value);
}
Color colorOf(BackgroundColor value)
{
    return chosen(kBackgrounds, value);
}

Look lookOf(const AvatarAttributes &face)
{
    Look look;
    look.skin = colorOf(face.skin);
    look.skinShade = skinShade(look.skin);
    look.skinLine = skinShade(skinShade(look.skinShade));
    look.blush = mix(look.skin, rgb(0xf2545b), 0.42F);
    look.hair = colorOf(face.hairColor);
    look.hairShade = dark(look.hair, 0.28F);
    look.hairLight = mix(look.hair, kWhite, 0.32F);
    look.brow = browColor(look.hair, look.skin);
    look.beard = dark(look.hair, 0.36F);
    look.iris = colorOf(face.iris);
    look.frames = colorOf(face.frames);
    look.cloth = colorOf(face.clothesColor);
    look.clothShade = dark(look.cloth, 0.25F);
    look.clothLight = mix(look.cloth, kWhite, 0.3F);
    return look;
}

} // namespace quantloupe::avatar_drawing
