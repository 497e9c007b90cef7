// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "options.h"

#include <charconv>
#include <cmath>

namespace quantloupe::cli {

namespace {

constexpr int kLargestSide = 1024;
constexpr const char *kImages = "folder, picture, tar, IDX(.gz), CIFAR binary, "
                                "FILE.safetensors:key or builtin:avatars";

/// `count` finite numbers between commas; empty if the text is anything else.
std::vector<double> numbersIn(std::string_view text, std::size_t count)
{
    std::vector<double> numbers;
    const char *at = text.data();
    const char *const end = text.data() + text.size();
    while (numbers.size() < count) {
        double number = 0;
        const auto result = std::from_chars(at, end, number);
        if (result.ec != std::errc() || !std::isfinite(number))
            return {};
        numbers.push_back(number);
        at = result.ptr;
        if (at == end || *at != ',')
            break;
        ++at;
    }
    return at == end && numbers.size() == count ? numbers : std::vector<double>();
}

[[noreturn]] void refuse(const std::string &option, const std::string &form,
                         const std::string &text)
{
    throw Error(ErrorKind::BadInput, option + " takes " + form + ", not '" + text + "'.");
}

std::array<double, 3> perChannel(const std::string &option, const std::string &text)
{
    const std::vector<double> numbers = numbersIn(text, 3);
    if (numbers.empty())
        refuse(option, "three numbers such as 0.485,0.456,0.406", text);
    return {numbers[0], numbers[1], numbers[2]};
}

void addCount(CLI::App &command, std::optional<std::size_t> &count)
{
    command.add_option("--count", count, "Take the first N readable pictures of a set")
        ->check(CLI::Range(1, 10000000))
        ->default_str(std::to_string(kFeatureCount));
}

void setInput(const ExtractorOptions &options, ScriptedExtractorRequest &request)
{
    const std::string prefix = "--" + options.prefix;
    request.side = options.side.value_or(request.side);
    if (!options.range.empty()) {
        const std::vector<double> range = numbersIn(options.range, 2);
        if (range.empty() || range[0] >= range[1])
            refuse(prefix + "input-range", "LO,HI such as -1,1", options.range);
        request.low = range[0];
        request.high = range[1];
    }
    if (!options.mean.empty())
        request.mean = perChannel(prefix + "mean", options.mean);
    if (!options.deviation.empty())
        request.deviation = perChannel(prefix + "deviation", options.deviation);
    for (const double deviation : request.deviation)
        if (deviation <= 0)
            refuse(prefix + "deviation", "three numbers above 0", options.deviation);
}

} // namespace

void addTo(CLI::App &command, ExtractorOptions &options, const std::string &prefix)
{
    const ScriptedExtractorRequest usual;
    options.prefix = prefix;
    command.add_option("--extractor", options.file,
                       "Feature network: builtin:avatarnet, pytorch-fid's "
                       "pt_inception-2015-12-05-6726825d.pth, a file of train-features, or "
                       "TorchScript");
    command.add_option("--depth", options.depth, "Features of the Inception: 64, 192, 768 or 2048")
        ->check(CLI::IsMember({64, 192, 768, 2048}))
        ->default_str(std::to_string(kFidDimension));
    command
        .add_option("--pipeline", options.pipeline,
                    "How pictures become its input: tf-legacy, pytorch-fid (Inception's default) "
                    "or clean (TorchScript's)")
        ->check(CLI::IsMember(inputResizeNames()));
    command
        .add_option("--" + prefix + "input-side", options.side,
                    "Input side of TorchScript in pixels")
        ->check(CLI::Range(1, kLargestSide))
        ->default_str(std::to_string(usual.side));
    command
        .add_option("--" + prefix + "input-range", options.range,
                    "LO,HI: values of black and white for TorchScript")
        ->default_str("0,1");
    command
        .add_option("--" + prefix + "mean", options.mean,
                    "R,G,B subtracted from those values, such as 0.485,0.456,0.406")
        ->default_str("0,0,0");
    command
        .add_option("--" + prefix + "deviation", options.deviation,
                    "R,G,B they are then divided by, such as 0.229,0.224,0.225")
        ->default_str("1,1,1");
}

void addTo(CLI::App &command, FeaturesOptions &options)
{
    command.add_option("IMAGES", options.images, std::string("Pictures: ") + kImages)->required();
    addTo(command, options.extractor);
    command.get_option("--extractor")->required();
    addTo(command, options.preparation);
    addCount(command, options.count);
    command.add_option("--out", options.out,
                       ".safetensors (features, mean, covariance) or .npz (mu and sigma, as "
                       "pytorch-fid's)");
}

void addTo(CLI::App &command, FeatureDistanceOptions &options)
{
    command
        .add_option("A", options.a,
                    std::string("Pictures to judge (") + kImages +
                        "), or statistics (.npz, .safetensors)")
        ->required();
    command.add_option("B", options.b, "Reference, likewise; the floor is taken from it")
        ->required();
    addTo(command, options.extractor);
    addTo(command, options.preparation);
    addCount(command, options.count);
    command.add_flag("--floor", options.floor,
                     "Also compare two halves of 2 N reference pictures with each other");
}

ExtractorRequest extractorFor(const ExtractorOptions &options)
{
    ExtractorRequest request;
    request.file = options.file;
    request.depth = options.depth.value_or(request.depth);
    if (!options.pipeline.empty())
        request.pipeline = parseInputResize(options.pipeline);
    setInput(options, request.scripted);
    return request;
}

} // namespace quantloupe::cli
