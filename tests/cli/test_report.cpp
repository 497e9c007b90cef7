// SPDX-License-Identifier: GPL-3.0-or-later
// Reports: a page that needs nothing else, tables for papers, and the configuration in it.
#include "answer_checks.h"
#include "base/file_io.h"
#include "python_script.h"
#include "refusal.h"

#include <filesystem>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::vector<std::string> words(const std::string &out, const std::vector<std::string> &more = {})
{
    std::vector<std::string> all = {"report",       command::dcgan(), "--set", "*=w3",      "--set",
                                    "main.3=w4:em", "--out",          out,     "--count",   "3",
                                    "--quiet",      "--seed",         "6",     "--threads", "1"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::size_t countOf(const std::string &text, const std::string &part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

} // namespace

TEST(aPageHasAllInIt)
{
    const std::string out = (command::emptyFolder() / "bits.html").string();
    const auto result = command::run(words(out));
    CHECK_EQUAL(result.code, 0);
    CHECK_EQUAL(result.output, out + "\n");
    const std::string page = quantloupe::readTextFile(out);
    for (const char *part : {"main.6", "w4:em", "PSNR to float", "<svg", "SHA-256", "seed",
                             "quantloupe-cli report", "prefers-color-scheme: dark"})
        CHECK_CONTAINS(page, part);
    // Float, quantized and difference of three samples.
    CHECK_EQUAL(countOf(page, "data:image/png;base64,"), 9U);
    if (!python_script::isThere()) {
        std::cout << "SKIP the page's structure: there is no python3" << std::endl;
        return;
    }
    const auto check = python_script::run("exchange/check_report.py", {out});
    CHECK_EQUAL(check.code, 0);
    CHECK_CONTAINS(check.output, "9 pictures, 3 layers, quantloupe-cli report ");
}

TEST(aPageOpensAsItsConfiguration)
{
    const std::string out = (command::emptyFolder() / "bits.html").string();
    command::run(words(out));
    const auto numbersOf = [](const std::vector<std::string> &configuration) {
        std::vector<std::string> all = {"compare", command::dcgan(), "--count", "3", "--seed",
                                        "6",       "--json",         "--quiet"};
        all.insert(all.end(), configuration.begin(), configuration.end());
        return command::run(all).json()["mean"];
    };
    CHECK_EQUAL(numbersOf({"--config", out}),
                numbersOf({"--set", "*=w3", "--set", "main.3=w4:em"}));
}

TEST(aPageWithMetrics)
{
    const std::string out = (command::emptyFolder() / "bits.html").string();
    const auto result =
        command::run(words(out, {"--metric", "swd,psnr", "--metric-count", "64", "--json"}));
    CHECK_EQUAL(result.code, 0);
    answer_checks::checkHead(result.json(), "report", 6);
    CHECK_EQUAL(result.json()["files"][0], out);
    const std::string page = quantloupe::readTextFile(out);
    for (const char *part : {"<h2>Metrics</h2>", "SWD", "95 % interval", "64 of seed 6"})
        CHECK_CONTAINS(page, part);
}

TEST(metricsOpenTheGeneratorOnce)
{
    const std::string out = (command::emptyFolder() / "bits.html").string();
    const auto result =
        command::run(words(out, {"--set", "*=a8", "--calibrate-count", "8", "--metric", "psnr",
                                 "--metric-count", "8", "--json"}));
    CHECK_EQUAL(result.code, 0);
    // What opening says is said once.
    const json warnings = result.json()["warnings"];
    CHECK(!warnings.empty());
    for (std::size_t i = 0; i < warnings.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            CHECK(warnings[i] != warnings[j]);
}

TEST(tablesForPapers)
{
    const fs::path folder = command::emptyFolder();
    command::run(words((folder / "bits.md").string()));
    const std::string markdown = quantloupe::readTextFile(folder / "bits.md");
    CHECK_CONTAINS(markdown, "\n## Layers\n\n| layer | weight | activation | SQNR, dB |");
    CHECK_CONTAINS(markdown, "| main.3 | w4:em | afloat | ");
    CHECK_CONTAINS(markdown, "|---|---|---|---:|");
    command::run(words((folder / "bits.tex").string()));
    const std::string latex = quantloupe::readTextFile(folder / "bits.tex");
    CHECK_EQUAL(countOf(latex, "\\begin{tabular}"), 3U);
    CHECK_EQUAL(countOf(latex, "\\begin{"), countOf(latex, "\\end{"));
    CHECK_CONTAINS(latex, "main.3 & w4:em & afloat & ");
    CHECK_EQUAL(countOf(latex, "\\toprule"), countOf(latex, "\\bottomrule"));
}

TEST(namesAreNoMarks)
{
    // The file's name is the title.
    const fs::path odd = command::emptyFolder() / "a<b>&_c%.pth";
    fs::copy_file(command::dcgan(), odd);
    const auto textOf = [&](const std::string &ending) {
        const std::string out = (command::emptyFolder() / ("bits" + ending)).string();
        const auto result =
            command::run({"report", odd.string(), "--out", out, "--count", "1", "--quiet"});
        CHECK_EQUAL(result.code, 0);
        return quantloupe::readTextFile(out);
    };
    const std::string page = textOf(".html");
    CHECK_CONTAINS(page, "<h1>a&lt;b&gt;&amp;_c%.pth, quantized</h1>");
    CHECK_EQUAL(page.find("a<b>"), std::string::npos);
    CHECK_CONTAINS(textOf(".md"), "# a&lt;b>&\\_c%.pth, quantized\n");
    CHECK_CONTAINS(textOf(".tex"), "a\\textless{}b\\textgreater{}\\&\\_c\\%.pth");
}

TEST(reportRefusals)
{
    const fs::path folder = command::emptyFolder();
    checkRefused(words((folder / "bits.pdf").string()), "ends in .html, .md or .tex");
    checkRefused(words((folder / "bits.html").string(), {"--metric", "is"}),
                 "the metrics are fid, kid");
    const std::string page = (folder / "page.html").string();
    quantloupe::writeFileAtomically(page, std::string_view("<html></html>"));
    checkRefused({"compare", command::dcgan(), "--config", page},
                 "is a page without a configuration");
    CHECK_EQUAL(command::namesIn(folder), "page.html");
}
