// SPDX-License-Identifier: GPL-3.0-or-later
// Training: usage, answers, and that neither a signal nor a kill costs more than repeated steps.
#include "command.h"
#include "plain_test.h"
#include "small_training.h"

#include "model/archive/safetensors.h"

#include <algorithm>
#include <optional>

namespace {

namespace fs = std::filesystem;

std::vector<std::string> arguments(const fs::path &folder, const std::string &steps,
                                   const std::vector<std::string> &extra = {})
{
    const quantloupe::TrainRequest request = small_training::request(folder);
    std::vector<std::string> words = {
        "train",     "--dataset", request.dataset,
        "--size",    "8",         "--width",
        "8",         "--latent",  "8",
        "--batch",   "16",        "--checkpoint",
        "5",         "--grid",    "0",
        "--threads", "1",         "--steps",
        steps,       "--out",     (folder / "g.safetensors").string()};
    words.insert(words.end(), extra.begin(), extra.end());
    return words;
}

/// Those of the checkpoint; none without it.
std::optional<long> stepsIn(const fs::path &folder)
{
    const fs::path checkpoint = folder / "g.checkpoint.safetensors";
    if (!fs::exists(checkpoint))
        return {};
    return std::stol(quantloupe::readSafetensorsMetadata(checkpoint).at("fact.steps"));
}

/// As soon as there is a checkpoint that has steps.
command::Interruption atCheckpoint(const fs::path &folder, int signal)
{
    return {[=] { return stepsIn(folder).value_or(0) > 0; }, signal};
}

/// As soon as the loss curve has a row.
command::Interruption atFirstRow(const fs::path &folder, int signal)
{
    return {[=] {
                const fs::path curve = folder / "g.csv";
                return fs::exists(curve) &&
                       quantloupe::readTextFile(curve).find("\n1,") != std::string::npos;
            },
            signal};
}

void checkSameNetworks(const fs::path &one, const fs::path &two)
{
    for (const char *name : {"g.safetensors", "g.discriminator.safetensors"}) {
        const auto first = quantloupe::readSafetensors(one / name);
        const auto second = quantloupe::readSafetensors(two / name);
        CHECK_EQUAL(first.size(), second.size());
        for (std::size_t i = 0; i < first.size(); ++i)
            CHECK(first[i].bytes == second[i].bytes);
    }
    CHECK_EQUAL(quantloupe::readTextFile(one / "g.csv"), quantloupe::readTextFile(two / "g.csv"));
}

void checkRefused(const std::vector<std::string> &words, const std::string &part)
{
    const auto result = command::run(words);
    CHECK_EQUAL(result.code, 1);
    CHECK_EQUAL(result.output, "");
    CHECK_CONTAINS(result.errors, part);
}

} // namespace

TEST(trainingAnswers)
{
    const auto folder = command::emptyFolder();
    const auto result = command::run(arguments(folder, "12", {"--json", "--seed", "9"}));
    CHECK_EQUAL(result.code, 0);
    const nlohmann::json answer = result.json();
    for (const char *key : {"tool", "version", "command", "seed", "steps", "files", "losses"})
        CHECK(answer.contains(key));
    CHECK_EQUAL(answer["command"], "train");
    CHECK_EQUAL(answer["seed"], 9);
    CHECK_EQUAL(answer["steps"], 12);
    CHECK_EQUAL(answer["images"], 256);
    CHECK_EQUAL(answer["losses"].size(), 5U);
    for (const auto &file : answer["files"])
        CHECK(fs::exists(file.get<std::string>()));
    CHECK_EQUAL(command::namesIn(folder), "g.checkpoint.safetensors g.csv "
                                          "g.discriminator.safetensors g.safetensors squares");
    const auto inspected = command::run({"inspect", (folder / "g.safetensors").string(), "--json"});
    CHECK_EQUAL(inspected.json()["output"], nlohmann::json({1, 8, 8}));
    const auto again = command::run(arguments(folder, "12", {"--resume", "--seed", "9"}));
    CHECK_CONTAINS(again.output, "12 steps, 12 of them from the checkpoint");
}

TEST(aTrainingShorterThanARowOfTheCurveTellsItsLosses)
{
    const auto folder = command::emptyFolder();
    const auto result = command::run(arguments(folder, "3", {"--json", "--curve", "10"}));
    CHECK_EQUAL(result.code, 0);
    CHECK(result.json()["losses"]["discriminator_loss"].get<double>() > 0.1);
    CHECK(result.json()["losses"]["generator_loss"].get<double>() > 0.1);
    CHECK_CONTAINS(quantloupe::readTextFile(folder / "g.csv"), "\n3,");
}

TEST(networksDoNotTellWhereTheirPicturesLay)
{
    const auto folder = command::emptyFolder();
    CHECK_EQUAL(command::run(arguments(folder, "2")).code, 0);
    const std::string dataset = small_training::request(folder).dataset;
    for (const char *name : {"g.safetensors", "g.discriminator.safetensors"}) {
        const std::string text = quantloupe::readTextFile(folder / name);
        CHECK_EQUAL(text.find(fs::path(dataset).parent_path().string()), std::string::npos);
        CHECK(text.find(fs::path(dataset).filename().string()) != std::string::npos);
    }
}

