// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that hold their configuration.
#include "command.h"
#include "plain_test.h"

#include "image/image.h"

TEST(aPictureIsAConfiguration)
{
    const auto folder = command::emptyFolder();
    const std::string file = (folder / "c.png").string();
    const std::vector<std::string> ask = {"compare", command::dcgan(), "--json", "--count", "2"};
    auto first = ask;
    first.insert(first.end(), {"--set", "*=w3", "--out", file});
    auto second = ask;
    second.insert(second.end(), {"--config", file});
    const auto written = command::run(first);
    const auto read = command::run(second);
    CHECK_EQUAL(written.code, 0);
    CHECK_EQUAL(read.code, 0);
    CHECK_EQUAL(read.json()["mean"], written.json()["mean"]);
    CHECK_EQUAL(read.json()["size"], written.json()["size"]);

    const std::filesystem::path plain = folder / "plain.png";
    quantloupe::writePng(plain, quantloupe::Image(4, 4, 3));
    second.back() = plain.string();
    const auto refused = command::run(second);
    CHECK_EQUAL(refused.code, 1);
    CHECK_CONTAINS(refused.errors, "without a configuration");
}
