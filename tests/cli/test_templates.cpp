// SPDX-License-Identifier: GPL-3.0-or-later
// Checkpoints of published code, from the file to compared pictures.
#include "answer_checks.h"
#include "command.h"
#include "plain_test.h"

#include "state_dict_files.h"
#include "template_networks.h"

using answer_checks::checkHead;
using nlohmann::json;
using test_networks::TemplateNetwork;

namespace {

std::string saved(const TemplateNetwork &network)
{
    const std::string path = (command::emptyFolder() / "checkpoint.pth").string();
    test_networks::writeZipPickle(path, network.tensors);
    return path;
}

json inspected(const TemplateNetwork &network)
{
    const auto result = command::run({"inspect", saved(network), "--json"});
    CHECK_EQUAL(result.code, 0);
    return result.json();
}

} // namespace

TEST(checkpointsAreInspected)
{
    const json diStyleGan = inspected(test_networks::diStyleGan());
    CHECK_EQUAL(diStyleGan["totals"]["parameters"], 2054368);
    CHECK_EQUAL(diStyleGan["inputs"].size(), 2U);
    const auto text = command::run({"inspect", saved(test_networks::sagan())});
    CHECK_EQUAL(text.code, 0);
    for (const char *word : {"SAGAN", "block5.cond_bn2.embed", "self_attn.snconv1x1_g", "softmax"})
        CHECK_CONTAINS(text.output, word);
}

TEST(checkpointsAreQuantized)
{
    using test_networks::Modulation;
    const TemplateNetwork networks[] = {test_networks::sagan(),
                                        test_networks::styleGan2(5, Modulation::Plain)};
    for (const TemplateNetwork &network : networks) {
        const auto result = command::run({"compare", saved(network), "--set", "*=w4,a8", "--count",
                                          "2", "--calibrate-count", "4", "--json"});
        CHECK_EQUAL(result.code, 0);
        CHECK(result.json()["mean"]["sqnr"].get<double>() > 0);
    }
}

TEST(almostIsRefusedByName)
{
    TemplateNetwork network = test_networks::diStyleGan();
    network.tensors.emplace_back("residual.0.block.0.weight",
                                 test_networks::weight({32, 32, 3, 3}, 1));
    const auto result = command::run({"inspect", saved(network)});
    CHECK_EQUAL(result.code, 1);
    for (const char *word : {"checkpoint.pth", "DiStyleGAN", "residual.0.block.0.weight"})
        CHECK_CONTAINS(result.errors, word);
}
