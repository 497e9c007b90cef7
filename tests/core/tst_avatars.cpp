// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "data/avatars.h"
#include "each_avatar_attribute.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <span>
#include <thread>

using namespace quantloupe;

namespace {

constexpr std::uint64_t kMany = 20000;
/// The first faces as they are drawn everywhere and will stay: networks are trained on them.
constexpr int kPinnedFaces = 64;
constexpr const char *kPinnedHash =
    "ea88fbb72cb72d82d3b1dc969a773c1466e21bd369cfc06989e023327ee1873a";
constexpr double kFacesPerSecond = 1000;

using Rgb = std::array<std::uint8_t, 3>;

Rgb rgb(const Image &image, int x, int y)
{
    const std::uint8_t *pixel = image.at(x, y);
    return {pixel[0], pixel[1], pixel[2]};
}

struct Box
{
    int left, top, right, bottom;
    bool contains(int x, int y) const { return x >= left && x < right && y >= top && y < bottom; }
};

struct Differences
{
    int inside = 0, outside = 0;
};

Differences differences(const Image &a, const Image &b, const Box &box)
{
    Differences found;
    for (int y = 0; y < kAvatarSide; ++y)
        for (int x = 0; x < kAvatarSide; ++x)
            if (rgb(a, x, y) != rgb(b, x, y))
                ++(box.contains(x, y) ? found.inside : found.outside);
    return found;
}

/// A face without anything that covers the one attribute that a test changes.
AvatarAttributes plainFace()
{
    AvatarAttributes face;
    face.skin = SkinTone::Sand;
    face.hair = HairShape::Short;
    face.clothes = Clothes::TShirt;
    return face;
}

template <typename Enum> std::size_t valuesSeen(Enum AvatarAttributes::*attribute, int faces)
{
    std::set<Enum> seen;
    for (int i = 0; i < faces; ++i)
        seen.insert(avatarAttributes(static_cast<std::uint64_t>(i)).*attribute);
    return seen.size();
}

/// How many different pictures all values of an attribute give of an otherwise equal face.
template <typename Enum>
std::size_t picturesOf(Enum AvatarAttributes::*attribute, AvatarAttributes face)
{
    std::set<std::vector<std::uint8_t>> seen;
    for (std::size_t value = 0; value < kValueCount<Enum>; ++value) {
        face.*attribute = static_cast<Enum>(value);
        seen.insert(drawAvatar(face).pixels);
    }
    return seen.size();
}

template <typename Enum> constexpr std::size_t valueCount(Enum AvatarAttributes::*)
{
    return kValueCount<Enum>;
}

std::uint64_t hashOf(const Image &image)
{
    return mixHash(0, std::as_bytes(std::span(image.pixels)));
}

} // namespace

/// The set of cartoon faces that the built-in network is trained on.
class TestAvatars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstFacesStayAsTheyAre();
    void sameFromEveryThread();
    void indicesGiveDifferentPictures();
    void everyValueOccurs();
    void everyValueShows();
    void backgroundHasItsColor();
    void glassesChangeTheEyesOnly();
    void clothesLeaveTheFaceAlone();
    void edgesAreSmooth();
    void valuesBeyondTheirRangesAreTaken();
    void fastEnough();
};

void TestAvatars::firstFacesStayAsTheyAre()
{
    Sha256 hash;
    for (int i = 0; i < kPinnedFaces; ++i) {
        const Image image = avatar(static_cast<std::uint64_t>(i));
        QCOMPARE(image.width, kAvatarSide);
        QCOMPARE(image.height, kAvatarSide);
        QCOMPARE(image.channels, 3);
        hash.add(std::as_bytes(std::span(image.pixels)));
    }
    QCOMPARE(hash.hex(), std::string(kPinnedHash));
}

void TestAvatars::sameFromEveryThread()
{
    constexpr int kThreads = 4;
    constexpr int kFaces = 200;
    std::array<std::vector<Image>, kThreads> drawn;
    {
        std::vector<std::jthread> threads;
        for (std::vector<Image> &images : drawn)
            threads.emplace_back([&images] {
                for (int i = 0; i < kFaces; ++i)
                    images.push_back(avatar(static_cast<std::uint64_t>(i)));
            });
    }
    for (const std::vector<Image> &images : drawn)
        QVERIFY(images == drawn.front());
    // In another order, too.
    for (int i = kFaces - 1; i >= 0; --i)
        QVERIFY(drawAvatar(avatarAttributes(static_cast<std::uint64_t>(i))) ==
                drawn[0][static_cast<std::size_t>(i)]);
}

void TestAvatars::indicesGiveDifferentPictures()
{
    std::set<std::uint64_t> hashes;
    for (std::uint64_t i = 0; i < kMany; ++i)
        hashes.insert(hashOf(avatar(i)));
    QCOMPARE(hashes.size(), std::size_t(kMany));
    QVERIFY(avatar(~std::uint64_t(0)) != avatar(0));
    QVERIFY(avatarAttributes(std::uint64_t(1) << 32) != avatarAttributes(0));
}

