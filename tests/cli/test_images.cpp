// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of a set, prepared and written.
#include "command.h"
#include "noise_stack.h"
#include "plain_test.h"
#include "refusal.h"

#include "session/input_files.h"

namespace {

using namespace quantloupe;
namespace fs = std::filesystem;

std::vector<std::string> imagesOf(const std::string &source, const fs::path &out,
                                  const std::vector<std::string> &extra = {})
{
    std::vector<std::string> words = {"images", source, "--out", out.string()};
    words.insert(words.end(), extra.begin(), extra.end());
    return words;
}

std::vector<Image> read(const std::string &source)
{
    return *readGivenImages(source, 1000).images;
}

} // namespace

TEST(facesBecomeFiles)
{
    const fs::path folder = command::emptyFolder();
    const auto result =
        command::run(imagesOf("builtin:avatars", folder / "faces", {"--count", "3", "--json"}));
    CHECK_EQUAL(result.code, 0);
    CHECK_EQUAL(result.errors, "");
    const nlohmann::json answer = result.json();
    for (const char *key : {"tool", "version", "command", "seed"})
        CHECK(answer.contains(key));
    CHECK_EQUAL(answer["command"], "images");
    CHECK_EQUAL(answer["images"], "builtin:avatars");
    CHECK_EQUAL(answer["count"], 3);
    CHECK_EQUAL(answer["channels"], 3);
    CHECK_EQUAL(answer["skipped"], nlohmann::json::array());
    CHECK_EQUAL(answer["preparation"], nlohmann::json({{"side", 64}, {"crop", "center"}}));
    CHECK_EQUAL(answer["files"], nlohmann::json({(folder / "faces").string()}));
    CHECK_EQUAL(command::namesIn(folder / "faces"), "000000.png 000001.png 000002.png");
    CHECK(read((folder / "faces").string()) == *readGivenImages("builtin:avatars", 3).images);
    checkRefused(imagesOf("builtin:avatars", folder / "faces"), "not an empty folder");
}

TEST(aGridIsSquare)
{
    const fs::path file = command::emptyFolder() / "grid.png";
    const auto result = command::run(imagesOf("builtin:avatars", file, {"--count", "5"}));
    CHECK_EQUAL(result.code, 0);
    CHECK_CONTAINS(result.output, "5 pictures of 64 x 64 pixels, colour");
    CHECK_CONTAINS(result.output, file.string());
    const Image grid = readImage(file);
    CHECK_EQUAL(grid.width, 3 * 64 + 4 * 2);
    CHECK_EQUAL(grid.height, 2 * 64 + 3 * 2);
    const Image first = readGivenImages("builtin:avatars", 1).images->front();
    for (int x = 0; x < 64; ++x)
        CHECK(std::equal(first.at(x, 20), first.at(x, 20) + 3, grid.at(2 + x, 2 + 20)));
}

TEST(writtenTensorsAreASetAgain)
{
    const fs::path folder = command::emptyFolder();
    const std::string tensors = (folder / "set.safetensors").string();
    const std::vector<std::string> half = {"--count", "4", "--resize", "32:area"};
    CHECK_EQUAL(command::run(imagesOf("builtin:avatars", tensors, half)).code, 0);
    CHECK_EQUAL(command::run(imagesOf("builtin:avatars", folder / "set", half)).code, 0);
    const std::vector<Image> fromTensors = read(tensors + ":image");
    CHECK_EQUAL(fromTensors.size(), 4U);
    CHECK_EQUAL(fromTensors.front().width, 32);
    CHECK(fromTensors == read((folder / "set").string()));
}

TEST(picturesAreThoseThatAMetricSees)
{
    const fs::path folder = command::emptyFolder();
    const ImageStack noise = noise_stack::make({40, 3, 4, 0, 20}, 1);
    fs::create_directories(folder / "a");
    for (std::size_t i = 0; i < noise.count; ++i)
        writePng(folder / "a" / (std::to_string(i) + ".png"), noise.image(i));
    const std::string source = (folder / "a").string();
    const std::string prepared = (folder / "prepared").string();
    const std::vector<std::string> fit = {"--count", "4", "--resize", "32:linear"};
    CHECK_EQUAL(command::run(imagesOf(source, prepared, fit)).code, 0);
    // The second set is prepared already.
    const auto distance = [&](const std::string &images) {
        return command::run({"swd", images, "builtin:avatars", "--count", "4", "--resize",
                             "32:linear", "--json"})
            .json()["value"];
    };
    CHECK_EQUAL(distance(prepared), distance(source));
}

TEST(greySetsAndFewPictures)
{
    const fs::path folder = command::emptyFolder();
    const ImageStack noise = noise_stack::make({9, 1, 2, 0, 20}, 1);
    writePng(folder / "a.png", noise.image(0));
    writePng(folder / "b.png", noise.image(1));
    const auto result =
        command::run(imagesOf(folder.string(), folder / "grid.png", {"--count", "3"}));
    CHECK_EQUAL(result.code, 0);
    CHECK_CONTAINS(result.output, "2 pictures of 9 x 9 pixels, grey");
    CHECK_CONTAINS(result.errors, "--count 3");
    CHECK_EQUAL(readImage(folder / "grid.png").width, 2 * 9 + 3 * 2);
}

TEST(whatIsNoSetIsRefused)
{
    const fs::path folder = command::emptyFolder();
    const fs::path out = folder / "out.png";
    checkRefused({"images", "builtin:avatars"}, "--out");
    checkRefused(imagesOf("builtin:avatars", folder / "out.jpg"), ".jpg");
    checkRefused(imagesOf("builtin:avatars", out, {"--resize", "0"}), "64:area");
    checkRefused(imagesOf("builtin:avatars", out, {"--count", "0"}), "--count");
    checkRefused(imagesOf("builtin:cats", out), "builtin:avatars");
    checkRefused(imagesOf((folder / "none").string(), out), (folder / "none").string());
    checkRefused(imagesOf(folder.string(), out), folder.string() + " holds no picture");
    CHECK_EQUAL(command::namesIn(folder), "");
}

TEST(aSetOfPicturesIsNoGenerator)
{
    for (const char *name : {"inspect", "sample", "compare", "demo"})
        checkRefused({name, "builtin:avatars"},
                     "builtin:avatars is a set of pictures, not a generator");
    checkRefused({"sample", "builtin:avatars"}, "quantloupe-cli images builtin:avatars");
}
