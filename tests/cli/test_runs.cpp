// SPDX-License-Identifier: GPL-3.0-or-later
// --store keeps runs; `runs` lists, repeats and orders them.
#include "base/file_io.h"
#include "exchange/run_question.h"
#include "refusal.h"
#include "run_stores.h"
#include "store/run_store.h"

using namespace run_stores;

namespace {

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
