// SPDX-License-Identifier: GPL-3.0-or-later
// --store keeps runs; `runs` lists, repeats, verifies and orders them.
#include "command.h"
#include "plain_test.h"
#include "refusal.h"

#include "base/file_io.h"
#include "exchange/run_question.h"
#include "image/image.h"
#include "state_dict_files.h"
#include "state_dict_networks.h"
#include "store/run_store.h"

#include <algorithm>
#include <csignal>
#include <functional>
#include <optional>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Words = std::vector<std::string>;

Words operator+(Words words, const Words &more)
{
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

std::string newStore()
{
    return (command::emptyFolder() / "runs.db").string();
}

Words quantizers(const std::string &store)
{
    return {"quantizers", command::dcgan(), "--layer", "main.3",  "--bits",
            "4,2",        "--seed",         "5",       "--store", store};
}

Words compare(const std::string &generator, const std::string &store)
{
    return {"compare", generator, "--set", "*=w3", "--count", "3", "--store", store};
}

json runs(const std::string &store, const Words &words)
{
    return command::run(Words{"runs"} + words + Words{"--store", store, "--json"}).json();
}

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

/// Run 1 of a store as run 1 of another, its second trial changed, and with another answer where
/// one is given.
void keepChanged(const std::string &store, const std::string &changed,
                 const std::function<void(json &trial)> &change,
                 const std::optional<std::string> &answer = {})
{
    quantloupe::RunStore from(store, quantloupe::RunStore::Missing::Refuse);
    quantloupe::RunStore to(changed);
    const quantloupe::StoredRun run = from.show(1);
    quantloupe::RunRequest request{run.summary.command, run.summary.words, run.folder,
                                   run.request,         run.summary.seed,  run.versions};
    const quantloupe::RunId id = to.beginRun(request);
    for (const quantloupe::StoredCell &cell : from.cells(1))
        to.appendCell(id, cell.key, cell.json);
    const std::vector<quantloupe::StoredTrial> trials = from.trials(1);
    for (std::size_t i = 0; i < trials.size(); ++i) {
        json trial = {{"configuration", json::parse(trials[i].configuration)},
                      {"result", json::parse(trials[i].result)}};
        if (i == 1)
            change(trial);
        to.appendTrial(id, {trial["configuration"].dump(), trial["result"].dump()});
    }
    to.finishRun(id, {quantloupe::RunState::Finished, answer ? answer : run.report, run.generator});
}

/// Without what is different each time.
json withoutTimes(json answer)
{
    if (answer.is_structured())
        for (auto &[key, value] : answer.items())
            value = key == "ms" || key == "run" ? json() : withoutTimes(value);
    return answer;
}

} // namespace

TEST(theAnswerIsKeptAsItIsPrinted)
{
    const std::string store = newStore();
    const auto asJson = command::run(quantizers(store) + Words{"--json"});
    CHECK_EQUAL(asJson.code, 0);
    const auto asText = command::run(quantizers(store));
    CHECK_CONTAINS(asText.output, "mean squared error");
    const json shown = runs(store, {"show", "1"})["runs"][0];
    CHECK_EQUAL(shown["report"], asJson.json());
    CHECK_EQUAL(shown["state"], "finished");
    CHECK_EQUAL(shown["seed"], 5);
    CHECK_EQUAL(shown["generator"]["sha256"], asJson.json()["generator"]["sha256"]);
    CHECK_EQUAL(shown["words"], json(Words{"quantizers", command::dcgan(), "--layer", "main.3",
                                           "--bits", "4,2", "--seed", "5"}));
    CHECK(shown["versions"].contains("LibTorch"));
    // The same question, however it is answered.
    const json second = runs(store, {"show", "2"})["runs"][0];
    CHECK_EQUAL(second["requestHash"], shown["requestHash"]);
    CHECK_EQUAL(withoutTimes(second["report"]), withoutTimes(shown["report"]));
}

