// SPDX-License-Identifier: GPL-3.0-or-later
// The papers' experiments: answers, tables, refusals, and that a stopped one says what it had.
#include "command.h"
#include "plain_test.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

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

const std::vector<std::string> kMeasuring = {"--reference", "float", "--threads", "1"};

std::vector<std::string> joined(std::vector<std::string> words,
                                const std::vector<std::string> &more)
{
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

command::Result reproduced(const std::string &recipe, const std::vector<std::string> &more,
                           const command::Interruption &interruption = {})
{
    cache();
    const std::vector<std::string> words = {"reproduce", recipe, command::dcgan()};
    return command::run(joined(joined(words, kMeasuring), more), interruption);
}

json answer(const std::string &recipe)
{
    const auto result = reproduced(recipe, {"--count", "40", "--seed", "2", "--json", "--quiet"});
    CHECK_EQUAL(result.code, 0);
    CHECK_EQUAL(result.errors, "");
    return result.json();
}

/// The row that plays a part.
json rowOf(const json &answer, const std::string &role)
{
    for (const json &row : answer["rows"])
        if (std::count(row["roles"].begin(), row["roles"].end(), role) > 0)
            return row;
    plain_test::fail("rows", 0, "there is no " + role);
    return {};
}

} // namespace

TEST(answersHoldRowsAndVerdict)
{
    const json pbgen = answer("pbgen");
    CHECK_EQUAL(pbgen["tool"], "quantloupe");
    CHECK_EQUAL(pbgen["command"], "reproduce");
    CHECK_EQUAL(pbgen["recipe"], "pbgen");
    CHECK_EQUAL(pbgen["seed"], 2);
    CHECK_EQUAL(pbgen["count"], 40);
    for (const char *key : {"generator", "samplingPlan", "paper", "source", "notes", "warnings",
                            "unquantized", "seconds"})
        CHECK(pbgen.contains(key));
    const json all = rowOf(pbgen, "all");
    CHECK_EQUAL(all["layers"],
                json({{"main.0", "w1,afloat"}, {"main.3", "w1,afloat"}, {"main.6", "w1,afloat"}}));
    CHECK(all["size"]["ratio"] > rowOf(pbgen, "all-but-last")["size"]["ratio"]);
    CHECK_EQUAL(all["metrics"].size(), 3U);
    CHECK_EQUAL(all["metrics"][0]["name"], "SWD");
    CHECK_EQUAL(all["metrics"][1]["name"], "FD-avatarnet");
    CHECK_EQUAL(all["metrics"][2]["name"], "SQNR");
    const json &swd = all["metrics"][0];
    CHECK_EQUAL(swd["n"], 40);
    CHECK_EQUAL(swd["ratioToFloat"].get<double>(),
                swd["quantized"].get<double>() / swd["float"].get<double>());
    CHECK(pbgen["verdict"].size() >= 5);
    for (const json &claim : pbgen["verdict"]) {
        CHECK(!claim["reason"].get<std::string>().empty());
        // All of this paper's claims are about training.
        if (claim["by"] == "paper")
            CHECK_EQUAL(claim["verdict"], "not yet testable");
    }
}

TEST(rowsAreWhatMetricsMeasures)
{
    const json em = rowOf(answer("qgan"), "em-2");
    const auto measured = command::run(joined(
        joined({"metrics", command::dcgan(), "--set", "*=w2:em:tensor", "--metric", "swd,fid,sqnr"},
               kMeasuring),
        {"--count", "40", "--seed", "2", "--json", "--quiet"}));
    const json metrics = measured.json()["metrics"];
    CHECK_EQUAL(metrics.size(), 3U);
    for (std::size_t i = 0; i < metrics.size(); ++i)
        for (const char *key : {"name", "float", "quantized", "floor", "delta", "deltaInterval",
                                "interval", "n", "reasons"})
            CHECK_EQUAL(em["metrics"][i][key], metrics[i][key]);
    CHECK(em["levels"]["entropy"] <= 2.0);
    CHECK(em["levels"]["entropy"] > 0.5);
}

