// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that have a picture, and what it shows.
#include "image/image.h"
#include "refusal.h"
#include "run_stores.h"

using namespace run_stores;

namespace {

/// What a comparison picture shows in a cell of so many pixels, to which it enlarges the samples.
std::vector<std::uint8_t> cellOf(const quantloupe::Image &picture, int side, int column, int row)
{
    constexpr int kGap = 4;
    constexpr int kSamplePixels = 16;
    std::vector<std::uint8_t> shown;
    for (int y = 0; y < kSamplePixels; ++y)
        for (int x = 0; x < kSamplePixels; ++x) {
            const std::uint8_t *pixel =
                picture.at(kGap + column * (side + kGap) + x * side / kSamplePixels,
                           kGap + row * (side + kGap) + y * side / kSamplePixels);
            shown.insert(shown.end(), pixel, pixel + picture.channels);
        }
    return shown;
}

/// The picture of the run shows what `comparison`, a picture of compare, begins with.
void checkPicture(const std::string &store, const std::string &run, const std::string &comparison)
{
    const std::string file = (command::emptyFolder() / "run.png").string();
    const json answer = runs(store, {"show", run, "--picture", file});
    CHECK_EQUAL(answer["files"], json(Words{file}));
    CHECK_EQUAL(answer["runs"][0]["hasPicture"], true);
    const quantloupe::Image picture = quantloupe::readImage(file);
    CHECK_EQUAL(picture.width, 4 * 80 + 5 * 4);
    CHECK_EQUAL(picture.height, 256);
    const quantloupe::Image compared = quantloupe::readImage(comparison);
    for (int column = 0; column < 4; ++column)
        for (int row = 0; row < 3; ++row)
            CHECK(cellOf(picture, 80, column, row) == cellOf(compared, 128, column, row));
    CHECK(cellOf(picture, 80, 0, 0) != cellOf(picture, 80, 0, 1));
    CHECK(cellOf(picture, 80, 0, 0) != cellOf(picture, 80, 1, 0));
}

} // namespace

TEST(runsHaveAPicture)
{
    const std::string store = newStore();
    const fs::path folder = command::emptyFolder();
    const std::string compared = (folder / "compared.png").string();
    const std::string best = (folder / "best.quantloupe.json").string();
    const std::string ofBest = (folder / "best.png").string();
    const Words seeded = {"--seed", "7", "--quiet"};
    const Words kept = seeded + Words{"--no-cache", "--store", store};
    const Words lowBits = {"--set", "*=w3,a5"};
    CHECK_EQUAL(command::run(Words{"compare", command::dcgan(), "--count", "5", "--out", compared} +
                             lowBits + kept)
                    .code,
                0);
    CHECK_EQUAL(
        command::run(Words{"metrics", command::dcgan(), "--count", "5", "--metric", "psnr,sqnr"} +
                     lowBits + kept)
            .code,
        0);
    CHECK_EQUAL(command::run(Words{"search", command::dcgan(), "--count", "4", "--sweep-count", "4",
                                   "--metric", "sqnr", "--bits", "4,2", "--budget", "bits=3",
                                   "--out", best} +
                             kept)
                    .code,
                0);
    CHECK_EQUAL(command::run(Words{"compare", command::dcgan(), "--config", best, "--count", "4",
                                   "--out", ofBest} +
                             seeded)
                    .code,
                0);
    checkPicture(store, "1", compared);
    checkPicture(store, "2", compared);
    checkPicture(store, "3", ofBest);
    for (const char *run : {"1", "2", "3"})
        CHECK_EQUAL(runs(store, {"verify", run})["same"], true);
}

TEST(runsWithoutAPictureSaySo)
{
    const std::string store = newStore();
    command::run(quantizers(store));
    CHECK_EQUAL(runs(store, {"show", "1"})["runs"][0]["hasPicture"], false);
    const fs::path file = command::emptyFolder() / "run.png";
    checkRefused({"runs", "show", "1", "--picture", file.string(), "--store", store},
                 "Run 1 has no picture");
    CHECK(!fs::exists(file));
    command::run(compare(command::dcgan(), store));
    checkRefused({"runs", "show", "2", "--picture", "run.jpg", "--store", store}, "ends in .png");
    checkRefused({"runs", "list", "--picture", file.string(), "--store", store}, "--picture");
}
