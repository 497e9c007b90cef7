// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON answers and files of the commands that draw pictures (CLI.md).
#include "answer_checks.h"
#include "command.h"
#include "plain_test.h"

#include "base/file_io.h"
#include "image/image.h"
#include "model/archive/safetensors.h"
#include "model/archive/safetensors_writer.h"

using answer_checks::checkHead;
using answer_checks::checkKeys;
using nlohmann::json;
using quantloupe::readTextFile;

namespace {

quantloupe::StoredTensor tensorIn(const std::filesystem::path &path, const std::string &name)
{
    for (const quantloupe::StoredTensor &tensor : quantloupe::readSafetensors(path))
        if (tensor.name == name)
            return tensor;
    return {};
}

} // namespace

TEST(samplePicture)
{
    const auto folder = command::emptyFolder();
    const std::string file = (folder / "s.png").string();
    const auto result =
        command::run({"sample", command::dcgan(), "--json", "--count", "9", "--out", file});
    CHECK_EQUAL(result.code, 0);
    const json answer = result.json();
    checkHead(answer, "sample", 0);
    CHECK_EQUAL(answer["count"], 9);
    CHECK(answer["seconds"].get<double>() >= 0);
    CHECK_EQUAL(answer["files"], json({file}));
    const quantloupe::Image image = quantloupe::readImage(file);
    CHECK_EQUAL(image.width, 3 * 16 + 4 * 2);
    CHECK_EQUAL(image.height, image.width);
    CHECK_EQUAL(command::namesIn(folder), "s.png");
}

TEST(sampleFolder)
{
    const auto folder = command::emptyFolder();
    const auto target = folder / "pictures";
    const std::vector<std::string> arguments = {"sample", command::dcgan(), "--count",
                                                "3",      "--out",          target.string()};
    CHECK_EQUAL(command::run(arguments).code, 0);
    CHECK_EQUAL(command::namesIn(target), "000000.png 000001.png 000002.png");
    CHECK_EQUAL(command::namesIn(folder), "pictures");
    CHECK_EQUAL(quantloupe::readImage(target / "000002.png").width, 16);
    const auto again = command::run(arguments);
    CHECK_EQUAL(again.code, 1);
    CHECK_CONTAINS(again.errors, "not an empty folder");
    CHECK_EQUAL(command::namesIn(target), "000000.png 000001.png 000002.png");
}

TEST(sampleTensorsAndGivenLatents)
{
    const auto folder = command::emptyFolder();
    const std::string first = (folder / "a.safetensors").string();
    const std::string second = (folder / "b.safetensors").string();
    CHECK_EQUAL(command::run({"sample", command::dcgan(), "--count", "6", "--out", first}).code, 0);
    const auto latents = tensorIn(first, "z");
    const auto images = tensorIn(first, "image");
    CHECK_EQUAL(json(latents.shape), json({6, 8}));
    CHECK_EQUAL(json(images.shape), json({6, 3, 16, 16}));
    for (const char *key : {":z", ""}) {
        const auto result = command::run({"sample", command::dcgan(), "--seed", "77", "--latents",
                                          first + key, "--out", second});
        CHECK_EQUAL(result.code, 0);
        CHECK(tensorIn(second, "image").bytes == images.bytes);
    }
    CHECK_EQUAL(command::run({"sample", command::dcgan(), "--count", "6", "--out", second}).code,
                0);
    CHECK_EQUAL(readTextFile(first) == readTextFile(second), true);
    const auto wrong =
        command::run({"sample", command::dcgan(), "--latents", first + ":noise", "--out", second});
    CHECK_EQUAL(wrong.code, 1);
    CHECK_CONTAINS(wrong.errors, "noise");
}