TEST(tableAndRowsOnTheWay)
{
    const auto result = reproduced("andreev", {"--count", "24"});
    CHECK_EQUAL(result.code, 0);
    CHECK_CONTAINS(result.errors, "3 configurations, 24 samples each");
    CHECK_CONTAINS(result.errors, "1/3 W8A8: SWD ");
    CHECK_CONTAINS(result.errors, "3/3 W4A8 in every layer: SWD ");
    for (const char *part : {"arXiv 2108.13996", "configuration", "x float", "95 % of delta",
                             "\nfloat ", "\nW8A8 ", "\nfloor ",
                             "24 samples of seed 0 against 24 "
                             "of float",
                             "features of avatarnet", "is not quantized",
                             "not yet testable (the paper's claim): 4-bit weights",
                             // Float's own pictures tell what changes, not what is worse.
                             "not yet testable (the paper's claim): 8-bit weights",
                             "By SWD it cannot be told: float is no farther than the floor.",
                             "By FD-avatarnet it cannot be told: float is no farther than"})
        CHECK_CONTAINS(result.output, part);
}

TEST(networksOfPicturesAreJudgedOnPictures)
{
    cache();
    const std::string pictures = (command::emptyFolder() / "in").string();
    CHECK_EQUAL(command::run({"sample", command::dcgan(), "--count", "8", "--out", pictures}).code,
                0);
    const auto andreev = [&](const std::vector<std::string> &more) {
        return command::run(joined({"reproduce", "andreev", command::imageToImage(), "--assume",
                                    "input.shape=3x64x64", "--reference", pictures, "--threads",
                                    "1", "--calibrate-count", "2"},
                                   more));
    };
    const auto drawn = andreev({"--count", "4"});
    CHECK_EQUAL(drawn.code, 0);
    CHECK_CONTAINS(drawn.errors, "The inputs are drawn by the seed and are no pictures");
    CHECK_CONTAINS(drawn.output, "; inputs drawn, not pictures, input range");
    CHECK_CONTAINS(drawn.output, "so that no claim is judged");
    CHECK(drawn.output.find("latents normal") == std::string::npos);
    for (const char *verdict : {"\nholds", "\ndoes not hold"})
        CHECK(drawn.output.find(verdict) == std::string::npos);
    const std::vector<std::string> given = {"--images", pictures, "--calibrate-on", pictures};
    const auto table = andreev(joined(given, {"--count", "4"}));
    CHECK_EQUAL(table.code, 0);
    CHECK_CONTAINS(table.output, "; inputs given pictures, input range");
    CHECK(table.output.find("inputs were drawn") == std::string::npos);
    const auto more = andreev(joined(given, {"--count", "9", "--json"}));
    CHECK_EQUAL(more.code, 0);
    CHECK_CONTAINS(more.errors, "holds fewer samples than --count 9; all 8 are used.");
    const json answer = more.json();
    CHECK_EQUAL(answer["count"], 8);
    CHECK_EQUAL(answer["samplingPlan"]["images"], pictures);
    CHECK_EQUAL(answer["samplingPlan"]["calibration"]["count"], 2);
    CHECK_EQUAL(answer["notes"].dump().find("no claim is judged"), std::string::npos);
}

TEST(stoppedOneSaysWhatItHad)
{
    cache();
    const fs::path parts = cache() / "measurements";
    const auto result =
        reproduced("pbgen", {"--count", "100000"},
                   {[&] { return fs::exists(parts) && !fs::is_empty(parts); }, SIGINT});
    CHECK_EQUAL(result.code, 130);
    CHECK_EQUAL(result.output, "");
    CHECK_CONTAINS(result.errors, "cancelled");
}