TEST(aTrainingWithLabelsGivesAGeneratorOfClasses)
{
    const auto folder = command::emptyFolder();
    const quantloupe::TrainRequest request = small_training::labelledRequest(folder);
    const std::vector<std::string> labels = {"--labels", request.labels.string()};
    const auto result = command::run(arguments(folder, "3", labels));
    CHECK_EQUAL(result.code, 0);
    CHECK_CONTAINS(result.output, "256 pictures in 2 classes");
    const std::string generator = (folder / "g.safetensors").string();
    CHECK_CONTAINS(command::run({"inspect", generator}).output, "label (label, 2 classes)");
    const auto sampled = [&](const char *label) {
        const std::string picture = (folder / "s.png").string();
        CHECK_EQUAL(
            command::run({"sample", generator, "--count", "4", "--label", label, "--out", picture})
                .code,
            0);
        return quantloupe::readTextFile(picture);
    };
    CHECK(sampled("0") != sampled("1"));
    checkRefused({"sample", generator, "--label", "2", "--out", (folder / "s.png").string()},
                 "not among the 2 classes");
}

TEST(labelsMustBelongToThePictures)
{
    const auto folder = command::emptyFolder();
    const std::string labels = (folder / "labels").string();
    quantloupe::writeFileAtomically(labels, image_archives::idxLabels({0, 1}));
    checkRefused(arguments(folder, "3", {"--labels", labels}), "labels labels 2 pictures, but");
    checkRefused(arguments(folder, "3", {"--labels", labels + "x"}), labels + "x");
}

TEST(aTrainingStartsFromAGeneratorAndItsDiscriminator)
{
    const auto folder = command::emptyFolder();
    const auto next = command::emptyFolder();
    CHECK_EQUAL(command::run(arguments(folder, "3")).code, 0);
    const std::string generator = (folder / "g.safetensors").string();
    CHECK_EQUAL(command::run(arguments(next, "3", {"--start-from", generator})).code, 0);
    fs::remove(folder / "g.discriminator.safetensors");
    checkRefused(arguments(command::emptyFolder(), "3", {"--start-from", generator}),
                 "no discriminator lies beside it as g.discriminator.safetensors");
}

TEST(trainingOptions)
{
    const auto folder = command::emptyFolder();
    CHECK_CONTAINS(command::run({"train", "--help"}).output, "Example: quantloupe-cli train");
    checkRefused({"train"}, "--dataset");
    checkRefused(arguments(folder, "0"), "--steps");
    checkRefused(arguments(folder, "2", {"--architecture", "stylegan"}), "dcgan");
    checkRefused(arguments(folder, "2", {"--loss", "angry"}), "non-saturating");
    checkRefused(arguments(folder, "2", {"--crop", "left"}), "center");
    checkRefused(arguments(folder, "2", {"--filter", "sharp"}), "area");
    checkRefused(arguments(folder, "2", {"--images", "3"}), "fewer than one batch");
    checkRefused({"train", "--dataset", "builtin:avatars", "--out", "g.pth"}, "FILE.safetensors");
    CHECK_EQUAL(command::namesIn(folder), "squares");
}

TEST(otherTrainingsAreLeftAlone)
{
    const auto folder = command::emptyFolder();
    CHECK_EQUAL(command::run(arguments(folder, "5")).code, 0);
    checkRefused(arguments(folder, "10"), "--resume");
    checkRefused(arguments(folder, "10", {"--resume", "--gamma", "7"}),
                 "- gamma: 1 in the checkpoint, 7 now");
    const std::string network = quantloupe::readTextFile(folder / "g.safetensors");
    fs::remove(folder / "g.checkpoint.safetensors");
    checkRefused(arguments(folder, "10"), "g.safetensors is there already");
    checkRefused(arguments(folder, "10", {"--resume"}), "g.safetensors is there already");
    CHECK(quantloupe::readTextFile(folder / "g.safetensors") == network);
}

TEST(interruptedTrainingGoesOn)
{
    const auto whole = command::emptyFolder();
    const auto cut = command::emptyFolder();
    const auto start = command::run(arguments(cut, "1000000"), atCheckpoint(cut, SIGINT));
    CHECK_EQUAL(start.code, 130);
    CHECK_EQUAL(start.output, "");
    CHECK_CONTAINS(start.errors, "cancelled");
    CHECK_EQUAL(command::namesIn(cut), "g.checkpoint.safetensors g.csv squares");
    const std::string steps = std::to_string(stepsIn(cut).value() + 10);
    CHECK_EQUAL(command::run(arguments(cut, steps, {"--resume"})).code, 0);
    CHECK_EQUAL(command::run(arguments(whole, steps)).code, 0);
    checkSameNetworks(cut, whole);
}

TEST(killedTrainingGoesOn)
{
    const auto whole = command::emptyFolder();
    const auto cut = command::emptyFolder();
    CHECK_EQUAL(command::run(arguments(cut, "1000000"), atCheckpoint(cut, SIGKILL)).code, -SIGKILL);
    const std::string steps = std::to_string(stepsIn(cut).value() + 13);
    const auto resumed = command::run(arguments(cut, steps, {"--resume", "--json"}));
    CHECK_EQUAL(resumed.code, 0);
    CHECK(resumed.json()["resumedFrom"].get<int>() >= 5);
    CHECK_EQUAL(command::run(arguments(whole, steps)).code, 0);
    checkSameNetworks(cut, whole);
}

TEST(trainingKilledBeforeItsFirstCheckpointGoesOn)
{
    const auto whole = command::emptyFolder();
    const auto cut = command::emptyFolder();
    const auto words = [](const fs::path &folder, const char *steps) {
        std::vector<std::string> all = arguments(folder, steps, {"--curve", "1", "--resume"});
        *std::next(std::find(all.begin(), all.end(), "--checkpoint")) = "0";
        return all;
    };
    CHECK_EQUAL(command::run(words(cut, "1000000"), atFirstRow(cut, SIGKILL)).code, -SIGKILL);
    CHECK_EQUAL(stepsIn(cut).value(), 0);
    CHECK_EQUAL(command::run(words(cut, "4")).code, 0);
    CHECK_EQUAL(command::run(words(whole, "4")).code, 0);
    checkSameNetworks(cut, whole);
}
