// SPDX-License-Identifier: GPL-3.0-or-later
// What must agree between pictures and statistics, what is assumed, and options that change
// nothing.
#include "picture_folders.h"
#include "refusal.h"

#include "metrics/feature_files.h"

namespace {

namespace fs = std::filesystem;
using namespace quantloupe;
using nlohmann::json;
using Words = std::vector<std::string>;

const std::string &pictures()
{
    static const std::string folder = picture_folders::noise({16, 3, 5, 0, 8}, 1);
    return folder;
}

Words measuring(Words words, const Words &more = {})
{
    words.insert(words.end(), {"--extractor", "builtin:avatarnet"});
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

/// Statistics of the pictures, prepared in one way.
std::string statistics(const std::string &name, const Words &preparation)
{
    const std::string file = (command::emptyFolder() / name).string();
    Words words = measuring({"features", pictures(), "--out", file}, preparation);
    CHECK_EQUAL(command::run(words).code, 0);
    return file;
}

const Words kSmall = {"--crop", "none", "--resize", "8:nearest"};

/// As written before files told it.
std::string withoutPreparation(const std::string &file)
{
    FeatureStats stats = readFeatureStats(file);
    stats.preparation.reset();
    const std::string path = (command::emptyFolder() / "old.safetensors").string();
    writeFeatureStats(path, stats);
    return path;
}

} // namespace

TEST(preparationStandsWithTheStatistics)
{
    const std::string file = statistics("a.safetensors", kSmall);
    const json prepared = {{"crop", "none"}, {"side", 8}, {"filter", "OpenCV nearest"}};
    CHECK_EQUAL(command::run({"fid", file, file, "--json"}).json()["preparation"], prepared);
    const auto same = command::run(measuring({"fid", pictures(), file, "--quiet"}, kSmall));
    CHECK_EQUAL(same.code, 0);
    CHECK_CONTAINS(same.output, "pictures prepared with crop none, 8 x 8 by OpenCV nearest");
    CHECK_CONTAINS(same.output, "; seed 0\n");
    // Statistics of statistics are of the same pictures.
    const std::string again = (command::emptyFolder() / "b.safetensors").string();
    CHECK_EQUAL(command::run(measuring({"features", file, "--out", again})).code, 0);
    CHECK(readFeatureStats(again).preparation == readFeatureStats(file).preparation);
    const std::string whole = statistics("whole.safetensors", {});
    CHECK_EQUAL(command::run({"kid", whole, whole, "--json"}).json()["preparation"],
                json({{"crop", "center"}}));
    CHECK_CONTAINS(command::run({"kid", whole, whole}).output, "crop center, own size; seed 0");
}

TEST(otherPreparationDoesNotCompare)
{
    const std::string nearest = statistics("a.safetensors", kSmall);
    const std::string lanczos =
        statistics("b.safetensors", {"--crop", "none", "--resize", "8:lanczos"});
    for (const char *name : {"fid", "kid"}) {
        const auto refused = command::run({name, nearest, lanczos});
        CHECK_EQUAL(refused.code, 1);
        CHECK_CONTAINS(refused.errors, lanczos + " does not compare");
        CHECK_CONTAINS(refused.errors, "crop none, 8 x 8 by OpenCV nearest");
        CHECK_CONTAINS(refused.errors, "crop none, 8 x 8 by OpenCV lanczos");
        checkRefused(measuring({name, pictures(), nearest}), "crop center, own size");
        checkRefused(measuring({name, nearest, pictures()}, {"--resize", "8:nearest"}),
                     "prepare both with the same --crop and --resize");
    }
}

TEST(whatIsNotToldIsAssumedInTheAnswer)
{
    const std::string npz = statistics("a.npz", kSmall);
    const std::string own = statistics("a.safetensors", kSmall);
    const std::string old = withoutPreparation(own);
    const auto assumption = [&](const std::string &name, const std::string &file) {
        const auto result = command::run({name, own, file, "--json"});
        const json warnings = result.json()["warnings"];
        CHECK_EQUAL(warnings.size(), 1U);
        const auto sentence = warnings[0].get<std::string>();
        CHECK_CONTAINS(result.errors, sentence);
        CHECK_CONTAINS(sentence, file);
        CHECK_CONTAINS(command::run({name, own, file, "--quiet"}).output, "; assumed of " + file);
        return sentence;
    };
    CHECK_CONTAINS(assumption("fid", npz), "does not tell how its features were measured");
    for (const char *name : {"fid", "kid"})
        CHECK_CONTAINS(assumption(name, old), "how its pictures were cropped and resized");
    CHECK_EQUAL(command::run({"fid", own, own, "--json"}).json()["warnings"], json::array());
    CHECK(command::run({"fid", npz, npz, "--json"}).json()["preparation"].is_null());
}

TEST(onePictureHasNoPlaceInAnNpz)
{
    const fs::path folder = command::emptyFolder();
    const auto one = [&](const char *name) {
        return measuring(
            {"features", pictures(), "--count", "1", "--out", (folder / name).string()});
    };
    checkRefused(one("one.npz"), "give a name ending in .safetensors");
    CHECK_EQUAL(command::namesIn(folder), "");
    CHECK_EQUAL(command::run(one("one.safetensors")).code, 0);
    const std::string file = (folder / "one.safetensors").string();
    CHECK(command::run({"fid", file, file, "--json"}).json()["value"].is_null());
}

TEST(optionsWithoutEffectAreRefused)
{
    const std::string own = statistics("a.safetensors", {});
    for (const Words &option : std::vector<Words>{{"--depth", "2048"},
                                                  {"--pipeline", "tf-legacy"},
                                                  {"--mean", "0,0,0"},
                                                  {"--crop", "none"},
                                                  {"--resize", "8"},
                                                  {"--extractor", "a.pth"}})
        for (const char *name : {"fid", "kid"})
            checkRefused({name, own, own, option[0], option[1]},
                         option[0] + " has no effect on statistics");
    checkRefused(measuring({"features", own}, {"--depth", "64"}), "--depth has no effect");
    checkRefused({"fid", own, own, "--count", "2"}, "--count has no effect on statistics");
    CHECK_EQUAL(command::run({"kid", own, own, "--count", "2", "--json"}).json()["n"], 2);
    for (const char *name : {"fid", "kid"}) {
        checkRefused(measuring({name, pictures(), own}, {"--depth", "2048"}),
                     "--depth has no effect on builtin:avatarnet");
        checkRefused(measuring({name, pictures(), own}, {"--input-side", "8", "--mean", "0,0,0"}),
                     "--input-side, --mean have no effect on builtin:avatarnet");
    }
    checkRefused({"features", pictures(), "--extractor", command::labelled(), "--depth", "64"},
                 "a TorchScript network; leave it out");
    checkRefused({"features", pictures(), "--extractor", command::dcgan(), "--input-range", "0,1"},
                 "an Inception; leave it out");
}

TEST(filesThatAreNoFeatureNetworkAreCalledSo)
{
    checkRefused({"features", pictures(), "--extractor", command::dcgan()},
                 "holds no tensor of the Inception of 2015");
    checkRefused({"features", pictures(), "--extractor", "builtin:nothing"},
                 "builtin:nothing is no built-in feature network; there is builtin:avatarnet");
}