void TestAvatars::everyValueOccurs()
{
    forEachAttribute([](const char *name, auto attribute) {
        QVERIFY2(valuesSeen(attribute, 1000) == valueCount(attribute), name);
    });
}

void TestAvatars::everyValueShows()
{
    AvatarAttributes face = plainFace();
    face.glasses = Glasses::Round;
    forEachAttribute([&](const char *name, auto attribute) {
        QVERIFY2(picturesOf(attribute, face) == valueCount(attribute), name);
    });
    for (const AvatarVariation &variation : kAvatarVariations) {
        AvatarAttributes low = face;
        low.*variation.value = variation.low;
        QVERIFY(drawAvatar(low) != drawAvatar(face));
    }
    // The brows show the colour of hair that is not there.
    face.hair = HairShape::Bald;
    QCOMPARE(picturesOf(&AvatarAttributes::hairColor, face), kValueCount<HairColor>);
}

void TestAvatars::backgroundHasItsColor()
{
    for (std::uint64_t i = 0; i < 500; ++i) {
        const Image image = avatar(i);
        const Rgb background = avatarBackground(avatarAttributes(i).background);
        for (const int x : {0, kAvatarSide - 1})
            for (const int y : {0, 12, 46})
                QCOMPARE(rgb(image, x, y), background);
    }
}

void TestAvatars::glassesChangeTheEyesOnly()
{
    for (std::uint64_t i = 0; i < 200; ++i) {
        AvatarAttributes face = avatarAttributes(i);
        face.glasses = Glasses::None;
        const Image without = drawAvatar(face);
        for (const Glasses glasses : {Glasses::Round, Glasses::Square}) {
            face.glasses = glasses;
            const Differences found = differences(without, drawAvatar(face), {10, 23, 54, 42});
            QVERIFY2(found.inside > 60, qPrintable(QString::number(i)));
            QVERIFY2(found.outside == 0, qPrintable(QString::number(i)));
        }
    }
}

void TestAvatars::clothesLeaveTheFaceAlone()
{
    for (std::uint64_t i = 0; i < 200; ++i) {
        AvatarAttributes face = avatarAttributes(i);
        // Hair ties have the colour of the clothes.
        if (face.hair == HairShape::Ponytail || face.hair == HairShape::Pigtails)
            face.hair = HairShape::Bun;
        face.clothes = Clothes::TShirt;
        const Image shirt = drawAvatar(face);
        face.clothes = Clothes::Hoodie;
        face.clothesColor =
            face.clothesColor == ClothesColor::Red ? ClothesColor::Teal : ClothesColor::Red;
        const Differences found = differences(shirt, drawAvatar(face), {0, 44, 64, 64});
        QVERIFY(found.inside > 200);
        QCOMPARE(found.outside, 0);
    }
}

void TestAvatars::edgesAreSmooth()
{
    // A bald head against the background: each row crosses the edge through a mixture of both.
    AvatarAttributes face = plainFace();
    face.hair = HairShape::Bald;
    face.background = BackgroundColor::Sky;
    const Image image = drawAvatar(face);
    const Rgb sky = avatarBackground(face.background);
    const Rgb skin = rgb(image, kAvatarSide / 2, 22);
    QVERIFY(skin[2] < sky[2] - 40);
    std::set<Rgb> mixtures;
    for (int y = 12; y < 22; ++y) {
        int x = 0;
        while (rgb(image, x, y) == sky)
            ++x;
        const Rgb edge = rgb(image, x, y);
        for (std::size_t c = 0; c < 3; ++c)
            QVERIFY(edge[c] >= std::min(sky[c], skin[c]) && edge[c] <= std::max(sky[c], skin[c]));
        mixtures.insert(edge);
    }
    QVERIFY(mixtures.size() >= 8);
}

void TestAvatars::valuesBeyondTheirRangesAreTaken()
{
    AvatarAttributes face = plainFace();
    face.tilt = 0.07F;
    face.eyeSize = 1.1F;
    const Image largest = drawAvatar(face);
    face.tilt = 100;
    face.eyeSize = 1e30F;
    QVERIFY(drawAvatar(face) == largest);
}

void TestAvatars::fastEnough()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("Sanitizers slow drawing down; speed is measured in builds without them.");
#endif
    constexpr int kFaces = 500;
    double best = 0;
    // The best of a few rounds: others may be using the machine.
    for (int round = 0; round < 5; ++round) {
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < kFaces; ++i)
            avatar(static_cast<std::uint64_t>(i));
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        best = std::max(best, kFaces / seconds.count());
    }
    qInfo("%.0f faces per second", best);
    QVERIFY(best >= kFacesPerSecond);
}

QTEST_APPLESS_MAIN(TestAvatars)
#include "tst_avatars.moc"