TEST(sampleTensorsHoldClasses)
{
    const auto folder = command::emptyFolder();
    const std::string first = (folder / "a.safetensors").string();
    const std::string second = (folder / "b.safetensors").string();
    CHECK_EQUAL(command::run({"sample", command::labelled(), "--count", "9", "--out", first}).code,
                0);
    const auto labels = tensorIn(first, "label");
    CHECK(labels.type == quantloupe::DType::Int64);
    CHECK_EQUAL(json(labels.shape), json({9}));
    const auto again = [&](const std::vector<std::string> &more) {
        std::vector<std::string> words = {"sample", command::labelled(), "--seed", "77",
                                          "--json", "--latents",         first,    "--out",
                                          second};
        words.insert(words.end(), more.begin(), more.end());
        const auto result = command::run(words);
        CHECK_EQUAL(result.code, 0);
        return result.json()["samplingPlan"]["label"];
    };
    // Another seed draws other classes; those of the file are taken all the same.
    CHECK_EQUAL(again({}), "given");
    CHECK(tensorIn(second, "image").bytes == tensorIn(first, "image").bytes);
    CHECK(tensorIn(second, "label").bytes == labels.bytes);
    CHECK_EQUAL(again({"--label", "uniform"}), "uniform");
    CHECK(tensorIn(second, "label").bytes != labels.bytes);
    CHECK(tensorIn(second, "image").bytes != tensorIn(first, "image").bytes);
    CHECK(tensorIn(second, "z").bytes == tensorIn(first, "z").bytes);
    CHECK_EQUAL(again({"--label", "3"}), 3);
    CHECK_EQUAL(tensorIn(second, "label").bytes.size(), 9U * 8U);
    // A network without classes has none to keep, and takes none.
    CHECK_EQUAL(command::run({"sample", command::dcgan(), "--count", "2", "--out", second}).code,
                0);
    CHECK(tensorIn(second, "label").name.empty());
}

TEST(classesThatDoNotFitAreRefused)
{
    const auto folder = command::emptyFolder();
    const auto file = folder / "z.safetensors";
    CHECK_EQUAL(
        command::run({"sample", command::labelled(), "--count", "2", "--out", file.string()}).code,
        0);
    quantloupe::StoredTensor labels = tensorIn(file, "label");
    const quantloupe::StoredTensor latents = tensorIn(file, "z");
    const auto refusal = [&](const quantloupe::StoredTensor &written) {
        quantloupe::writeFileAtomically(file,
                                        quantloupe::encodeSafetensors({latents, written}, {}));
        const auto result =
            command::run({"sample", command::labelled(), "--latents", file.string()});
        CHECK_EQUAL(result.code, 1);
        return result.errors;
    };
    labels.bytes[0] = std::byte{7};
    CHECK_CONTAINS(refusal(labels), "The label 7 is not among the 7 classes");
    labels.shape = {1};
    labels.bytes.resize(8);
    CHECK_CONTAINS(refusal(labels), "is no list of classes");
}

TEST(samplesOfSeedsAndPlansDiffer)
{
    const auto folder = command::emptyFolder();
    std::vector<std::string> files;
    const std::vector<std::vector<std::string>> options = {
        {}, {"--seed", "1"}, {"--distribution", "uniform"}, {"--set", "*=w3"}};
    for (const auto &extra : options) {
        const auto file = folder / "s.safetensors";
        std::vector<std::string> arguments = {"sample", command::dcgan(), "--count",
                                              "2",      "--out",          file.string()};
        arguments.insert(arguments.end(), extra.begin(), extra.end());
        CHECK_EQUAL(command::run(arguments).code, 0);
        files.push_back(readTextFile(file));
        for (std::size_t i = 0; i + 1 < files.size(); ++i)
            CHECK(files[i] != files.back());
    }
}

TEST(compareAnswers)
{
    const auto folder = command::emptyFolder();
    const std::string file = (folder / "c.png").string();
    const auto result = command::run(
        {"compare", command::dcgan(), "--json", "--set", "*=w4,a8", "--count", "3", "--out", file});
    CHECK_EQUAL(result.code, 0);
    const json answer = result.json();
    checkHead(answer, "compare", 0);
    checkKeys(answer, {"samples", "mean", "size", "layers", "warnings"});
    CHECK_EQUAL(answer["samples"].size(), 3U);
    checkKeys(answer["samples"][2], {"index", "psnr", "ssim"});
    checkKeys(answer["mean"], {"psnr", "ssim", "sqnr"});
    checkKeys(answer["size"], {"bytes", "floatBytes", "storedBytes", "ratio", "averageBits",
                               "effectiveBits", "bops"});
    checkKeys(answer["layers"][0], {"name", "sqnr", "occupancy", "entropy", "bytes"});
    CHECK(answer["mean"]["psnr"].get<double>() > 10);
    CHECK_EQUAL(answer["size"]["averageBits"], 4.0);
    // The first layer reads the latent, which stays float; the user is told.
    CHECK_CONTAINS(result.errors, "main.0");
    CHECK_EQUAL(answer["layers"][0]["activation"], "afloat");
    CHECK(answer["layers"][1].contains("activationRange"));
    CHECK_CONTAINS(readTextFile(file), "quantloupe-configuration");
    CHECK_EQUAL(quantloupe::readImage(file).height, 3 * 128 + 4 * 4);
}

