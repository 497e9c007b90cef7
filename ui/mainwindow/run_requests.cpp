// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/run_requests.h"

#include "base/error.h"
#include "base/hash.h"
#include "exchange/config_file.h"
#include "models/quant_document.h"
#include "session/requests.h"
#include "session/run_findings.h"

#include <optional>
#include <utility>

namespace quantloupe {

namespace {

/// What the numbers hang on and no command can name.
struct Unsaid
{
    GeneratorPtr generator;
    InputPictures pictures;
    std::shared_ptr<const CalibratedRanges> ranges;
};

ComparisonCommand &measuredOf(MetricsCommand &command)
{
    return command.measured;
}

template <typename Command> ComparisonCommand &measuredOf(Command &command)
{
    return command.measurement.measured;
}

/// Without the program's name; absent where a command cannot say it.
template <typename Command> std::optional<std::vector<std::string>> wordsOf(const Command &command)
{
    try {
        std::vector<std::string> words = commandWords(command);
        words.erase(words.begin());
        return words;
    } catch (const Error &) {
        return {};
    }
}

std::string hashOf(const std::vector<Image> &pictures)
{
    std::string text;
    for (const Image &picture : pictures) {
        text += std::to_string(picture.width) + "x" + std::to_string(picture.height) + "x" +
                std::to_string(picture.channels) + ":";
        text.append(picture.pixels.begin(), picture.pixels.end());
    }
    return sha256(text);
}

std::string configurationOf(const ComparisonCommand &measured, const Unsaid &unsaid)
{
    ConfigFile file = configFileFor(info(*unsaid.generator), measured.plan, measured.calibration,
                                    measured.config);
    if (unsaid.ranges)
        file.ranges = *unsaid.ranges;
    return toJson(file);
}

template <typename Command>
RunRequest request(Command command, const std::string &name, const Unsaid &unsaid)
{
    ComparisonCommand &measured = measuredOf(command);
    if (const auto words = wordsOf(command))
        return runRequest(name, askedOptions(*words), *words, measured.seed);
    AskedOptions options;
    options["configuration"] = {configurationOf(measured, unsaid)};
    if (unsaid.pictures)
        options["pictures"] = {hashOf(*unsaid.pictures)};
    measured.inputs = ComparisonCommand::Inputs::Drawn;
    measured.hasRangesOfPictures = false;
    if (const auto words = wordsOf(command))
        options.merge(askedOptions(*words));
    return runRequest(name, options, {}, measured.seed);
}

template <typename Command>
RunRecorder::Request asked(const Command &command, const char *name, const QuantDocument &document)
{
    const Unsaid unsaid{document.generator(), document.inputPictures(), document.ranges()};
    return [command, name, unsaid] { return request(command, name, unsaid); };
}

} // namespace

RunRecorder::Request requestOf(const MetricsCommand &command, const QuantDocument &document)
{
    return asked(command, "metrics", document);
}

RunRecorder::Request requestOf(const RecipeCommand &command, const QuantDocument &document)
{
    return asked(command, "reproduce", document);
}

RunRecorder::Request requestOf(const SensitivityCommand &command, const QuantDocument &document)
{
    return asked(command, "sensitivity", document);
}

RunRecorder::Request requestOf(const SearchCommand &command, const QuantDocument &document)
{
    return asked(command, "search", document);
}

} // namespace quantloupe
