// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "base/error.h"
#include "image_source_fixture.h"

using namespace quantloupe;
using namespace quantloupe::test;
using namespace image_archives;

/// How the pictures of a source become pictures of one size.
class TestImagePreparation : public test::ImageSourceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void preparedPictures();
    void picturesThatKeepTheirSize();
    void coloursAmongGrey();
    void preparationStops();
};

void TestImagePreparation::preparedPictures()
{
    Image wide(12, 4, 1);
    for (int x = 0; x < 12; ++x)
        for (int y = 0; y < 4; ++y)
            *wide.at(x, y) = static_cast<std::uint8_t>(10 * x);
    const std::string source = written("wide", idx({wide}));
    const Image whole = stackOf(source, {.side = 4, .crop = Crop::None}).image(0);
    const Image center = stackOf(source, {.side = 4}).image(0);
    for (int x = 0; x < 4; ++x) {
        // The mean of three columns, and the columns 4 to 7 themselves.
        QCOMPARE(int(*whole.at(x, 0)), 30 * x + 10);
        QCOMPARE(int(*center.at(x, 0)), 10 * (x + 4));
    }
    const Image nearest = stackOf(source, {.side = 2, .filter = ResizeFilter::Nearest}).image(0);
    QCOMPARE(int(*nearest.at(0, 0)), 40);
    QCOMPARE(int(*nearest.at(1, 0)), 60);
    for (const std::string &filter : resizeFilterNames())
        QCOMPARE(std::string(name(parseResizeFilter(filter))), filter);
    QVERIFY_EXCEPTION_THROWN(parseResizeFilter("sharp"), Error);
}

void TestImagePreparation::picturesThatKeepTheirSize()
{
    const ImageStack faces = stackOf("builtin:avatars", {.side = 0, .count = 2});
    QCOMPARE(faces.side, 64);
    QCOMPARE(faces.count, std::size_t{2});
    QVERIFY(faces.image(1) == openImageSet("builtin:avatars")->at(1));
    const std::string wide = written("wider", idx({noise(12, 9, 1, 1)}));
    QCOMPARE(stackOf(wide, {.side = 0}).side, 9);
    QVERIFY_EXCEPTION_THROWN(stackOf(wide, {.side = 0, .crop = Crop::None}), Error);
    const std::string mixed = written("mixed.tar", tarMember("a.png", png(noise(8, 8, 1, 1))) +
                                                       tarMember("b.png", png(noise(9, 9, 1, 2))));
    QVERIFY_EXCEPTION_THROWN(stackOf(mixed, {.side = 0}), Error);
    QCOMPARE(stackOf(mixed, {.side = 8}).count, std::size_t{2});
}

void TestImagePreparation::coloursAmongGrey()
{
    const std::string tar = tarMember("a.png", png(noise(8, 8, 1, 1))) +
                            tarMember("b.png", png(noise(8, 8, 3, 2))) +
                            tarMember("c.png", png(noise(8, 8, 1, 3))) + tarEnd();
    const std::string source = written("colours.tar", tar);
    const ImageStack stack = stackOf(source, {.side = 8});
    QCOMPARE(stack.channels, 3);
    QVERIFY(stack.image(0) == toRgb(noise(8, 8, 1, 1)));
    QVERIFY(stack.image(1) == noise(8, 8, 3, 2));
    QVERIFY(stack.image(2) == toRgb(noise(8, 8, 1, 3)));
    QCOMPARE(stackOf(source, {.side = 8, .count = 1}).channels, 1);
}

void TestImagePreparation::preparationStops()
{
    std::stop_source stop;
    stop.request_stop();
    bool cancelled = false;
    try {
        prepareImages(*openImageSet("builtin:avatars"), {}, RunContext(stop.get_token()));
    } catch (const Cancelled &) {
        cancelled = true;
    }
    QVERIFY(cancelled);
}

QTEST_GUILESS_MAIN(TestImagePreparation)
#include "tst_image_preparation.moc"