TEST(compareOfImages)
{
    const auto folder = command::emptyFolder();
    const auto pictures = folder / "in";
    CHECK_EQUAL(
        command::run({"sample", command::dcgan(), "--count", "3", "--out", pictures.string()}).code,
        0);
    const auto result =
        command::run({"compare", command::imageToImage(), "--json", "--set", "model.1*=w4",
                      "--images", pictures.string(), "--count", "2", "--input-range=0,1"});
    CHECK_EQUAL(result.code, 0);
    CHECK_EQUAL(result.json()["samples"].size(), 2U);
    const json plan = result.json()["samplingPlan"];
    CHECK_EQUAL(plan["inputRange"], json({0.0, 1.0}));
    CHECK_EQUAL(plan["images"], pictures.string());
    CHECK(!plan.contains("distribution"));
    CHECK_EQUAL(plan["imageFit"]["crop"], "center");
    CHECK_CONTAINS(plan["imageFit"]["filter"].get<std::string>(), "cubic where they grow");
}

TEST(picturesAreFittedAsAsked)
{
    const auto folder = command::emptyFolder();
    const auto pictures = folder / "in";
    CHECK_EQUAL(
        command::run({"sample", command::dcgan(), "--count", "2", "--out", pictures.string()}).code,
        0);
    const auto sampled = [&](const std::vector<std::string> &more) {
        std::vector<std::string> arguments = {"sample",
                                              command::imageToImage(),
                                              "--json",
                                              "--assume",
                                              "input.shape=3x64x64",
                                              "--images",
                                              pictures.string(),
                                              "--out",
                                              (folder / "out.png").string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return command::run(arguments);
    };
    const auto fitted = sampled({"--crop", "none", "--resize", "64:nearest"});
    CHECK_EQUAL(fitted.code, 0);
    const std::string nearest = readTextFile(folder / "out.png");
    const json fit = fitted.json()["samplingPlan"]["imageFit"];
    CHECK_EQUAL(fit["crop"], "none");
    CHECK_EQUAL(fit["filter"], "nearest");
    CHECK_EQUAL(fit["size"], json({64, 64}));
    CHECK_EQUAL(sampled({}).code, 0);
    CHECK(readTextFile(folder / "out.png") != nearest);
    const auto refused = sampled({"--resize", "32"});
    CHECK_EQUAL(refused.code, 1);
    CHECK_CONTAINS(refused.errors, "input.shape=3x32x32");
}

TEST(floatComparisonHasReasons)
{
    const json answer =
        command::run({"compare", command::dcgan(), "--json", "--count", "1"}).json();
    CHECK(answer["mean"]["psnr"].is_null());
    CHECK(answer["mean"]["sqnr"].is_null());
    CHECK_EQUAL(answer["mean"]["reason"], "the outputs are identical");
    CHECK(answer["layers"][0]["sqnr"].is_null());
    CHECK(answer["layers"][0].contains("reason"));
}

TEST(demoWritesThreeFiles)
{
    const auto folder = command::emptyFolder() / "deep" / "demo";
    const auto result = command::run(
        {"demo", command::dcgan(), "--out", folder.string(), "--count", "2", "--json"});
    CHECK_EQUAL(result.code, 0);
    CHECK_EQUAL(command::namesIn(folder), "comparison.png configuration.json report.json");
    CHECK_EQUAL(result.json()["files"].size(), 3U);
    const json report = json::parse(readTextFile(folder / "report.json"));
    CHECK_EQUAL(report["mean"], result.json()["mean"]);
    const std::string file = (folder / "configuration.json").string();
    const auto again =
        command::run({"compare", command::dcgan(), "--config", file, "--count", "2", "--json"});
    CHECK_EQUAL(again.code, 0);
    CHECK_EQUAL(again.json()["mean"], report["mean"]);
    CHECK_EQUAL(again.json()["size"], report["size"]);
    CHECK_EQUAL(
        command::run({"demo", command::dcgan(), "--out", folder.string(), "--count", "1"}).code, 0);
    CHECK_EQUAL(command::namesIn(folder), "comparison.png configuration.json report.json");
    CHECK_EQUAL(json::parse(readTextFile(folder / "report.json"))["samples"].size(), 1U);
    const auto other = command::run({"compare", command::labelled(), "--config", file});
    CHECK_EQUAL(other.code, 1);
    CHECK_CONTAINS(other.errors, "dcgan.pth");
    CHECK_CONTAINS(other.errors, "main.0");
}