TEST(theSameQuestionIsKnownInAnyOrder)
{
    const std::string store = newStore();
    command::run(
        {"quantizers", command::dcgan(), "--layer", "main.3", "--bits", "4", "--store", store});
    command::run({"--store=" + store, "--quiet", "quantizers", "--bits", "4", "--layer", "main.3",
                  command::dcgan()});
    command::run(
        {"quantizers", command::dcgan(), "--layer", "main.3", "--bits", "3", "--store", store});
    const auto hash = [&](const char *run) {
        return runs(store, {"show", run})["runs"][0]["requestHash"];
    };
    CHECK_EQUAL(hash("1"), hash("2"));
    CHECK(hash("1") != hash("3"));
}

TEST(runsAreListedAndOrdered)
{
    const std::string store = newStore();
    command::run(quantizers(store));
    command::run(compare(command::dcgan(), store));
    const auto list = command::run({"runs", "list", "--store", store});
    CHECK_EQUAL(list.code, 0);
    CHECK_CONTAINS(list.output, "quantizers");
    CHECK_CONTAINS(list.output, "finished");
    CHECK_EQUAL(runs(store, {"list"})["runs"].size(), 2U);
    CHECK_EQUAL(runs(store, {"list"})["runs"][0]["command"], "compare");
    CHECK_EQUAL(runs(store, {"note", "1", "two", "words"})["runs"][0]["note"], "two words");
    CHECK_EQUAL(runs(store, {"tag", "2", "faces", "w3"})["runs"][0]["tags"],
                json(Words{"faces", "w3"}));
    // As the window takes them: separate arguments and commas separate alike.
    CHECK_EQUAL(runs(store, {"tag", "1", "a,b , two words", "c", ","})["runs"][0]["tags"],
                json(Words{"a", "b", "two words", "c"}));
    for (const char *tag : {"a", "b", "two words", "c"})
        CHECK_EQUAL(runs(store, {"list", "--tag", tag})["runs"][0]["run"], 1);
    CHECK_EQUAL(runs(store, {"tag", "1"})["runs"][0]["tags"], json::array());
    for (const Words &filter : {Words{"--tag", "faces"}, Words{"--command", "compare"},
                                Words{"--text", "*=w3"}, Words{"--most", "1"}}) {
        const json found = runs(store, Words{"list"} + filter)["runs"];
        CHECK_EQUAL(found.size(), 1U);
        CHECK_EQUAL(found[0]["run"], 2);
    }
    CHECK_EQUAL(runs(store, {"list", "--text", "two words"})["runs"][0]["run"], 1);
    CHECK_EQUAL(runs(store, {"list", "--state", "cancelled"})["runs"].size(), 0U);
    runs(store, {"delete", "1"});
    CHECK_EQUAL(runs(store, {"list"})["runs"].size(), 1U);
    CHECK_EQUAL(runs(store, {"list", "--deleted"})["runs"][0]["run"], 1);
    runs(store, {"restore", "1"});
    CHECK_EQUAL(runs(store, {"list"})["runs"].size(), 2U);
    runs(store, {"delete", "2"});
    CHECK_EQUAL(runs(store, {"purge"})["removed"], 1);
    checkRefused({"runs", "restore", "2", "--store", store}, "no run 2");
    runs(store, {"delete", "1"});
    CHECK_EQUAL(command::run({"runs", "purge", "--store", store}).output,
                "1 deleted run was removed for good.\n");
    CHECK_EQUAL(command::run({"runs", "purge", "--store", store}).output,
                "0 deleted runs were removed for good.\n");
}