TEST(resumedOneKeepsItsRows)
{
    cache();
    const fs::path kept = cache() / "recipes";
    const std::vector<std::string> size = {"--count", "400", "--seed", "5"};
    const auto rows = [&] {
        std::size_t files = 0;
        if (fs::exists(kept))
            for (const auto &entry : fs::recursive_directory_iterator(kept))
                files += entry.path().extension() == ".json" ? 1 : 0;
        return files;
    };
    const auto stopped =
        reproduced("qgan", joined(size, {"--quiet"}), {[&] { return rows() >= 2; }, SIGINT});
    CHECK_EQUAL(stopped.code, 130);
    const std::size_t before = rows();
    CHECK(before >= 2);
    const auto resumed = reproduced("qgan", joined(size, {"--resume", "--json"}));
    CHECK_EQUAL(resumed.code, 0);
    CHECK_CONTAINS(resumed.errors,
                   std::to_string(before) + " configurations are measured already.");
    // What is finished needs no rows.
    CHECK_EQUAL(rows(), 0U);
    const json whole = reproduced("qgan", joined(size, {"--json", "--quiet"})).json();
    const json answer = resumed.json();
    CHECK_EQUAL(answer["verdict"], whole["verdict"]);
    CHECK_EQUAL(answer["rows"].size(), whole["rows"].size());
    for (std::size_t i = 0; i < whole["rows"].size(); ++i)
        for (const char *key : {"name", "roles", "layers", "size", "levels", "metrics", "count",
                                "reference", "features", "skipped"})
            CHECK_EQUAL(answer["rows"][i][key], whole["rows"][i][key]);
}

TEST(resumedRowsAreThoseThatWereMeasured)
{
    cache();
    const fs::path kept = cache() / "recipes";
    const std::vector<std::string> size = {"--count", "400", "--seed", "6"};
    const auto files = [&] {
        std::vector<fs::path> all;
        if (fs::exists(kept))
            for (const auto &entry : fs::recursive_directory_iterator(kept))
                if (entry.path().extension() == ".json")
                    all.push_back(entry.path());
        return all;
    };
    reproduced("qgan", joined(size, {"--quiet"}), {[&] { return !files().empty(); }, SIGINT});
    const std::vector<fs::path> left = files();
    CHECK(!left.empty());
    // No measurement gives this: it is read.
    json row = json::parse(std::ifstream(left.front()));
    row["report"]["rows"][0]["quantized"] = 123456.75;
    std::ofstream(left.front()) << row.dump();
    const std::string answer =
        reproduced("qgan", joined(size, {"--resume", "--json", "--quiet"})).output;
    CHECK_CONTAINS(answer, "123456.75");
    // Without --resume all is measured.
    const std::string anew = reproduced("qgan", joined(size, {"--json", "--quiet"})).output;
    CHECK(anew.find("123456.75") == std::string::npos);
}

TEST(refusals)
{
    const auto check = [](const std::vector<std::string> &words, const std::string &part) {
        const auto result = command::run(words);
        CHECK_EQUAL(result.code, 1);
        CHECK_EQUAL(result.output, "");
        CHECK_CONTAINS(result.errors, part);
    };
    check({"reproduce", "qan"}, "There is no recipe 'qan'; there are qgan, pbgen, andreev.");
    check({"reproduce", "qgan", "builtin:fashion-32"},
          "No reference comes with builtin:fashion-32; give the pictures it was trained with by "
          "--reference IMAGES");
    check({"reproduce", "qgan", command::dcgan()}, "No reference comes with " + command::dcgan());
    const std::string missing = (command::emptyFolder() / "nofile.pth").string();
    check({"reproduce", "pbgen", missing}, missing + " could not be opened");
    check({"reproduce"}, "RECIPE");
    check({"reproduce", "qgan", command::dcgan(), "--reference", "float", "--images", "x"},
          "takes latents, not pictures; leave out --images.");
    check({"reproduce", "qgan", "builtin:avatars-64", "--reference", "/nowhere", "--quiet"},
          "/nowhere");
}

TEST(helpSaysWhoseWhatIs)
{
    const std::string help = command::run({"reproduce", "--help"}).output;
    for (const char *part : {"arXiv 1901.08263", "arXiv 1802.09153", "arXiv 2108.13996",
                             "The paper's: ", "Ours: ", "without training", "=builtin:avatars-64"})
        CHECK_CONTAINS(help, part);
}
