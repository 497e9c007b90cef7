// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/attribute_heads.h"

namespace quantloupe {

namespace {

struct AvatarQuestion
{
    AttributeHead head;
    std::int64_t (*answer)(const AvatarAttributes &);
};

template <auto Attribute, typename Enum> AvatarQuestion question(const char *name)
{
    return {{name, static_cast<std::int64_t>(kValueCount<Enum>)},
            [](const AvatarAttributes &attributes) {
                return static_cast<std::int64_t>(attributes.*Attribute);
            }};
}

const std::vector<AvatarQuestion> &questions()
{
    using A = AvatarAttributes;
    static const std::vector<AvatarQuestion> all = {
        question<&A::skin, SkinTone>("skin"),
        question<&A::face, FaceShape>("face"),
        question<&A::hair, HairShape>("hair"),
        question<&A::hairColor, HairColor>("hair colour"),
        question<&A::eyes, EyeShape>("eyes"),
        question<&A::iris, IrisColor>("iris"),
        question<&A::brows, BrowShape>("brows"),
        question<&A::nose, NoseShape>("nose"),
        question<&A::mouth, MouthShape>("mouth"),
        question<&A::cheeks, CheekStyle>("cheeks"),
        question<&A::glasses, Glasses>("glasses"),
        question<&A::clothes, Clothes>("clothes"),
        question<&A::clothesColor, ClothesColor>("clothes colour"),
        question<&A::background, BackgroundColor>("background"),
    };
    return all;
}

} // namespace

const std::vector<AttributeHead> &avatarHeads()
{
    static const std::vector<AttributeHead> heads = [] {
        std::vector<AttributeHead> all;
        for (const AvatarQuestion &question : questions())
            all.push_back(question.head);
        return all;
    }();
    return heads;
}

std::vector<std::int64_t> avatarLabels(const AvatarAttributes &attributes)
{
    std::vector<std::int64_t> labels;
    for (const AvatarQuestion &question : questions())
        labels.push_back(question.answer(attributes));
    return labels;
}

} // namespace quantloupe