TEST(studiesAreKeptAndVerified)
{
    const std::string store = newStore();
    const Words few = {"--no-cache", "--quiet", "--bits", "4,2", "--store", store};
    command::run(Words{"sensitivity", command::dcgan(), "--count", "4"} + few);
    const Words search = Words{"search", command::dcgan(), "--metric", "sqnr", "--count",
                               "4",      "--sweep-count",  "4"} +
                         few;
    CHECK_EQUAL(command::run(search + Words{"--budget", "bits=3"}).code, 0);
    // That nothing keeps the budget is an answer, too.
    CHECK_EQUAL(command::run(search + Words{"--budget", "bits=1"}).code, 3);
    const json list = runs(store, {"list"})["runs"];
    CHECK_EQUAL(list.size(), 3U);
    for (const json &run : list)
        CHECK_EQUAL(run["state"], "finished");
    for (const char *run : {"1", "2", "3"})
        CHECK_EQUAL(runs(store, {"verify", run})["same"], true);
}

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

TEST(aRunIsRepeated)
{
    const std::string store = newStore();
    const json first = command::run(compare(command::dcgan(), store) + Words{"--json"}).json();
    const auto said = command::run({"runs", "repeat", "1", "--print", "--store", store});
    CHECK_CONTAINS(said.output, "quantloupe-cli compare " + command::dcgan() + " --set '*=w3'");
    CHECK_EQUAL(runs(store, {"list"})["runs"].size(), 1U);
    const auto again = command::run({"runs", "repeat", "1", "--store", store, "--json"});
    CHECK_EQUAL(again.code, 0);
    CHECK_EQUAL(withoutTimes(again.json()), withoutTimes(first));
    const json list = runs(store, {"list"})["runs"];
    CHECK_EQUAL(list.size(), 2U);
    CHECK_EQUAL(list[0]["words"], list[1]["words"]);
}

TEST(aResultIsVerified)
{
    const std::string store = newStore();
    const fs::path generator = command::emptyFolder() / "g.pth";
    const std::string picture = (generator.parent_path() / "c.png").string();
    fs::copy_file(command::dcgan(), generator);
    CHECK_EQUAL(command::run(compare(generator.string(), store) + Words{"--out", picture}).code, 0);
    fs::remove(picture);
    const auto same = command::run({"runs", "verify", "1", "--store", store});
    CHECK_EQUAL(same.code, 0);
    CHECK_CONTAINS(same.output, "are the same again");
    const json verified = runs(store, {"verify", "1"});
    CHECK_EQUAL(verified["same"], true);
    CHECK(verified["values"] > 30);
    // It is no run of its own, and writes nothing.
    CHECK_EQUAL(runs(store, {"list"})["runs"].size(), 1U);
    CHECK(!fs::exists(picture));
}

TEST(aSearchIsVerifiedWhereItCameToItsEnd)
{
    const std::string store = newStore();
    const auto search = [&](const char *seconds) {
        return command::run({"search", command::dcgan(), "--budget", "bits=4", "--algorithm",
                             "quadratic", "--sweep-count", "2", "--count", "4", "--metric", "sqnr",
                             "--time", seconds, "--resume", "--store", store, "--json"});
    };
    CHECK_EQUAL(search("0.000001").json()["finished"], false);
    CHECK_EQUAL(search("600").json()["finished"], true);
    checkRefused({"runs", "verify", "1", "--store", store}, "ran out of its time");
    CHECK_EQUAL(runs(store, {"verify", "2"})["same"], true);
}

