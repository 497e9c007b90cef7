// SPDX-License-Identifier: GPL-3.0-or-later
// Measuring a generator: answers, tables, refusals, and that neither a signal nor a kill loses what
// was measured.
#include "base/hash.h"
#include "command.h"
#include "noise_stack.h"
#include "test_networks.h"

// LibTorch brings a CHECK of its own.
#undef CHECK
#include "plain_test.h"

#include <cstdlib>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// A cache of this program's own.
const fs::path &cache()
{
    static const fs::path path = [] {
        const fs::path folder = command::emptyFolder();
        ::setenv("XDG_CACHE_HOME", folder.c_str(), 1);
        return folder / "quantloupe";
    }();
    return path;
}

/// A feature network of ten features.
std::string extractor()
{
    using namespace test_networks;
    static const std::string path = [] {
        const std::string file = (command::folder() / "deep.pt").string();
        scripted("def forward(self, x: Tensor) -> Tensor:\n"
                 "    y = torch.reshape(x, [x.size(0), -1])[:, :768]\n"
                 "    return torch.tanh(torch.matmul(y, self.w))\n",
                 {{"w", weight({768, 10}, 1)}})
            .save(file);
        return file;
    }();
    return path;
}

std::vector<std::string> measurement(const std::vector<std::string> &more)
{
    cache();
    std::vector<std::string> words = {
        "metrics",   command::dcgan(),         "--set", "*=w3",      "--extractor",
        extractor(), "--extractor-input-side", "16",    "--threads", "1"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

command::Result measured(const std::vector<std::string> &more,
                         const command::Interruption &interruption = {})
{
    return command::run(measurement(more), interruption);
}

/// Pictures in a new folder.
std::string pictures(const noise_stack::Recipe &recipe)
{
    const auto folder = command::emptyFolder();
    const quantloupe::ImageStack stack = noise_stack::make(recipe, 3);
    for (std::size_t i = 0; i < stack.count; ++i)
        quantloupe::writePng(folder / (std::to_string(1000 + i) + ".png"), stack.image(i));
    return folder.string();
}

void checkRefused(const std::vector<std::string> &more, const std::string &part)
{
    const auto result = measured(more);
    CHECK_EQUAL(result.code, 1);
    CHECK_EQUAL(result.output, "");
    CHECK_CONTAINS(result.errors, part);
}

/// As opposed to one that is being written.
bool isWholePart(const std::string &name)
{
    const std::size_t kind = name.find("-pairs-");
    return kind != std::string::npos &&
           name.find_first_not_of("0123456789", kind + 7) == std::string::npos;
}

std::size_t partsKept()
{
    std::size_t parts = 0;
    if (fs::exists(cache() / "measurements"))
        for (const auto &entry : fs::directory_iterator(cache() / "measurements"))
            parts += isWholePart(entry.path().filename().string()) ? 1 : 0;
    return parts;
}

} // namespace

TEST(metricsAnswers)
{
    const auto result = measured({"--metric", "fid,kid,swd,psnr,layer-sqnr", "--count", "80",
                                  "--seed", "4", "--json", "--quiet"});
    CHECK_EQUAL(result.code, 0);
    CHECK_EQUAL(result.errors, "");
    const json answer = result.json();
    CHECK_EQUAL(answer["tool"], "quantloupe");
    CHECK_EQUAL(answer["version"], QUANTLOUPE_VERSION);
    CHECK_EQUAL(answer["command"], "metrics");
    CHECK_EQUAL(answer["seed"], 4);
    CHECK_EQUAL(answer["count"], 80);
    for (const char *key : {"generator", "samplingPlan", "reference", "features", "skipped", "run",
                            "warnings", "unquantized"})
        CHECK(answer.contains(key));
    const json &rows = answer["metrics"];
    CHECK_EQUAL(rows.size(), 4U + 3U);
    for (const json &row : rows)
        for (const char *key : {"name", "float", "quantized", "floor", "delta", "deltaInterval",
                                "n", "extractor", "pipeline", "reason"})
            CHECK(row.contains(key));
    CHECK_EQUAL(rows[0]["name"], "FD-deep");
    CHECK_EQUAL(rows[0]["n"], 80);
    CHECK_EQUAL(rows[0]["extractor"], "deep");
    CHECK(rows[0]["reason"].is_null());
    CHECK_EQUAL(rows[0]["delta"].get<double>(),
                rows[0]["quantized"].get<double>() - rows[0]["float"].get<double>());
    CHECK_EQUAL(rows[0]["floor"], rows[0]["float"]);
    CHECK_EQUAL(rows[0]["deltaInterval"].size(), 2U);
    CHECK_EQUAL(rows[1]["name"], "KID-deep");
    CHECK(rows[1]["standardError"]["quantized"].is_number());
    CHECK(rows[1]["deltaInterval"].is_null());
    CHECK_EQUAL(rows[1]["reasons"]["deltaInterval"], "KID carries its standard error");
    CHECK_EQUAL(rows[2]["levels"][0]["resolution"], 16);
    CHECK(rows[2]["extractor"].is_null());
    CHECK_EQUAL(rows[3]["name"], "PSNR");
    CHECK(rows[3]["float"].is_null());
    CHECK_EQUAL(rows[3]["reasons"]["float"], "it is a distance to the float output");
    CHECK_EQUAL(rows[4]["layer"], "main.0");
}

TEST(slicedFeaturesCarryTheirNetwork)
{
    const std::vector<std::string> words = {"--metric", "feature-swd,swd", "--count",
                                            "70",       "--seed",          "4"};
    std::vector<std::string> asJson = words;
    asJson.insert(asJson.end(), {"--json", "--quiet"});
    const json answer = measured(asJson).json();
    const json &row = answer["metrics"][0];
    CHECK_EQUAL(answer["seed"], 4);
    CHECK_EQUAL(row["name"], "Feature-SWD-deep");
    CHECK_EQUAL(row["metric"], "feature-swd");
    CHECK_EQUAL(row["form"], "512 directions");
    CHECK_EQUAL(row["n"], 70);
    CHECK_EQUAL(row["extractor"], "deep");
    CHECK_EQUAL(row["floor"], row["float"]);
    CHECK(row["quantized"].get<double>() > row["floor"].get<double>());
    CHECK(row["unit"].is_null());
    CHECK(!row["largerIsBetter"].get<bool>());
    CHECK(!row["paired"].get<bool>());
    CHECK_CONTAINS(measured(words).output, "Feature-SWD-deep");
}

TEST(metricsTable)
{
    const auto result = measured({"--metric", "swd,fid,psnr", "--count", "70"});
    CHECK_EQUAL(result.code, 0);
    CHECK_CONTAINS(result.errors, "About ");
    CHECK_CONTAINS(result.errors, "70 samples (210 generated pictures)");
    for (const char *part :
         {"metric", "quantized", "floor", "delta", "SWD [x 1000]", "FD-deep", "PSNR [dB]",
          "70 samples of seed 0 against 70 of float", "clean", "latents normal, input range -1,1"})
        CHECK_CONTAINS(result.output, part);
    const std::string sha256 = quantloupe::sha256OfFile(extractor()).substr(0, 12);
    CHECK_CONTAINS(result.output, "features of deep (" + sha256 + ")");
}

TEST(oneSampleHasReasons)
{
    const auto result = measured({"--metric", "fid,psnr", "--count", "1", "--json", "--quiet"});
    CHECK_EQUAL(result.code, 0);
    const json rows = result.json()["metrics"];
    CHECK(rows[0]["quantized"].is_null());
    CHECK_CONTAINS(rows[0]["reason"].get<std::string>(), "one picture has no covariance");
    CHECK(rows[1]["quantized"].is_number());
}

TEST(oneSampleIsSaidSo)
{
    const auto result = measured({"--metric", "psnr", "--count", "1"});
    CHECK_CONTAINS(result.errors, " for 1 sample (2 generated pictures).");
}

TEST(optionsWithoutEffectAreRefused)
{
    checkRefused({"--metric", "fid", "--depth", "64"}, "--depth has no effect on " + extractor());
}

TEST(referenceIsDrawn)
{
    const std::string photos = pictures({16, 3, 40, 0, 8});
    const auto referenceOf = [&](const std::string &count) {
        return measured({"--metric", "swd", "--count", count, "--reference", photos, "--json",
                         "--quiet"})
            .json()["reference"];
    };
    const json some = referenceOf("16");
    CHECK_EQUAL(some["n"], 16);
    CHECK_EQUAL(some["available"], 40);
    CHECK_EQUAL(some["drawn"], "by the seed, without replacement");
    CHECK_EQUAL(referenceOf("40")["drawn"], "all pictures");
}

TEST(metricsOfPictures)
{
    const std::string reference = pictures({24, 3, 130, 0, 8});
    const json answer = measured({"--metric", "swd,fid", "--count", "64", "--reference", reference,
                                  "--resize", "16:linear", "--crop", "none", "--json"})
                            .json();
    CHECK_EQUAL(answer["reference"]["n"], 64);
    CHECK_EQUAL(answer["reference"]["preparation"]["filter"], "OpenCV linear");
    CHECK_EQUAL(answer["reference"]["preparation"]["crop"], "none");
    CHECK(answer["metrics"][0]["floor"].is_number());
    CHECK(answer["metrics"][0]["floor"] != answer["metrics"][0]["float"]);
    const auto few = measured({"--metric", "swd", "--count", "80", "--reference", reference});
    CHECK_CONTAINS(few.output, ", prepared with crop center, 16 x 16 by OpenCV area; ");
    CHECK_CONTAINS(few.output, "No floor of SWD [x 1000]: two halves of 80 need 160");
}

TEST(metricsRefusals)
{
    checkRefused({"--metric", "is"}, "the metrics are fid, kid");
    checkRefused({"--reference", "no-such-folder"}, "no-such-folder");
    checkRefused({"--resize", "32"}, "--resize 16:FILTER");
    checkRefused({"--resume", "--no-cache"}, "--no-cache");
    checkRefused({"--count", "0"}, "--count");
    checkRefused({"--depth", "100"}, "--depth");
    checkRefused({"--extractor-mean", "1,0"}, "--extractor-mean takes three numbers");
    checkRefused({"--metric", "lpips"}, "give their file with --lpips-trunk");
}

TEST(metricsAfterASignalOrAKill)
{
    const std::vector<std::string> words = {"--metric", "fid,swd,psnr", "--count", "640", "--batch",
                                            "1",        "--json",       "--quiet"};
    const json expected = measured(words).json();
    for (const int signal : {SIGINT, SIGKILL}) {
        CHECK_EQUAL(partsKept(), 0U);
        const auto interrupted = measured(words, {[] { return partsKept() > 1; }, signal});
        CHECK(interrupted.code != 0);
        CHECK_EQUAL(interrupted.output, "");
        CHECK(partsKept() > 1);
        std::vector<std::string> resumed = words;
        resumed.push_back("--resume");
        const json answer = measured(resumed).json();
        CHECK(answer["resumed"].get<int>() >= 128);
        CHECK_EQUAL(answer["metrics"], expected["metrics"]);
    }
    CHECK_EQUAL(partsKept(), 0U);
}
