// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged pictures of a set are named in every answer and count nowhere.
#include "picture_folders.h"
#include "plain_test.h"

#include <algorithm>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Words = std::vector<std::string>;

constexpr int kGood = 6;
constexpr int kDamaged = 7;

/// Pictures of 16 pixels; some are damaged.
const std::string &mixed()
{
    static const std::string folder = [] {
        const std::string path = picture_folders::noise({16, 3, kGood, 0, 8}, 1);
        picture_folders::addDamaged(path, kDamaged);
        return path;
    }();
    return folder;
}

const std::string &good()
{
    static const std::string folder = picture_folders::noise({16, 3, kGood, 0, 8}, 2);
    return folder;
}

Words with(Words words, const Words &more)
{
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

/// Each reads the mixed set once.
std::vector<Words> commands()
{
    const Words network = {"--extractor", "builtin:avatarnet"};
    return {with({"features", mixed()}, network),
            with({"fid", mixed(), good()}, network),
            with({"kid", good(), mixed()}, network),
            {"swd", mixed(), good()},
            {"swd", good(), mixed()},
            {"metrics", command::dcgan(), "--set", "*=w3", "--metric", "swd", "--reference",
             mixed(), "--count", "6", "--no-cache"}};
}

/// What is written must not be there yet.
Words writing()
{
    return {"images", mixed(), "--out", (command::emptyFolder() / "set.safetensors").string()};
}

/// A measurement draws the pictures of its reference in another order.
void checkNamed(const json &answer)
{
    auto skipped = answer["skipped"].get<Words>();
    CHECK_EQUAL(skipped.size(), std::size_t{kDamaged});
    std::ranges::sort(skipped);
    for (std::size_t i = 0; i < skipped.size(); ++i) {
        CHECK_CONTAINS(skipped[i], "broken" + std::to_string(i) + ".png");
        CHECK_EQUAL(std::ranges::count(answer["warnings"], json(skipped[i])), 1);
    }
}

int occurrences(const std::string &text, const std::string &part)
{
    int count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

void checkNamed(const std::string &text)
{
    CHECK_CONTAINS(text, "7 pictures that cannot be read were passed over:\n- " + mixed());
    CHECK_EQUAL(occurrences(text, "/broken"), 5);
    CHECK_CONTAINS(text, "\n- and 2 more\n");
}

} // namespace

TEST(answersInJsonNameAll)
{
    for (const Words &words : commands())
        checkNamed(command::run(with(words, {"--json", "--quiet"})).json());
    checkNamed(command::run(with(writing(), {"--json", "--quiet"})).json());
    const json whole = command::run({"swd", good(), good(), "--json"}).json();
    CHECK_EQUAL(whole["skipped"], json::array());
    CHECK_EQUAL(whole["warnings"], json::array());
}

TEST(answersInTextNameTheFirst)
{
    for (const Words &words : commands()) {
        const auto result = command::run(with(words, {"--quiet"}));
        CHECK_EQUAL(result.code, 0);
        CHECK_EQUAL(result.errors, "");
        checkNamed(result.output);
    }
    checkNamed(command::run(with(writing(), {"--quiet"})).output);
    const auto one = picture_folders::noise({16, 3, kGood, 0, 8}, 3);
    picture_folders::addDamaged(one, 1);
    CHECK_CONTAINS(command::run({"swd", good(), one}).output,
                   "1 picture that cannot be read was passed over:\n");
}

TEST(trainingNamesThem)
{
    const auto training = [](const Words &more) {
        const std::string out = (command::emptyFolder() / "g.safetensors").string();
        return command::run(
            with({"train",    "--dataset", mixed(),   "--size", "8",      "--width", "8",
                  "--latent", "8",         "--batch", "4",      "--grid", "0",       "--threads",
                  "1",        "--steps",   "1",       "--out",  out,      "--quiet"},
                 more));
    };
    const json answer = training({"--json"}).json();
    CHECK_EQUAL(answer["images"], kGood);
    CHECK_EQUAL(answer["skipped"].size(), std::size_t{kDamaged});
    checkNamed(training({}).output);
}

TEST(swdCountsWhatCanBeRead)
{
    for (const Words &words : {Words{"swd", mixed(), good()}, Words{"swd", good(), mixed()}})
        CHECK_EQUAL(command::run(with(words, {"--json"})).json()["n"], kGood);
    const std::string more = picture_folders::noise({16, 3, kGood + 1, 0, 8}, 3);
    for (const Words &words : {Words{"swd", mixed(), more}, Words{"swd", more, mixed()}}) {
        const auto refused = command::run(words);
        CHECK_EQUAL(refused.code, 1);
        CHECK_EQUAL(refused.output, "");
        CHECK_CONTAINS(refused.errors, "give --count 6.");
        CHECK_CONTAINS(refused.errors, "broken0.png");
        CHECK_EQUAL(command::run(with(words, {"--count", "6"})).code, 0);
    }
    CHECK_CONTAINS(command::run({"swd", more, mixed()}).errors, "7 and 6 can be read");
    CHECK_CONTAINS(command::run({"swd", mixed(), more}).errors, "6 and 7 can be read");
}

TEST(aSetOfDamagedPicturesIsRefused)
{
    const std::string folder = command::emptyFolder().string();
    picture_folders::addDamaged(folder, 2);
    const std::string out = (command::emptyFolder() / "set.safetensors").string();
    for (const Words &words :
         {Words{"images", folder, "--out", out}, Words{"swd", good(), folder},
          Words{"swd", folder, good()},
          Words{"features", folder, "--extractor", "builtin:avatarnet", "--out", out}}) {
        const auto refused = command::run(with(words, {"--quiet"}));
        CHECK_EQUAL(refused.code, 1);
        CHECK_EQUAL(refused.output, "");
        CHECK_CONTAINS(refused.errors, folder + " holds no readable picture.");
        CHECK_CONTAINS(refused.errors, "broken1.png");
    }
    CHECK(!fs::exists(out));
}