TEST(theTrialsOfASearchAreVerified)
{
    const std::string store = newStore();
    CHECK_EQUAL(command::run({"search", command::dcgan(), "--budget", "bits=3", "--bits", "4,2",
                              "--sweep-count", "2", "--count", "4", "--metric", "sqnr", "--quiet",
                              "--no-cache", "--store", store})
                    .code,
                0);
    const json shown = runs(store, {"show", "1"})["runs"][0];
    const std::size_t trials = shown["trials"].size();
    CHECK(trials > 1);
    CHECK_EQUAL(runs(store, {"verify", "1"})["trials"], trials);
    CHECK_CONTAINS(command::run({"runs", "verify", "1", "--store", store}).output,
                   "those of " + std::to_string(trials) + " trials among them");

    // A trial whose size, one whose value and one whose configuration is another.
    const auto verifyChanged = [&](const std::function<void(json & trial)> &change) {
        const std::string changed = newStore();
        keepChanged(store, changed, change);
        return command::run({"runs", "verify", "1", "--store", changed, "--json"});
    };
    const json second = shown["trials"][1];
    const auto sized = verifyChanged([](json &trial) { trial["result"]["size"]["bytes"] = 7; });
    CHECK_EQUAL(sized.code, 1);
    CHECK_CONTAINS(sized.errors, "the first is trial 2 /size/bytes, stored 7, now " +
                                     second["result"]["size"]["bytes"].dump());
    CHECK_EQUAL(sized.json()["differences"].size(), 1U);
    const auto valued =
        verifyChanged([](json &trial) { trial["result"]["predicted"]["sqnr"] = 0.5; });
    CHECK_CONTAINS(valued.errors, "trial 2 /predicted/sqnr, stored 0.5, now " +
                                      second["result"]["predicted"]["sqnr"].dump());
    const auto other = verifyChanged([](json &trial) { trial["configuration"].clear(); });
    CHECK_CONTAINS(other.errors, "now absent");
    CHECK_EQUAL(runs(store, {"verify", "1"})["same"], true);
}

/// As runs of an older version, which says less and in other words.
TEST(wordsAreNotVerified)
{
    const std::string store = newStore();
    CHECK_EQUAL(command::run({"search", command::dcgan(), "--bound", "sqnr=300", "--bits", "4,2",
                              "--sweep-count", "2", "--count", "4", "--metric", "sqnr", "--quiet",
                              "--no-cache", "--store", store})
                    .code,
                3);
    const json report = json::parse(runs(store, {"show", "1"})["runs"][0]["report"].dump());
    CHECK(report["nearest"].is_string());
    const auto verifyChanged = [&](const std::function<void(json & answer)> &change) {
        json changed = report;
        change(changed);
        const std::string other = newStore();
        keepChanged(
            store, other, [](json &trial) { trial["result"]["measured"].erase("name"); },
            changed.dump());
        return command::run({"runs", "verify", "1", "--store", other, "--json"});
    };
    const auto reworded = verifyChanged([](json &answer) {
        answer["nearest"] = "Nothing of the front is within the bound.";
        answer["warnings"].push_back("Another remark.");
        for (json &trial : answer["front"])
            trial["measured"].erase("name");
    });
    CHECK_EQUAL(reworded.code, 0);
    CHECK_EQUAL(reworded.json()["same"], true);
    const auto shorter =
        verifyChanged([](json &answer) { answer["front"].erase(answer["front"].size() - 1); });
    CHECK_EQUAL(shorter.code, 1);
    CHECK_CONTAINS(shorter.errors, "/front/");
    const auto renamed =
        verifyChanged([](json &answer) { answer["best"]["measured"]["name"] = "FID"; });
    CHECK_EQUAL(renamed.json()["differences"][0]["value"], "/best/measured/name");
}

TEST(aChangedGeneratorIsNotVerified)
{
    const std::string store = newStore();
    const fs::path generator = command::emptyFolder() / "g.safetensors";
    test_networks::writeSafetensors(generator, test_networks::sequentialNetworks().front().tensors);
    CHECK_EQUAL(command::run(compare(generator.string(), store)).code, 0);
    // A bit of a weight.
    std::string bytes = quantloupe::readTextFile(generator);
    bytes[bytes.size() / 2] ^= 1;
    quantloupe::writeFileAtomically(generator, bytes);
    const auto result = command::run({"runs", "verify", "1", "--store", store, "--json"});
    CHECK_EQUAL(result.code, 1);
    CHECK_CONTAINS(result.errors, "Run 1 is not reproduced");
    const json answer = result.json();
    CHECK_EQUAL(answer["same"], false);
    bool namesTheFile = false;
    for (const json &difference : answer["differences"])
        namesTheFile |= difference["value"] == "/generator/sha256";
    CHECK(namesTheFile);
}

