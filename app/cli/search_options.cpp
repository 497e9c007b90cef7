// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_options.h"

#include "base/error.h"
#include "sweep_options.h"
#include "words.h"

#include <algorithm>
#include <sstream>

namespace quantloupe::cli {

namespace {

constexpr std::size_t kHelpColumn = 14;

std::vector<std::string> split(const std::string &text)
{
    std::vector<std::string> parts;
    std::istringstream words(text);
    for (std::string word; std::getline(words, word, ',');)
        parts.push_back(word);
    return parts;
}

void tie(const GeneratorInfo &info, const std::string &text, LayerMarks &marks)
{
    std::vector<std::string> layers;
    for (const std::string &pattern : split(text))
        for (std::string &layer : layersOf(info, pattern))
            if (std::ranges::find(layers, layer) == layers.end())
                layers.push_back(std::move(layer));
    if (layers.size() < 2)
        throw Error(ErrorKind::BadInput,
                    "--tie takes two different layers or more with commas between "
                    "them, not '" +
                        text + "'.");
    marks.setTie(layers, marks.freeTieName());
}

SearchRules rulesFor(const GeneratorInfo &info, const SearchOptions &options)
{
    SearchRules rules;
    rules.bits = options.bits;
    rules.methods.clear();
    for (const std::string &method : options.methods)
        rules.methods.push_back(named(weightMethods(), method, "method"));
    rules.granularity = named(granularities(), options.granularity, "granularity");
    if (const std::string &file = options.metrics.generate.config.file; !file.empty())
        rules.marks = readConfigFile(file).marks;
    for (const std::string &pattern : options.locked)
        for (const std::string &layer : layersOf(info, pattern))
            rules.marks.setLocked(layer, true);
    for (const std::string &text : options.tied)
        tie(info, text, rules.marks);
    for (const std::string &text : options.allowed)
        allowBits(info.layers, text, rules.allowedBits);
    if (!options.target.empty())
        rules.target = readTargetProfile(options.target);
    return rules;
}

} // namespace

std::string searchHelp()
{
    std::string text = "Algorithms:\n";
    for (const SearchAlgorithm algorithm : searchAlgorithms())
        text += helpLine(name(algorithm), sourceOf(algorithm), kHelpColumn);
    text += "Targets that come with the program:\n";
    for (const std::string_view target : builtinTargets())
        text += helpLine(target, readTargetProfile(std::string(target)).description, kHelpColumn);
    return text;
}

void addTo(CLI::App &command, SearchOptions &options)
{
    options.metrics.metrics = kConfirmation;
    addTo(command, options.metrics);
    command.add_option("--budget", options.budget,
                       "The least error within bytes=1MB (of the whole model), bits=4 (on "
                       "average) or bops=2.5G (of one sample)");
    command.add_option("--bound", options.bound,
                       "The cheapest with a measured metric of at most, or at least, this: "
                       "swd=3.5, fid=20, sqnr=30");
    command
        .add_option("--bound-cost", options.boundCost,
                    "What is made small within a bound: bytes, bits or bops")
        ->check(CLI::IsMember({"bytes", "bits", "bops"}))
        ->default_str("bytes");
    command.add_option("--algorithm", options.algorithm, "See below")->capture_default_str();
    command.add_option("--bits", options.bits, "Bit-widths to choose from, 1 to 16; 32 for float")
        ->delimiter(',')
        ->check(CLI::Range(1, 16) | CLI::IsMember({kFloatBits}))
        ->capture_default_str();
    command
        .add_option("--method", options.methods,
                    "Weight methods to choose from; where one does not have a bit-width, binary or "
                    "mse follows")
        ->delimiter(',')
        ->capture_default_str();
    command.add_option("--granularity", options.granularity, "What shares a scale")
        ->capture_default_str();
    command
        .add_option("--lock", options.locked,
                    "Layers that keep the setting of the base configuration, by pattern "
                    "(repeatable)")
        ->allow_extra_args(false);
    command.add_option("--tie", options.tied, "A,B: layers that get one setting (repeatable)")
        ->allow_extra_args(false);
    command
        .add_option("--allow", options.allowed,
                    "'PATTERN=2,4,8': bit-widths of some layers (repeatable, later wins)")
        ->allow_extra_args(false);
    command.add_option("--target", options.target,
                       "What a device supports: a name below, or a file "
                       "(resources/schema/target.schema.json)");
    command
        .add_option("--time", options.seconds,
                    "Seconds for the search, its front and the points measured for a bound "
                    "altogether; 0 for no limit")
        ->check(CLI::Range(0.0, 1e9))
        ->capture_default_str();
    command
        .add_option("--sweep-count", options.sweepCount,
                    "Samples on which each layer alone is measured")
        ->check(CLI::Range(1, 10000000))
        ->capture_default_str();
    command.add_flag("--measure-front", options.measuresFront,
                     "Measure every point of the front, by the bound's metric or else the first "
                     "one of --metric");
    command.add_option("--out", options.out, "Configuration file (.json) of the best");
}

ConfigSearchRequest searchRequestFor(CommandContext &context, const SearchOptions &options)
{
    ConfigSearchRequest request;
    request.algorithm = parseSearchAlgorithm(options.algorithm);
    if (options.budget.empty() == options.bound.empty())
        throw Error(ErrorKind::BadInput,
                    "A search needs either --budget or --bound; give one of them.");
    if (!options.budget.empty() && !options.boundCost.empty())
        throw Error(ErrorKind::BadInput,
                    "--bound-cost says what is made small within a bound, and --budget already "
                    "says what is limited; leave --bound-cost out or give --bound.");
    if (!options.budget.empty())
        request.budget = parseSearchBudget(options.budget);
    if (!options.bound.empty())
        request.bound = parseSearchBound(options.bound);
    for (const SearchCost cost : {SearchCost::Bytes, SearchCost::Bits, SearchCost::Bops})
        if (name(cost) == options.boundCost)
            request.boundCost = cost;
    const MetricsRequest metrics = metricsRequestFor(context, options.metrics);
    request.sweep = sweepFor(metrics, options.sweepCount);
    request.rules = rulesFor(info(*metrics.generator), options);
    request.metrics = metrics.metrics;
    request.count = metrics.count;
    request.seconds = options.seconds;
    request.measuresFront = options.measuresFront;
    return request;
}

} // namespace quantloupe::cli
