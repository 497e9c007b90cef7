// SPDX-License-Identifier: GPL-3.0-or-later
// Distances of sets of pictures.
#include "command.h"
#include "noise_stack.h"
#include "picture_folders.h"
#include "plain_test.h"
#include "refusal.h"
#include "shared_data.h"

#include "base/file_io.h"
#include "base/hash.h"
#include "metrics/swd.h"

#include <cmath>

namespace {

using nlohmann::json;

/// The golden numbers contain numpy's float32 moments.
bool isNear(const json &value, const json &expected)
{
    return std::fabs(value.get<double>() / expected.get<double>() - 1) < 1e-5;
}

} // namespace

TEST(swdAnswers)
{
    const std::string a = picture_folders::noise({32, 3, 8, 0, 20}, 1);
    const std::string b = picture_folders::noise({32, 3, 16, 0, 2}, 2);
    const std::vector<std::string> words = {"swd",    a,         b,        "--count", "8",
                                            "--json", "--floor", "--seed", "4"};
    const auto result = command::run(words);
    CHECK_EQUAL(result.code, 0);
    CHECK_EQUAL(result.errors, "");
    const json answer = result.json();
    CHECK_EQUAL(answer["tool"], "quantloupe");
    CHECK_EQUAL(answer["version"], QUANTLOUPE_VERSION);
    CHECK_EQUAL(answer["command"], "swd");
    CHECK_EQUAL(answer["seed"], 4);
    CHECK_EQUAL(answer["name"], "SWD");
    CHECK_EQUAL(answer["n"], 8);
    CHECK_EQUAL(answer["standard"], true);
    CHECK_EQUAL(answer["levels"].size(), 2U);
    CHECK_EQUAL(answer["levels"][0]["resolution"], 32);
    CHECK_EQUAL(answer["levels"][1]["resolution"], 16);
    CHECK_EQUAL(answer["patches"], "drawn by the seed");
    CHECK_EQUAL(answer["directions"], "drawn by the seed");
    const double mean = answer["levels"][0]["value"].get<double>() / 2 +
                        answer["levels"][1]["value"].get<double>() / 2;
    CHECK(std::fabs(mean - answer["value"].get<double>()) < 1e-9);
    quantloupe::SwdRequest request;
    request.seed = 4;
    const quantloupe::ImageStack reference = noise_stack::make({32, 3, 16, 0, 2}, 2);
    const quantloupe::SwdResult floor =
        quantloupe::swdFloor(reference, 8, request, quantloupe::RunContext());
    CHECK_EQUAL(answer["floor"].get<double>(), floor.value);
    CHECK_EQUAL(command::run(words).output, result.output);
    std::vector<std::string> threads = words;
    threads.insert(threads.end(), {"--threads", "3"});
    CHECK_EQUAL(command::run(threads).output, result.output);
}

TEST(swdTable)
{
    const std::string a = picture_folders::noise({28, 1, 6, 0, 20}, 1);
    const std::string b = picture_folders::noise({28, 1, 6, 0, 2}, 2);
    const auto result = command::run({"swd", a, b, "--floor"});
    CHECK_EQUAL(result.code, 0);
    CHECK_CONTAINS(result.output, "SWD-grey x 1000");
    CHECK_CONTAINS(result.output, "not the published setting");
    CHECK_CONTAINS(result.output, "; pictures prepared with crop center, own size; seed 0\n");
    CHECK_CONTAINS(command::run({"swd", a, b, "--resize", "16:cubic", "--seed", "3"}).output,
                   "; pictures prepared with crop center, 16 x 16 by OpenCV cubic; seed 3\n");
    CHECK_CONTAINS(result.output, "No floor: two halves of 6 need 12 reference pictures");
    const json answer = command::run({"swd", a, b, "--json"}).json();
    CHECK(answer["floor"].is_null());
    CHECK_EQUAL(answer["floorReason"], "not asked for");
}

TEST(swdPreparation)
{
    const std::string a = picture_folders::noise({40, 3, 4, 0, 20}, 1);
    const json answer = command::run({"swd", a, "builtin:avatars", "--count", "4", "--resize",
                                      "32:linear", "--json"})
                            .json();
    CHECK_EQUAL(answer["preparation"]["side"], 32);
    CHECK_EQUAL(answer["preparation"]["crop"], "center");
    CHECK_EQUAL(answer["preparation"]["filter"], "OpenCV linear");
    checkRefused({"swd", a, "builtin:avatars", "--count", "4"}, "40 x 40");
    checkRefused({"swd", a, a, "--resize", "8"}, "too small");
    for (const char *wrong : {"64:sharp", "0", "x", "64:", "5000", "1e2"})
        checkRefused({"swd", a, a, "--resize", wrong}, "area");
}

TEST(swdRefusals)
{
    const std::string a = picture_folders::noise({16, 3, 4, 0, 20}, 1);
    const std::string grey = picture_folders::noise({16, 1, 4, 0, 20}, 1);
    checkRefused({"swd", a}, "B");
    checkRefused({"swd", a, "builtin:avatars"}, "--count 4");
    checkRefused({"swd", a, grey}, "SWD-grey");
    checkRefused({"swd", a, "no-such-folder"}, "no-such-folder");
    checkRefused({"swd", a, "float"}, "reference of `metrics` only");
    checkRefused({"swd", a, a, "--patches", "none.safetensors"}, "none.safetensors");
    checkRefused({"swd", a, a, "--count", "0"}, "--count");
}

TEST(swdOfGoldenPictures)
{
    const auto path = shared_data::find("golden/swd.safetensors");
    if (path.empty()) {
        std::cout << "SKIP " << shared_data::kMissing << "\n";
        return;
    }
    const json golden =
        json::parse(quantloupe::readTextFile(shared_data::find("golden/swd.json")))["noisy64"];
    const std::string file = path.string() + ":noisy64";
    const json answer = command::run({"swd", file + ".a", file + ".b", "--patches", file,
                                      "--directions", file, "--json"})
                            .json();
    CHECK_EQUAL(answer["standard"], true);
    CHECK_EQUAL(answer["n"], golden["images"]);
    for (const char *draw : {"patches", "directions"}) {
        CHECK_EQUAL(answer[draw]["file"], file);
        CHECK_EQUAL(answer[draw]["sha256"], quantloupe::sha256OfFile(path));
    }
    CHECK(isNear(answer["value"], golden["average_f64"]));
    for (std::size_t i = 0; i < golden["levels"].size(); ++i)
        CHECK(isNear(answer["levels"][i]["value"], golden["levels"][i]["swd_x1e3_f64"]));
}
