// SPDX-License-Identifier: GPL-3.0-or-later
// `runs verify`: what another computation of a run may change, and what it may not.
#include "base/file_io.h"
#include "refusal.h"
#include "run_stores.h"
#include "state_dict_files.h"
#include "state_dict_networks.h"
#include "store/run_store.h"

#include <functional>
#include <optional>

using namespace run_stores;

namespace {

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

} // namespace

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
