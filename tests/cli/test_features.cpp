// SPDX-License-Identifier: GPL-3.0-or-later
// Features of pictures, and the distances between them.
#include "command.h"
#include "made_features.h"
#include "noise_stack.h"
#include "picture_folders.h"
#include "plain_test.h"
#include "refusal.h"
#include "shared_data.h"
#include "test_networks.h"

#include "base/error.h"
#include "base/file_io.h"
#include "metrics/feature_extractor.h"
#include "metrics/feature_files.h"
#include "metrics/frechet_distance.h"
#include "metrics/kernel_distance.h"
#include "model/archive/safetensors.h"

#include <chrono>
#include <cmath>

namespace {

namespace fs = std::filesystem;
using namespace quantloupe;
using nlohmann::json;

constexpr int kSide = 12;

/// Means of the channels, and of their left half.
const char *const kNetwork = "def forward(self, x: Tensor) -> Tensor:\n"
                             "    return torch.cat([torch.mean(x, [2, 3]),\n"
                             "                      torch.mean(x[:, :, :, :6], [2, 3])], 1)\n";

std::string network()
{
    const fs::path path = command::folder() / "halves.pt";
    if (!fs::exists(path))
        test_networks::scripted(kNetwork, {}).save(path.string());
    return path.string();
}

noise_stack::Recipe recipe(std::size_t count, double shift)
{
    return {kSide, 3, count, shift, 30};
}

std::vector<std::string> measuring(const std::string &name, std::vector<std::string> more)
{
    std::vector<std::string> words = {name, "--extractor", network(), "--input-side",
                                      std::to_string(kSide)};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

std::unique_ptr<FeatureExtractor> extractor()
{
    ScriptedExtractorRequest request;
    request.file = network();
    request.side = kSide;
    return openScriptedExtractor(request);
}

Features featuresOf(const noise_stack::Recipe &recipe, std::uint64_t seed)
{
    return extractor()->extract(noise_stack::make(recipe, seed), 1, RunContext());
}

double frechet(const Features &a, const Features &b)
{
    const FeatureIdentity identity = extractor()->identity();
    return *frechetDistance(featureStats(a, identity, 1, RunContext()),
                            featureStats(b, identity, 1, RunContext()), RunContext())
                .value;
}

bool isNear(const json &value, double expected, double relative = 1e-9)
{
    return value.is_number() && std::fabs(value.get<double>() / expected - 1) < relative;
}

} // namespace

TEST(fidAnswers)
{
    const std::string a = picture_folders::noise(recipe(10, 0), 1);
    const std::string b = picture_folders::noise(recipe(25, 20), 2);
    const std::vector<std::string> words =
        measuring("fid", {a, b, "--count", "20", "--floor", "--json", "--seed", "4"});
    const auto result = command::run(words);
    CHECK_EQUAL(result.code, 0);
    CHECK_EQUAL(result.errors, "");
    const json answer = result.json();
    CHECK_EQUAL(answer["tool"], "quantloupe");
    CHECK_EQUAL(answer["version"], QUANTLOUPE_VERSION);
    CHECK_EQUAL(answer["command"], "fid");
    CHECK_EQUAL(answer["seed"], 4);
    CHECK_EQUAL(answer["name"], "FD-halves");
    CHECK_EQUAL(answer["n"], 10);
    CHECK_EQUAL(answer["referenceN"], 20);
    CHECK_EQUAL(answer["form"], "eigen");
    CHECK_EQUAL(answer["fewPictures"], false);
    CHECK_EQUAL(answer["extractor"]["name"], "halves");
    CHECK_EQUAL(answer["extractor"]["sha256"].get<std::string>().size(), 64U);
    CHECK_CONTAINS(answer["pipeline"].get<std::string>(), "clean side 12");
    CHECK(!answer.contains("reason"));
    CHECK(isNear(answer["value"],
                 frechet(featuresOf(recipe(10, 0), 1), featuresOf(recipe(20, 20), 2))));
    CHECK(answer["floor"].get<double>() > 0);
    CHECK(answer["floor"] < answer["value"]);
    std::vector<std::string> threads = words;
    threads.insert(threads.end(), {"--threads", "1"});
    CHECK(isNear(command::run(threads).json()["value"], answer["value"]));
}

TEST(kidAnswers)
{
    const std::string a = picture_folders::noise(recipe(10, 0), 1);
    const std::string b = picture_folders::noise(recipe(20, 20), 2);
    const auto result =
        command::run(measuring("kid", {a, b, "--json", "--floor", "--subsets", "3:5"}));
    CHECK_EQUAL(result.code, 0);
    const json answer = result.json();
    const KernelDistance expected = kernelDistance(
        featuresOf(recipe(10, 0), 1), featuresOf(recipe(20, 20), 2), {}, 1, RunContext());
    CHECK_EQUAL(answer["name"], "KID-halves");
    CHECK_EQUAL(answer["value"].get<double>(), *expected.value);
    CHECK_EQUAL(answer["standardError"].get<double>(), *expected.standardError);
    CHECK_EQUAL(answer["subsets"]["count"], 3);
    CHECK_EQUAL(answer["subsets"]["size"], 5);
    CHECK(answer["floor"].is_number());
    checkRefused(measuring("kid", {a, b, "--subsets", "3:50"}), "Subsets of 50");
    checkRefused(measuring("kid", {a, b, "--subsets", "none.safetensors"}), "none.safetensors");
}

TEST(tables)
{
    const std::string a = picture_folders::noise(recipe(4, 0), 1);
    const std::string b = picture_folders::noise(recipe(5, 20), 2);
    const auto fid = command::run(measuring("fid", {a, b, "--floor"}));
    CHECK_EQUAL(fid.code, 0);
    CHECK_CONTAINS(fid.output, "FD-halves");
    CHECK_CONTAINS(fid.output, "Pictures: 4 against 5; 6 features of halves");
    CHECK_CONTAINS(fid.output, "; pictures prepared with crop center, own size; seed 0\n");
    CHECK_CONTAINS(fid.output, "Gram form");
    CHECK_CONTAINS(fid.output, "No floor: two halves of 4 need 8 reference pictures");
    const auto kid = command::run(measuring("kid", {a, b}));
    CHECK_EQUAL(kid.code, 0);
    CHECK_CONTAINS(kid.output, "standard error");
    CHECK_CONTAINS(kid.output, "; pictures prepared with crop center, own size; seed 0\n");
}

TEST(oneSampleGivesAReason)
{
    const std::string a = picture_folders::noise(recipe(1, 0), 1);
    const std::string b = picture_folders::noise(recipe(9, 20), 2);
    for (const char *name : {"fid", "kid"}) {
        const auto result = command::run(measuring(name, {a, b, "--json"}));
        CHECK_EQUAL(result.code, 0);
        CHECK(result.json()["value"].is_null());
        CHECK(!result.json()["reason"].get<std::string>().empty());
    }
}

TEST(statisticsFiles)
{
    const std::string a = picture_folders::noise(recipe(10, 0), 1);
    const std::string b = picture_folders::noise(recipe(20, 20), 2);
    const std::string own = (command::emptyFolder() / "b.safetensors").string();
    const std::string npz = (command::emptyFolder() / "b.npz").string();
    const json written = command::run(measuring("features", {b, "--out", own, "--json"})).json();
    CHECK_EQUAL(written["command"], "features");
    CHECK_EQUAL(written["n"], 20);
    CHECK_EQUAL(written["dimension"], 6);
    CHECK_EQUAL(written["files"][0], own);
    CHECK_EQUAL(command::run(measuring("features", {b, "--out", npz})).code, 0);
    CHECK_EQUAL(readFeatureStats(own).features.values == featuresOf(recipe(20, 20), 2).values,
                true);
    const double expected = command::run(measuring("fid", {a, b, "--json"})).json()["value"];
    const json fromOwn = command::run(measuring("fid", {a, own, "--json", "--floor"})).json();
    CHECK(isNear(fromOwn["value"], expected));
    CHECK(fromOwn["floor"].is_number());
    const auto fromNpz = command::run(measuring("fid", {a, npz, "--json", "--floor"}));
    CHECK_CONTAINS(fromNpz.errors, "does not tell how its features were measured");
    CHECK(isNear(fromNpz.json()["value"], expected));
    CHECK(fromNpz.json()["referenceN"].is_null());
    CHECK(fromNpz.json()["floor"].is_null());
    CHECK_CONTAINS(fromNpz.json()["floorReason"].get<std::string>(), "does not hold its features");
    // No extractor is needed where nothing is measured.
    CHECK(std::fabs(command::run({"fid", own, own, "--json"}).json()["value"].get<double>()) <
          1e-6);
    const auto kid = command::run(measuring("kid", {a, npz}));
    CHECK_EQUAL(kid.code, 1);
    CHECK_CONTAINS(kid.errors, "mean and covariance alone");
}

TEST(fidOfFewPicturesNeedsAYes)
{
    const auto file = [](std::uint64_t seed) {
        const std::string path = (command::emptyFolder() / "few.safetensors").string();
        const FeatureIdentity identity{std::string(kInceptionName),
                                       "6726825d" + std::string(56, '0'), "pytorch-fid",
                                       kFidDimension};
        FeatureStats stats =
            featureStats(made_features::normal(3, kFidDimension, seed), identity, 1, RunContext());
        stats.preparation = ImagePreparation();
        writeFeatureStats(path, stats);
        return path;
    };
    const std::string a = file(1);
    const std::string b = file(2);
    checkRefused({"fid", a, b}, "--few");
    const json answer = command::run({"fid", a, b, "--few", "--json"}).json();
    CHECK_EQUAL(answer["name"], "FID");
    CHECK_EQUAL(answer["n"], 3);
    CHECK_EQUAL(answer["fewPictures"], true);
    CHECK_EQUAL(answer["form"], "gram");
    CHECK(answer["value"].get<double>() > 0);
    CHECK_CONTAINS(command::run({"fid", a, b, "--few"}).output, "Fewer than 2048 pictures");
    CHECK_EQUAL(command::run({"kid", a, b, "--json"}).json()["name"], "KID");
    // A file of mean and covariance does not tell its number, but the other one is of few.
    const std::string npz = (command::emptyFolder() / "many.npz").string();
    writeFeatureStats(npz, readFeatureStats(b));
    const auto refused = command::run({"fid", a, npz});
    CHECK_EQUAL(refused.code, 1);
    CHECK_CONTAINS(refused.errors, "FID of 3 and unknown pictures");
    CHECK_CONTAINS(refused.errors, "--few");
    CHECK_EQUAL(command::run({"fid", a, npz, "--few", "--json"}).json()["fewPictures"], true);
}

TEST(refusals)
{
    const std::string a = picture_folders::noise(recipe(4, 0), 1);
    const std::string own = (command::emptyFolder() / "a.safetensors").string();
    command::run(measuring("features", {a, "--out", own}));
    checkRefused({"fid", a, a}, "--extractor");
    checkRefused({"features", a}, "--extractor");
    checkRefused(measuring("fid", {a}), "B");
    checkRefused(measuring("fid", {a, "no-such-folder"}), "no-such-folder");
    checkRefused(measuring("fid", {a, own, "--pipeline", "tf-legacy"}), "different pipelines");
    checkRefused(measuring("fid", {a, own, "--mean", "1,0,0"}), "different pipelines");
    checkRefused(measuring("fid", {a, a, "--mean", "1,0"}), "--mean");
    checkRefused(measuring("fid", {a, a, "--deviation", "1,0,1"}), "--deviation");
    checkRefused(measuring("fid", {a, a, "--input-range", "1,1"}), "--input-range");
    checkRefused(measuring("fid", {a, a, "--pipeline", "sharp"}), "--pipeline");
    checkRefused(measuring("features", {a, "--out", "x.json"}), ".safetensors or .npz");
}

TEST(interruptedMeasurement)
{
    const fs::path folder = command::emptyFolder();
    const auto start = std::chrono::steady_clock::now();
    const command::Interruption interruption{
        [=] { return std::chrono::steady_clock::now() - start > std::chrono::milliseconds(600); }};
    const auto result =
        command::run(measuring("features", {"builtin:avatars", "--count", "3000000", "--out",
                                            (folder / "f.safetensors").string()}),
                     interruption);
    CHECK_EQUAL(result.code, 130);
    CHECK_EQUAL(result.output, "");
    CHECK_CONTAINS(result.errors, "cancelled");
    CHECK_EQUAL(command::namesIn(folder), "");
}