TEST(whatIsInterruptedLeavesItsMark)
{
    const std::string store = newStore();
    const Words endless = {"compare", command::dcgan(), "--set",   "*=w4",
                           "--count", "3000000",        "--store", store};
    // While a run goes on, a file beside the store is locked; it is there before the run is kept.
    const auto during = [&](int run) {
        return [store, run] {
            if (!fs::exists(store + "-run" + std::to_string(run)))
                return false;
            const json all = runs(store, {"list"})["runs"];
            return std::ranges::any_of(all, [&](const json &each) { return each["run"] == run; });
        };
    };
    CHECK_EQUAL(command::run(endless, {during(1), SIGINT}).code, 130);
    // It had found nothing.
    CHECK_EQUAL(runs(store, {"list"})["runs"].size(), 0U);
    CHECK_EQUAL(command::run(endless, {during(2), SIGKILL}).code, -SIGKILL);
    CHECK_EQUAL(runs(store, {"list"})["runs"][0]["state"], "interrupted");
    checkRefused({"runs", "verify", "2", "--store", store}, "no result");
}

TEST(damageIsRecovered)
{
    const std::string store = newStore();
    command::run(quantizers(store));
    std::string bytes = quantloupe::readTextFile(store);
    const std::size_t place = bytes.find("[\"quantizers\",");
    CHECK(place != std::string::npos);
    bytes[place + 3] ^= 1;
    quantloupe::writeFileAtomically(store, bytes);
    checkRefused({"runs", "show", "1", "--store", store}, "runs recover");
    const json answer = runs(store, {"recover"});
    CHECK_EQUAL(answer["damaged"], 1);
    CHECK(answer["incomplete"].empty());
    CHECK_EQUAL(answer["rows"]["reports"], 1);
    const std::string saved = answer["files"][0];
    CHECK(runs(saved, {"show", "1"})["runs"][0]["report"].contains("rows"));
}

/// Without its first page, a store cannot be told from another file: both ways out are named.
TEST(aStoreWithoutItsFirstPageIsToldToBeRecovered)
{
    const std::string store = newStore();
    command::run(quantizers(store));
    std::string bytes = quantloupe::readTextFile(store);
    bytes.replace(0, 4096, std::string(4096, '\0'));
    quantloupe::writeFileAtomically(store, bytes);
    for (const std::string task : {"list", "verify"}) {
        const Words words = task == "list" ? Words{"runs", "list", "--store", store}
                                           : Words{"runs", "verify", "1", "--store", store};
        checkRefused(words, store +
                                " is no run store, or its first page is damaged; choose another "
                                "file, or save what is intact by `quantloupe-cli runs "
                                "recover`.");
    }
    const json answer = runs(store, {"recover"});
    CHECK(runs(answer["files"][0], {"show", "1"})["runs"][0]["report"].contains("rows"));
    // What is certainly none is not sent on.
    const std::string text = store + ".txt";
    quantloupe::writeFileAtomically(text, "no store");
    checkRefused({"runs", "recover", "--store", text}, " is no run store; choose another file.");
}

/// A list reads no report, and yet tells that one is not as it was written.
TEST(aListTellsDamageOfReports)
{
    const std::string store = newStore();
    command::run(quantizers(store));
    std::string bytes = quantloupe::readTextFile(store);
    const std::size_t place = bytes.rfind("\"rows\"");
    CHECK(place != std::string::npos);
    bytes[place + 1] ^= 1;
    quantloupe::writeFileAtomically(store, bytes);
    checkRefused({"runs", "list", "--store", store}, "runs recover");
    CHECK_EQUAL(runs(store, {"recover"})["damaged"], 1);
}

