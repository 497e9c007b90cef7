// SPDX-License-Identifier: GPL-3.0-or-later
// Distances of features against the published programs' numbers.
#include "command.h"
#include "plain_test.h"
#include "shared_data.h"

#include "base/file_io.h"
#include "metrics/feature_extractor.h"
#include "metrics/feature_files.h"
#include "model/archive/safetensors.h"

#include <cmath>
#include <iostream>

namespace {

namespace fs = std::filesystem;
using namespace quantloupe;
using nlohmann::json;

bool isNear(const json &value, double expected, double relative)
{
    return value.is_number() && std::fabs(value.get<double>() / expected - 1) < relative;
}

void checkSkippedPart(const std::string &why)
{
    std::cout << "SKIP " << why << "\n";
}

} // namespace

TEST(goldenPictures)
{
    const fs::path weights = shared_data::find("models/inception_v3_fid_partial.pth");
    const fs::path images = shared_data::find("golden/images32.safetensors");
    if (weights.empty() || images.empty())
        return checkSkippedPart(shared_data::kMissing);
    const std::string fake = images.string() + ":fake";
    const std::string real = images.string() + ":real";
    const std::vector<std::string> common = {fake, real, "--extractor", weights.string(), "--json"};
    std::vector<std::string> words = {"fid", "--depth", "64"};
    words.insert(words.end(), common.begin(), common.end());
    const json answer = command::run(words).json();
    const json golden = json::parse(readTextFile(shared_data::find("golden/fid.json")));
    CHECK_EQUAL(answer["name"], "FD-Inception-64");
    CHECK_EQUAL(answer["n"], golden["n"]);
    CHECK_EQUAL(answer["pipeline"], "pytorch-fid");
    CHECK(isNear(answer["value"], golden["features"]["64"]["real_vs_fake"]["fid_eigh"], 1e-5));
    words = {"fid"};
    words.insert(words.end(), common.begin(), common.end());
    const auto refused = command::run(words);
    CHECK_EQUAL(refused.code, 1);
    CHECK_CONTAINS(refused.errors, "Mixed_7b.branch3x3dbl_2");
}

TEST(goldenKid)
{
    const fs::path features = shared_data::find("golden/fid_features.safetensors");
    if (features.empty())
        return checkSkippedPart(shared_data::kMissing);
    const auto file = [&](const char *name) {
        const std::string path = (command::emptyFolder() / "f.safetensors").string();
        for (const StoredTensor &tensor : readSafetensors(features))
            if (tensor.name == name) {
                const std::size_t count = static_cast<std::size_t>(tensor.shape[0]);
                FeatureAccumulator all({std::string(kInceptionName), "", "pytorch-fid", 768},
                                       KeepFeatures::Always);
                all.add({count, 768, tensor.toFloat()}, 1, RunContext());
                writeFeatureStats(path, all.finish(1, RunContext()));
            }
        return path;
    };
    const std::string fake = file("fake_768");
    const std::string real = file("real_768");
    const json golden = json::parse(readTextFile(shared_data::find("golden/kid.json")));
    const json kid = command::run({"kid", fake, real, "--json", "--subsets",
                                   shared_data::find("golden/kid.safetensors").string()})
                         .json();
    CHECK_EQUAL(kid["name"], "KID-Inception-768");
    CHECK(isNear(kid["value"], golden["kid_full_u_statistic"], 1e-5));
    CHECK(isNear(kid["subsets"]["mean"], golden["kid_mean"], 1e-5));
    CHECK(isNear(kid["subsets"]["deviation"], golden["kid_std"], 1e-5));
    const json fid = command::run({"fid", fake, real, "--json"}).json();
    const json expected = json::parse(readTextFile(shared_data::find("golden/fid.json")));
    CHECK_EQUAL(fid["form"], "gram");
    CHECK(isNear(fid["value"], expected["features"]["768"]["real_vs_fake"]["fid_eigh"], 1e-5));
}