TEST(unknownLossesAreSaid)
{
    const std::string store = newStore();
    command::run(quantizers(store));
    std::string bytes = quantloupe::readTextFile(store);
    const std::size_t place = bytes.find("[\"quantizers\",");
    CHECK(place != std::string::npos);
    constexpr std::size_t kPageSize = 4096;
    bytes.replace(place / kPageSize * kPageSize, kPageSize, std::string(kPageSize, '\xff'));
    quantloupe::writeFileAtomically(store, bytes);
    const std::string said = command::run({"runs", "recover", "--store", store}).output;
    CHECK(said.find("runs: 0 saved; an unknown number, perhaps none, could not be read\n") !=
          std::string::npos);
    CHECK(said.find("reports: 1 saved\n") != std::string::npos);
    CHECK(said.find("1 runs are there without their command.\n") != std::string::npos);
    const json answer = runs(store, {"recover"});
    CHECK_EQUAL(answer["incomplete"], json(Words{"runs"}));
    CHECK_EQUAL(answer["damaged"], 0);
}

TEST(impossibleWishesOfStores)
{
    const std::string store = newStore();
    checkRefused({"runs", "list", "--store", store}, store);
    checkRefused({"runs", "list", "--store", command::dcgan()}, "no run store");
    checkRefused({"inspect", command::dcgan(), "--store", store}, "--store has no effect");
    CHECK(!fs::exists(store));
    command::run(quantizers(store));
    checkRefused({"runs", "show", "--store", store}, "needs the number");
    checkRefused({"runs", "show", "7", "--store", store}, "no run 7");
    checkRefused({"runs", "list", "7", "--store", store}, "takes no number");
    checkRefused({"runs", "paint", "--store", store}, "paint");
    checkRefused({"runs", "show", "1", "--tag", "x", "--store", store}, "--tag");
    checkRefused({"runs", "show", "1", "x", "--store", store}, "'x'");
    checkRefused({"runs", "tag", "1", std::string(65, 'x'), "--store", store}, "no tag");
    checkRefused({"compare", command::dcgan(), "--set", "none=w4", "--store", store}, "none");
    CHECK_EQUAL(runs(store, {"list"})["runs"].size(), 1U);
}

TEST(withoutAStoreTheUsualOneIsMeant)
{
    const fs::path data = command::emptyFolder();
    ::setenv("XDG_DATA_HOME", data.c_str(), 1);
    checkRefused({"runs", "list"}, "--store FILE");
    const fs::path usual = data / "Quantloupe" / "quantloupe" / "runs.db";
    fs::create_directories(usual.parent_path());
    command::run(quantizers(usual.string()));
    CHECK_EQUAL(command::run({"runs", "list", "--json"}).json()["runs"].size(), 1U);
}

TEST(theWindowAsksTheSameQuestions)
{
    const std::string store = newStore();
    const Words end = {"--count", "4", "--seed", "3", "--batch", "4", "--threads", "1"};
    const std::vector<Words> lines = {
        Words{"metrics", command::dcgan(), "--set", "*=w4,a8", "--bias-correction", "--metric",
              "psnr,sqnr", "--reference", "float"} +
            end,
        Words{"sensitivity", command::dcgan(), "--metric", "sqnr", "--bits", "4,2", "--site",
              "weights", "--mode", "alone", "--repeats", "1", "--sketch", "--reference", "float"} +
            end,
        Words{"search", command::dcgan(), "--budget", "bits=4", "--algorithm", "knapsack", "--bits",
              "4,2", "--method", "mse,em", "--sweep-count", "4", "--metric", "sqnr", "--reference",
              "float"} +
            end,
        Words{"reproduce", "andreev", command::dcgan(), "--reference", "float"} + end};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Words &words = lines[i];
        CHECK_EQUAL(command::run(words + Words{"--quiet", "--store", store}).code, 0);
        const json kept = runs(store, {"show", std::to_string(i + 1)})["runs"][0];
        CHECK_EQUAL(kept["requestHash"], quantloupe::requestHash(quantloupe::questionJson(
                                             words.front(), quantloupe::askedOptions(words))));
        CHECK_EQUAL(kept["words"], json(words));
    }
}
